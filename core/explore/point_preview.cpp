// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/point_preview.h"

#include "core/compress/preview.h"
#include "core/cost/cost_model.h"
#include "core/run/target.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace mho {
namespace {

using nlohmann::ordered_json;

ordered_json figures(const MappedNetwork& mapped, const CostReport& cost)
{
    const auto known = [](bool stated, double value) { return stated ? ordered_json(value) : ordered_json(nullptr); };
    int adcBits = 0;
    for (const MappedLayer& layer : mapped.layers) {
        adcBits = std::max(adcBits, layer.adcBits);
    }
    return {{"crossbars", mapped.crossbars},
            {"adc_bits", adcBits},
            {"energy_J", known(cost.timeStated, cost.total.energyJ)},
            {"power_W", known(cost.powerStated, cost.total.powerW)},
            {"area_mm2", cost.total.areaMm2},
            {"latency_s", known(cost.timeStated, cost.latencyS)},
            {"throughput_per_s", known(cost.timeStated, cost.throughputInferencesPerS)}};
}

}  // namespace

std::string previewResult(const std::shared_ptr<const Network>& network, const Recipe& recipe)
{
    const CostModel model(loadComponents(recipe.hardware.preset), recipe.hardware.adcLaw);
    Preview preview(network, targetOf(recipe.hardware));
    const CompressedNetwork& compressed = preview.apply(recipe.plan);
    const MappedNetwork mapped = mapNetwork(compressed, recipe.hardware);
    const MappedNetwork dense = mapDense(*network, recipe.hardware);
    const CompressedNetwork::Counts counts = compressed.counts();
    const ordered_json json{{"network_hash", networkHash(*network)},
                            {"masks_are_placeholders", !preview.usesWeights()},
                            {"weights", counts.weights},
                            {"weights_kept", counts.kept},
                            {"ratio_all", compressed.ratioAll()},
                            {"ratio_convolutions", compressed.ratioConvolution()},
                            {"dense", figures(dense, model.estimate(dense))},
                            {"compressed", figures(mapped, model.estimate(mapped))}};
    return json.dump();
}

}  // namespace mho
