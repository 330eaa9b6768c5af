// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/project_plan.h"

#include "core/base/parallel.h"
#include "core/base/phrasing.h"
#include "core/compress/project_layer.h"
#include "core/compress/unused_paths.h"
#include "core/network/dead_channels.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <optional>
#include <utility>

namespace mho {
namespace {

using Flags = std::vector<std::uint8_t>;

const LayerPlan& planOf(const Plan& plan, const WeightLayer& layer)
{
    const LayerPlan* found = plan.find(layer.name);
    assert(found != nullptr);
    return *found;
}

bool anyUsesTiling(const LayerPlan& plan)
{
    return std::any_of(plan.constraints.begin(), plan.constraints.end(),
                       [](const ConstraintSpec& spec) { return findConstraint(spec.kind).usesTiling(); });
}

/// The values of one constraint after another.
class PointPerConstraint final : public LayerPoint {
public:
    explicit PointPerConstraint(std::function<std::vector<float>(std::size_t)> point) : point_(std::move(point)) {}
    std::span<const float> values(std::size_t constraint) override
    {
        if (constraint_ != constraint) {
            values_ = point_(constraint);
            constraint_ = constraint;
        }
        return values_;
    }

private:
    std::function<std::vector<float>(std::size_t)> point_;
    std::optional<std::size_t> constraint_;  ///< That values_ belong to.
    std::vector<float> values_;
};

/// The same values for all constraints.
class OnePoint final : public LayerPoint {
public:
    explicit OnePoint(std::vector<float> values) : values_(std::move(values)) {}
    std::span<const float> values(std::size_t) override { return values_; }

private:
    std::vector<float> values_;
};

/// Gives each layer in node order, with the columns dead that the masks of the layers before it feed with zeros, to
/// `project`, which makes context.before its mask.
std::vector<LayerMask> walkLayers(const Network& network, const Plan& plan, const Target& target,
                                  const std::function<void(LayerContext&, const LayerPlan&, std::size_t)>& project)
{
    std::vector<LayerMask> masks;
    DeadChannelWalk walk(network);
    for (const WeightLayer& layer : weightLayers(network)) {
        const LayerPlan& wanted = planOf(plan, layer);
        LayerContext context = denseContext(layer, target.tiling(layer, weightBits(wanted)));
        context.deadColumns = walk.columns();
        project(context, wanted, masks.size());
        walk.take(context.before);
        masks.push_back(std::move(context.before));
    }
    return masks;
}

/// Projects the flagged layers again until their constraints over arrays hold on the arrays cut from `masks`, and all layers behind one
/// that this changes, which may read less.
/// @return per layer: 1 = its mask lost weights
Flags settleLayers(const Network& network, const Plan& plan, const Target& target, std::vector<LayerMask>& masks, const Flags& flags,
                   const std::function<std::vector<float>(std::size_t)>& weights)
{
    const std::vector<WeightLayer> layers = weightLayers(network);
    Flags lost(masks.size(), 0);
    bool behind = false;
    DeadChannelWalk walk(network);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const LayerPlan& wanted = planOf(plan, layers[i]);
        if ((flags[i] != 0 || behind) && anyUsesTiling(wanted)) {
            const std::int64_t kept = masks[i].keptWeights();
            LayerContext context{layers[i], target.tiling(layers[i], weightBits(wanted)), std::move(masks[i]), walk.columns()};
            settleLayer(context, wanted, weights(i));
            masks[i] = std::move(context.before);
            lost[i] = masks[i].keptWeights() < kept ? 1 : 0;
            behind = behind || lost[i] != 0;
        }
        walk.take(masks[i]);
    }
    return lost;
}

bool any(const Flags& flags)
{
    return std::find(flags.begin(), flags.end(), std::uint8_t{1}) != flags.end();
}

}  // namespace

std::vector<LayerMask> projectPlan(const Network& network, const Plan& plan, const Target& target,
                                   const std::function<std::vector<float>(std::size_t, std::size_t)>& point,
                                   const std::function<void(const ProjectedConstraint&)>& took)
{
    return walkLayers(network, plan, target, [&](LayerContext& context, const LayerPlan& wanted, std::size_t layer) {
        PointPerConstraint own([&](std::size_t constraint) { return point(layer, constraint); });
        projectLayer(context, wanted, own, [&](std::size_t constraint, const LayerContext& at, const LayerMask& mask) {
            took({layer, constraint, at, mask});
        });
    });
}

std::vector<LayerMask> hardMasks(const Network& network, const Plan& plan, const Target& target,
                                 const std::function<std::vector<float>(std::size_t)>& weights)
{
    return walkLayers(network, plan, target, [&](LayerContext& context, const LayerPlan& wanted, std::size_t layer) {
        if (!wanted.constraints.empty()) {
            OnePoint own(weights(layer));
            hardenLayer(context, wanted, own);
        }
    });
}

std::vector<LayerMask> settledMasks(const Network& network, const Plan& plan, const Target& target, std::vector<LayerMask> masks,
                                    const std::function<std::vector<float>(std::size_t)>& weights)
{
    dropUnusedPaths(network, masks);
    if (any(settleLayers(network, plan, target, masks, Flags(masks.size(), 1), weights))) {
        dropUnusedAndSettle(network, plan, target, masks, weights);
    }
    return masks;
}

std::vector<std::uint8_t> dropUnusedAndSettle(const Network& network, const Plan& plan, const Target& target, std::vector<LayerMask>& masks,
                                              const std::function<std::vector<float>(std::size_t)>& weights)
{
    Flags lost(masks.size(), 0);
    const auto add = [&](const Flags& flags) {
        std::transform(lost.begin(), lost.end(), flags.begin(), lost.begin(), [](std::uint8_t a, std::uint8_t b) { return static_cast<std::uint8_t>(a | b); });
        return any(flags);
    };
    bool more = true;
    while (more) {
        const Flags dropped = dropUnusedPaths(network, masks).layers;
        more = add(dropped) && add(settleLayers(network, plan, target, masks, dropped, weights));
    }
    return lost;
}

std::vector<LayerContext> mappedContexts(const Network& network, const Plan& plan, const Target& target,
                                         const std::vector<LayerMask>& masks)
{
    std::vector<LayerContext> contexts;
    const DeadChannels dead = deadChannels(network, masks);
    for (const WeightLayer& layer : weightLayers(network)) {
        const std::size_t i = contexts.size();
        contexts.push_back({layer, target.tiling(layer, weightBits(planOf(plan, layer))), masks[i], dead.columns[i]});
    }
    return contexts;
}

std::vector<Problem> constraintViolations(const Network& network, const Plan& plan, const Target& target,
                                          const std::vector<LayerMask>& masks,
                                          const std::function<std::vector<float>(std::size_t)>& weights)
{
    std::vector<Problem> problems;
    const std::vector<LayerContext> contexts = mappedContexts(network, plan, target, masks);
    for (std::size_t i = 0; i < contexts.size(); ++i) {
        const WeightLayer& layer = contexts[i].layer;
        std::vector<float> matrix = weights(i);
        const std::vector<std::uint8_t> kept = masks[i].expanded();
        for (std::size_t w = 0; w < matrix.size(); ++w) {
            if (kept[w] == 0 && matrix[w] != 0.0F) {
                problems.push_back({layer.name, phrase(MHO_TEXT("pruned weight %1 is not zero"), w)});
                break;
            }
        }
        clearUnmapped(contexts[i], matrix);
        for (const ConstraintSpec& spec : planOf(plan, layer).constraints) {
            if (!findConstraint(spec.kind).satisfied(contexts[i], spec, matrix)) {
                problems.push_back(
                    {layer.name, phrase(MHO_TEXT("constraint %1 does not hold on the mapped arrays"), spec.kind)});
            } else if (!maskHolds(contexts[i], spec)) {
                problems.push_back(
                    {layer.name, phrase(MHO_TEXT("the mask keeps more weights than constraint %1 lets the mapped arrays hold"),
                                        spec.kind)});
            }
        }
    }
    return problems;
}

void applyMask(const LayerMask& mask, std::span<float> weights)
{
    const std::size_t k = mask.columns.size();
    constexpr std::size_t kWeightsWorthAThread = 1U << 18U;
    const bool wholeRows = mask.elements.empty() && mask.keptColumns() == static_cast<std::int64_t>(k);
    // All bits of a weight or none: no branch, so that rows go in whole registers.
    std::vector<std::uint32_t> columns(k);
    std::transform(mask.columns.begin(), mask.columns.end(), columns.begin(), [](std::uint8_t flag) { return flag != 0 ? ~0U : 0U; });
    const auto keep = [](float& weight, std::uint32_t bits) { weight = std::bit_cast<float>(std::bit_cast<std::uint32_t>(weight) & bits); };
    parallelFor(mask.rows.size(), 1 + kWeightsWorthAThread / k, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            float* row = weights.data() + i * k;
            if (mask.rows[i] == 0) {
                std::fill(row, row + k, 0.0F);
            } else if (!mask.elements.empty()) {
                const std::uint8_t* elements = mask.elements.data() + i * k;
                for (std::size_t j = 0; j < k; ++j) {
                    keep(row[j], columns[j] & (0U - std::uint32_t{elements[j]}));
                }
            } else if (!wholeRows) {
                for (std::size_t j = 0; j < k; ++j) {
                    keep(row[j], columns[j]);
                }
            }
        }
    });
}

}  // namespace mho
