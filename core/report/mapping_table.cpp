// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/mapping_table.h"

#include "core/base/units.h"
#include "core/base/version.h"
#include "core/run/recipe.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

double savedPercent(std::int64_t before, std::int64_t after)
{
    return before > 0 ? 100.0 * (1.0 - static_cast<double>(after) / static_cast<double>(before)) : 0.0;
}

std::string percentText(double percent)
{
    return fmt::format("{:.2f} %", percent);
}

struct Sums {
    std::int64_t crossbars = 0;
    std::int64_t programmedCells = 0;
    std::int64_t usedCells = 0;
    std::int64_t cells = 0;
    std::int64_t conversions = 0;
    std::int64_t rowDrives = 0;
    std::int64_t arrayReads = 0;
};

Sums sumsOf(const MappedNetwork& mapped)
{
    const CrossbarOptions& crossbar = mapped.hardware.crossbar;
    Sums sums;
    for (const MappedLayer& layer : mapped.layers) {
        sums.crossbars += layer.crossbars;
        sums.programmedCells += layer.programmedCells;
        sums.usedCells += layer.usedCells;
        sums.cells += layer.crossbars * crossbar.rows * crossbar.columns;
        sums.conversions += layer.conversions;
        sums.rowDrives += layer.rowDrives;
        sums.arrayReads += layer.arrayReads;
    }
    return sums;
}

double share(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
}

Json sumsJson(const MappedNetwork& mapped)
{
    const Sums sums = sumsOf(mapped);
    return {{"crossbars", sums.crossbars},
            {"cells", sums.cells},
            {"programmed_cells", sums.programmedCells},
            {"used_cells", sums.usedCells},
            {"occupancy_percent", 100.0 * share(sums.programmedCells, sums.cells)},
            {"utilisation_percent", 100.0 * share(sums.usedCells, sums.cells)},
            {"conversions", sums.conversions},
            {"row_drives", sums.rowDrives},
            {"array_reads", sums.arrayReads}};
}

Json layerJson(const MappedLayer& layer)
{
    return {{"weights_mapped", layer.weightsMapped},
            {"word_lines", layer.wordLines},
            {"filters", layer.filters},
            {"channels", layer.channels},
            {"weight_bits", layer.weightBits},
            {"slices", layer.slices},
            {"mapping", layer.byKernelPosition ? "kernel-position" : "gemm"},
            {"row_blocks", layer.rowBlocks},
            {"column_blocks", layer.columnBlocks},
            {"tiles", layer.tiles},
            {"arrays_per_tile", layer.arraysPerTile},
            {"copies", layer.copies},
            {"crossbars", layer.crossbars},
            {"programmed_cells", layer.programmedCells},
            {"used_cells", layer.usedCells},
            {"occupancy_percent", 100.0 * layer.occupancy},
            {"utilisation_percent", 100.0 * layer.utilisation},
            {"column_cells", layer.columnCells},
            {"adc_bits", layer.adcBits},
            {"reads_per_cycle", layer.readsPerCycle},
            {"input_cycles", layer.inputCycles},
            {"output_positions", layer.outputPositions},
            {"word_lines_driven", layer.wordLinesDriven},
            {"bit_lines_read", layer.bitLinesRead},
            {"conversions", layer.conversions},
            {"row_drives", layer.rowDrives},
            {"array_reads", layer.arrayReads},
            {"macs", layer.macsPerInference},
            {"dense_macs", layer.denseMacsPerInference}};
}

}  // namespace

Table mappingTable(const MappingReport& report)
{
    Table table;
    table.columns = {{"Layer", Align::Left},
                     {"Kept n x k", Align::Right},
                     {"Weights kept", Align::Right},
                     {"Weights saved", Align::Right},
                     {"Crossbars dense", Align::Right},
                     {"Crossbars", Align::Right},
                     {"Crossbars saved", Align::Right},
                     {"Copies", Align::Right},
                     {"Utilisation", Align::Right},
                     {"Occupancy", Align::Right},
                     {"Cells a column", Align::Right},
                     {"ADC bits", Align::Right},
                     {"Conversions", Align::Right}};
    const auto row = [&](const std::string& name, const std::string& shape, std::int64_t kept, std::int64_t total,
                         std::int64_t denseCrossbars, std::int64_t crossbars) {
        return std::vector<std::string>{name,
                                        shape,
                                        countText(kept),
                                        percentText(savedPercent(total, kept)),
                                        countText(denseCrossbars),
                                        countText(crossbars),
                                        percentText(savedPercent(denseCrossbars, crossbars))};
    };
    for (std::size_t i = 0; i < report.mapped.layers.size(); ++i) {
        const MappedLayer& layer = report.mapped.layers[i];
        auto cells = row(layer.name, fmt::format("{} x {}", layer.filters, layer.wordLines), layer.weightsKept,
                         layer.weightsTotal, report.dense.layers[i].crossbars, layer.crossbars);
        cells.insert(cells.end(),
                     {countText(layer.copies), percentText(100.0 * layer.utilisation), percentText(100.0 * layer.occupancy),
                      countText(layer.columnCells), fmt::format("{}", layer.adcBits), countText(layer.conversions)});
        table.rows.push_back(std::move(cells));
    }
    const CompressedNetwork::Counts counts = report.network.counts();
    const Sums sums = sumsOf(report.mapped);
    auto total = row("Total", "", counts.kept, counts.weights, report.dense.crossbars, report.mapped.crossbars);
    total.insert(total.end(),
                 {"", percentText(100.0 * share(sums.usedCells, sums.cells)),
                  percentText(100.0 * share(sums.programmedCells, sums.cells)), "", "", countText(sums.conversions)});
    table.rows.push_back(std::move(total));
    table.lastRowIsTotal = true;
    return table;
}

std::string mappingToJson(const MappingReport& report)
{
    const Network& network = *report.network.network;
    const CompressedNetwork::Counts all = report.network.counts();
    const CompressedNetwork::Counts convolutions = report.network.counts(true);
    Json layers = Json::array();
    for (std::size_t i = 0; i < report.mapped.layers.size(); ++i) {
        const MappedLayer& layer = report.mapped.layers[i];
        layers.push_back({{"name", layer.name},
                          {"weights", layer.weightsTotal},
                          {"weights_in_mask", layer.weightsInMask},
                          {"weights_kept", layer.weightsKept},
                          {"dense", layerJson(report.dense.layers[i])},
                          {"compressed", layerJson(layer)}});
    }
    const auto savings = [&](const CompressedNetwork::Counts& counts) {
        return Json{{"weights", counts.weights},
                    {"weights_kept", counts.kept},
                    {"weights_saved_percent", savedPercent(counts.weights, counts.kept)}};
    };
    const Json json{{"tool", {{"version", kVersion}}},
                    {"network", {{"name", network.name()}, {"hash", networkHash(network)}}},
                    {"hardware", Json::parse(hardwareToJson(report.mapped.hardware))},
                    {"all_layers", savings(all)},
                    {"convolutions", savings(convolutions)},
                    {"crossbars_saved_percent", savedPercent(report.dense.crossbars, report.mapped.crossbars)},
                    {"dense", sumsJson(report.dense)},
                    {"compressed", sumsJson(report.mapped)},
                    {"layers", std::move(layers)}};
    return json.dump(2) + "\n";
}

}  // namespace mho
