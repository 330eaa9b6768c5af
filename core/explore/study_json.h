// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/sweep.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

/// How a study's files say modes and settings. For .cpp files of this room only.
namespace mho {

/// "preview", "run".
const char* sweepModeName(SweepMode mode);
/// Throws Error BadFormat.
SweepMode sweepModeOf(std::string_view name, const std::string& where);

/// {"FIELD": "VALUE", ...} in order.
nlohmann::ordered_json settingsJson(const std::vector<SweepSetting>& settings);
std::vector<SweepSetting> settingsOf(const nlohmann::ordered_json& json);

}  // namespace mho
