// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/break_even_search.h"

namespace mho {
namespace {

/// The last step in low..high for which `test` holds, where it holds up to some step; low - 1 where it does not at low.
template <class Test>
std::int64_t lastTrue(std::int64_t low, std::int64_t high, Test test)
{
    std::int64_t holds = low - 1;
    std::int64_t fails = high + 1;
    while (fails - holds > 1) {
        const std::int64_t middle = holds + (fails - holds) / 2;
        (test(middle) ? holds : fails) = middle;
    }
    return holds;
}

}  // namespace

BreakEvenSearch::BreakEvenSearch(const std::shared_ptr<const Network>& network, const Plan& asked, const Target& target,
                                 const Engine& engine, double leastSpeedUp)
    : plan_(asked), preview_(network, target), speed_(network, engine), leastSpeedUp_(leastSpeedUp)
{
    const CompressedNetwork& compressed = preview_.apply(asked);
    constantsSha256_ = engine.price(compressed).constantsSha256;  // throws where the network does not fit
    for (const CompressedLayer& layer : compressed.layers) {
        const LayerAtRatio dense{layer.layer.weights(), speed_.denseS(layer), speed_.denseStorage(layer)};
        layers_.push_back({layer.layer, PruningLadder(*asked.find(layer.layer.name), layer.layer, target), dense, {}, {}, {}});
        plan_.find(layer.layer.name)->constraints.clear();
    }
}

const CompressedLayer& BreakEvenSearch::projected(std::size_t at, std::int64_t step)
{
    plan_.find(layers_[pruned_].layer.name)->constraints.clear();
    *plan_.find(layers_[at].layer.name) = layers_[at].ladder.at(step);
    pruned_ = at;
    return preview_.apply(plan_).layers[at];
}

std::int64_t BreakEvenSearch::kept(std::size_t at, std::int64_t step)
{
    Layer& layer = layers_[at];
    if (layer.ladder.irregular()) {
        return step;
    }
    const auto known = layer.kept.find(step);
    return known != layer.kept.end() ? known->second
                                     : layer.kept.emplace(step, projected(at, step).mask.keptWeights()).first->second;
}

double BreakEvenSearch::prunedS(std::size_t at, std::int64_t step)
{
    Layer& layer = layers_[at];
    const auto known = layer.prunedS.find(step);
    if (known != layer.prunedS.end()) {
        return known->second;
    }
    const double seconds = layer.ladder.irregular() && speed_.countsIrregular() ? speed_.irregularS(layer.layer, step)
                                                                                : speed_.prunedS(projected(at, step));
    return layer.prunedS.emplace(step, seconds).first->second;
}

LayerAtRatio BreakEvenSearch::atStep(std::size_t at, std::int64_t step)
{
    const std::int64_t weights = kept(at, step);
    const double seconds = prunedS(at, step);
    const CompressedLayer& layer = projected(at, step);
    return step == ladder(at).top() ? LayerAtRatio{weights, speed_.restS(layer), speed_.restStorage(layer)}
                                    : LayerAtRatio{weights, seconds, speed_.prunedStorage(layer)};
}

bool BreakEvenSearch::pays(std::size_t at, std::int64_t step)
{
    return dense(at).seconds >= leastSpeedUp_ * prunedS(at, step);
}

std::optional<std::int64_t> BreakEvenSearch::breakEven(std::size_t at)
{
    std::optional<std::optional<std::int64_t>>& known = layers_[at].breakEven;
    if (!known) {
        known = searchBreakEven(at);
    }
    return *known;
}

std::optional<std::int64_t> BreakEvenSearch::searchBreakEven(std::size_t at)
{
    const std::int64_t least = ladder(at).least();
    const std::int64_t top = ladder(at).top();
    // Where pruning gains something; near the top it may change nothing, and between the two cost an index that it does not
    // earn.
    const std::int64_t gains =
        lastTrue(least, top - 1, [&](std::int64_t step) { return pays(at, step) && prunedS(at, step) < dense(at).seconds; });
    // From there on as far as it is just as fast.
    if (!pays(at, gains + 1)) {
        return gains < least ? std::nullopt : std::optional(gains);
    }
    return lastTrue(gains + 1, top, [&](std::int64_t step) { return pays(at, step); });
}

std::int64_t BreakEvenSearch::least(std::size_t at, std::optional<double> mostRatio)
{
    const PruningLadder& steps = ladder(at);
    if (!mostRatio) {
        return steps.least();
    }
    const double fewest = static_cast<double>(layer(at).weights()) / *mostRatio * (1.0 - 1e-9);
    const std::int64_t tooFew = lastTrue(steps.least(), steps.asked() - 1,
                                         [&](std::int64_t step) { return static_cast<double>(kept(at, step)) < fewest; });
    return tooFew + 1;
}

}  // namespace mho
