// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// What one choice of a unit adds.
struct AdditiveChoice {
    std::int64_t cost = 0;  ///< >= 0
    double loss = 0.0;      ///< >= 0
};

/// A way to choose one of each unit that no other way beats in both sums.
struct AdditivePlan {
    std::int64_t cost = 0;
    double loss = 0.0;
    std::vector<std::size_t> choice;
};

/// All best trade-offs between two sums over units, exactly: by rising cost and strictly falling loss; of equal ones, the one with
/// the lower choice in the last unit that differs. Multiple-choice knapsack by merging lists of undominated partial sums
/// (Nemhauser and Ullmann, Management Science 15, 1969). Sums of loss are rounded once per unit, in unit order.
/// Time: units * (sum of costs) * choices at most.
/// @param units each with a choice at least (asserted)
MHO_API std::vector<AdditivePlan> additiveFront(std::span<const std::vector<AdditiveChoice>> units);

}  // namespace mho
