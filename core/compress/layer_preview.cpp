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
    if (weights_.empty()) {
        live_.reset();
        standIn_ = {};
    }
    return std::move(context.before);
}

LiveWeights& LayerPreview::live()
{
    if (!live_) {
        if (weights_.empty()) {
            standIn_.assign(static_cast<std::size_t>(layer_.weights()), 1.0F);
        }
        live_.emplace(layer_, weights_.empty() ? std::span<const float>(standIn_) : weights_);
    }
    return *live_;
}

std::span<const float> LayerPreview::values(std::size_t)
{
    live();
    return weights_.empty() ? std::span<const float>(standIn_) : weights_;
}

LayerMask LayerPreview::nearest(std::size_t, const LayerContext& context, const ConstraintSpec& spec)
{
    const Constraint& constraint = findConstraint(spec.kind);
    if (const GroupConstraint* groups = constraint.asGroups(); groups != nullptr && groups->isWorthRanking()) {
        return groups->projectRanked(context, spec, ranking(*groups, context, spec));
    }
    return withCounted(live().under(context.deadColumns), constraint, context,
                       [&](std::span<const float> counted) { return constraint.project(context, spec, counted); });
}

const GroupRanking& LayerPreview::ranking(const GroupConstraint& constraint, const LayerContext& context, const ConstraintSpec& spec)
{
    const LayerMask before = constraint.usesTiling() ? context.before : LayerMask{};
    const TilingOptions tiling = constraint.usesTiling() ? context.tiling : TilingOptions{};
    if (const auto found = rankings_.find(&constraint); found != rankings_.end()) {
        const KnownRanking& known = found->second;
        if (sameButRatio(known.spec, spec) && known.deadColumns == context.deadColumns && known.before == before &&
            isSameCut(known.tiling, tiling)) {
            return known.ranking;
        }
    }
    GroupRanking ranking = withCounted(live().under(context.deadColumns), constraint, context, [&](std::span<const float> counted) {
        return constraint.rank(context, spec, counted);
    });
    KnownRanking known{spec, context.deadColumns, before, tiling, std::move(ranking)};
    return rankings_.insert_or_assign(&constraint, std::move(known)).first->second.ranking;
}

}  // namespace mho
