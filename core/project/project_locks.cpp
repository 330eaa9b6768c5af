// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/json_depth.h"
#include "core/project/project_state.h"

#include <nlohmann/json.hpp>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kLocked = "locked_layers";

std::string documentOrNone(detail::Database& database)
{
    return detail::hasDocument(database, kLocked) ? detail::document(database, kLocked) : "[]";
}

}  // namespace

std::set<std::string> Project::lockedLayers() const
{
    const std::string text = state_->optionalDocument(kLocked).value_or("[]");
    checkJsonDepth(text, path());
    const auto json = nlohmann::json::parse(text, nullptr, false);
    std::set<std::string> layers;
    bool sound = json.is_array();
    for (std::size_t i = 0; sound && i < json.size(); ++i) {
        sound = json[i].is_string() && layers.insert(json[i].get<std::string>()).second;
    }
    if (!sound) {
        throw Error(
            ErrorCode::BadFormat,
            MHO_TEXT("The project file is damaged: its locked layers are not a list of different names; go back to a copy"), {},
            path());
    }
    return layers;
}

void Project::setLockedLayers(const std::set<std::string>& layers, const std::string& command)
{
    const std::string text = Json(layers).dump(-1, ' ', false, Json::error_handler_t::replace);
    const std::lock_guard guard(state_->lock);
    detail::Transaction transaction(state_->database);
    const std::string before = documentOrNone(state_->database);
    if (before != text) {
        detail::putDocument(state_->database, kLocked, text);
        detail::addToJournal(state_->database, command, detail::textChange(kLocked, before, text));
        transaction.commit();
    }
}

}  // namespace mho
