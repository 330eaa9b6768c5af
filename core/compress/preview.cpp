// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/preview.h"

#include "core/base/parallel.h"
#include "core/compress/layer_preview.h"
#include "core/compress/project_plan.h"
#include "core/compress/quantizer.h"
#include "core/network/dead_channels.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace mho {
namespace {

/// What is kept of one layer from plan to plan.
struct LayerCache {
    std::optional<LayerPreview> preview;  ///< From the first constraint on.
    std::map<std::pair<std::string, int>, LayerLevels> levels;  ///< By kind and bits.
    LayerPlan applied;                                          ///< That mask and levels stand for, like the next.
    std::vector<std::uint8_t> deadColumns;
    LayerMask own;         ///< What the layer's constraints keep.
    bool ownMoved = true;  ///< Since the network's masks were made of these.
};

}  // namespace

struct Preview::State {
    CompressedNetwork compressed;
    std::vector<LayerCache> caches;  ///< As compressed.layers.
    Target target;
    bool usesWeights = false;
    std::vector<std::vector<float>> standIns;  ///< Equal weights; layers share what is large enough.
    std::vector<std::uint8_t> lost;            ///< Per layer: 1 = its mask is less than its own.
    std::vector<std::uint8_t> changed;
    bool unfinished = false;  ///< The last apply() was left by an exception.
    std::vector<CompressedNetwork::Counts> ownCounts;

    std::span<const float> weights(const WeightLayer& layer)
    {
        if (usesWeights) {
            return compressed.network->nodes()[layer.node].parameter("weight")->values();
        }
        const auto count = static_cast<std::size_t>(layer.weights());
        auto found = std::find_if(standIns.begin(), standIns.end(), [&](const auto& ones) { return ones.size() >= count; });
        if (found == standIns.end()) {
            found = standIns.insert(found, std::vector<float>(count, 1.0F));
        }
        return std::span<const float>(*found).first(count);
    }

    LayerMask mask(std::size_t at, const LayerPlan& plan, const std::vector<std::uint8_t>& deadColumns)
    {
        const WeightLayer& layer = compressed.layers[at].layer;
        if (plan.constraints.empty()) {
            return LayerMask::dense(layer.filters, layer.columns);
        }
        std::optional<LayerPreview>& preview = caches[at].preview;
        if (!preview) {
            preview.emplace(layer, weights(layer));
        }
        return preview->mask(plan, target.tiling(layer, weightBits(plan)), deadColumns);
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

    /// No layer's levels look at another's.
    void updateLevels(const std::vector<const LayerPlan*>& wanted, bool all)
    {
        std::vector<std::size_t> wantsOthers;
        for (std::size_t at = 0; at < caches.size(); ++at) {
            const LayerPlan& applied = caches[at].applied;
            if (all || wanted[at]->levelBits != applied.levelBits || wanted[at]->levels != applied.levels) {
                wantsOthers.push_back(at);
                changed[at] = 1;
            }
        }
        // Layers differ much in size, so each thread takes the next one that nobody has.
        std::atomic<std::size_t> next = 0;
        parallelFor(wantsOthers.size(), 1, [&](std::size_t, std::size_t) {
            for (std::size_t i = next++; i < wantsOthers.size(); i = next++) {
                const LayerPlan& plan = *wanted[wantsOthers[i]];
                compressed.layers[wantsOthers[i]].levels =
                    plan.levelBits == 0 ? std::nullopt : std::optional<LayerLevels>(levels(wantsOthers[i], plan));
            }
        });
    }

    /// Layer after layer, as what one loses takes columns from those behind it. `applied` is set last, so a failure is redone
    /// next time.
    void updateOwnMasks(const std::vector<const LayerPlan*>& wanted)
    {
        DeadChannelWalk walk(*compressed.network);
        for (std::size_t at = 0; at < caches.size(); ++at) {
            LayerCache& cache = caches[at];
            const LayerPlan& plan = *wanted[at];
            // Level bits decide how many filters an array holds, so constraints over arrays follow them.
            const bool moves = plan.constraints != cache.applied.constraints ||
                               (!plan.constraints.empty() &&
                                (weightBits(plan) != weightBits(cache.applied) || walk.columns() != cache.deadColumns));
            if (moves) {
                cache.ownMoved = true;
                cache.own = mask(at, plan, walk.columns());
                ownCounts[at].kept = cache.own.keptWeights();
            }
            cache.deadColumns = walk.columns();
            cache.applied = plan;
            walk.take(cache.own);
        }
    }

    /// The layers' own masks without what they leave each other without effect. `ownMoved` is reset last.
    void updateMasks(const Plan& plan)
    {
        if (std::none_of(caches.begin(), caches.end(), [](const LayerCache& cache) { return cache.ownMoved; })) {
            return;
        }
        // Until all is done a failure finds every layer to be made of its own mask again.
        const std::vector<std::uint8_t> lostBefore = std::exchange(lost, std::vector<std::uint8_t>(caches.size(), 1));
        std::vector<LayerMask> masks(caches.size());
        std::vector<LayerMask> before(caches.size());
        for (std::size_t at = 0; at < caches.size(); ++at) {
            const bool anew = caches[at].ownMoved || lostBefore[at] != 0;
            before[at] = std::move(compressed.layers[at].mask);
            masks[at] = anew ? caches[at].own : std::move(before[at]);
        }
        // Which channels equal weights leave unread says nothing of those of a trained network.
        std::vector<std::uint8_t> lose(caches.size(), 0);
        if (usesWeights) {
            lose = dropUnusedAndSettle(*compressed.network, plan, target, masks, [this](std::size_t at) {
                const std::span<const float> values = weights(compressed.layers[at].layer);
                return std::vector<float>(values.begin(), values.end());
            });
        }
        for (std::size_t at = 0; at < caches.size(); ++at) {
            const bool same = !caches[at].ownMoved && (lostBefore[at] != 0 ? masks[at] == before[at] : lose[at] == 0);
            changed[at] = same ? changed[at] : std::uint8_t{1};
            compressed.layers[at].mask = std::move(masks[at]);
            caches[at].ownMoved = false;
        }
        lost = std::move(lose);
    }
};

Preview::Preview(std::shared_ptr<const Network> network, Target target) : state_(std::make_unique<State>())
{
    state_->compressed = uncompressed(std::move(network));
    state_->target = std::move(target);
    state_->usesWeights = state_->compressed.network->hasWeights();
    for (const CompressedLayer& layer : state_->compressed.layers) {
        LayerCache& cache = state_->caches.emplace_back();
        cache.applied.layer = layer.layer.name;
        cache.own = layer.mask;
        state_->ownCounts.push_back({layer.layer.weights(), layer.layer.weights()});
    }
    state_->lost.assign(state_->caches.size(), 0);
    state_->changed = state_->lost;
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
    std::vector<const LayerPlan*> wanted;
    for (const LayerCache& cache : state_->caches) {
        wanted.push_back(plan.find(cache.applied.layer));
    }
    // After one that was not finished nothing is known to be of any plan.
    const bool anew = std::exchange(state_->unfinished, true);
    std::fill(state_->changed.begin(), state_->changed.end(), static_cast<std::uint8_t>(anew ? 1 : 0));
    state_->updateLevels(wanted, anew);
    state_->updateOwnMasks(wanted);
    state_->updateMasks(plan);
    state_->unfinished = false;
    return state_->compressed;
}

const std::vector<std::uint8_t>& Preview::changed() const
{
    return state_->changed;
}

const std::vector<CompressedNetwork::Counts>& Preview::ownCounts() const
{
    return state_->ownCounts;
}

const LayerMask& Preview::ownMask(std::size_t layer) const
{
    return state_->caches[layer].own;
}

std::vector<LayerMask> Preview::ownMasks() const
{
    std::vector<LayerMask> masks;
    for (const LayerCache& cache : state_->caches) {
        masks.push_back(cache.own);
    }
    return masks;
}

}  // namespace mho
