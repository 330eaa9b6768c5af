// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/study_json.h"

#include "core/base/error.h"
#include "core/base/ordered_json.h"
#include "core/explore/study.h"

namespace mho {

using nlohmann::ordered_json;

const char* sweepModeName(SweepMode mode)
{
    return mode == SweepMode::Run ? "run" : "preview";
}

SweepMode sweepModeOf(std::string_view name, const std::string& where)
{
    for (const SweepMode mode : {SweepMode::Run, SweepMode::Preview}) {
        if (name == sweepModeName(mode)) {
            return mode;
        }
    }
    throw Error(ErrorCode::BadFormat, MHO_TEXT("A study's mode is preview or run, not \"%1\""), {std::string(name)}, where);
}

ordered_json settingsJson(const std::vector<SweepSetting>& settings)
{
    ordered_json json = ordered_json::object();
    for (const SweepSetting& setting : settings) {
        json[setting.field] = setting.value;
    }
    return json;
}

std::vector<SweepSetting> settingsOf(const ordered_json& json)
{
    std::vector<SweepSetting> settings;
    for (const auto& [field, value] : json.items()) {
        settings.push_back({field, value.get<std::string>()});
    }
    return settings;
}

std::string studyToJson(const SweepSpec& spec, const std::vector<StudyPoint>& points)
{
    ordered_json json{{"name", spec.name},
                      {"mode", sweepModeName(spec.mode)},
                      {"base", ordered_json::parse(recipeToJson(spec.base))},
                      {"points", ordered_json::array()}};
    for (const StudyPoint& point : points) {
        ordered_json entry{{"settings", settingsJson(point.settings)}};
        switch (point.state) {
            case PointState::Open:
                entry["state"] = "open";
                break;
            case PointState::Done:
                entry["state"] = "done";
                entry["result"] = ordered_json::parse(point.resultJson);
                break;
            case PointState::Failed:
                entry["state"] = "failed";
                entry["reason"] = point.reason;
                break;
        }
        json["points"].push_back(std::move(entry));
    }
    return json.dump(2) + "\n";
}

std::string comparableResult(const std::string& resultJson)
{
    ordered_json json = orderedJson(resultJson, "result");
    json.erase("environment");
    return json.dump();
}

StudyContent studyFromJson(std::string_view text, const std::string& where)
{
    StudyContent study;
    try {
        const ordered_json json = orderedJson(text, where);
        json.at("name").get_to(study.name);
        study.mode = sweepModeOf(json.at("mode").get<std::string>(), where);
        if (json.contains("base")) {
            study.baseJson = json.at("base").dump();
        }
        for (const ordered_json& entry : json.at("points")) {
            StudyPoint& point = study.points.emplace_back();
            point.settings = settingsOf(entry.at("settings"));
            if (entry.at("state") == "done") {
                point.state = PointState::Done;
                point.resultJson = entry.at("result").dump();
            } else if (entry.at("state") == "failed") {
                point.state = PointState::Failed;
                entry.at("reason").get_to(point.reason);
            } else if (entry.at("state") != "open") {
                throw Error(ErrorCode::BadFormat, MHO_TEXT("A point's state is open, done or failed, not %1"), {entry.at("state").dump()}, where);
            }
        }
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("Not a study: %1"), {error.what()}, where);
    }
    return study;
}

}  // namespace mho
