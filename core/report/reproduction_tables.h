// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/report/reproduction.h"
#include "core/report/table.h"

#include <string>
#include <vector>

namespace mho {

/// One line per row: ratio and accuracies published and ours, losses, seeds, verdict.
MHO_API Table reproductionSummary(const std::vector<ReproducedRow>& rows);
/// One row in full: a line per measure that is published, measured or barred; a column per seed.
MHO_API Table reproductionDetail(const ReproducedRow& row, const std::vector<ReproducedRow>& rows);

/// "met, 1 of 3 seeds", "not met, 3 seeds: pruned", "open, 1 seed: ..." or "not run", with what else one must know ("no bar on
/// accuracy", "older recipe").
MHO_API std::string verdictText(const ReproducedRow& row, const std::vector<ReproducedRow>& rows);

}  // namespace mho
