// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/reproduce_task.h"
#include "core/report/published_rows.h"

#include <cstdint>
#include <optional>
#include <string>

namespace mho::cli {

/// Share of its epochs that an unfinished run has done, 0..1; none where the work folder has no unfinished run of this row and
/// seed.
std::optional<double> unfinishedShare(const std::string& work, const std::string& row, std::uint64_t seed);

/// Runs the rows seed after seed, each row once per seed; a row that fails is told and the others go on. Returns an exit code:
/// kDone, kFailed when a row failed, kCancelled when a signal came.
int reproduce(const PublishedTables& tables, const ReproduceOptions& options);

}  // namespace mho::cli
