// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/preview.h"

#include "core/compress/levels.h"

#include <map>
#include <numeric>
#include <optional>

namespace mho {
namespace {

/// Groups in their natural order, for a network without weights: counts are exact, which groups stay is a placeholder.
GroupRanking naturalOrder(const Constraint& constraint, const WeightLayer& layer)
{
    GroupRanking ranking;
    const auto count = static_cast<std::size_t>(constraint.groups(layer));
    ranking.squaredNorms.assign(count, 0.0);
    ranking.order.resize(count);
    std::iota(ranking.order.begin(), ranking.order.end(), 0U);
    ranking.droppedEnergy.assign(count + 1, 0.0);
    return ranking;
}

}  // namespace

struct Preview::State {
    std::shared_ptr<const Network> network;
    double levelFloor = 0.0;
    bool usesWeights = false;
    CompressedNetwork compressed;
    std::vector<std::optional<LayerPlan>> shown;  ///< What each layer of `compressed` was made from.
    std::map<std::pair<std::size_t, std::string>, GroupRanking> rankings;
    std::map<std::pair<std::size_t, int>, LayerLevels> levels;

    std::span<const float> weights(std::size_t layer) const
    {
        return network->nodes()[compressed.layers[layer].layer.node].parameter("weight")->values();
    }

    const GroupRanking& ranking(std::size_t layer, const Constraint& constraint)
    {
        const auto key = std::make_pair(layer, std::string(constraint.name()));
        const auto found = rankings.find(key);
        if (found != rankings.end()) {
            return found->second;
        }
        const WeightLayer& weightLayer = compressed.layers[layer].layer;
        return rankings.emplace(key, usesWeights ? constraint.rank(weightLayer, weights(layer)) : naturalOrder(constraint, weightLayer))
            .first->second;
    }

    const LayerLevels& levelsOf(std::size_t layer, int bits)
    {
        const auto key = std::make_pair(layer, bits);
        const auto found = levels.find(key);
        if (found != levels.end()) {
            return found->second;
        }
        LayerLevels made{deviceLevels(bits, levelFloor), 1.0F};
        if (usesWeights) {
            made.scale = searchScale(made.set, weights(layer), {});
        }
        return levels.emplace(key, std::move(made)).first->second;
    }

    void redo(std::size_t layer, const LayerPlan& plan)
    {
        CompressedLayer& target = compressed.layers[layer];
        LayerMask mask = LayerMask::dense(target.layer.filters, target.layer.columns);
        for (const ConstraintSpec& spec : plan.constraints) {
            const Constraint& constraint = findConstraint(spec.kind);
            mask = mask & constraint.project(target.layer, ranking(layer, constraint), spec.ratio);
        }
        target.mask = std::move(mask);
        target.levels = plan.levelBits > 0 ? std::optional(levelsOf(layer, plan.levelBits)) : std::nullopt;
    }
};

Preview::Preview(std::shared_ptr<const Network> network, double levelFloor) : state_(std::make_unique<State>())
{
    state_->levelFloor = levelFloor;
    state_->usesWeights = network->hasWeights();
    state_->compressed = uncompressed(network);
    state_->shown.resize(state_->compressed.layers.size());
    state_->network = std::move(network);
}

Preview::~Preview() = default;
Preview::Preview(Preview&&) noexcept = default;
Preview& Preview::operator=(Preview&&) noexcept = default;

bool Preview::usesWeights() const
{
    return state_->usesWeights;
}

const CompressedNetwork& Preview::apply(const Plan& plan)
{
    throwIfProblems(plan.validate(*state_->network), "plan");
    for (std::size_t layer = 0; layer < state_->shown.size(); ++layer) {
        const LayerPlan* given = plan.find(state_->compressed.layers[layer].layer.name);
        const LayerPlan wanted = given != nullptr ? *given : LayerPlan{state_->compressed.layers[layer].layer.name, {}, 0};
        if (state_->shown[layer] != wanted) {
            state_->redo(layer, wanted);
            state_->shown[layer] = wanted;
        }
    }
    return state_->compressed;
}

}  // namespace mho
