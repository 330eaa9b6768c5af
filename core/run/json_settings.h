// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

/// Settings "FIELD=VALUE" on the JSON text of a struct: FIELD is a field's path, as problems name it; VALUE is JSON, or a plain word for
/// a name. For .cpp files of this room only.
namespace mho::detail {

/// What is told, each with the setting as %1 (MHO_TEXT).
struct SettingWords {
    const char* needed;   ///< It has no FIELD=.
    const char* unknown;  ///< It names a place where no field can be.
};

/// Puts each value in its field, one after the other; whether there is such a field, and with such values, the reader of the text tells.
/// Throws Error InvalidArgument, after `where`.
void applyJsonSettings(nlohmann::ordered_json& json, std::span<const std::string> settings, const SettingWords& words,
                       const std::string& where);

/// Settings that make `now` of `old`; empty where they are the same. Lists that writers leave out where they are empty have a
/// setting too where they go.
std::vector<std::string> jsonSettingsBetween(const nlohmann::ordered_json& old, nlohmann::ordered_json now);

}  // namespace mho::detail
