// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/sensitivity.h"

#include "core/base/ordered_json.h"

#include <nlohmann/json.hpp>

namespace mho {

// The recovery's options are written as far as a person can set them: as in recipes, without epochs, seed and stage.
namespace {

using nlohmann::ordered_json;

ordered_json recoveryJson(const TrainingOptions& recovery)
{
    return {{"optimizer", recovery.optimizer == OptimizerKind::Adam ? "adam" : "sgd"},
            {"learning_rate", recovery.learningRate},
            {"momentum", recovery.momentum},
            {"weight_decay", recovery.weightDecay},
            {"batch_size", recovery.batchSize}};
}

ordered_json optionsJson(const SensitivityOptions& options)
{
    return {{"ratios", options.ratios},
            {"level_bits", options.levelBits},
            {"levels", options.levels},
            {"images", options.images},
            {"recalibration_images", options.recalibrationImages},
            {"recovery_images", options.recoveryImages},
            {"recovery", recoveryJson(options.recovery)},
            {"probes", options.probes},
            {"seed", options.seed}};
}

SensitivityOptions optionsOf(const ordered_json& json)
{
    SensitivityOptions options;
    json.at("ratios").get_to(options.ratios);
    json.at("level_bits").get_to(options.levelBits);
    json.at("levels").get_to(options.levels);
    json.at("images").get_to(options.images);
    json.at("recalibration_images").get_to(options.recalibrationImages);
    json.at("recovery_images").get_to(options.recoveryImages);
    const ordered_json& recovery = json.at("recovery");
    options.recovery.optimizer = recovery.at("optimizer") == "adam" ? OptimizerKind::Adam : OptimizerKind::Sgd;
    recovery.at("learning_rate").get_to(options.recovery.learningRate);
    recovery.at("momentum").get_to(options.recovery.momentum);
    recovery.at("weight_decay").get_to(options.recovery.weightDecay);
    recovery.at("batch_size").get_to(options.recovery.batchSize);
    json.at("probes").get_to(options.probes);
    json.at("seed").get_to(options.seed);
    return options;
}

ordered_json pointsJson(const std::vector<SensitivityPoint>& points, bool ofBits)
{
    ordered_json list = ordered_json::array();
    for (const SensitivityPoint& point : points) {
        ordered_json json;
        if (ofBits) {
            json["level_bits"] = point.levelBits;
        } else {
            json["ratio"] = point.ratio;
        }
        json["top1_percent"] = point.top1Percent;
        json["mean_loss"] = point.meanLoss;
        list.push_back(std::move(json));
    }
    return list;
}

std::vector<SensitivityPoint> pointsOf(const ordered_json& list)
{
    std::vector<SensitivityPoint> points;
    for (const ordered_json& json : list) {
        points.push_back({json.value("ratio", 1.0), json.value("level_bits", 0), json.at("top1_percent"), json.at("mean_loss")});
    }
    return points;
}

}  // namespace

std::string sensitivityToJson(const SensitivityTable& table)
{
    ordered_json json{{"key", table.key},
                      {"network", table.network},
                      {"network_hash", table.networkHash},
                      {"data_sha256", table.dataSha256},
                      {"options", optionsJson(table.options)},
                      {"top1_percent", table.top1Percent},
                      {"mean_loss", table.meanLoss},
                      {"units", ordered_json::array()},
                      {"probes", ordered_json::array()}};
    for (const SensitivityUnit& unit : table.units) {
        json["units"].push_back({{"layers", unit.layers},
                                 {"kinds", unit.kinds},
                                 {"ratios", pointsJson(unit.ratios, false)},
                                 {"level_bits", pointsJson(unit.bits, true)}});
    }
    for (const SensitivityProbe& probe : table.probes) {
        json["probes"].push_back({{"points", probe.points}, {"top1_percent", probe.top1Percent}, {"mean_loss", probe.meanLoss}});
    }
    return json.dump(2) + "\n";
}

SensitivityTable sensitivityFromJson(std::string_view text, const std::string& where)
{
    try {
        const ordered_json json = orderedJson(text, where);
        SensitivityTable table;
        json.at("key").get_to(table.key);
        json.at("network").get_to(table.network);
        json.at("network_hash").get_to(table.networkHash);
        json.at("data_sha256").get_to(table.dataSha256);
        table.options = optionsOf(json.at("options"));
        json.at("top1_percent").get_to(table.top1Percent);
        json.at("mean_loss").get_to(table.meanLoss);
        for (const ordered_json& unit : json.at("units")) {
            table.units.push_back({unit.at("layers").get<std::vector<std::string>>(), unit.at("kinds").get<std::vector<std::string>>(),
                                   pointsOf(unit.at("ratios")), pointsOf(unit.at("level_bits"))});
            if (table.units.back().layers.empty()) {
                throw Error(ErrorCode::BadFormat, MHO_TEXT("A unit names no layer; measure again"), {}, where);
            }
        }
        for (const ordered_json& probe : json.at("probes")) {
            table.probes.push_back(
                {probe.at("points").get<std::vector<std::size_t>>(), probe.at("top1_percent"), probe.at("mean_loss")});
            const std::vector<std::size_t>& points = table.probes.back().points;
            bool known = points.size() == table.units.size();
            for (std::size_t unit = 0; known && unit < points.size(); ++unit) {
                known = points[unit] <= table.units[unit].ratios.size();
            }
            if (!known) {
                throw Error(ErrorCode::BadFormat, MHO_TEXT("A probe names a point that the table has not; measure again"), {}, where);
            }
        }
        return table;
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("Not a table of sensitivities: %1; measure again"), {error.what()}, where);
    }
}

}  // namespace mho
