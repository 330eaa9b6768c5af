// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/version.h"
#include "core/run/result_cost_json.h"
#include "core/run/run.h"
#include "core/run/storage_json.h"

#include <fmt/format.h>
#include <sys/utsname.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

/// A stage that was not reached has no number.
Json percent(double value)
{
    return value < 0 ? Json(nullptr) : Json(value);
}

/// The float as people write it: 0.1307, not 0.13070000708103180.
Json shortNumbers(const std::vector<float>& values)
{
    Json numbers = Json::array();
    for (const float value : values) {
        numbers.push_back(Json::parse(fmt::format("{}", value)));
    }
    return numbers;
}

/// @param fromRecipe else from `other`
Json normalizationJson(const Normalization& normalization, bool fromRecipe, const char* other)
{
    return {{"mean", shortNumbers(normalization.mean)},
            {"deviation", shortNumbers(normalization.deviation)},
            {"from", fromRecipe ? "recipe" : other}};
}

Json dataJson(const RunResult& result)
{
    const std::optional<Normalization>& teachers = result.teacherNormalization;
    return {{"name", result.dataName},
            {"sha256", result.dataSha256},
            {"normalization", normalizationJson(result.normalization, !result.recipe.mean.empty(), "data")},
            {"teacher_normalization",
             teachers ? normalizationJson(*teachers, !result.recipe.straightThrough.teacherMean.empty(), "network") : Json(nullptr)}};
}

/// Null for a layer that keeps float weights.
Json levelsJson(const CompressedLayer& layer, const Plan& plan)
{
    if (!layer.levels) {
        return nullptr;
    }
    const LayerPlan* wanted = plan.find(layer.layer.name);
    return {{"kind", wanted != nullptr ? Json(wanted->levels) : Json(nullptr)},
            {"bits_in_cells", layer.levels->set.bits},
            {"bits_in_memory", layer.levels->set.bitsInMemory()},
            {"codes", layer.levels->codes()},
            {"scale", layer.levels->scale},
            {"zero_below", layer.levels->hasZero() ? Json(layer.levels->zeroBelow) : Json(nullptr)}};
}

Json layersJson(const RunResult& result)
{
    Json layers = Json::array();
    for (std::size_t i = 0; i < result.compressed.layers.size(); ++i) {
        const CompressedLayer& layer = result.compressed.layers[i];
        const MappedLayer& dense = result.mappedDense.layers[i];
        const MappedLayer& mapped = result.mapped.layers[i];
        layers.push_back(
            {{"name", layer.layer.name},
             {"rows", layer.layer.columns},
             {"columns", layer.layer.filters},
             {"rows_kept", mapped.wordLines},
             {"columns_kept", mapped.filters},
             {"weights", layer.layer.weights()},
             {"weights_projected", result.projectedWeights.empty() ? Json(nullptr) : Json(result.projectedWeights[i])},
             {"weights_kept", mapped.weightsKept},
             {"weight_bits", {{"dense", dense.weightBits}, {"compressed", mapped.weightBits}}},
             {"levels", levelsJson(layer, result.recipe.plan)},
             {"level_scale", layer.levels ? Json(layer.levels->scale) : Json(nullptr)},
             {"crossbars", {{"dense", dense.crossbars}, {"compressed", mapped.crossbars}}},
             {"adc_bits", {{"dense", dense.adcBits}, {"compressed", mapped.adcBits}}},
             {"occupancy", {{"dense", dense.occupancy}, {"compressed", mapped.occupancy}}},
             {"cost",
              {{"dense", layerCostJson(result.costDense.layers[i])}, {"compressed", layerCostJson(result.cost.layers[i])}}}});
    }
    return layers;
}

Json historyJson(const std::vector<EpochMetric>& metrics)
{
    Json history = Json::array();
    for (const EpochMetric& metric : metrics) {
        Json entry{{"stage", metric.stage},
                   {"epoch", metric.epoch},
                   {"loss", metric.loss},
                   {"train_accuracy", metric.trainAccuracyPercent},
                   {"learning_rate", metric.learningRate}};
        if (metric.primalResidual >= 0) {
            entry["primal_residual"] = metric.primalResidual;
            entry["dual_residual"] = metric.dualResidual;
        }
        history.push_back(std::move(entry));
    }
    return history;
}

/// As Linux names it; empty where it does not.
std::string processorName()
{
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("model name")) {
            const std::size_t value = line.find_first_not_of(" \t:", line.find(':'));
            return value == std::string::npos ? std::string() : line.substr(value);
        }
    }
    return {};
}

/// All that may differ between two runs of one command.
Json environmentJson(const RunResult& result)
{
    utsname machine{};
    uname(&machine);
    Json seconds = Json::array();
    for (const EpochMetric& metric : result.metrics) {
        seconds.push_back(metric.seconds);
    }
    return {{"seconds", result.seconds},
            {"epoch_seconds", std::move(seconds)},
            {"machine",
             {{"system", machine.sysname},
              {"release", machine.release},
              {"architecture", machine.machine},
              {"processor", processorName()},
              {"cores", std::thread::hardware_concurrency()}}},
            {"threads", result.recipe.execution.threads},
            {"learn_library", result.environment.libraryVersion},
            {"blas", result.environment.blas},
            {"reference_blas", result.environment.referenceBlas}};
}

/// Ratios of weights to weights kept: by the hard projection alone, and of the finished network.
Json compressionJson(const RunResult& result)
{
    Json projected(nullptr);
    if (!result.projectedWeights.empty()) {
        CompressedNetwork::Counts convolutions;
        CompressedNetwork::Counts all;
        for (std::size_t i = 0; i < result.projectedWeights.size(); ++i) {
            const WeightLayer& layer = result.compressed.layers[i].layer;
            for (CompressedNetwork::Counts* counts : {&all, &convolutions}) {
                if (layer.convolution || counts == &all) {
                    counts->weights += layer.weights();
                    counts->kept += result.projectedWeights[i];
                }
            }
        }
        const auto ratio = [](const CompressedNetwork::Counts& counts) {
            return counts.kept > 0 ? Json(static_cast<double>(counts.weights) / static_cast<double>(counts.kept)) : Json(nullptr);
        };
        projected = {{"ratio_conv", ratio(convolutions)}, {"ratio_all", ratio(all)}};
    }
    return {{"ratio_conv", result.compressed.ratioConvolution()}, {"ratio_all", result.compressed.ratioAll()}, {"projected", std::move(projected)}};
}

const char* endName(RunEnd end)
{
    switch (end) {
        case RunEnd::Finished:
            return "finished";
        case RunEnd::StoppedAndKept:
            return "stopped-and-kept";
        case RunEnd::Cancelled:
            return "cancelled";
        case RunEnd::PlanBroken:
            return "plan-broken";
    }
    return "finished";
}

}  // namespace

std::string resultToJson(const RunResult& result)
{
    const CostReduction saved = reduction(result.costDense, result.cost);
    Json recipe = Json::parse(recipeToJson(result.recipe));
    if (recipe.contains("execution")) {
        recipe["execution"].erase("threads");  // stands under environment
    }
    Json violations = Json::array();
    for (const Problem& problem : result.violations) {
        violations.push_back({{"layer", problem.field}, {"problem", problem.message}});
    }
    const Json json{
        {"tool", {{"name", "mho"}, {"version", kVersion}}},
        {"end", endName(result.end)},
        {"stopped_at", result.stoppedAt ? Json(stopPointText(*result.stoppedAt)) : Json(nullptr)},
        {"violations", std::move(violations)},
        {"network", {{"name", result.recipe.network}, {"hash", result.networkHash}, {"start_hash", result.startHash}, {"teacher_hash", result.teacherHash.empty() ? Json(nullptr) : Json(result.teacherHash)}}},
        {"data", dataJson(result)},
        {"components", {{"preset", result.recipe.hardware.preset}, {"sha256", result.componentsSha256}}},
        {"seed", result.recipe.seed},
        {"accuracy",
         {{"original", percent(result.accuracies.original)},
          {"projected", percent(result.accuracies.projected)},
          {"purified", percent(result.accuracies.purified)},
          {"pruned", percent(result.accuracies.pruned)},
          {"quantized", percent(result.accuracies.quantized)}}},
        {"compression", compressionJson(result)},
        {"baseline_bits", result.recipe.hardware.crossbar.baselineBits},
        {"crossbars", {{"dense", result.mappedDense.crossbars}, {"compressed", result.mapped.crossbars}}},
        {"cost",
         {{"dense", costJson(result.costDense)},
          {"compressed", costJson(result.cost)},
          {"reduction", {{"energy", saved.energyPercent}, {"power", saved.powerPercent}, {"area", saved.areaPercent}}}}},
        {"storage", Json::parse(storageToJson(storageOf(result.compressed)))},
        {"layers", layersJson(result)},
        {"convergence", Json::parse(result.convergenceJson)},
        {"history", historyJson(result.metrics)},
        {"recipe", std::move(recipe)},
        {"environment", environmentJson(result)}};
    return json.dump(2) + "\n";
}

}  // namespace mho
