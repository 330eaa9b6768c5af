// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace mho {

/// The values that one layer's constraints are projected at, and how.
class LayerPoint {
public:
    virtual ~LayerPoint();
    /// n*k values for that constraint; valid until the next call.
    virtual std::span<const float> values(std::size_t constraint) = 0;
    /// Mask of that constraint alone: nearestAt() its values, or the same found faster.
    virtual LayerMask nearest(std::size_t constraint, const LayerContext& context, const ConstraintSpec& spec);
};

/// Mask of a constraint alone at `values`. Dead columns count as zero; a constraint over arrays sees only what context.before
/// keeps.
LayerMask nearestAt(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> values);

/// Told of each constraint's index, the context its point lies on, and its own mask; may throw to leave.
using TookProjection = std::function<void(std::size_t constraint, const LayerContext& own, const LayerMask& mask)>;

/// Projects the constraints of one layer in their order, each on the arrays that those before it and it itself leave
/// (projectPlan()).
/// @param context in: nothing pruned; out: `before` is what all constraints keep
void projectLayer(LayerContext& context, const LayerPlan& wanted, LayerPoint& point, const TookProjection& took);

/// projectLayer(), then settleLayer(), at one point: the layer's part of hardMasks().
/// @param context as in projectLayer()
void hardenLayer(LayerContext& context, const LayerPlan& wanted, LayerPoint& point);

/// Takes weights out of context.before until all constraints over arrays hold on the arrays that all of them leave.
/// @param values n*k at which they are projected
void settleLayer(LayerContext& context, const LayerPlan& wanted, std::span<const float> values);

/// Zeroes what no array holds: weights that read zeros only, unless nothing is left out of the arrays.
void clearUnmapped(const LayerContext& context, std::vector<float>& matrix);

/// Whether a constraint holds whatever values the weights kept by context.before take: a zero among them may not stay one in
/// training.
bool maskHolds(const LayerContext& context, const ConstraintSpec& spec);

}  // namespace mho
