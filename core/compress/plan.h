// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/compress/constraint.h"
#include "core/compress/target.h"
#include "core/network/network.h"

#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// What is asked of one weight layer.
struct LayerPlan {
    std::string layer;                        ///< Node name.
    std::vector<ConstraintSpec> constraints;  ///< All must hold, in this order; empty = not pruned.
    int levelBits = 0;                        ///< Bits of the levels incl. sign, as the quantiser allows; 0 = weights stay float.
    std::string levels = "device";            ///< Name of a quantiser; counts where levelBits is not 0.
    double rho = 1.0;                         ///< Factor on the stage's ADMM penalty for this layer, > 0 (ADMM-NN: fc1 has 10).
    bool operator==(const LayerPlan&) const = default;
};

/// What a user edits, undoes, saves and compares: one entry per weight layer, in node order.
struct MHO_API Plan {
    std::vector<LayerPlan> layers;

    /// Every problem on this network: unknown or missing layers, unknown kinds and quantisers, ratios a layer cannot meet,
    /// blocks that do not divide, analog levels that do not fit one cell.
    std::vector<Problem> validate(const Network& network, const Target& target) const;
    const LayerPlan* find(std::string_view layer) const;
    LayerPlan* find(std::string_view layer);
    bool operator==(const Plan&) const = default;
};

/// Bits a weight of this layer takes in cells, sign included; 0 = it stays float.
MHO_API int weightBits(const LayerPlan& plan);

/// A plan that leaves every weight layer as it is.
MHO_API Plan densePlan(const Network& network);

}  // namespace mho
