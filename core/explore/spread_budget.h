// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/explore/plan_pricer.h"
#include "core/explore/sensitivity.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mho {

enum class BudgetGoal {
    Ratio,     ///< Weights / weights kept of the whole network, at least; >= 1.
    Crossbars  ///< Crossbars of the whole network, at most; whole, >= 1.
};

/// What the whole network may keep, and by which constraint.
struct MHO_API BudgetRequest {
    std::string kind = "filter";  ///< A kind with a ratio.
    BudgetGoal goal = BudgetGoal::Ratio;
    double value = 2.0;
    std::vector<std::string> locked;  ///< Layers that stay as the plan has them.

    std::vector<Problem> validate(const Network& network) const;
};

/// A budget that was spread over layers.
struct SpreadBudget {
    Plan plan;                           ///< In node order.
    PlanMetrics metrics;                 ///< Of `plan`, one shot (Preview, mapNetwork()).
    double ratio = 1.0;                  ///< Weights / weights kept of the whole network.
    std::vector<std::string> moved;      ///< Layers whose constraints the budget decided, in node order.
    std::vector<Problem> left;           ///< Layers that stay as they were, each with the reason.
    std::optional<double> uniformRatio;  ///< One ratio for all, where it was not spread by sensitivity.
    /// Of a spread by sensitivity: estimated rise of the loss by the layers that were moved, nats.
    std::optional<double> lossRise;
    bool exact = false;               ///< By sensitivity: no plan of the ratios tried loses less.
    std::optional<Error> whyUniform;  ///< Why it could not be spread by sensitivity; none where it was.
};

/// Spreads a budget over the layers that are not locked and can have the kind: their constraints become this kind alone, at a
/// ratio of their own (none where they stay dense); levels and rho stay. A constraint of the kind that a layer has keeps its
/// options and rule.
/// By sensitivity (searchRatios(): least estimated rise of the loss within the budget) where `table` is of this network's
/// weights and has the kind for every layer that moves; layers that share channels with one that stays then stay too. Else by
/// one ratio for all, the smallest that meets the budget, in steps of whole groups; a layer that cannot go so far takes its
/// highest ratio. Deterministic: equal input, equal plan.
/// @param plan valid on the network, any order  @param table or nullptr
/// @throws Error InvalidArgument for the request, all problems at once, and where no layer can have the kind; Infeasible, with
/// the
///         nearest value that can be met; Cancelled
MHO_API SpreadBudget spreadBudget(const std::shared_ptr<const Network>& network, const Plan& plan, const Hardware& hardware,
                                  const SensitivityTable* table, const BudgetRequest& request,
                                  const ProgressCallback& progress);

}  // namespace mho
