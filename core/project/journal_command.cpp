// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/journal_command.h"

#include "core/base/error.h"
#include "core/base/ordered_json.h"
#include "core/compress/plan_differences.h"
#include "core/run/hardware_settings.h"
#include "core/run/recipe.h"
#include "core/run/stage_fields.h"
#include "core/run/stage_settings.h"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

/// Entries of a plan before or after an act; they carry the name of their layer.
Plan planOf(const Json& detail, const char* when)
{
    Json layers = Json::array();
    for (const auto& change : detail.items()) {
        if (change.value().contains(when)) {
            layers.push_back(change.value().at(when));
        }
    }
    return planFromJson(layers.dump(), "journal");
}

bool isPlanChange(const Json& detail)
{
    return std::all_of(detail.begin(), detail.end(), [](const Json& change) {
        return change.is_object() && change.contains("after") && change.at("after").is_object() &&
               change.at("after").contains("layer");
    });
}

bool isChangeOf(const Json& detail, std::initializer_list<std::string_view> keys)
{
    for (const auto& change : detail.items()) {
        if (std::find(keys.begin(), keys.end(), change.key()) == keys.end()) {
            return false;
        }
    }
    return true;
}

/// Stages with these fields; the others are standard ones before and after alike.
Stages stagesOf(const Json& detail, const char* when)
{
    Json stages = Json::parse(stagesToJson({}));
    for (const auto& change : detail.items()) {
        if (stages.contains(change.key()) && change.value().contains(when)) {
            stages[change.key()] = change.value().at(when);
        }
    }
    return stagesFromJson(stages.dump(), "journal");
}

bool isChangeOfParts(const Json& detail)
{
    for (const auto& change : detail.items()) {
        if (change.key() != "plan" && change.key() != "hardware" && !isStageKey(change.key())) {
            return false;
        }
    }
    return true;
}

/// Of parts of a recipe as one act: plan, hardware, stages.
std::string partsCommand(const Json& detail, const std::string& path)
{
    const auto part = [&](const char* key, const char* when) {
        return detail.contains(key) && detail.at(key).contains(when) ? detail.at(key).at(when).dump() : std::string();
    };
    const auto plan = [&](const char* when) {
        const std::string text = part("plan", when);
        return text.empty() ? Plan{} : planFromJson(text, "journal");
    };
    const auto hardware = [&](const char* when) {
        const std::string text = part("hardware", when);
        return text.empty() ? Hardware{} : hardwareFromJson(text, "journal");
    };
    return planSetCommand(path, settingsBetween(plan("before"), plan("after")), hardwareSettingsBetween(hardware("before"), hardware("after")),
                          stageSettingsBetween(stagesOf(detail, "before"), stagesOf(detail, "after")));
}

/// "mho plan set PATH --lock a --unlock b", of lists before and after as JSON texts.
std::string lockCommand(const Json& change, const std::string& path)
{
    const auto layers = [&](const char* when) {
        return orderedJson(change.at(when).get<std::string>(), "journal").get<std::set<std::string>>();
    };
    const std::set<std::string> before = layers("before");
    const std::set<std::string> after = layers("after");
    std::string options;
    for (const std::string& layer : after) {
        options += before.contains(layer) ? "" : " --lock " + shellWord(layer);
    }
    for (const std::string& layer : before) {
        options += after.contains(layer) ? "" : " --unlock " + shellWord(layer);
    }
    return options.empty() ? options : "mho plan set " + shellWord(path) + options;
}

/// Hardware with these fields; the others are standard ones before and after alike.
Hardware hardwareOf(const Json& detail, const char* when)
{
    Json hardware = Json::parse(hardwareToJson({}));
    for (const auto& change : detail.items()) {
        if (change.value().contains(when)) {
            hardware[change.key()] = change.value().at(when);
        }
    }
    return hardwareFromJson(hardware.dump(), "journal");
}

/// Names as words of a command; "--" before them where one would be taken for an option.
std::string wordsOf(const std::vector<std::string>& names)
{
    const bool guarded = std::any_of(names.begin(), names.end(), [](const std::string& name) { return name.starts_with('-'); });
    std::string words = guarded ? " --" : "";
    for (const std::string& name : names) {
        words += " " + shellWord(name);
    }
    return words;
}

/// Of keeping and renaming a design point.
std::string nameCommand(const Json& change, const std::string& path)
{
    const std::string after = change.at("after").get<std::string>();
    return change.contains("before") ? "mho points rename " + shellWord(path) + wordsOf({change.at("before").get<std::string>(), after})
                                     : "mho points keep " + shellWord(path) + " --name=" + shellWord(after);
}

/// Of deleting design points; what puts them back has no line.
std::string deleteCommand(const Json& change, const std::string& path)
{
    if (!change.contains("before")) {
        return {};
    }
    return "mho points delete " + shellWord(path) + wordsOf(change.at("before").get<std::vector<std::string>>());
}

/// Of an act that left the project as it is.
std::string toolCommand(const Json& change, const std::string& path)
{
    const auto words = change.at("after").get<std::vector<std::string>>();
    std::string line = words.empty() ? "" : "mho";
    for (const auto& word : words) {
        line += " " + shellWord(word.empty() ? path : word);
    }
    return line;
}

/// Of a run: with the threads and the device that it had once it began, and the step before which it was stopped and kept.
std::string runCommand(const Json& detail, const std::string& path)
{
    std::string line = "mho run --network " + shellWord(path) + " --project " + shellWord(path);
    if (detail.contains("run_device") && detail.at("run_device").at("after") != "cpu") {
        line += " --device " + shellWord(detail.at("run_device").at("after").get<std::string>());
    }
    if (detail.contains("run_threads")) {
        line += " --threads " + std::to_string(detail.at("run_threads").at("after").get<int>());
    }
    if (detail.contains("stopped_at")) {
        line += " --stop-at " + shellWord(detail.at("stopped_at").at("after").get<std::string>());
    }
    return line;
}

/// The line of an act other than a run's start.
std::string lineOf(const Json& detail, const std::string& path)
{
    if (!detail.is_object() || detail.empty()) {
        return {};
    }
    if (isPlanChange(detail)) {
        return planSetCommand(path, settingsBetween(planOf(detail, "before"), planOf(detail, "after")), {}, {});
    }
    if (isChangeOf(detail, {"preset", "adc_law", "device", "crossbar"})) {
        return planSetCommand(path, {}, hardwareSettingsBetween(hardwareOf(detail, "before"), hardwareOf(detail, "after")), {});
    }
    if (isChangeOf(detail, {"locked_layers"})) {
        return lockCommand(detail.at("locked_layers"), path);
    }
    if (isChangeOf(detail, {"data_folder"})) {
        return "mho plan set " + shellWord(path) + " --data " + shellWord(detail.at("data_folder").at("after").get<std::string>());
    }
    if (isChangeOf(detail, {"name"})) {
        return nameCommand(detail.at("name"), path);
    }
    if (isChangeOf(detail, {"design_points"})) {
        return deleteCommand(detail.at("design_points"), path);
    }
    if (isChangeOf(detail, {"network_hash", "tool"}) && detail.contains("tool")) {
        return toolCommand(detail.at("tool"), path);
    }
    return isChangeOfParts(detail) ? partsCommand(detail, path) : std::string();
}

}  // namespace

std::string shellWord(const std::string& word)
{
    constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.,/=:+@%";
    if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) {
        return word;
    }
    std::string quoted = "'";
    for (const char letter : word) {
        quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    }
    return quoted + "'";
}

std::string planSetCommand(const std::string& path, std::span<const std::string> planSettings,
                           std::span<const std::string> hardwareSettings, std::span<const std::string> stageSettings)
{
    if (planSettings.empty() && hardwareSettings.empty() && stageSettings.empty()) {
        return {};
    }
    std::string line = "mho plan set " + shellWord(path);
    for (const std::string& setting : planSettings) {
        line += " " + shellWord(setting);
    }
    for (const std::string& setting : hardwareSettings) {
        line += " --with " + shellWord(setting);
    }
    for (const std::string& setting : stageSettings) {
        line += " --stage " + shellWord(setting);
    }
    return line;
}

std::string commandLineOf(const JournalEntry& entry, const std::string& path)
{
    if (entry.detail == kDroppedDetail) {
        return {};
    }
    if (entry.command == kResumeRunCommand) {
        return "mho run --resume --project " + shellWord(path);
    }
    try {
        if (entry.command == kStartRunCommand || entry.command == kQueueRunCommand) {
            return runCommand(orderedJson(entry.detail, "journal"), path);
        }
        return lineOf(orderedJson(entry.detail, "journal"), path);
    } catch (const Error&) {
        return {};  // The journal of a damaged file is shown all the same.
    } catch (const Json::exception&) {
        return {};
    }
}

}  // namespace mho
