// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/project_layer.h"

#include "core/compress/keep_cuts.h"
#include "core/compress/project_plan.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace mho {
namespace {

/// Zeroes the columns that are fed by zeros only.
void clearDead(const LayerContext& context, std::vector<float>& matrix)
{
    if (std::count(context.deadColumns.begin(), context.deadColumns.end(), std::uint8_t{1}) == 0) {
        return;
    }
    LayerMask live = LayerMask::dense(context.layer.filters, context.layer.columns);
    std::transform(context.deadColumns.begin(), context.deadColumns.end(), live.columns.begin(),
                   [](std::uint8_t dead) { return dead == 0 ? 1 : 0; });
    applyMask(live, matrix);
}

/// Whether a constraint holds for `values` under the mask context.before, on the arrays cut from it.
bool holds(const LayerContext& context, const ConstraintSpec& spec, std::vector<float> values)
{
    applyMask(context.before, values);
    clearUnmapped(context, values);
    return findConstraint(spec.kind).satisfied(context, spec, values) && maskHolds(context, spec);
}

/// Mask of one constraint alone at `values`. A constraint over arrays sees only what context.before keeps.
LayerMask projectOn(const LayerContext& context, const ConstraintSpec& spec, std::vector<float> values)
{
    const Constraint& constraint = findConstraint(spec.kind);
    clearDead(context, values);
    if (constraint.usesTiling()) {
        applyMask(context.before, values);
    }
    return constraint.project(context, spec, values);
}

bool sameArrays(const Tiling& a, const Tiling& b)
{
    const auto sameLines = [](const WordLines& x, const WordLines& y) {
        return x.columns == y.columns && x.pieceEnds == y.pieceEnds;
    };
    const auto sameBlock = [](const FilterBlock& x, const FilterBlock& y) {
        return x.filters == y.filters && x.wordLines == y.wordLines;
    };
    return std::equal(a.wordLines.begin(), a.wordLines.end(), b.wordLines.begin(), b.wordLines.end(), sameLines) &&
           std::equal(a.blocks.begin(), a.blocks.end(), b.blocks.begin(), b.blocks.end(), sameBlock);
}

/// Takes weights out of context.before until constraint `spec` holds on the arrays cut from it; true when some went. Ends, as
/// a set that the mask lies outside of takes a weight from it.
bool mend(LayerContext& context, const ConstraintSpec& spec, const std::vector<float>& values)
{
    bool mended = false;
    while (!holds(context, spec, values)) {
        LayerMask less = context.before & projectOn(context, spec, values);
        const bool smaller = less.keptWeights() < context.before.keptWeights();
        assert(smaller);
        if (!smaller) {
            break;  // a kind that breaks its promise; constraintViolations() will tell
        }
        context.before = std::move(less);
        mended = true;
    }
    return mended;
}

/// Sum of the squares of what is kept of `values`.
double energyOf(const LayerMask& kept, std::vector<float> values)
{
    applyMask(kept, values);
    return std::accumulate(values.begin(), values.end(), 0.0, [](double sum, float value) {
        return sum + static_cast<double>(value) * static_cast<double>(value);
    });
}

/// Takes the projection that leaves the cuts where they are in place of the mended one, where it holds and lies nearer. Groups
/// are pruned whole on purpose.
void keepCutsIfNearer(const LayerContext& context, const ConstraintSpec& spec, const std::vector<float>& values,
                      LayerContext& own, LayerMask& mask)
{
    if (findConstraint(spec.kind).asGroups() != nullptr) {
        return;
    }
    std::vector<float> counted = values;
    clearDead(context, counted);
    applyMask(context.before, counted);
    LayerMask kept = keepCuts(context, spec, counted);
    LayerContext whole = context;
    whole.before = context.before & kept;
    if (holds(whole, spec, values) && energyOf(whole.before, counted) > energyOf(own.before, counted)) {
        own = std::move(whole);
        mask = std::move(kept);
    }
}

}  // namespace

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

void projectLayer(LayerContext& context, const LayerPlan& wanted, const std::function<std::vector<float>(std::size_t)>& point,
                  const std::function<void(std::size_t, const LayerContext&, const LayerMask&)>& took)
{
    for (std::size_t c = 0; c < wanted.constraints.size(); ++c) {
        const ConstraintSpec& spec = wanted.constraints[c];
        std::vector<float> values = point(c);
        const LayerMask first = projectOn(context, spec, values);
        LayerContext own = context;
        own.before = context.before & first;
        LayerMask mask = first;
        if (findConstraint(spec.kind).usesTiling() && !sameArrays(own.tiled(), context.tiled()) && mend(own, spec, values)) {
            mask = first & own.before;
            keepCutsIfNearer(context, spec, values, own, mask);
        }
        took(c, own, mask);
        context.before = std::move(own.before);
    }
}

void settleLayer(LayerContext& context, const LayerPlan& wanted, const std::vector<float>& values)
{
    bool mended = true;
    while (mended) {
        mended = false;
        for (const ConstraintSpec& spec : wanted.constraints) {
            mended = (findConstraint(spec.kind).usesTiling() && mend(context, spec, values)) || mended;
        }
    }
}

}  // namespace mho
