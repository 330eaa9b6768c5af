// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/preview.h"
#include "core/explore/layer_speed.h"
#include "core/explore/pruning_ladder.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What breakEvenPlan() asks about the layers of a plan; not for other rooms.
namespace mho {

/// What each layer keeps, and how long it takes, at each step of its ladder, as long as no other layer is pruned: the channels
/// that others lose would move its mask with every step of theirs. Answers are kept: a projection costs more than all the rest.
/// Layers are numbered in node order.
class BreakEvenSearch {
public:
    /// Throws Error as breakEvenPlan().
    BreakEvenSearch(const std::shared_ptr<const Network>& network, const Plan& asked, const Target& target,
                    const Engine& engine, double leastSpeedUp);

    std::size_t layers() const { return layers_.size(); }
    const WeightLayer& layer(std::size_t at) const { return layers_[at].layer; }
    const PruningLadder& ladder(std::size_t at) const { return layers_[at].ladder; }
    bool usesWeights() const { return preview_.usesWeights(); }
    const std::string& constantsSha256() const { return constantsSha256_; }

    std::int64_t kept(std::size_t at, std::int64_t step);
    /// At the top of a ladder, and where nothing moves, LayerSpeed's restS and restStorage.
    LayerAtRatio atStep(std::size_t at, std::int64_t step);
    const LayerAtRatio& dense(std::size_t at) const { return layers_[at].dense; }
    /// True when the layer, pruned to this step, is as much faster than dense as asked for.
    bool pays(std::size_t at, std::int64_t step);
    /// The highest step that pays together with all below it; none where the ladder's least does not pay.
    std::optional<std::int64_t> breakEven(std::size_t at);
    /// The smallest step with weights / kept at most `mostRatio`, not below the ladder's least nor above its asked one.
    std::int64_t least(std::size_t at, std::optional<double> mostRatio);

private:
    struct Layer {
        WeightLayer layer;
        PruningLadder ladder;
        LayerAtRatio dense;
        std::map<std::int64_t, std::int64_t> kept;
        std::map<std::int64_t, double> prunedS;  ///< With the step's mask, also at the top.
        std::optional<std::optional<std::int64_t>> breakEven;
    };

    const CompressedLayer& projected(std::size_t at, std::int64_t step);
    double prunedS(std::size_t at, std::int64_t step);
    std::optional<std::int64_t> searchBreakEven(std::size_t at);

    Plan plan_;  ///< The last one that was projected: constraints on one layer alone.
    std::size_t pruned_ = 0;  ///< That layer.
    Preview preview_;
    LayerSpeed speed_;
    double leastSpeedUp_;
    std::string constantsSha256_;
    std::vector<Layer> layers_;
};

}  // namespace mho
