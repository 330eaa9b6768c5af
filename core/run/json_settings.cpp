// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/json_settings.h"

#include "core/base/error.h"
#include "core/base/json_depth.h"

#include <algorithm>

namespace mho::detail {
namespace {

using Json = nlohmann::ordered_json;

/// `text` as JSON where it is some, else as a plain string, so that names need no quotes.
Json valueOf(const std::string& text, const std::string& where)
{
    checkJsonDepth(text, where);
    Json value = Json::parse(text, nullptr, false);
    return value.is_discarded() ? Json(text) : value;
}

/// The text that valueOf reads as `value`.
std::string textOf(const Json& value)
{
    if (value.is_string() && !Json::accept(value.get<std::string>())) {
        return value.get<std::string>();
    }
    return value.dump();
}

void setField(Json& json, const std::string& setting, const SettingWords& words, const std::string& where)
{
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw Error(ErrorCode::InvalidArgument, words.needed, {setting}, where);
    }
    try {
        static_cast<void>(Json(setting).dump());
    } catch (const Json::type_error& problem) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("A name or text is not UTF-8: %1"), {problem.what()}, where);
    }
    std::string path = "/" + setting.substr(0, equals);
    std::replace(path.begin(), path.end(), '.', '/');
    Json value = valueOf(setting.substr(equals + 1), where);
    try {
        const Json::json_pointer pointer(path);
        // A list takes a place far behind its end, and everything before it.
        if (json.contains(pointer.parent_pointer()) && json.at(pointer.parent_pointer()).is_array()) {
            throw Error(ErrorCode::InvalidArgument, words.unknown, {setting}, where);
        }
        json[pointer] = std::move(value);
    } catch (const Json::exception&) {
        throw Error(ErrorCode::InvalidArgument, words.unknown, {setting}, where);
    }
}

void describe(std::vector<std::string>& settings, const std::string& path, const Json& before, const Json& after)
{
    if (before == after) {
        return;
    }
    if (!after.is_object()) {
        settings.push_back(path + "=" + textOf(after));
        return;
    }
    for (const auto& field : after.items()) {
        const auto old = before.is_object() ? before.find(field.key()) : before.end();
        const bool known = before.is_object() && old != before.end();
        describe(settings, path.empty() ? field.key() : path + "." + field.key(), known ? *old : Json(), field.value());
    }
}

/// Lists that are left out where they are empty stand in both, so that one which goes has a setting.
void fillLists(Json& one, const Json& other)
{
    for (const auto& field : other.items()) {
        if (field.value().is_object()) {
            fillLists(one[field.key()], field.value());
        } else if (field.value().is_array() && !one.contains(field.key())) {
            one[field.key()] = Json::array();
        }
    }
}

}  // namespace

void applyJsonSettings(Json& json, std::span<const std::string> settings, const SettingWords& words, const std::string& where)
{
    for (const std::string& setting : settings) {
        setField(json, setting, words, where);
    }
}

std::vector<std::string> jsonSettingsBetween(const Json& old, Json now)
{
    fillLists(now, old);
    std::vector<std::string> settings;
    describe(settings, "", old, now);
    return settings;
}

}  // namespace mho::detail
