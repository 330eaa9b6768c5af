// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/monte_carlo_report.h"

#include "core/base/units.h"
#include "core/base/version.h"
#include "core/report/hardware_text.h"
#include "core/report/table.h"
#include "core/run/recipe.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace mho {
namespace {

const char* kindName(VariationKind kind)
{
    return kind == VariationKind::LogNormal ? "lognormal" : "normal";
}

/// The effects that are on, one a line.
std::string effectsText(const NonIdealities& options)
{
    std::string text;
    if (options.deviceLevels) {
        text += "  levels of the device's table\n";
    }
    if (options.offConductanceS > 0.0) {
        text += fmt::format("  cells not programmed leak {}{}\n", quantityText(options.offConductanceS, "S"),
                            options.referenceHasOffCells ? ", taken off by the reference" : "");
    }
    if (options.levelMismatch > 0.0) {
        text += fmt::format("  level mismatch, sigma {}\n", options.levelMismatch);
    }
    if (options.variation > 0.0) {
        text += fmt::format("  programming variation, {}, sigma {}\n", kindName(options.variationKind), options.variation);
    }
    if (options.driftTimeS > options.driftReferenceS && (options.driftNu > 0.0 || options.driftNuSigma > 0.0)) {
        text += fmt::format("  drift from {} to {}, nu {} +- {}\n", durationText(options.driftReferenceS),
                            durationText(options.driftTimeS), options.driftNu, options.driftNuSigma);
    }
    if (options.stuckOn > 0.0 || options.stuckOff > 0.0) {
        text += fmt::format("  stuck cells: {:.4g} % on, {:.4g} % off\n", 100.0 * options.stuckOn, 100.0 * options.stuckOff);
    }
    if (options.wordLineOhm > 0.0 || options.bitLineOhm > 0.0) {
        text += fmt::format("  wire resistance per cell: word line {}, bit line {}\n", quantityText(options.wordLineOhm, "ohm"),
                            quantityText(options.bitLineOhm, "ohm"));
    }
    if (options.readNoise > 0.0) {
        text += fmt::format("  read noise, sigma {}\n", options.readNoise);
    }
    return text.empty() ? "  none: ideal devices\n" : text;
}

nlohmann::ordered_json effectsJson(const NonIdealities& options)
{
    return {{"variation_kind", kindName(options.variationKind)},
            {"variation", options.variation},
            {"stuck_on", options.stuckOn},
            {"stuck_off", options.stuckOff},
            {"drift_time_s", options.driftTimeS},
            {"drift_reference_s", options.driftReferenceS},
            {"drift_nu", options.driftNu},
            {"drift_nu_sigma", options.driftNuSigma},
            {"read_noise", options.readNoise},
            {"level_mismatch", options.levelMismatch},
            {"device_levels", options.deviceLevels},
            {"off_conductance_S", options.offConductanceS},
            {"reference_has_off_cells", options.referenceHasOffCells},
            {"word_line_ohm", options.wordLineOhm},
            {"bit_line_ohm", options.bitLineOhm}};
}

/// JSON has no NaN.
nlohmann::ordered_json orNull(double value)
{
    return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr);
}

}  // namespace

std::string monteCarloText(const MonteCarloReport& report)
{
    const MonteCarloResult& result = report.result;
    const RunStatistics& accuracy = result.accuracy;
    std::string text = fmt::format("{} on {}: {} images through {}, of real devices\n{}\n", report.network->name(),
                                   report.dataName, countText(static_cast<std::int64_t>(result.images)),
                                   hardwareText(report.hardware), effectsText(report.options.nonIdealities));
    text += fmt::format("Ideal devices              {:6.2f} %\n", result.idealPercent);
    if (accuracy.runs > 1) {
        text +=
            fmt::format("{:<27}{:6.2f} %  +- {:.2f} points (95 % confidence), sample deviation {:.2f} points\n",
                        fmt::format("Mean of {} runs", accuracy.runs), accuracy.mean, accuracy.halfWidth, accuracy.deviation);
    } else {
        text += fmt::format("One run                    {:6.2f} %\n", accuracy.mean);
    }
    text += fmt::format("Lowest, highest run        {:6.2f} %, {:.2f} %\n\n", accuracy.lowest, accuracy.highest);
    Table table;
    table.columns = {{"Run", Align::Right}, {"Correct", Align::Right}, {"Top-1", Align::Right}, {"Clipped", Align::Right}};
    for (const MonteCarloRun& run : result.runs) {
        table.rows.push_back({fmt::format("{}", run.run), countText(run.correct), fmt::format("{:.2f} %", run.accuracyPercent),
                              fmt::format("{:.4g} %", 100.0 * run.clippedShare)});
    }
    text += tableText(table);
    if (result.stopped) {
        text += fmt::format("Stopped before run {} of {} was finished.\n", result.runs.size() + 1, report.options.runs);
    }
    text += fmt::format("Seed {}; simulated in {} ({:.1f} images a second).\n", result.seed, durationText(result.seconds),
                        static_cast<double>(result.images * result.runs.size()) / std::max(1e-9, result.seconds));
    return text;
}

std::string monteCarloToJson(const MonteCarloReport& report)
{
    const MonteCarloResult& result = report.result;
    nlohmann::ordered_json runs = nlohmann::ordered_json::array();
    for (const MonteCarloRun& run : result.runs) {
        runs.push_back({{"run", run.run},
                        {"correct", run.correct},
                        {"top1_percent", run.accuracyPercent},
                        {"clipped_percent", 100.0 * run.clippedShare}});
    }
    const RunStatistics& accuracy = result.accuracy;
    const nlohmann::ordered_json json{
        {"tool", {{"version", kVersion}}},
        {"network", {{"name", report.network->name()}, {"hash", networkHash(*report.network)}}},
        {"data", {{"name", report.dataName}, {"sha256", report.dataSha256}}},
        {"hardware", nlohmann::ordered_json::parse(hardwareToJson(report.hardware))},
        {"calibration_images", report.calibrationImages},
        {"adc_mode", report.options.simulation.adcMode == AdcMode::Clip ? "clip" : "round"},
        {"adc_range", report.options.simulation.adcRange == AdcRange::Full ? "full" : "calibrated"},
        {"input_percentile", report.options.simulation.inputPercentile},
        {"non_idealities", effectsJson(report.options.nonIdealities)},
        {"seed", result.seed},
        {"images", result.images},
        {"ideal_top1_percent", result.idealPercent},
        {"accuracy",
         {{"runs", accuracy.runs},
          {"mean_percent", accuracy.mean},
          {"sample_deviation_percent", orNull(accuracy.deviation)},
          {"confidence_95_half_width_percent", orNull(accuracy.halfWidth)},
          {"confidence_95_percent", {orNull(accuracy.mean - accuracy.halfWidth), orNull(accuracy.mean + accuracy.halfWidth)}},
          {"lowest_percent", accuracy.lowest},
          {"highest_percent", accuracy.highest}}},
        {"runs", std::move(runs)},
        {"stopped", result.stopped},
        {"simulated_s", result.seconds}};
    return json.dump(2) + "\n";
}

}  // namespace mho
