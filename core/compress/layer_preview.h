// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/group_constraint.h"
#include "core/compress/live_weights.h"
#include "core/compress/project_layer.h"

#include <map>
#include <memory>
#include <span>
#include <vector>

namespace mho {

/// One layer of a preview: its hard mask by rankings that are made once, redone only where the plan, the arrays or what feeds
/// the layer have changed.
class LayerPreview final : private LayerPoint {
public:
    /// @param weights n*k, must outlive the object
    LayerPreview(const WeightLayer& layer, std::span<const float> weights) : layer_(layer), weights_(weights), live_(layer, weights) {}

    /// What hardMasks() makes of the layer.
    /// @param tiling of the layer under this plan
    /// @param deadColumns k flags; input channels die whole, as DeadChannels::columns has them
    LayerMask mask(const LayerPlan& wanted, const TilingOptions& tiling, const std::vector<std::uint8_t>& deadColumns);

private:
    /// A ranking and what it was made of.
    struct KnownRanking {
        ConstraintSpec spec;  ///< Its ratio does not count.
        std::vector<std::uint8_t> deadColumns;
        LayerMask before;      ///< Only where the kind looks at the arrays, like the next.
        TilingOptions tiling;
        std::unique_ptr<LiveScores> scores;  ///< From the first time that columns die, where the kind has such.
        GroupRanking ranking;
    };

    std::span<const float> values(std::size_t) override { return weights_; }
    LayerMask nearest(std::size_t constraint, const LayerContext& context, const ConstraintSpec& spec) override;
    const GroupRanking& ranking(const GroupConstraint& constraint, const LayerContext& context, const ConstraintSpec& spec);

    WeightLayer layer_;
    std::span<const float> weights_;
    LiveWeights live_;
    std::map<const Constraint*, KnownRanking> rankings_;
};

}  // namespace mho
