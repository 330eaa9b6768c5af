// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace mho {

/// Projects the constraints of one layer in their order, each on the arrays that those before it and it itself leave
/// (projectPlan()).
/// @param context in: nothing pruned; out: `before` is what all constraints keep
/// @param took told of each constraint's index, the context its point lies on, and its own mask
void projectLayer(LayerContext& context, const LayerPlan& wanted,
                  const std::function<std::vector<float>(std::size_t constraint)>& point,
                  const std::function<void(std::size_t constraint, const LayerContext& own, const LayerMask& mask)>& took);

/// Takes weights out of context.before until all constraints over arrays hold on the arrays that all of them leave.
/// @param values n*k at which they are projected
void settleLayer(LayerContext& context, const LayerPlan& wanted, const std::vector<float>& values);

/// Zeroes what no array holds: weights that read zeros only, unless nothing is left out of the arrays.
void clearUnmapped(const LayerContext& context, std::vector<float>& matrix);

/// Whether a constraint holds whatever values the weights kept by context.before take: a zero among them may not stay one in
/// training.
bool maskHolds(const LayerContext& context, const ConstraintSpec& spec);

}  // namespace mho
