// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/report/published_rows.h"
#include "core/report/seed_result.h"

#include <optional>
#include <string>
#include <vector>

namespace mho {

/// Name of the result file of a row and seed: "s0-lenet5-17x.seed1.json".
MHO_API std::string resultFileName(const std::string& row, std::uint64_t seed);

/// A published row and what was run for it.
struct MHO_API ReproducedRow {
    PublishedRow row;
    std::optional<Recipe> recipe;   ///< As it is now; none = there is none of that name.
    std::vector<SeedResult> seeds;  ///< By seed, rising.

    /// The run was one of a recipe that was changed since.
    bool isOlder(const SeedResult& seed) const;
    /// The seeds that count: those of the recipe as it is now, or all where there are only older ones.
    std::vector<const SeedResult*> counting() const;
    /// The measure over the seeds that count; none where one of them lacks it, or there are none.
    std::optional<double> value(const std::string& measure) const;
    /// What the paper prints; losses are made of its accuracies where it prints none.
    std::optional<double> published(const std::string& measure) const;
};

/// Whether a bar is met; none where that cannot be said yet: not run; or run with more threads than the bar is for, or not on a
/// CPU. A bar against another row is over the seeds that count in both, and none where there are no such, or where the row's
/// ratio or its storage differ by more than 1 % in one of them.
MHO_API std::optional<bool> isMet(const Bar& bar, const ReproducedRow& row, const std::vector<ReproducedRow>& rows);

/// All rows of the tables with the result files in `folder` (one that does not exist counts as empty). Throws Error: a file
/// that is damaged, of another recipe or seed than its name says, or of no row.
MHO_API std::vector<ReproducedRow> loadReproduction(const PublishedTables& tables, const std::string& folder);

}  // namespace mho
