// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/ordered_json.h"
#include "core/project/project_state.h"

#include <nlohmann/json.hpp>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kQueue = "run_queue";

}  // namespace

std::vector<Recipe> Project::runQueue() const
{
    const std::string text = state_->optionalDocument(kQueue).value_or("[]");
    const Json json = orderedJson(text, path());
    if (!json.is_array()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The project file is damaged: its queue of runs is not a list; go back to a copy"), {}, path());
    }
    std::vector<Recipe> queue;
    for (const Json& entry : json) {
        queue.push_back(recipeFromJson(entry.dump(), path()));
    }
    return queue;
}

void Project::setRunQueue(const std::vector<Recipe>& queue)
{
    Json json = Json::array();
    for (const Recipe& recipe : queue) {
        json.push_back(Json::parse(recipeToJson(recipe)));
    }
    state_->keepDocument(kQueue, json.dump());
}

}  // namespace mho
