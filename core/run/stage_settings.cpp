// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/stage_settings.h"

#include "core/base/error.h"
#include "core/run/json_settings.h"

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

constexpr detail::SettingWords kWords{MHO_TEXT("\"%1\": FIELD=VALUE is needed, for example retrain.epochs=20"),
                                      MHO_TEXT("\"%1\": there is no such field; `mho plan show --stages` lists them")};

}  // namespace

Stages applyStageSettings(const Stages& stages, std::span<const std::string> settings, const std::string& where)
{
    Json json = Json::parse(stagesToJson(stages));
    detail::applyJsonSettings(json, settings, kWords, where);
    return stagesFromJson(json.dump(), where);
}

std::vector<std::string> stageSettingsBetween(const Stages& before, const Stages& after)
{
    return detail::jsonSettingsBetween(Json::parse(stagesToJson(before)), Json::parse(stagesToJson(after)));
}

}  // namespace mho
