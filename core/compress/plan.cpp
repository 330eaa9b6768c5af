// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/plan.h"

#include "core/base/phrasing.h"
#include "core/base/range_text.h"
#include "core/compress/quantizer.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace mho {
namespace {

void checkLevels(const LayerPlan& plan, const Target& target, std::vector<Problem>& problems)
{
    if (plan.levelBits == 0) {
        return;
    }
    try {
        const Quantizer& quantizer = findQuantizer(plan.levels);
        if (plan.levelBits < quantizer.leastBits() || plan.levelBits > quantizer.mostBits()) {
            problems.push_back({plan.layer + ".level_bits",
                                phrase(MHO_TEXT("%1 bits cannot be for \"%2\" levels; give 0 (float weights) or %3"),
                                       plan.levelBits, plan.levels, rangeText(quantizer.leastBits(), quantizer.mostBits()))});
        } else if (quantizer.isAnalog() && plan.levelBits - 1 > target.cellBits) {
            // The levels are those of one cell; a sum over several cells of different weight has other values.
            problems.push_back(
                {plan.layer + ".level_bits",
                 phrase(MHO_TEXT("%1 bits need cells of %2 bits, but device.cell_bits is %3; ask for at most %4 bits"),
                        plan.levelBits, plan.levelBits - 1, target.cellBits, target.cellBits + 1)});
        }
    } catch (const Error& unknown) {
        problems.push_back({plan.layer + ".levels", phraseOf(unknown)});
    }
}

void checkLayer(const LayerPlan& plan, const WeightLayer& layer, const Target& target, std::vector<Problem>& problems)
{
    std::set<std::string> kinds;
    const std::size_t before = problems.size();
    checkLevels(plan, target, problems);
    // Without levels it is not known how the layer is cut.
    const bool cut = problems.size() == before;
    const LayerContext context = denseContext(layer, target.tiling(layer, cut ? weightBits(plan) : 0));
    for (const ConstraintSpec& spec : plan.constraints) {
        if (!kinds.insert(spec.kind).second) {
            problems.push_back({plan.layer, phrase(MHO_TEXT("constraint \"%1\" stands twice; give it once"), spec.kind)});
        }
        try {
            const Constraint& constraint = findConstraint(spec.kind);
            if (cut || !constraint.usesTiling()) {
                const std::vector<Problem> found = constraint.validate(context, spec);
                problems.insert(problems.end(), found.begin(), found.end());
            }
        } catch (const Error& unknown) {
            problems.push_back({plan.layer, phraseOf(unknown)});
        }
    }
    if (!(plan.rho > 0.0) || !std::isfinite(plan.rho)) {
        problems.push_back({plan.layer + ".rho",
                            phrase(MHO_TEXT("a factor of %1 on the penalty cannot be; give a number above 0"), plan.rho)});
    }
}

}  // namespace

std::vector<Problem> Plan::validate(const Network& network, const Target& target) const
{
    std::vector<Problem> problems;
    const std::vector<WeightLayer> known = weightLayers(network);
    std::set<std::string> seen;
    for (const LayerPlan& plan : layers) {
        const auto layer = std::find_if(known.begin(), known.end(), [&](const WeightLayer& l) { return l.name == plan.layer; });
        if (layer == known.end()) {
            problems.push_back(
                {plan.layer,
                 phrase(MHO_TEXT("network %1 has no weight layer of this name; remove it from the plan or rename it"),
                        network.name())});
        } else if (!seen.insert(plan.layer).second) {
            problems.push_back({plan.layer, MHO_TEXT("the layer stands twice in the plan; give it once")});
        } else {
            checkLayer(plan, *layer, target, problems);
        }
    }
    for (const WeightLayer& layer : known) {
        if (!seen.contains(layer.name)) {
            problems.push_back(
                {layer.name, MHO_TEXT("the plan lacks this layer; add it, without constraints if it shall stay dense")});
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

int weightBits(const LayerPlan& plan)
{
    return plan.levelBits == 0 ? 0 : findQuantizer(plan.levels).levels(plan.levelBits, 0.0).bits;
}

Plan densePlan(const Network& network)
{
    Plan plan;
    for (const WeightLayer& layer : weightLayers(network)) {
        plan.layers.emplace_back().layer = layer.name;
    }
    return plan;
}

}  // namespace mho
