// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/preview.h"

#include "core/base/parallel.h"
#include "core/compress/levels.h"

#include <atomic>
#include <map>
#include <numeric>
#include <utility>

namespace mho {
namespace {

/// The order of a layer without values: first groups first.
GroupRanking placeholderRanking(std::int64_t groups)
{
    const auto count = static_cast<std::size_t>(groups);
    GroupRanking ranking{std::vector<double>(count, 0.0), std::vector<std::uint32_t>(count),
                         std::vector<double>(count + 1, 0.0)};
    std::iota(ranking.order.begin(), ranking.order.end(), 0U);
    return ranking;
}

/// What is computed once per layer: rankings by constraint, levels by bits, and the plan its mask stands for.
struct LayerCache {
    std::map<const Constraint*, GroupRanking> rankings;
    std::map<int, LayerLevels> levels;
    LayerPlan applied;
};

}  // namespace

struct Preview::State {
    CompressedNetwork compressed;
    std::vector<LayerCache> caches;  ///< As compressed.layers.
    double levelFloor = 0.0;
    bool usesWeights = false;

    std::span<const float> weights(const WeightLayer& layer) const
    {
        return compressed.network->nodes()[layer.node].parameter("weight")->values();
    }

    const GroupRanking& ranking(std::size_t at, const Constraint& constraint)
    {
        auto& known = caches[at].rankings;
        const auto found = known.find(&constraint);
        if (found != known.end()) {
            return found->second;
        }
        const WeightLayer& layer = compressed.layers[at].layer;
        return known
            .emplace(&constraint,
                     usesWeights ? constraint.rank(layer, weights(layer)) : placeholderRanking(constraint.groups(layer)))
            .first->second;
    }

    const LayerLevels& levels(std::size_t at, int bits)
    {
        auto& known = caches[at].levels;
        const auto found = known.find(bits);
        if (found != known.end()) {
            return found->second;
        }
        LayerLevels levels{deviceLevels(bits, levelFloor), 1.0F};
        if (usesWeights) {
            levels.scale = searchScale(levels.set, weights(compressed.layers[at].layer), {});
        }
        return known.emplace(bits, std::move(levels)).first->second;
    }

    /// Makes layer `at` follow `plan`; touches no other layer. `applied` is set last, so a failure is redone next time.
    void update(std::size_t at, const LayerPlan& plan)
    {
        CompressedLayer& target = compressed.layers[at];
        LayerCache& cache = caches[at];
        if (plan.constraints != cache.applied.constraints) {
            LayerMask mask = LayerMask::dense(target.layer.filters, target.layer.columns);
            for (const ConstraintSpec& spec : plan.constraints) {
                const Constraint& constraint = findConstraint(spec.kind);
                mask = mask & constraint.project(target.layer, ranking(at, constraint), spec.ratio);
            }
            target.mask = std::move(mask);
        }
        if (plan.levelBits != cache.applied.levelBits) {
            target.levels = plan.levelBits == 0 ? std::nullopt : std::optional<LayerLevels>(levels(at, plan.levelBits));
        }
        cache.applied = plan;
    }
};

Preview::Preview(std::shared_ptr<const Network> network, double levelFloor) : state_(std::make_unique<State>())
{
    state_->compressed = uncompressed(std::move(network));
    state_->levelFloor = levelFloor;
    state_->usesWeights = state_->compressed.network->hasWeights();
    for (const CompressedLayer& layer : state_->compressed.layers) {
        state_->caches.push_back({{}, {}, {layer.layer.name, {}, 0}});
    }
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
    throwIfProblems(plan.validate(*state_->compressed.network), "plan");
    std::vector<std::pair<std::size_t, const LayerPlan*>> changed;
    for (std::size_t at = 0; at < state_->caches.size(); ++at) {
        const LayerPlan* wanted = plan.find(state_->caches[at].applied.layer);
        if (*wanted != state_->caches[at].applied) {
            changed.emplace_back(at, wanted);
        }
    }
    // Layers differ much in size, so each thread takes the next one that nobody has; no layer sees another.
    std::atomic<std::size_t> next = 0;
    parallelFor(changed.size(), 1, [&](std::size_t, std::size_t) {
        for (std::size_t i = next++; i < changed.size(); i = next++) {
            state_->update(changed[i].first, *changed[i].second);
        }
    });
    return state_->compressed;
}

}  // namespace mho
