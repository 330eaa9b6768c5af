// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/coarse_preview.h"

#include "core/compress/group_constraint.h"
#include "core/run/target.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace mho {
namespace {

/// Fewer weights are projected, mapped and drawn within a frame.
constexpr std::int64_t kWeightsWorthIt = 1 << 18;

bool differInRatio(LayerPlan before, const LayerPlan& now)
{
    const bool both = before.constraints.size() == 1 && now.constraints.size() == 1;
    if (both) {
        before.constraints.front().ratio = now.constraints.front().ratio;
    } else if (before.constraints.empty() && now.constraints.size() == 1) {
        before.constraints = now.constraints;  // the first pull of a slider
    }
    return before == now;
}

/// What the layer's only constraint keeps, where that is single weights.
std::optional<std::int64_t> keptByRatio(const CompressedLayer& last, const LayerPlan& plan, const Target& target)
{
    const WeightLayer& layer = last.layer;
    const ConstraintSpec& spec = plan.constraints.front();
    const Constraint& constraint = findConstraint(spec.kind);
    const GroupConstraint* groups = constraint.asGroups();
    const bool ofWeights = !last.mask.elements.empty() || (groups != nullptr && !groups->isWorthRanking());
    if (!ofWeights || !constraint.hasRatio()) {
        return std::nullopt;
    }
    const auto weights = static_cast<double>(layer.weights());
    double share = 1.0 / spec.ratio;
    if (groups != nullptr) {
        const LayerContext context = denseContext(layer, target.tiling(layer, weightBits(plan)));
        share = static_cast<double>(groups->keptGroups(context, spec)) / static_cast<double>(groups->groups(context, spec));
    }
    return std::llround(share * weights);
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
        if (!differInRatio(*before, *now)) {
            return {};
        }
        const auto kept = keptByRatio(layer, *now, target);
        if (!kept) {
            return {};
        }
        layers.push_back({at, *kept});
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
