// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/compress/plan.h"
#include "core/network/mask.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace mho {

/// One projection of projectPlan(): where, and what came out.
struct ProjectedConstraint {
    std::size_t layer = 0;       ///< Index into weightLayers(network).
    std::size_t constraint = 0;  ///< Index into the layer's constraints.
    const LayerContext& context;  ///< Arrays the point lies on: `before` is what this constraint and those before it keep.
    const LayerMask& mask;       ///< Of this constraint alone.
};

/// Projects each constraint of a plan at its own point, layer after layer in node order: a constraint sees the arrays that the
/// constraints before it leave, and columns fed by channels that earlier layers have lost count as zero. A constraint over
/// arrays takes no account of weights that those before it drop, and where its own mask moves the cuts (a column that lost all
/// its weights leaves the arrays), it is projected again, within its mask, until it holds on the arrays that it leaves.
/// @param plan valid on this network
/// @param point n*k values at which constraint `constraint` of layer `layer` is projected; finite
/// @param took told of each projection; may throw to leave
/// @return per weight layer, what all its constraints keep
MHO_API std::vector<LayerMask> projectPlan(const Network& network, const Plan& plan, const Target& target,
                                           const std::function<std::vector<float>(std::size_t layer, std::size_t constraint)>& point,
                                           const std::function<void(const ProjectedConstraint&)>& took);

/// What each layer's constraints keep of it: projectPlan() at the weights themselves; then, as long as some constraint over arrays does
/// not hold on the arrays cut from what all constraints of the layer leave, it is projected again within that. Masks only
/// shrink, so this ends; where nothing moves the cuts, they are those of projectPlan(). A constraint over arrays then holds
/// for the mask itself, whatever values the kept weights take later; only signs have to be kept (Constraint::signs()).
/// @param weights n*k values of a weight layer
MHO_API std::vector<LayerMask> hardMasks(const Network& network, const Plan& plan, const Target& target,
                                         const std::function<std::vector<float>(std::size_t layer)>& weights);

/// The masks that go into hardware: what cannot change an output leaves these masks (dropUnusedPaths(), unused_paths.h), and where that
/// or what shrank them before (purification) moved the cuts, constraints over arrays are projected again as in hardMasks(), which may
/// leave more without effect; until neither takes anything.
MHO_API std::vector<LayerMask> settledMasks(const Network& network, const Plan& plan, const Target& target, std::vector<LayerMask> masks,
                                            const std::function<std::vector<float>(std::size_t layer)>& weights);

/// settledMasks() of masks that hold on their arrays already (those of hardMasks()): only layers that lose something are looked at.
/// @return per weight layer: 1 = its mask lost something
MHO_API std::vector<std::uint8_t> dropUnusedAndSettle(const Network& network, const Plan& plan, const Target& target,
                                                      std::vector<LayerMask>& masks,
                                                      const std::function<std::vector<float>(std::size_t layer)>& weights);

/// The context of each weight layer as it is mapped: final masks, dead columns and tiling. What checks and mapper see.
MHO_API std::vector<LayerContext> mappedContexts(const Network& network, const Plan& plan, const Target& target,
                                                 const std::vector<LayerMask>& masks);

/// Broken promises: which constraint does not hold on the mapped arrays, for the weights or for the mask alone.
/// Every constraint of the plan is checked over the tiling of mappedContexts(); the weights outside the masks must be zero.
/// @param weights n*k values of a weight layer, after the masks
MHO_API std::vector<Problem> constraintViolations(const Network& network, const Plan& plan, const Target& target,
                                                  const std::vector<LayerMask>& masks,
                                                  const std::function<std::vector<float>(std::size_t layer)>& weights);

/// Sets the weights the mask does not keep to zero; rows at once where the mask has no elements.
MHO_API void applyMask(const LayerMask& mask, std::span<float> weights);

}  // namespace mho
