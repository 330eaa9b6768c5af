// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/coarse_preview.h"

#include "core/compress/group_constraint.h"
#include "core/network/dead_channels.h"
#include "core/network/layer_counts.h"
#include "core/run/target.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace mho {
namespace {

/// Fewer weights are projected, mapped and drawn within a frame.
constexpr std::int64_t kWeightsWorthIt = 1 << 18;

/// How many times fewer weights the ratios of `now` leave than those of `before`; nothing where they differ in more than ratios.
std::optional<double> fewerTimes(LayerPlan before, const LayerPlan& now)
{
    double times = 1.0;
    for (std::size_t i = 0; i < now.constraints.size(); ++i) {
        if (i == before.constraints.size()) {
            before.constraints.push_back(now.constraints[i]);  // the first pull of a slider
            before.constraints.back().ratio = 1.0;
        }
        times *= now.constraints[i].ratio / before.constraints[i].ratio;
        before.constraints[i].ratio = now.constraints[i].ratio;
    }
    return before == now ? std::optional(times) : std::nullopt;
}

/// Whether ratios tell what a layer keeps, and the exact mask, one of single weights, takes longer.
bool isWorthIt(const CompressedLayer& last, const LayerPlan& plan)
{
    const auto hasRatio = [](const ConstraintSpec& spec) { return findConstraint(spec.kind).hasRatio(); };
    const auto isOfWeights = [](const ConstraintSpec& spec) {
        const GroupConstraint* groups = findConstraint(spec.kind).asGroups();
        return groups != nullptr && !groups->isWorthRanking();
    };
    const std::vector<ConstraintSpec>& specs = plan.constraints;
    return !specs.empty() && std::all_of(specs.begin(), specs.end(), hasRatio) &&
           (!last.mask.elements.empty() || std::any_of(specs.begin(), specs.end(), isOfWeights));
}

/// What the layer's only constraint keeps.
std::int64_t keptByRatio(const WeightLayer& layer, const LayerPlan& plan, const Target& target)
{
    const ConstraintSpec& spec = plan.constraints.front();
    double share = 1.0 / spec.ratio;
    if (const GroupConstraint* groups = findConstraint(spec.kind).asGroups()) {
        const LayerContext context = denseContext(layer, target.tiling(layer, weightBits(plan)));
        share = static_cast<double>(groups->keptGroups(context, spec)) / static_cast<double>(groups->groups(context, spec));
    }
    return std::llround(share * static_cast<double>(layer.weights()));
}

}  // namespace

std::vector<CoarseLayer> coarsePreview(const PreviewResult& last, const Plan& plan, const Hardware& hardware)
{
    if (last.mapped.hardware != hardware) {
        return {};
    }
    const Target target = targetOf(hardware);
    std::vector<CoarseLayer> layers;
    std::int64_t weights = 0;
    const DeadChannels dead = deadChannels(last.compressed);
    for (std::size_t at = 0; at < last.compressed.layers.size(); ++at) {
        const CompressedLayer& layer = last.compressed.layers[at];
        const LayerPlan* before = last.plan.find(layer.layer.name);
        const LayerPlan* now = plan.find(layer.layer.name);
        if (before == nullptr || now == nullptr) {
            return {};
        }
        if (*before == *now) {
            continue;
        }
        const std::optional<double> times = fewerTimes(*before, *now);
        if (!times || !isWorthIt(layer, *now)) {
            return {};
        }
        const std::int64_t fewer = std::llround(static_cast<double>(last.mapped.layers[at].weightsKept) / *times);
        const std::int64_t most = liveWeights(LayerMask::dense(layer.layer.filters, layer.layer.columns), dead.columns[at]);
        // Filters that nothing reads are out of the last mask, and the ratio alone does not tell of them.
        const double read = static_cast<double>(layer.mask.keptRows()) / static_cast<double>(layer.layer.filters);
        const std::int64_t byRatio = std::llround(read * static_cast<double>(keptByRatio(layer.layer, *now, target)));
        layers.push_back({at, std::min(most, now->constraints.size() == 1 ? byRatio : fewer)});
        weights += layer.layer.weights();
    }
    return weights < kWeightsWorthIt ? std::vector<CoarseLayer>() : layers;
}

double weightRatio(const PreviewResult& preview, bool convolutionsOnly, const std::vector<CoarseLayer>& coarse)
{
    std::int64_t weights = 0;
    std::int64_t kept = 0;
    for (std::size_t at = 0; at < preview.mapped.layers.size(); ++at) {
        if (convolutionsOnly && !preview.compressed.layers[at].layer.convolution) {
            continue;
        }
        const auto known =
            std::find_if(coarse.begin(), coarse.end(), [at](const CoarseLayer& layer) { return layer.layer == at; });
        weights += preview.mapped.layers[at].weightsTotal;
        kept += known != coarse.end() ? known->weightsKept : preview.mapped.layers[at].weightsKept;
    }
    return static_cast<double>(weights) / static_cast<double>(std::max<std::int64_t>(1, kept));
}

}  // namespace mho
