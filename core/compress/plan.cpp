// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace mho {
namespace {

void checkLayer(const LayerPlan& plan, const WeightLayer& layer, std::vector<Problem>& problems)
{
    std::set<std::string> kinds;
    for (const ConstraintSpec& spec : plan.constraints) {
        if (!kinds.insert(spec.kind).second) {
            problems.push_back({plan.layer, fmt::format("constraint \"{}\" stands twice; give it once", spec.kind)});
        }
        try {
            const std::vector<Problem> found = findConstraint(spec.kind).validate(layer, spec.ratio);
            problems.insert(problems.end(), found.begin(), found.end());
        } catch (const Error& unknown) {
            problems.push_back({plan.layer, unknown.what()});
        }
    }
    if (plan.levelBits != 0 && (plan.levelBits < 2 || plan.levelBits > 9)) {
        problems.push_back(
            {plan.layer, fmt::format("{} level bits cannot be; give 0 (float weights) or 2 to 9", plan.levelBits)});
    }
}

}  // namespace

std::vector<Problem> Plan::validate(const Network& network) const
{
    std::vector<Problem> problems;
    const std::vector<WeightLayer> known = weightLayers(network);
    std::set<std::string> seen;
    for (const LayerPlan& plan : layers) {
        const auto layer = std::find_if(known.begin(), known.end(), [&](const WeightLayer& l) { return l.name == plan.layer; });
        if (layer == known.end()) {
            problems.push_back(
                {plan.layer, fmt::format("network {} has no weight layer of this name; remove it from the plan or rename it",
                                         network.name())});
        } else if (!seen.insert(plan.layer).second) {
            problems.push_back({plan.layer, "the layer stands twice in the plan; give it once"});
        } else {
            checkLayer(plan, *layer, problems);
        }
    }
    for (const WeightLayer& layer : known) {
        if (!seen.contains(layer.name)) {
            problems.push_back({layer.name, "the plan lacks this layer; add it, without constraints if it shall stay dense"});
        }
    }
    return problems;
}

const LayerPlan* Plan::find(std::string_view layer) const
{
    const auto found = std::find_if(layers.begin(), layers.end(), [&](const LayerPlan& plan) { return plan.layer == layer; });
    return found == layers.end() ? nullptr : &*found;
}

LayerPlan* Plan::find(std::string_view layer)
{
    return const_cast<LayerPlan*>(std::as_const(*this).find(layer));
}

Plan densePlan(const Network& network)
{
    Plan plan;
    for (const WeightLayer& layer : weightLayers(network)) {
        plan.layers.push_back({layer.name, {}, 0});
    }
    return plan;
}

}  // namespace mho
