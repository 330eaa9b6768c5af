// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/plan_list.h"

#include "core/base/error.h"
#include "core/base/ordered_json.h"
#include "core/run/recipe.h"

#include <nlohmann/json.hpp>

namespace mho {
namespace {

using nlohmann::ordered_json;

ordered_json entryOf(const NamedPlan& plan)
{
    return {{"name", plan.name}, {"plan", ordered_json::parse(planToJson(plan.plan))}};
}

NamedPlan planOf(const ordered_json& json, const std::string& where)
{
    return {json.at("name").get<std::string>(), planFromJson(json.at("plan").dump(), where)};
}

}  // namespace

std::string planListToJson(const std::vector<NamedPlan>& plans)
{
    ordered_json json{{"plans", ordered_json::array()}};
    for (const NamedPlan& plan : plans) {
        json["plans"].push_back(entryOf(plan));
    }
    return json.dump(2) + "\n";
}

std::vector<NamedPlan> planListFromJson(std::string_view text, const std::string& name, const std::string& where)
{
    const ordered_json json = orderedJson(text, where);
    if (!json.is_object()) {
        return {{name, planFromJson(text, where)}};
    }
    std::vector<NamedPlan> plans;
    try {
        if (json.contains("plan")) {
            return {planOf(json, where)};
        }
        if (json.contains("best")) {
            plans.push_back(planOf(json["best"], where));
        }
        for (const ordered_json& entry : json.at(json.contains("best") ? "baselines" : "plans")) {
            plans.push_back(planOf(entry, where));
        }
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("Not a plan, a list of plans or a search's result: %1"), {error.what()}, where);
    }
    if (plans.empty()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The list holds no plan"), {}, where);
    }
    return plans;
}

std::string planSetting(const NamedPlan& plan)
{
    return entryOf(plan).dump();
}

}  // namespace mho
