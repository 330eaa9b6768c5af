// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/result_cost_json.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

Json orNull(bool stated, double value)
{
    return stated ? Json(value) : Json();
}

}  // namespace

nlohmann::ordered_json costJson(const CostReport& cost)
{
    const bool timed = cost.timeStated;
    Json components = Json::object();
    for (std::size_t i = 0; i < cost.components.size(); ++i) {
        const CostItem& item = cost.perComponent[i];
        components[cost.components[i]] = {{"energy_per_inference_J", orNull(timed, item.energyJ)},
                                          {"power_W", orNull(cost.powerStated, item.powerW)},
                                          {"area_mm2", item.areaMm2}};
    }
    return {{"adc_law", cost.adcLaw.empty() ? Json() : Json(cost.adcLaw)},
            {"energy_per_inference_J", orNull(timed, cost.total.energyJ)},
            {"power_W", orNull(cost.powerStated, cost.total.powerW)},
            {"power_at_throughput_W", orNull(timed, cost.powerAtThroughputW(cost.throughputInferencesPerS))},
            {"leakage_W", cost.leakageW},
            {"area_mm2", cost.total.areaMm2},
            {"latency_s", orNull(timed, cost.latencyS)},
            {"operations_effective", cost.operations.effective},
            {"operations_dense_equivalent", cost.operations.denseEquivalent},
            {"throughput_ops_per_s", orNull(timed, cost.throughputOpsPerS)},
            {"throughput_inferences_per_s", orNull(timed, cost.throughputInferencesPerS)},
            {"gops_per_W_effective", orNull(timed, cost.gopsPerW(cost.operations.effective))},
            {"gops_per_W_dense_equivalent", orNull(timed, cost.gopsPerW(cost.operations.denseEquivalent))},
            {"gops_per_s_per_mm2_effective", orNull(timed, cost.gopsPerMm2(cost.operations.effective))},
            {"gops_per_s_per_mm2_dense_equivalent", orNull(timed, cost.gopsPerMm2(cost.operations.denseEquivalent))},
            {"crossbars", cost.crossbars},
            {"cores", cost.cores},
            {"tiles", cost.tiles},
            {"chips", cost.chips},
            {"components", std::move(components)}};
}

nlohmann::ordered_json layerCostJson(const LayerCost& cost)
{
    return {{"energy_per_inference_J", cost.total.energyJ},
            {"power_W", cost.total.powerW},
            {"area_mm2", cost.total.areaMm2},
            {"latency_s", cost.latencyS}};
}

}  // namespace mho
