// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/estimate_record.h"

#include "core/base/json_depth.h"
#include "core/base/sha256.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace mho {
namespace {

auto runOf(const EstimateRecord& record)
{
    return std::tie(record.sensitivityKey, record.recipe, record.schedule, record.plan, record.seed);
}

}  // namespace

std::string scheduleKey(Recipe recipe)
{
    recipe.name.clear();
    recipe.description.clear();
    recipe.weights.clear();
    recipe.seed = 0;
    recipe.execution = {};
    recipe.hardware = {};
    recipe.plan = {};
    auto json = nlohmann::ordered_json::parse(recipeToJson(recipe));
    if (recipe.retrainTeacher == RetrainTeacher{}) {
        json.erase("retrain_teacher");  // so that records from before there was one still count
    }
    return sha256(json.dump(2) + "\n");
}

std::string designKey(const Recipe& recipe)
{
    return sha256(planToJson(recipe.plan) + hardwareToJson(recipe.hardware));
}

std::vector<EstimateRecord>::const_iterator sameRun(const std::vector<EstimateRecord>& records, const EstimateRecord& record)
{
    return std::find_if(records.begin(), records.end(), [&](const EstimateRecord& other) { return runOf(other) == runOf(record); });
}

std::vector<EstimateRecord> comparableRecords(const std::vector<EstimateRecord>& records, std::string_view sensitivityKey)
{
    const auto isOfTable = [&](const EstimateRecord& record) { return record.sensitivityKey == sensitivityKey; };
    const auto newest = std::find_if(records.rbegin(), records.rend(), isOfTable);
    std::vector<EstimateRecord> comparable;
    if (newest != records.rend()) {
        std::copy_if(records.begin(), records.end(), std::back_inserter(comparable), [&](const EstimateRecord& record) {
            return isOfTable(record) && record.schedule == newest->schedule;
        });
    }
    return comparable;
}

void addRecord(std::vector<EstimateRecord>& records, EstimateRecord record)
{
    const auto known = sameRun(records, record);
    if (known == records.end()) {
        records.push_back(std::move(record));
        return;
    }
    EstimateRecord& kept = records[static_cast<std::size_t>(known - records.begin())];
    kept.lossRise = record.lossRise;
    kept.measuredPercent = record.measuredPercent;
}

std::string estimateRecordsToJson(const std::vector<EstimateRecord>& records)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const EstimateRecord& record : records) {
        list.push_back({{"recipe", record.recipe},
                        {"seed", record.seed},
                        {"sensitivity", record.sensitivityKey},
                        {"schedule", record.schedule},
                        {"plan", record.plan},
                        {"loss_rise", record.lossRise},
                        {"estimated_percent", nullptr},
                        {"measured_percent", record.measuredPercent}});
        if (record.estimatedPercent) {
            list.back()["estimated_percent"] = *record.estimatedPercent;
        }
    }
    return list.dump(2) + "\n";
}

std::vector<EstimateRecord> estimateRecordsFromJson(std::string_view text, const std::string& where)
{
    checkJsonDepth(text, where);
    try {
        std::vector<EstimateRecord> records;
        for (const nlohmann::json& json : nlohmann::json::parse(text)) {
            EstimateRecord& record = records.emplace_back();
            json.at("recipe").get_to(record.recipe);
            json.at("seed").get_to(record.seed);
            json.at("sensitivity").get_to(record.sensitivityKey);
            json.at("schedule").get_to(record.schedule);
            json.at("plan").get_to(record.plan);
            json.at("loss_rise").get_to(record.lossRise);
            json.at("measured_percent").get_to(record.measuredPercent);
            if (const nlohmann::json& estimated = json.at("estimated_percent"); !estimated.is_null()) {
                record.estimatedPercent = estimated.get<double>();
            }
        }
        return records;
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("Not a list of estimates and their outcomes: %1"), {error.what()}, where);
    }
}

}  // namespace mho
