// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/verify.h"

#include "core/compress/project_plan.h"

namespace mho {
namespace {

void fail(const std::string& layer, const std::string& what)
{
    throw Error(ErrorCode::Infeasible, MHO_TEXT("The finished weights break the plan: %1. Report this as a defect of Mho"), {what}, layer);
}

}  // namespace

void verifyPlan(const CompressedNetwork& network, const Plan& plan, const Target& target)
{
    std::vector<LayerMask> masks;
    for (const CompressedLayer& layer : network.layers) {
        masks.push_back(layer.mask);
    }
    const auto stored = [&](std::size_t layer) {
        const auto values = network.network->nodes()[network.layers[layer].layer.node].parameter("weight")->values();
        return std::vector<float>(values.begin(), values.end());
    };
    if (const auto broken = constraintViolations(*network.network, plan, target, masks, stored); !broken.empty()) {
        fail(broken.front().field, broken.front().message);
    }
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const CompressedLayer& layer = network.layers[i];
        if (!layer.levels) {
            const LayerPlan* wanted = plan.find(layer.layer.name);
            if (wanted != nullptr && wanted->levelBits > 0) {
                fail(layer.layer.name, "the layer has no levels");
            }
            continue;
        }
        const std::vector<float> weights = stored(i);
        const std::vector<std::uint8_t> kept = layer.mask.expanded();
        for (std::size_t w = 0; w < weights.size(); ++w) {
            if (kept[w] != 0 && layer.levels->quantize(weights[w]) != weights[w]) {
                fail(layer.layer.name, "a weight is not on a level");
            }
        }
    }
}

}  // namespace mho
