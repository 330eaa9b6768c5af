// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/hardware_settings.h"

#include "core/base/error.h"
#include "core/run/json_settings.h"
#include "core/run/recipe.h"

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

constexpr detail::SettingWords kWords{MHO_TEXT("\"%1\": FIELD=VALUE is needed, for example crossbar.rows=64"),
                                      MHO_TEXT("\"%1\": there is no such field; `mho preset --fields` lists them")};

}  // namespace

Hardware applyHardwareSettings(const Hardware& hardware, std::span<const std::string> settings, const std::string& where)
{
    Json json = Json::parse(hardwareToJson(hardware));
    detail::applyJsonSettings(json, settings, kWords, where);
    return hardwareFromJson(json.dump(), where);
}

std::vector<std::string> hardwareSettingsBetween(const Hardware& before, const Hardware& after)
{
    return detail::jsonSettingsBetween(Json::parse(hardwareToJson(before)), Json::parse(hardwareToJson(after)));
}

}  // namespace mho
