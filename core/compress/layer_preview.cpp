// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/layer_preview.h"

#include "core/compress/project_plan.h"

#include <algorithm>
#include <utility>

namespace mho {
namespace {

bool sameButRatio(ConstraintSpec a, const ConstraintSpec& b)
{
    a.ratio = b.ratio;
    return a == b;
}

bool isSameCut(const TilingOptions& a, const TilingOptions& b)
{
    return a.wordLines == b.wordLines && a.filtersPerBlock == b.filtersPerBlock && a.mapping == b.mapping && a.compaction == b.compaction;
}

bool keepsAll(const LayerMask& mask)
{
    return mask.elements.empty() && std::count(mask.rows.begin(), mask.rows.end(), std::uint8_t{0}) == 0 &&
           std::count(mask.columns.begin(), mask.columns.end(), std::uint8_t{0}) == 0;
}

bool anyDead(const LayerContext& context)
{
    return std::find(context.deadColumns.begin(), context.deadColumns.end(), std::uint8_t{1}) != context.deadColumns.end();
}

/// Calls `body` with the weights that a kind looks at: as nearestAt() has them, without a copy where nothing is taken.
template <class Body>
auto withCounted(std::span<const float> live, const Constraint& constraint, const LayerContext& context, Body body)
{
    if (!constraint.usesTiling() || keepsAll(context.before)) {
        return body(live);
    }
    std::vector<float> counted(live.begin(), live.end());
    applyMask(context.before, counted);
    return body(std::span<const float>(counted));
}

}  // namespace

LayerMask LayerPreview::mask(const LayerPlan& wanted, const TilingOptions& tiling, const std::vector<std::uint8_t>& deadColumns)
{
    LayerContext context = denseContext(layer_, tiling);
    context.deadColumns = deadColumns;
    hardenLayer(context, wanted, *this);
    return std::move(context.before);
}

LayerMask LayerPreview::nearest(std::size_t, const LayerContext& context, const ConstraintSpec& spec)
{
    const Constraint& constraint = findConstraint(spec.kind);
    if (const GroupConstraint* groups = constraint.asGroups(); groups != nullptr && groups->isWorthRanking()) {
        return groups->projectRanked(context, spec, ranking(*groups, context, spec));
    }
    return withCounted(live_.under(context.deadColumns), constraint, context,
                       [&](std::span<const float> counted) { return constraint.project(context, spec, counted); });
}

const GroupRanking& LayerPreview::ranking(const GroupConstraint& constraint, const LayerContext& context, const ConstraintSpec& spec)
{
    const bool overArrays = constraint.usesTiling();
    const LayerMask before = overArrays ? context.before : LayerMask{};
    const TilingOptions tiling = overArrays ? context.tiling : TilingOptions{};
    KnownRanking& known = rankings_[&constraint];
    if (!sameButRatio(known.spec, spec)) {
        known = {};
    } else if (known.deadColumns == context.deadColumns && known.before == before && isSameCut(known.tiling, tiling)) {
        return known.ranking;
    }
    if (!known.scores && !overArrays && anyDead(context)) {
        known.scores = constraint.liveScores(context, spec, weights_);
    }
    std::vector<double> scores =
        known.scores ? known.scores->under(context.deadColumns)
                     : withCounted(live_.under(context.deadColumns), constraint, context, [&](std::span<const float> counted) {
                           return constraint.scores(context, spec, counted);
                       });
    known = {spec, context.deadColumns, before, tiling, std::move(known.scores), rankGroups(std::move(scores))};
    return known.ranking;
}

}  // namespace mho
