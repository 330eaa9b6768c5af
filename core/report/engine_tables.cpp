// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/engine_tables.h"

#include "core/base/units.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

const char* limitName(EngineLimit limit)
{
    switch (limit) {
        case EngineLimit::Compute:
            return "compute";
        case EngineLimit::Bandwidth:
            return "bandwidth";
        case EngineLimit::Launch:
            return "launch";
    }
    return "";
}

std::string cyclesText(std::int64_t cycles)
{
    return cycles > 0 ? countText(cycles) : "-";
}

/// Three digits without an exponent where people expect none.
std::string rateText(double value)
{
    return value >= 99.95 ? fmt::format("{:.0f}", value) : fmt::format("{:.3g}", value);
}

/// Bytes with the index apart: "1.23 MB + 4.5 kB".
std::string storageText(const EngineLayer& layer)
{
    const std::string weights = quantityText(static_cast<double>(layer.weightBits) / 8.0, "B");
    return layer.indexBits > 0 ? weights + " + " + quantityText(static_cast<double>(layer.indexBits) / 8.0, "B") : weights;
}

std::vector<std::string> layerRow(const EngineLayer& layer)
{
    const auto operations = [](std::int64_t count) { return quantityText(static_cast<double>(count), "op"); };
    return {layer.name,
            operations(layer.denseOperations),
            operations(layer.executedOperations),
            operations(layer.effectiveOperations),
            cyclesText(layer.cycles),
            quantityText(layer.computeS, "s"),
            quantityText(layer.transferS, "s"),
            quantityText(layer.latencyS, "s"),
            limitName(layer.limit),
            quantityText(layer.energyJ(), "J"),
            storageText(layer)};
}

Json layerJson(const EngineLayer& layer)
{
    return {{"name", layer.name},
            {"dense_operations", layer.denseOperations},
            {"executed_operations", layer.executedOperations},
            {"effective_operations", layer.effectiveOperations},
            {"cycles", layer.cycles},
            {"moved_bits", layer.movedBits},
            {"weight_bits", layer.weightBits},
            {"index_bits", layer.indexBits},
            {"compute_s", layer.computeS},
            {"transfer_s", layer.transferS},
            {"launch_s", layer.launchS},
            {"latency_s", layer.latencyS},
            {"limit", limitName(layer.limit)},
            {"static_J", layer.staticJ},
            {"arithmetic_J", layer.arithmeticJ},
            {"memory_J", layer.memoryJ},
            {"energy_J", layer.energyJ()}};
}

}  // namespace

Table engineTable(const std::vector<EngineReport>& reports)
{
    Table table;
    table.columns = {{"Engine", Align::Left},
                     {"Network", Align::Left},
                     {"Ratio", Align::Right},
                     {"Layers", Align::Right},
                     {"Cycles", Align::Right},
                     {"Latency", Align::Right},
                     {"Limit", Align::Left},
                     {"FPS", Align::Right},
                     {"W", Align::Right},
                     {"FPS/W", Align::Right},
                     {"GOPS/W effective", Align::Right},
                     {"GOPS/W dense-equivalent", Align::Right}};
    for (const EngineReport& report : reports) {
        table.rows.push_back({report.engine, report.network, ratioText(report.ratio),
                              countText(static_cast<std::int64_t>(report.layers.size())), cyclesText(report.total.cycles),
                              quantityText(report.total.latencyS, "s"), limitName(report.total.limit),
                              rateText(report.inferencesPerS()), rateText(report.powerW()), rateText(report.inferencesPerJ()),
                              rateText(report.effectiveOperationsPerJ() / 1e9), rateText(report.denseOperationsPerJ() / 1e9)});
    }
    return table;
}

Table engineLayerTable(const EngineReport& report)
{
    Table table;
    table.columns = {{"Layer", Align::Left},      {"Dense", Align::Right},          {"Executed", Align::Right},
                     {"Effective", Align::Right}, {"Cycles", Align::Right},         {"Arithmetic", Align::Right},
                     {"Transfer", Align::Right},  {"Latency", Align::Right},        {"Limit", Align::Left},
                     {"Energy", Align::Right},    {"Weights + index", Align::Right}};
    for (const EngineLayer& layer : report.layers) {
        table.rows.push_back(layerRow(layer));
    }
    table.rows.push_back(layerRow(report.total));
    table.lastRowIsTotal = true;
    return table;
}

Table breakEvenTable(const std::vector<BreakEven>& layers)
{
    Table table;
    table.columns = {{"Layer", Align::Left},         {"Weights", Align::Right},          {"Pruned", Align::Right},
                     {"Dense cycles", Align::Right}, {"Sparse cycles", Align::Right},    {"Speedup", Align::Right},
                     {"Break-even", Align::Right},   {"Break-even ratio", Align::Right}, {"Pays", Align::Left}};
    for (const BreakEven& layer : layers) {
        const auto percent = layer.prunedPercent();
        const auto ratio = layer.ratio();
        table.rows.push_back({layer.layer, countText(layer.weights), fmt::format("{:.2f} %", layer.maskPrunedPercent()),
                              countText(layer.denseCycles), countText(layer.sparseCycles),
                              layer.sparseCycles > 0 ? ratioText(layer.speedup()) : "-",
                              percent ? fmt::format("{:.2f} %", *percent) : "never", ratio ? ratioText(*ratio) : "-",
                              layer.pays() ? "yes" : "no"});
    }
    return table;
}

std::string engineReportsToJson(const std::vector<EngineReport>& reports)
{
    Json array = Json::array();
    for (const EngineReport& report : reports) {
        Json layers = Json::array();
        for (const EngineLayer& layer : report.layers) {
            layers.push_back(layerJson(layer));
        }
        Json resources = Json::array();
        for (const EngineResource& resource : report.resources) {
            resources.push_back({{"name", resource.name}, {"used", resource.used}, {"available", resource.available}});
        }
        array.push_back({{"engine", report.engine},
                         {"description", report.description},
                         {"constants_sha256", report.constantsSha256},
                         {"network", report.network},
                         {"ratio", report.ratio},
                         {"inferences_per_s", report.inferencesPerS()},
                         {"power_W", report.powerW()},
                         {"inferences_per_J", report.inferencesPerJ()},
                         {"effective_ops_per_J", report.effectiveOperationsPerJ()},
                         {"dense_ops_per_J", report.denseOperationsPerJ()},
                         {"weight_compression", report.weightCompression()},
                         {"weight_compression_with_index", report.floatCompression()},
                         {"resources", std::move(resources)},
                         {"total", layerJson(report.total)},
                         {"layers", std::move(layers)}});
    }
    return array.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace mho
