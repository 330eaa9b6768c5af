// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/history.h"

#include "core/base/error.h"
#include "core/base/ordered_json.h"
#include "core/run/stage_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> kLeavingActs{kEvaluateCommand, kReportCommand, kExportCommand, kFigureCommand};
constexpr std::array<std::string_view, 4> kHardwareFields{"preset", "adc_law", "device", "crossbar"};

bool isHardwareField(std::string_view key)
{
    return std::find(kHardwareFields.begin(), kHardwareFields.end(), key) != kHardwareFields.end();
}

/// An entry of a plan, which names its layer.
bool isLayer(const Json& change, const std::string& key)
{
    for (const char* when : {"before", "after"}) {
        if (change.contains(when) && change.at(when).is_object() && change.at(when).contains("layer") &&
            change.at(when).at("layer") == key) {
            return true;
        }
    }
    return false;
}

Json detailOf(const JournalEntry& entry)
{
    Json detail = orderedJson(entry.detail, fmt::format("journal, entry {}", entry.id));
    return detail.is_object() ? detail : Json::object();
}

bool changesDesign(const Json& detail)
{
    for (const auto& change : detail.items()) {
        if (change.value().is_object() && (isLayer(change.value(), change.key()) || isHardwareField(change.key()) ||
                                           isStageKey(change.key()) || change.key() == "plan" || change.key() == "hardware")) {
            return true;
        }
    }
    return false;
}

bool changesLayers(const Json& detail)
{
    for (const auto& change : detail.items()) {
        if (change.value().is_object() && isLayer(change.value(), change.key())) {
            return true;
        }
    }
    return false;
}

bool changesHardware(const Json& detail)
{
    for (const auto& change : detail.items()) {
        if (isHardwareField(change.key())) {
            return true;
        }
    }
    return false;
}

void takeLayerBack(Json& plan, const std::string& name, const Json& change)
{
    const auto found = std::find_if(plan.begin(), plan.end(),
                                    [&](const Json& layer) { return layer.contains("layer") && layer.at("layer") == name; });
    if (!change.contains("before")) {
        if (found != plan.end()) {
            plan.erase(found);
        }
    } else if (found != plan.end()) {
        *found = change.at("before");
    } else {
        plan.push_back(change.at("before"));
    }
}

/// A field of hardware or stages as it was.
void takeFieldBack(Json& fields, const std::string& key, const Json& change)
{
    if (change.contains("before")) {
        fields[key] = change.at("before");
    } else {
        fields.erase(key);
    }
}

void takeBack(Json& plan, Json& hardware, Json& stages, const Json& detail)
{
    for (const auto& item : detail.items()) {
        const Json& change = item.value();
        if (!change.is_object()) {
            continue;
        }
        if (isLayer(change, item.key())) {
            takeLayerBack(plan, item.key(), change);
        } else if (isHardwareField(item.key())) {
            takeFieldBack(hardware, item.key(), change);
        } else if (isStageKey(item.key())) {
            takeFieldBack(stages, item.key(), change);
        } else if (item.key() == "plan" && change.contains("before")) {
            plan = change.at("before");
        } else if (item.key() == "hardware" && change.contains("before")) {
            hardware = change.at("before");
        }
        if (!plan.is_array() || !hardware.is_object()) {
            throw Error(ErrorCode::BadFormat, MHO_TEXT("An entry holds no plan and no hardware where it must"), {}, "journal");
        }
    }
}

}  // namespace

bool changesProject(const JournalEntry& entry)
{
    return std::find(kLeavingActs.begin(), kLeavingActs.end(), entry.command) == kLeavingActs.end();
}

std::vector<JournalEntry> earlierPoints(const std::vector<JournalEntry>& journal)
{
    std::vector<JournalEntry> points;
    bool lastWasPlan = false;
    for (const JournalEntry& entry : journal) {
        const Json detail = detailOf(entry);
        const bool hardware = changesHardware(detail);
        if (detail.contains("network_hash")) {
            points.assign(1, entry);  // what came before was of another network
        } else if (changesDesign(detail)) {
            // An act on both is written as two entries, plan first; between them there is no design of a person.
            if (lastWasPlan && hardware && points.back().command == entry.command) {
                points.pop_back();
            }
            points.push_back(entry);
        } else {
            continue;
        }
        lastWasPlan = changesLayers(detail);
    }
    return points;
}

EarlierDesign designAfter(const std::vector<JournalEntry>& journal, std::int64_t id, const Recipe& present)
{
    const std::vector<JournalEntry> points = earlierPoints(journal);
    if (std::none_of(points.begin(), points.end(), [id](const JournalEntry& point) { return point.id == id; })) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The journal has no edit %1 to go back to"), {fmt::format("{}", id)},
                    "journal");
    }
    Json plan = Json::parse(planToJson(present.plan));
    Json hardware = Json::parse(hardwareToJson(present.hardware));
    Json stages = Json::parse(stagesToJson(present));
    for (auto entry = journal.rbegin(); entry != journal.rend() && entry->id != id; ++entry) {
        takeBack(plan, hardware, stages, detailOf(*entry));
    }
    return {planFromJson(plan.dump(), "journal"), hardwareFromJson(hardware.dump(), "journal"), stagesFromJson(stages.dump(), "journal")};
}

}  // namespace mho
