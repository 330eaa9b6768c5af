// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/group_constraint.h"

#include "core/compress/largest.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace mho {

LiveScores::~LiveScores() = default;

GroupRanking rankGroups(std::vector<double> scores)
{
    GroupRanking ranking;
    ranking.scores = std::move(scores);
    const std::size_t count = ranking.scores.size();
    ranking.order.resize(count);
    std::iota(ranking.order.begin(), ranking.order.end(), 0U);
    std::stable_sort(ranking.order.begin(), ranking.order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return ranking.scores[a] > ranking.scores[b]; });
    ranking.droppedEnergy.assign(count + 1, 0.0);
    for (std::size_t i = count; i > 0; --i) {
        ranking.droppedEnergy[i - 1] = ranking.droppedEnergy[i] + ranking.scores[ranking.order[i - 1]];
    }
    return ranking;
}

double GroupConstraint::mostRatio(const LayerContext& context, const ConstraintSpec& spec) const
{
    // Fronts ask for every layer, also where the kind does not go: nothing can be taken there.
    return refusals(context, spec).empty() ? static_cast<double>(groups(context, spec)) : 1.0;
}

std::int64_t GroupConstraint::keptGroups(const LayerContext& context, const ConstraintSpec& spec) const
{
    return keptCount(groups(context, spec), spec.ratio);
}

std::unique_ptr<LiveScores> GroupConstraint::liveScores(const LayerContext&, const ConstraintSpec&, std::span<const float>) const
{
    return nullptr;
}

LayerMask GroupConstraint::projectRanked(const LayerContext& context, const ConstraintSpec& spec, const GroupRanking& ranking) const
{
    std::vector<std::uint8_t> kept(ranking.order.size(), 0);
    const std::size_t count = std::min(kept.size(), static_cast<std::size_t>(keptGroups(context, spec)));
    for (std::size_t i = 0; i < count; ++i) {
        kept[ranking.order[i]] = 1;
    }
    return mask(context, spec, kept);
}

LayerMask GroupConstraint::project(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const
{
    assert(static_cast<std::int64_t>(weights.size()) == context.layer.weights());
    return mask(context, spec, largest(scores(context, spec, weights), static_cast<std::size_t>(keptGroups(context, spec))));
}

bool GroupConstraint::satisfied(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const
{
    // Counted from the definition, not from scores: a sum of squares of tiny weights may round to zero.
    std::vector<std::uint8_t> used;
    const std::vector<std::uint32_t> group = groupOf(context, spec);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] == 0.0F) {
            continue;
        }
        if (group[i] == kNoGroup) {
            return false;
        }
        if (group[i] >= used.size()) {
            used.resize(group[i] + 1, 0);
        }
        used[group[i]] = 1;
    }
    return std::count(used.begin(), used.end(), std::uint8_t{1}) <= keptGroups(context, spec);
}

}  // namespace mho
