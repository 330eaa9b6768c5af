// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/verify.h"

#include "core/compress/project_plan.h"

#include <fmt/format.h>

namespace mho {

std::vector<Problem> planViolations(const CompressedNetwork& network, const Plan& plan, const Target& target)
{
    std::vector<LayerMask> masks;
    for (const CompressedLayer& layer : network.layers) {
        masks.push_back(layer.mask);
    }
    const auto stored = [&](std::size_t layer) {
        const auto values = network.network->nodes()[network.layers[layer].layer.node].parameter("weight")->values();
        return std::vector<float>(values.begin(), values.end());
    };
    std::vector<Problem> broken = constraintViolations(*network.network, plan, target, masks, stored);
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const CompressedLayer& layer = network.layers[i];
        if (!layer.levels) {
            const LayerPlan* wanted = plan.find(layer.layer.name);
            if (wanted != nullptr && wanted->levelBits > 0) {
                broken.push_back({layer.layer.name, "the layer has no levels"});
            }
            continue;
        }
        const std::vector<float> weights = stored(i);
        const std::vector<std::uint8_t> kept = layer.mask.expanded();
        std::size_t astray = 0;
        for (std::size_t w = 0; w < weights.size(); ++w) {
            astray += kept[w] != 0 && layer.levels->quantize(weights[w]) != weights[w] ? 1 : 0;
        }
        if (astray > 0) {
            broken.push_back({layer.layer.name, fmt::format("{} weights are not on a level", astray)});
        }
    }
    return broken;
}

}  // namespace mho
