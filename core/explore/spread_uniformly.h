// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/cost/cost_model.h"
#include "core/explore/plan_pricer.h"

#include <functional>
#include <memory>
#include <vector>

namespace mho {

/// A plan of one ratio for several layers.
struct UniformSpread {
    Plan plan;
    PlanMetrics metrics;
    double ratio = 1.0;
    bool meets = false;  ///< False: it is the plan at the highest ratio, and even that does not meet the budget.
};

/// The smallest common ratio of `layers` at which `meets` holds, by bisection to a part in 1e9: exact where what a plan keeps
/// never grows with the ratio. Steps are those of PruningLadder. For .cpp files of this room only.
/// @param asked valid, in node order; `layers` (indices) have the constraint that moves
/// @throws Error Cancelled
UniformSpread spreadUniformly(const std::shared_ptr<const Network>& network, const Plan& asked,
                              const std::vector<std::size_t>& layers, const Hardware& hardware, const CostModel& model,
                              const std::function<bool(const PlanMetrics&)>& meets, const ProgressCallback& progress);

}  // namespace mho
