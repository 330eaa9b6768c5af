// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/summary.h"

#include "core/base/units.h"
#include "core/base/version.h"

#include <fmt/format.h>

#include <cassert>

namespace mho {
namespace {

double share(double part, double whole)
{
    return whole == 0.0 ? 0.0 : 100.0 * part / whole;
}

std::string reductionText(double dense, double compressed)
{
    return dense == 0.0 ? "-" : fmt::format("{:.2f} %", 100.0 * (1.0 - compressed / dense));
}

std::string headline(const RunResult& result)
{
    return fmt::format("{} on {}, recipe {}, seed {}", result.recipe.network, result.dataName, result.recipe.name,
                       result.recipe.seed);
}

/// Ahead of all numbers, as they are worth nothing then.
std::string broken(const RunResult& result, const char* before, const char* after)
{
    return result.violations.empty()
               ? std::string()
               : fmt::format("{}The finished weights break the plan: {}.{}", before, violationsText(result.violations), after);
}

/// One line on where the numbers come from.
std::string origin(const RunResult& result)
{
    const Hardware& hardware = result.recipe.hardware;
    return fmt::format("{} components, {}x{} crossbars, {}-bit cells, dense reference of {}-bit weights; mho {}, {}",
                       hardware.preset, hardware.crossbar.rows, hardware.crossbar.columns, hardware.device.cellBits,
                       hardware.crossbar.baselineBits, kVersion, durationText(result.seconds));
}

}  // namespace

std::string percentText(double percent)
{
    return percent < 0.0 ? "-" : fmt::format("{:.2f} %", percent);
}

Table layerTable(const RunResult& result)
{
    assert(result.compressed.layers.size() == result.mapped.layers.size());
    assert(result.compressed.layers.size() == result.mappedDense.layers.size());
    Table table;
    table.columns = {{"Layer", Align::Left},      {"Rows", Align::Right},        {"Columns", Align::Right},
                     {"Weights", Align::Right},   {"Kept", Align::Right},        {"Ratio", Align::Right},
                     {"Crossbars", Align::Right}, {"Compressed", Align::Right},  {"ADC bits", Align::Right},
                     {"Occupancy", Align::Right}, {"Energy share", Align::Right}};
    for (std::size_t i = 0; i < result.compressed.layers.size(); ++i) {
        const CompressedLayer& layer = result.compressed.layers[i];
        const MappedLayer& mapped = result.mapped.layers[i];
        const std::int64_t kept = mapped.weightsKept;
        table.rows.push_back(
            {layer.layer.name, countText(layer.layer.columns), countText(layer.layer.filters), countText(layer.layer.weights()),
             countText(kept),
             kept == 0 ? "-" : ratioText(static_cast<double>(layer.layer.weights()) / static_cast<double>(kept)),
             countText(result.mappedDense.layers[i].crossbars), countText(mapped.crossbars), fmt::format("{}", mapped.adcBits),
             fmt::format("{:.1f} %", 100.0 * mapped.occupancy),
             fmt::format("{:.1f} %", share(result.cost.layers[i].total.energyJ, result.cost.total.energyJ))});
    }
    const CompressedNetwork::Counts sum = result.compressed.counts();
    table.rows.push_back({"Total", "", "", countText(sum.weights), countText(sum.kept), ratioText(result.compressed.ratioAll()),
                          countText(result.mappedDense.crossbars), countText(result.mapped.crossbars), "", "", ""});
    table.lastRowIsTotal = true;
    return table;
}

Table totalsTable(const RunResult& result)
{
    const CostReport& dense = result.costDense;
    const CostReport& cost = result.cost;
    const CompressedNetwork::Counts sum = result.compressed.counts();
    const auto count = [](std::int64_t value) { return static_cast<double>(value); };
    const auto stated = [](bool is, double value, const char* unit) {
        return is ? quantityText(value, unit) : std::string("-");
    };
    const auto timed = [&](const CostReport& report, double value, const char* unit) {
        return stated(report.timeStated, value, unit);
    };
    Table table;
    table.columns = {{"", Align::Left}, {"Dense", Align::Right}, {"Compressed", Align::Right}, {"Reduction", Align::Right}};
    table.rows = {{"Weights", countText(sum.weights), countText(sum.kept), reductionText(count(sum.weights), count(sum.kept))},
                  {"Crossbars", countText(result.mappedDense.crossbars), countText(result.mapped.crossbars),
                   reductionText(count(result.mappedDense.crossbars), count(result.mapped.crossbars))},
                  {"Energy per inference", timed(dense, dense.total.energyJ, "J"), timed(cost, cost.total.energyJ, "J"),
                   reductionText(dense.total.energyJ, cost.total.energyJ)},
                  {"Power, all in use working", stated(dense.powerStated, dense.total.powerW, "W"),
                   stated(cost.powerStated, cost.total.powerW, "W"), reductionText(dense.total.powerW, cost.total.powerW)},
                  {"Area", areaText(dense.total.areaMm2), areaText(cost.total.areaMm2),
                   reductionText(dense.total.areaMm2, cost.total.areaMm2)},
                  {"Latency, one image alone", timed(dense, dense.latencyS, "s"), timed(cost, cost.latencyS, "s"),
                   reductionText(dense.latencyS, cost.latencyS)},
                  {"Throughput, effective", timed(dense, dense.throughputOpsPerS, "op/s"),
                   timed(cost, cost.throughputOpsPerS, "op/s"), ""}};
    return table;
}

Table accuracyTable(const RunResult& result)
{
    Table table;
    table.columns = {{"Test accuracy", Align::Left}, {"Top-1", Align::Right}, {"Against original", Align::Right}};
    const auto row = [&](const char* name, double percent) {
        const bool known = percent >= 0.0 && result.accuracies.original >= 0.0;
        table.rows.push_back({name, percentText(percent),
                              known ? fmt::format("{:+.2f} points", percent - result.accuracies.original) : std::string("-")});
    };
    row("Original", result.accuracies.original);
    row("Pruned", result.accuracies.pruned);
    row("Pruned and on levels", result.accuracies.quantized);
    return table;
}

std::string summaryText(const RunResult& result)
{
    return fmt::format("{}\n\n{}{}\n{}\n{}\nConvolution ratio {}, all layers {}\n{}\n", headline(result), broken(result, "", "\n\n"),
                       tableText(accuracyTable(result)), tableText(layerTable(result)), tableText(totalsTable(result)),
                       ratioText(result.compressed.ratioConvolution()), ratioText(result.compressed.ratioAll()),
                       origin(result));
}

std::string summaryMarkdown(const RunResult& result)
{
    return fmt::format("# {}\n\n{}{}\n{}\n{}\nConvolution ratio {}, all layers {}. {}.\n", headline(result),
                       broken(result, "**", "**\n\n"), tableMarkdown(accuracyTable(result)), tableMarkdown(layerTable(result)),
                       tableMarkdown(totalsTable(result)), ratioText(result.compressed.ratioConvolution()),
                       ratioText(result.compressed.ratioAll()), origin(result));
}

}  // namespace mho
