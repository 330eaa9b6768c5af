// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace mho {

/// A layer that can be pruned further, in whole steps.
struct BudgetTaker {
    std::int64_t least = 1;  ///< Step of its largest acceptable ratio.
    std::int64_t most = 1;   ///< Step that it has, >= least.
    /// What it keeps at a step, in the budget's unit; above 0, never falls when the step grows.
    std::function<std::int64_t(std::int64_t step)> kept;
    int turn = 0;  ///< Takers of a lower turn give first; the next turn gives when they are all at `least`.
};

/// Steps at which the takers together keep at most `budget`, one per taker; none where all at `least` still keep more.
/// The takers of the turn that decides are cut by one common factor, the smallest that suffices (steps rounded down, none
/// below its `least`); then each, coarsest first, takes back as many steps as still fit. So no taker of that turn can go up by
/// a single step that keeps more, and none that a lower turn left at `least` is touched. Of steps that keep as much the highest
/// is taken, so that none moves without giving. (Ours: keeps the plan's proportions.)
MHO_API std::optional<std::vector<std::int64_t>> shareBudget(std::span<const BudgetTaker> takers, std::int64_t budget);

}  // namespace mho
