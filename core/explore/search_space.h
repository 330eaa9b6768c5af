// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "core/compress/target.h"
#include "core/cost/engines/engine.h"
#include "core/explore/accuracy_estimate.h"
#include "core/network/network.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace mho {

/// What a ratio search may move.
struct MHO_API SearchSpaceOptions {
    /// Weights / weights kept that each unit may take besides staying dense, > 1, ascending; those beyond what was measured
    /// are left out. Steps of PruningLadder are the nearest ones that keep no more.
    std::vector<double> ratios{1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 32, 48};
    std::vector<int> levelBits;        ///< Bits that units may take; empty = those of the plan stay.
    std::vector<std::string> locked;   ///< Layers that stay as the plan has them.
    /// Locked layers whose plan has no measured sensitivity count with no rise of the loss: it is the same in every plan of the
    /// space, so the order of plans is right, but their rises are those of the other layers only. False = they are refused.
    bool lockedMayBeUnmeasured = false;
    std::shared_ptr<const Engine> engine;  ///< Ratios that do not pay on it are left out (break_even_plan.h); none = all stay.

    std::vector<Problem> validate(const Network& network) const;
};

/// One way a unit can be compressed.
struct UnitChoice {
    std::vector<LayerPlan> layers;  ///< Of the unit's layers, in their order.
    double ratio = 1.0;             ///< Weights / weights kept over the unit's layers.
    double lossRise = 0.0;          ///< Estimated, nats (AccuracyEstimator).
};

/// Layers that are moved together, and what may become of them.
struct SearchUnit {
    std::vector<std::size_t> layers;   ///< Indices into weightLayers(network).
    std::vector<UnitChoice> choices;   ///< At least one; the first is the mildest.
};

/// All plans that a search looks at: one choice per unit.
struct MHO_API SearchSpace {
    std::shared_ptr<const Network> network;
    Plan asked;                     ///< Entries in node order.
    std::vector<SearchUnit> units;  ///< As in the table of sensitivities.

    /// @param choice per unit (asserted)
    Plan plan(const std::vector<std::size_t>& choice) const;
    double lossRise(const std::vector<std::size_t>& choice) const;
    /// Number of plans; inexact above 2^53.
    double plans() const;
};

/// @param asked valid on the network; the plan whose ratios move (completedPlan() in node order)
/// @throws Error InvalidArgument for options; Infeasible where a locked layer's plan has no measured sensitivity
MHO_API SearchSpace searchSpace(const std::shared_ptr<const Network>& network, const Plan& asked, const Target& target,
                                const AccuracyEstimator& estimator, const SearchSpaceOptions& options);

}  // namespace mho
