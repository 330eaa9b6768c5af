// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/version.h"
#include "core/report/cost_table.h"
#include "core/run/recipe.h"

#include <nlohmann/json.hpp>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

Json orNull(bool stated, double value)
{
    return stated ? Json(value) : Json();
}

Json itemJson(const CostReport& cost, const CostItem& item)
{
    return {{"energy_per_inference_J", orNull(cost.timeStated, item.energyJ)},
            {"power_W", orNull(cost.powerStated, item.powerW)},
            {"area_mm2", item.areaMm2}};
}

Json reportJson(const CostReport& cost)
{
    const bool timed = cost.timeStated;
    Json json = itemJson(cost, cost.total);
    json["leakage_W"] = cost.leakageW;
    json["power_at_throughput_W"] = orNull(timed, cost.powerAtThroughputW(cost.throughputInferencesPerS));
    json["latency_s"] = orNull(timed, cost.latencyS);
    json["throughput_inferences_per_s"] = orNull(timed, cost.throughputInferencesPerS);
    json["operations_effective"] = cost.operations.effective;
    json["operations_dense_equivalent"] = cost.operations.denseEquivalent;
    json["gops_per_W_effective"] = orNull(timed, cost.gopsPerW(cost.operations.effective));
    json["gops_per_W_dense_equivalent"] = orNull(timed, cost.gopsPerW(cost.operations.denseEquivalent));
    json["gops_per_s_per_mm2_effective"] = orNull(timed, cost.gopsPerMm2(cost.operations.effective));
    json["gops_per_s_per_mm2_dense_equivalent"] = orNull(timed, cost.gopsPerMm2(cost.operations.denseEquivalent));
    json["crossbars"] = cost.crossbars;
    json["arrays_priced"] = cost.arrays;
    json["cores"] = cost.cores;
    json["tiles"] = cost.tiles;
    json["chips"] = cost.chips;
    Json components = Json::object();
    for (std::size_t i = 0; i < cost.components.size(); ++i) {
        components[cost.components[i]] = itemJson(cost, cost.perComponent[i]);
    }
    json["components"] = std::move(components);
    Json layers = Json::array();
    for (const LayerCost& layer : cost.layers) {
        Json entry{{"name", layer.name}};
        entry.update(itemJson(cost, layer.total));
        entry["latency_s"] = orNull(timed, layer.latencyS);
        entry["arrays_priced"] = layer.arrays;
        entry["cores"] = layer.cores;
        entry["tiles"] = layer.tiles;
        layers.push_back(std::move(entry));
    }
    json["layers"] = std::move(layers);
    json["notes"] = cost.notes;
    return json;
}

}  // namespace

std::string costComparisonToJson(const CostComparison& comparison)
{
    Json cases = Json::array();
    for (const CostCase& one : comparison.cases) {
        Json entry{{"preset", one.preset},
                   {"components_sha256", one.componentsSha256},
                   {"preset_hardware", one.presetsHardware},
                   {"adc_law", one.dense.adcLaw.empty() ? Json() : Json(one.dense.adcLaw)},
                   {"adc_law_sha256", one.dense.adcLaw.empty() ? Json() : Json(one.dense.adcLawSha256)},
                   {"hardware", Json::parse(hardwareToJson(one.hardware))},
                   {"dense", reportJson(one.dense)},
                   {"compressed", one.compressed ? reportJson(*one.compressed) : Json()}};
        if (one.compressed) {
            const CostReduction saved = reduction(one.dense, *one.compressed);
            entry["reduction"] = {{"energy_percent", orNull(one.dense.timeStated, saved.energyPercent)},
                                  {"power_percent", orNull(one.dense.powerStated, saved.powerPercent)},
                                  {"area_percent", saved.areaPercent}};
        }
        cases.push_back(std::move(entry));
    }
    Json leftOut = Json::array();
    for (const CostComparison::LeftOut& out : comparison.leftOut) {
        leftOut.push_back({{"preset", out.preset}, {"adc_law", out.adcLaw}, {"reason", out.reason}});
    }
    const Json json{{"tool", {{"version", kVersion}}},
                    {"network", {{"name", comparison.network}, {"hash", comparison.networkHash}}},
                    {"masks_are_placeholders", comparison.masksAreGuesses},
                    {"estimates", std::move(cases)},
                    {"left_out", std::move(leftOut)}};
    return json.dump(2) + "\n";
}

}  // namespace mho
