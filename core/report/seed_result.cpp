// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/seed_result.h"

#include "core/base/error.h"
#include "core/base/json_depth.h"
#include "core/base/resources.h"
#include "core/base/units.h"
#include "core/network/weight_layer.h"
#include "core/network/zoo.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace mho {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t kFloatBits = 32;

double ratio(std::int64_t all, std::int64_t kept)
{
    return static_cast<double>(all) / static_cast<double>(std::max<std::int64_t>(kept, 1));
}

/// Ratios by the layers' counts; which layer is what, the network says.
void addRatios(const Json& json, const std::string& where, std::map<std::string, double>& values)
{
    const std::vector<WeightLayer> layers = weightLayers(makeZooNetwork(json.at("network").at("name").get<std::string>()));
    const Json& counted = json.at("layers");
    const Json& plan = json.at("recipe").at("plan");
    std::int64_t all = 0;
    std::int64_t kept = 0;
    std::int64_t conv = 0;
    std::int64_t convKept = 0;
    std::int64_t plain = 0;
    std::int64_t plainKept = 0;
    std::int64_t storedBits = 0;
    int adcBits = 0;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Json& entry = counted.at(i);
        const auto weights = entry.at("weights").get<std::int64_t>();
        const auto left = entry.at("weights_kept").get<std::int64_t>();
        if (entry.at("name") != layers[i].name || weights != layers[i].weights() || left < 0 || left > weights) {
            throw Error(ErrorCode::BadFormat, MHO_TEXT("Layer %1 is not that of the network %2"),
                        {layers[i].name, json.at("network").at("name").get<std::string>()}, where);
        }
        all += weights;
        kept += left;
        if (layers[i].convolution) {
            conv += weights;
            convKept += left;
            if (!layers[i].shortcut) {
                plain += weights;
                plainKept += left;
            }
        }
        const auto bits = plan.at(i).at("level_bits").get<std::int64_t>();
        storedBits += left * (bits > 0 ? bits : kFloatBits);
        adcBits = std::max(adcBits, entry.at("adc_bits").at("compressed").get<int>());
    }
    values["ratio_all"] = ratio(all, kept);
    values["ratio_conv"] = ratio(conv, convKept);
    values["ratio_conv_plain"] = ratio(plain, plainKept);
    values["storage"] = ratio(all * kFloatBits, storedBits);
    values["adc_bits"] = adcBits;
}

void addAccuracies(const Json& json, std::map<std::string, double>& values)
{
    for (const char* stage : {"original", "projected", "purified", "pruned", "quantized"}) {
        if (const Json& value = json.at("accuracy").value(stage, Json()); value.is_number()) {
            values[stage] = value.get<double>();
        }
    }
    const auto lost = [&](const char* name, const char* before, const char* after) {
        if (values.count(before) != 0 && values.count(after) != 0) {
            values[name] = values[before] - values[after];
        }
    };
    lost("loss_pruned", "original", "pruned");
    lost("loss_levels", "pruned", "quantized");
    lost("loss_original", "original", values.count("quantized") != 0 ? "quantized" : "pruned");
}

void addExtras(const Json& json, std::map<std::string, double>& values)
{
    if (const Json projected = json.at("compression").value("projected", Json());
        projected.is_object() && projected.at("ratio_conv").is_number()) {
        values["ratio_projected"] = projected.at("ratio_conv").get<double>();
    }
    if (json.contains("storage") && json.at("storage").at("ratio_with_index").is_number()) {
        values["storage_indexed"] = json.at("storage").at("ratio_with_index").get<double>();
    }
    if (json.contains("crossbar_check")) {
        const Json& check = json.at("crossbar_check");
        const auto images = static_cast<double>(std::max<std::int64_t>(check.at("images").get<std::int64_t>(), 1));
        values["simulated"] = 100.0 * static_cast<double>(check.at("correct").get<std::int64_t>()) / images;
        values["simulated_equal"] = 100.0 * static_cast<double>(check.at("identical").get<std::int64_t>()) / images;
    }
}

/// "conv1 4 bits a weight in a bit mask, fc1 3 and 10 an index; 600 bits of weights, 500 of indices, 32 of scales"
std::string storageText(const Json& json)
{
    if (!json.contains("storage")) {
        return {};
    }
    const Json& storage = json.at("storage");
    std::string layers;
    for (const Json& layer : storage.at("layers")) {
        const std::string index = layer.at("bits_per_index").is_number()
                                      ? fmt::format("{} an index", layer.at("bits_per_index").get<int>())
                                      : layer.at("encoding").get<std::string>();
        layers += fmt::format("{}{} {} bits a weight, {}", layers.empty() ? "" : "; ", layer.at("name").get<std::string>(),
                              layer.at("bits_per_weight").get<int>(), index);
    }
    return fmt::format("{}; in all {} bits of weights, {} of indices, {} of scales", layers, countText(storage.at("weight_bits").get<std::int64_t>()),
                       countText(storage.at("index_bits").get<std::int64_t>()), countText(storage.at("scale_bits").get<std::int64_t>()));
}

std::string machineText(const Json& environment)
{
    const Json& machine = environment.at("machine");
    const std::string processor = machine.value("processor", "");
    const int cores = machine.value("cores", 0);
    return fmt::format("{}{} {}, {} threads{}, {}, {}", processor.empty() ? "" : processor + ", ", machine.at("system").get<std::string>(),
                       machine.at("architecture").get<std::string>(), environment.at("threads").get<int>(),
                       cores > 0 ? fmt::format(" on {} cores", cores) : std::string(),
                       environment.at("learn_library").get<std::string>(), environment.at("blas").get<std::string>());
}

std::optional<Recipe> recipeOf(const Json& recipe, const std::string& where)
{
    try {
        return recipeFromJson(recipe.dump(), where);
    } catch (const Error&) {
        return std::nullopt;  // Written by a version with other fields: an older recipe, whatever it was.
    }
}

SeedResult fromJson(const Json& json, const std::string& where, const std::string& row)
{
    if (json.at("end") == "plan-broken") {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The run's weights break its plan, so it reproduces nothing; take the file away"), {}, where);
    }
    if (json.at("end") != "finished") {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The run was not finished; take the file away and run it again"), {}, where);
    }
    if (json.at("recipe").at("name") != row) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The file holds a run of recipe %1, not of %2"),
                    {json.at("recipe").at("name").get<std::string>(), row}, where);
    }
    SeedResult result;
    result.seed = json.at("seed").get<std::uint64_t>();
    addRatios(json, where, result.values);
    addAccuracies(json, result.values);
    addExtras(json, result.values);
    for (const Json& epoch : json.at("history")) {
        const std::string stage = epoch.at("stage").get<std::string>();
        if (result.epochs.empty() || result.epochs.back().first != stage) {
            result.epochs.emplace_back(stage, 0);
        }
        ++result.epochs.back().second;
    }
    const Json& environment = json.at("environment");
    for (const Json& seconds : environment.at("epoch_seconds")) {
        result.trainingSeconds += seconds.get<double>();
    }
    result.values["minutes"] = result.trainingSeconds / 60.0;
    result.threads = environment.at("threads").get<int>();
    result.device = json.at("recipe").at("execution").at("device").get<std::string>();
    result.machine = machineText(environment);
    result.storage = storageText(json);
    result.version = json.at("tool").at("version").get<std::string>();
    result.recipe = recipeOf(json.at("recipe"), where);
    return result;
}

}  // namespace

std::string resultFileText(const std::string& resultJson, const std::optional<CrossbarCheck>& check)
{
    auto json = nlohmann::ordered_json::parse(resultJson);
    if (check) {
        json["crossbar_check"] = {{"images", check->images}, {"correct", check->correct}, {"identical", check->identical}};
    }
    return json.dump(1) + "\n";
}

SeedResult readSeedResult(const std::string& path, const std::string& row)
{
    const std::string text = readTextFile(path);
    checkJsonDepth(text, path);
    try {
        return fromJson(Json::parse(text), path, row);
    } catch (const Json::exception& bad) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The file is not the result of a run: %1"), {bad.what()}, path);
    }
}

}  // namespace mho
