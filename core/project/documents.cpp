// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/documents.h"

#include "core/base/error.h"
#include "core/project/project.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>

namespace mho::detail {
namespace {

using Json = nlohmann::ordered_json;

/// A plan's list of layers as an object, so that a change names its layer.
Json byName(const Json& json)
{
    if (!json.is_array()) {
        return json;
    }
    Json object = Json::object();
    for (const Json& item : json) {
        object[item.value("layer", std::string())] = item;
    }
    return object;
}

std::string compactText(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

bool hasDocument(Database& database, std::string_view key)
{
    return Statement(database, "SELECT 1 FROM document WHERE key = ?").bind(1, key).step();
}

std::string document(Database& database, std::string_view key)
{
    Statement statement(database, "SELECT content FROM document WHERE key = ?");
    if (!statement.bind(1, key).step()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The project has no document \"%1\"; go back to a copy"), {std::string(key)},
                    database.path());
    }
    return statement.text(0);
}

void putDocument(Database& database, std::string_view key, std::string_view content)
{
    Statement(database, "INSERT OR REPLACE INTO document(key, content) VALUES(?, ?)").bind(1, key).bind(2, content).run();
}

void addToJournal(Database& database, std::string_view command, std::string_view detail)
{
    Statement(database, "INSERT INTO journal(time, command, detail) VALUES(?, ?, ?)")
        .bind(1, timeText())
        .bind(2, command)
        .bind(3, detail)
        .run();
}

std::vector<JournalEntry> readJournal(Database& database)
{
    std::vector<JournalEntry> entries;
    Statement statement(database, "SELECT id, time, command, detail FROM journal ORDER BY id");
    while (statement.step()) {
        entries.push_back({statement.number(0), statement.text(1), statement.text(2), statement.text(3)});
    }
    return entries;
}

std::string changes(std::string_view before, std::string_view after)
{
    const Json old = byName(Json::parse(before));
    const Json now = byName(Json::parse(after));
    Json result = Json::object();
    for (const auto& item : old.items()) {
        const auto found = now.find(item.key());
        if (found == now.end()) {
            result[item.key()]["before"] = item.value();
        } else if (*found != item.value()) {
            result[item.key()] = {{"before", item.value()}, {"after", *found}};
        }
    }
    for (const auto& item : now.items()) {
        if (!old.contains(item.key())) {
            result[item.key()]["after"] = item.value();
        }
    }
    return compactText(result);
}

std::string textChange(const char* key, const std::string& before, const std::string& after)
{
    Json result;
    result[key] = {{"before", before}, {"after", after}};
    return compactText(result);
}

std::string timeText()
{
    const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

}  // namespace mho::detail
