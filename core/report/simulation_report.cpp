// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/simulation_report.h"

#include "core/base/units.h"
#include "core/base/version.h"
#include "core/report/hardware_text.h"
#include "core/run/recipe.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace mho {
namespace {

double percent(std::int64_t part, std::size_t whole)
{
    return whole > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0.0;
}

std::string accuracyLine(const char* how, const Outcome& outcome, std::size_t images)
{
    return fmt::format("{:<26}{:6.2f} %  ({} of {})\n", how, percent(outcome.correct, images), countText(outcome.correct),
                       countText(static_cast<std::int64_t>(images)));
}

const char* modeName(AdcMode mode)
{
    return mode == AdcMode::Clip ? "clip" : "round";
}

const char* rangeName(AdcRange range)
{
    return range == AdcRange::Full ? "full" : "calibrated";
}

std::string rangeText(const SumRange& sums)
{
    return sums.low < 0 ? fmt::format("{}..{}", sums.low, sums.high) : fmt::format("{}", sums.high);
}

nlohmann::ordered_json outcomeJson(const Outcome& outcome, const SimulationResult& result)
{
    nlohmann::ordered_json json{{"images", result.images}};
    if (result.labelled) {
        json["correct"] = outcome.correct;
        json["top1_percent"] = percent(outcome.correct, result.images);
    }
    return json;
}

nlohmann::ordered_json layerJson(const SimulatedLayer& layer)
{
    return {{"name", layer.name},
            {"tiles", layer.tiles},
            {"input_bits", layer.inputBits},
            {"inputs_signed", layer.inputsSigned},
            {"input_scale", layer.inputScale},
            {"input_cycles", layer.inputCycles},
            {"weight_bits", layer.weightBits},
            {"weight_unit", layer.weightUnit},
            {"cell_maximum", layer.cellMaximum},
            {"requantised", layer.requantised},
            {"largest_weight_error", layer.largestWeightError},
            {"adc_bits", layer.adcBits},
            {"adc_bits_by_rule", layer.ruleBits},
            {"adc_bits_lossless", layer.losslessBits},
            {"adc_bits_as_programmed", layer.programmedBits},
            {"adc_step", layer.adcStep},
            {"conversions", layer.statistics.conversions},
            {"clipped", layer.statistics.clipped},
            {"smallest_sum", layer.statistics.sums.low},
            {"largest_sum", layer.statistics.sums.high}};
}

/// What a reader must not miss: other ADCs than those that are priced, and sums that they cut.
std::string adcNotes(const SimulationResult& result, AdcMode mode)
{
    std::string notes;
    if (std::any_of(result.layers.begin(), result.layers.end(),
                    [](const SimulatedLayer& layer) { return layer.adcBits != layer.ruleBits; })) {
        notes +=
            "The ADCs have other bits than the hardware's rule gives (\"By rule\"), which are those that `mho map` and\n"
            "`mho estimate` count: a cell that holds a level has larger whole numbers than its digit.\n";
    }
    constexpr double kMuch = 0.001;
    if (mode == AdcMode::Clip && std::any_of(result.layers.begin(), result.layers.end(),
                                             [](const SimulatedLayer& layer) { return layer.clippedShare() > kMuch; })) {
        notes += "Many conversions are clipped; a rounding ADC (--adc-mode round) spreads its codes over all sums instead.\n";
    }
    return notes;
}

}  // namespace

Table simulationTable(const SimulationResult& result)
{
    Table table;
    table.columns = {{"Layer", Align::Left},        {"Tiles", Align::Right},      {"Inputs", Align::Right},
                     {"Weights", Align::Right},     {"ADC bits", Align::Right},   {"By rule", Align::Right},
                     {"Lossless", Align::Right},    {"Programmed", Align::Right}, {"Largest sum", Align::Right},
                     {"Conversions", Align::Right}, {"Clipped", Align::Right}};
    for (const SimulatedLayer& layer : result.layers) {
        table.rows.push_back(
            {layer.name, countText(layer.tiles), fmt::format("{} bit{}", layer.inputBits, layer.inputsSigned ? " +-" : ""),
             fmt::format("{} bit{}", layer.weightBits, layer.requantised ? " *" : ""), fmt::format("{}", layer.adcBits),
             fmt::format("{}", layer.ruleBits), fmt::format("{}", layer.losslessBits), fmt::format("{}", layer.programmedBits),
             rangeText(layer.statistics.sums), countText(layer.statistics.conversions),
             fmt::format("{:.4g} %", 100.0 * layer.clippedShare())});
    }
    return table;
}

std::string simulationText(const SimulationReport& report)
{
    const SimulationResult& result = report.result;
    std::string text = fmt::format("{} on {}: {} images through {}, ADC {} {}\n\n", report.network->name(), report.dataName,
                                   countText(static_cast<std::int64_t>(result.images)), hardwareText(report.hardware),
                                   modeName(report.options.adcMode), rangeName(report.options.adcRange));
    if (result.labelled) {
        text += accuracyLine("Top-1 through crossbars", result.crossbars, result.images);
        if (result.integers) {
            text += accuracyLine("  whole-number reference", *result.integers, result.images);
        }
        if (result.floats) {
            text += accuracyLine("  float32", *result.floats, result.images);
        }
    }
    if (result.integers) {
        text += fmt::format("Outputs equal to the whole-number reference in every bit: {} of {} images\n",
                            countText(static_cast<std::int64_t>(result.identicalImages)),
                            countText(static_cast<std::int64_t>(result.images)));
    }
    text += "\n" + tableText(simulationTable(result));
    if (std::any_of(result.layers.begin(), result.layers.end(),
                    [](const SimulatedLayer& layer) { return layer.requantised; })) {
        text += "* These levels are no whole multiples of one unit that such cells hold: the weights were rounded once more.\n";
    }
    text += adcNotes(result, report.options.adcMode);
    text += fmt::format("Simulated in {} ({:.1f} images a second).\n", durationText(result.crossbarSeconds),
                        static_cast<double>(result.images) / std::max(1e-9, result.crossbarSeconds));
    return text;
}

std::string simulationToJson(const SimulationReport& report)
{
    const SimulationResult& result = report.result;
    nlohmann::ordered_json json{{"tool", {{"version", kVersion}}},
                                {"network", {{"name", report.network->name()}, {"hash", networkHash(*report.network)}}},
                                {"data", {{"name", report.dataName}, {"sha256", report.dataSha256}}},
                                {"hardware", nlohmann::ordered_json::parse(hardwareToJson(report.hardware))},
                                {"calibration_images", report.calibrationImages},
                                {"adc_mode", modeName(report.options.adcMode)},
                                {"adc_range", rangeName(report.options.adcRange)},
                                {"input_percentile", report.options.inputPercentile},
                                {"crossbars", outcomeJson(result.crossbars, result)}};
    if (result.integers) {
        json["whole_numbers"] = outcomeJson(*result.integers, result);
        json["identical_images"] = result.identicalImages;
    }
    if (result.floats) {
        json["float32"] = outcomeJson(*result.floats, result);
    }
    nlohmann::ordered_json layers = nlohmann::ordered_json::array();
    for (const SimulatedLayer& layer : result.layers) {
        layers.push_back(layerJson(layer));
    }
    json["layers"] = std::move(layers);
    json["simulated_s"] = result.crossbarSeconds;
    return json.dump(2) + "\n";
}

}  // namespace mho
