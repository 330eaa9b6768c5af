// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/project_layer.h"

#include "core/compress/keep_cuts.h"
#include "core/compress/project_plan.h"
#include "core/compress/same_arrays.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <optional>
#include <utility>

namespace mho {
namespace {

/// Per constraint of a layer, arrays on which it is known to hold for the mask of that time. Masks only shrink, so it holds as
/// long as the arrays are among these; nothing for constraints that look at no arrays.
using KnownArrays = std::vector<std::optional<Tiling>>;

/// Zeroes the columns that are fed by zeros only.
void clearDead(const LayerContext& context, std::span<float> matrix)
{
    if (std::count(context.deadColumns.begin(), context.deadColumns.end(), std::uint8_t{1}) == 0) {
        return;
    }
    LayerMask live = LayerMask::dense(context.layer.filters, context.layer.columns);
    std::transform(context.deadColumns.begin(), context.deadColumns.end(), live.columns.begin(),
                   [](std::uint8_t dead) { return dead == 0 ? 1 : 0; });
    applyMask(live, matrix);
}

std::vector<float> copyOf(std::span<const float> values)
{
    return {values.begin(), values.end()};
}

/// Whether a constraint holds for `values` under the mask context.before, on the arrays cut from it.
bool holds(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> values)
{
    std::vector<float> kept = copyOf(values);
    applyMask(context.before, kept);
    clearUnmapped(context, kept);
    return findConstraint(spec.kind).satisfied(context, spec, kept) && maskHolds(context, spec);
}

LayerContext withMask(const LayerContext& context, LayerMask before)
{
    return {context.layer, context.tiling, std::move(before), context.deadColumns};
}

/// Takes weights out of context.before until constraint `spec` holds on the arrays cut from it. Ends, as a set that the mask
/// lies outside of takes a weight from it.
void shrinkUntilItHolds(LayerContext& context, const ConstraintSpec& spec, std::span<const float> values)
{
    while (!holds(context, spec, values)) {
        LayerMask less = context.before & nearestAt(context, spec, values);
        const bool smaller = less.keptWeights() < context.before.keptWeights();
        assert(smaller);
        if (!smaller) {
            break;  // a kind that breaks its promise; constraintViolations() will tell
        }
        context.before = std::move(less);
    }
}

/// Sum of the squares of what is kept of `values`.
double energyOf(const LayerMask& kept, std::vector<float> values)
{
    applyMask(kept, values);
    return std::accumulate(values.begin(), values.end(), 0.0, [](double sum, float value) {
        return sum + static_cast<double>(value) * static_cast<double>(value);
    });
}

/// The projection that leaves the cuts of `context` where they are, in place of the mended mask `own`, where it holds and lies
/// nearer; nothing otherwise. Groups are pruned whole on purpose.
std::optional<LayerMask> keepCutsIfNearer(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> values,
                                          const LayerMask& own)
{
    if (findConstraint(spec.kind).asGroups() != nullptr) {
        return std::nullopt;
    }
    std::vector<float> counted = copyOf(values);
    clearDead(context, counted);
    applyMask(context.before, counted);
    LayerMask kept = keepCuts(context, spec, counted);
    const LayerContext whole = withMask(context, context.before & kept);
    if (holds(whole, spec, values) && energyOf(whole.before, counted) > energyOf(own, counted)) {
        return kept;
    }
    return std::nullopt;
}

/// context.before without what keeps constraint `spec` from holding on the arrays that are left; true when some weights went.
bool mend(LayerContext& context, const ConstraintSpec& spec, std::span<const float> values)
{
    if (holds(context, spec, values)) {
        return false;
    }
    LayerContext own = context;
    shrinkUntilItHolds(own, spec, values);
    if (const auto kept = keepCutsIfNearer(context, spec, values, own.before)) {
        own.before = context.before & *kept;
    }
    context.before = std::move(own.before);
    return true;
}

KnownArrays project(LayerContext& context, const LayerPlan& wanted, LayerPoint& point, const TookProjection& took)
{
    KnownArrays known(wanted.constraints.size());
    for (std::size_t c = 0; c < wanted.constraints.size(); ++c) {
        const ConstraintSpec& spec = wanted.constraints[c];
        LayerMask mask = point.nearest(c, context, spec);
        LayerContext own = withMask(context, context.before & mask);
        if (findConstraint(spec.kind).usesTiling()) {
            known[c] = own.tiled();
            // On the arrays that it was projected on the constraint holds.
            if (!areAmong(*known[c], context.tiled())) {
                const std::span<const float> values = point.values(c);
                LayerContext mended = own;
                shrinkUntilItHolds(mended, spec, values);
                if (mended.before != own.before) {
                    const auto kept = keepCutsIfNearer(context, spec, values, mended.before);
                    mask = kept ? *kept : mask & mended.before;
                    own.before = kept ? context.before & *kept : std::move(mended.before);
                    known[c] = own.tiled();
                }
            }
        }
        if (took) {
            took(c, own, mask);
        }
        context.before = std::move(own.before);
    }
    return known;
}

void settle(LayerContext& context, const LayerPlan& wanted, std::span<const float> values, KnownArrays known)
{
    bool mended = true;
    while (mended) {
        mended = false;
        for (std::size_t c = 0; c < wanted.constraints.size(); ++c) {
            if (!findConstraint(wanted.constraints[c].kind).usesTiling()) {
                continue;
            }
            Tiling now = context.tiled();
            if (known[c] && areAmong(now, *known[c])) {
                continue;
            }
            if (mend(context, wanted.constraints[c], values)) {
                mended = true;
                now = context.tiled();
            }
            known[c] = std::move(now);
        }
    }
}

}  // namespace

LayerPoint::~LayerPoint() = default;

LayerMask LayerPoint::nearest(std::size_t constraint, const LayerContext& context, const ConstraintSpec& spec)
{
    return nearestAt(context, spec, values(constraint));
}

LayerMask nearestAt(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> values)
{
    const Constraint& constraint = findConstraint(spec.kind);
    std::vector<float> counted = copyOf(values);
    clearDead(context, counted);
    if (constraint.usesTiling()) {
        applyMask(context.before, counted);
    }
    return constraint.project(context, spec, counted);
}

void clearUnmapped(const LayerContext& context, std::vector<float>& matrix)
{
    if (context.tiling.compaction != Compaction::None) {
        clearDead(context, matrix);
    }
}

bool maskHolds(const LayerContext& context, const ConstraintSpec& spec)
{
    std::vector<float> ones(static_cast<std::size_t>(context.layer.weights()), 1.0F);
    applyMask(context.before, ones);
    clearUnmapped(context, ones);
    return findConstraint(spec.kind).satisfied(context, spec, ones);
}

void projectLayer(LayerContext& context, const LayerPlan& wanted, LayerPoint& point, const TookProjection& took)
{
    project(context, wanted, point, took);
}

void hardenLayer(LayerContext& context, const LayerPlan& wanted, LayerPoint& point)
{
    KnownArrays known = project(context, wanted, point, {});
    for (std::size_t c = 0; c < known.size(); ++c) {
        if (known[c]) {
            settle(context, wanted, point.values(c), std::move(known));
            return;
        }
    }
}

void settleLayer(LayerContext& context, const LayerPlan& wanted, std::span<const float> values)
{
    settle(context, wanted, values, KnownArrays(wanted.constraints.size()));
}

}  // namespace mho
