// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/preview.h"

#include "core/base/parallel.h"
#include "core/compress/group_constraint.h"
#include "core/compress/quantizer.h"

#include <atomic>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace mho {
namespace {

/// A ranking and what it was made of.
struct KnownRanking {
    ConstraintSpec spec;   ///< Its ratio does not count.
    LayerMask before;      ///< Only where the kind looks at the arrays, like the next.
    TilingOptions tiling;
    GroupRanking ranking;
};

/// What is computed once per layer: rankings by constraint, levels by kind and bits, and the plan its mask stands for.
struct LayerCache {
    std::map<const Constraint*, KnownRanking> rankings;
    std::map<std::pair<std::string, int>, LayerLevels> levels;
    LayerPlan applied;
};

bool sameButRatio(ConstraintSpec a, const ConstraintSpec& b)
{
    a.ratio = b.ratio;
    return a == b;
}

bool isSameCut(const TilingOptions& a, const TilingOptions& b)
{
    return a.wordLines == b.wordLines && a.filtersPerBlock == b.filtersPerBlock && a.mapping == b.mapping && a.compaction == b.compaction;
}

}  // namespace

struct Preview::State {
    CompressedNetwork compressed;
    std::vector<LayerCache> caches;  ///< As compressed.layers.
    Target target;
    bool usesWeights = false;

    std::span<const float> weights(const WeightLayer& layer) const
    {
        return compressed.network->nodes()[layer.node].parameter("weight")->values();
    }

    const GroupRanking& ranking(std::size_t at, const GroupConstraint& constraint, const LayerContext& context, const ConstraintSpec& spec)
    {
        auto& known = caches[at].rankings;
        const LayerMask before = constraint.usesTiling() ? context.before : LayerMask{};
        const TilingOptions tiling = constraint.usesTiling() ? context.tiling : TilingOptions{};
        if (const auto found = known.find(&constraint); found != known.end() && sameButRatio(found->second.spec, spec) &&
                                                        found->second.before == before && isSameCut(found->second.tiling, tiling)) {
            return found->second.ranking;
        }
        GroupRanking ranking =
            usesWeights ? constraint.rank(context, spec, weights(context.layer)) : constraint.placeholder(context, spec);
        return known.insert_or_assign(&constraint, KnownRanking{spec, before, tiling, std::move(ranking)}).first->second.ranking;
    }

    LayerMask project(std::size_t at, const LayerContext& context, const ConstraintSpec& spec)
    {
        const Constraint& constraint = findConstraint(spec.kind);
        if (const GroupConstraint* groups = constraint.asGroups(); groups != nullptr && groups->isWorthRanking()) {
            return groups->projectRanked(context, spec, ranking(at, *groups, context, spec));
        }
        if (usesWeights) {
            return constraint.project(context, spec, weights(context.layer));
        }
        // Equal weights: the tie rule takes the first of everything.
        const std::vector<float> equal(static_cast<std::size_t>(context.layer.weights()), 1.0F);
        return constraint.project(context, spec, equal);
    }

    const LayerLevels& levels(std::size_t at, const LayerPlan& plan)
    {
        auto& known = caches[at].levels;
        const std::pair key(plan.levels, plan.levelBits);
        if (const auto found = known.find(key); found != known.end()) {
            return found->second;
        }
        const Quantizer& quantizer = findQuantizer(plan.levels);
        LayerLevels levels =
            usesWeights ? quantizer.fit(plan.levelBits, target.levelFloor, weights(compressed.layers[at].layer), {})
                        : LayerLevels{quantizer.levels(plan.levelBits, target.levelFloor), 1.0F, 0.0F};
        return known.emplace(key, std::move(levels)).first->second;
    }

    /// Makes layer `at` follow `plan`; touches no other layer. `applied` is set last, so a failure is redone next time.
    void update(std::size_t at, const LayerPlan& plan)
    {
        CompressedLayer& layer = compressed.layers[at];
        LayerCache& cache = caches[at];
        // Level bits decide how many filters an array holds, so constraints over arrays follow them.
        if (plan.constraints != cache.applied.constraints || weightBits(plan) != weightBits(cache.applied)) {
            LayerContext context = denseContext(layer.layer, target.tiling(layer.layer, weightBits(plan)));
            for (std::size_t c = 0; c < plan.constraints.size(); ++c) {
                LayerMask mask = project(at, context, plan.constraints[c]);
                // The first one needs no copy of its elements: all weights stood before it.
                context.before = c == 0 ? std::move(mask) : context.before & mask;
            }
            layer.mask = std::move(context.before);
        }
        if (plan.levelBits != cache.applied.levelBits || plan.levels != cache.applied.levels) {
            layer.levels = plan.levelBits == 0 ? std::nullopt : std::optional<LayerLevels>(levels(at, plan));
        }
        cache.applied = plan;
    }
};

Preview::Preview(std::shared_ptr<const Network> network, Target target) : state_(std::make_unique<State>())
{
    state_->compressed = uncompressed(std::move(network));
    state_->target = std::move(target);
    state_->usesWeights = state_->compressed.network->hasWeights();
    for (const CompressedLayer& layer : state_->compressed.layers) {
        state_->caches.emplace_back().applied.layer = layer.layer.name;
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
    throwIfProblems(plan.validate(*state_->compressed.network, state_->target), "plan");
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
