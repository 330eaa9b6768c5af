// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/compress/constraint.h"
#include "core/network/network.h"

#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// What is asked of one weight layer.
struct LayerPlan {
    std::string layer;                        ///< Node name.
    std::vector<ConstraintSpec> constraints;  ///< All must hold; empty = not pruned.
    int levelBits = 0;                        ///< Bits of the device levels incl. sign, 2..9; 0 = weights stay float.
    bool operator==(const LayerPlan&) const = default;
};

/// What a user edits, undoes, saves and compares: one entry per weight layer, in node order.
struct MHO_API Plan {
    std::vector<LayerPlan> layers;

    /// Every problem on this network: unknown or missing layers, unknown kinds, ratios a layer cannot meet.
    std::vector<Problem> validate(const Network& network) const;
    const LayerPlan* find(std::string_view layer) const;
    LayerPlan* find(std::string_view layer);
    bool operator==(const Plan&) const = default;
};

/// A plan that leaves every weight layer as it is.
MHO_API Plan densePlan(const Network& network);

}  // namespace mho
