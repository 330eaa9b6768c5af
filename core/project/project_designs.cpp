// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/project/project_state.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace mho {
namespace {

void checkName(const std::string& name, const std::string& path)
{
    constexpr std::size_t kLongest = 400;
    if (name.empty() || name.size() > kLongest) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("A design point needs a name of at most %1 bytes"), {fmt::format("{}", kLongest)}, path);
    }
}

std::string nameOf(detail::Database& database, std::int64_t id)
{
    detail::Statement statement(database, "SELECT name FROM design_point WHERE id = ?");
    if (!statement.bind(1, id).step()) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The project has no design point %1 any more"), {fmt::format("{}", id)}, database.path());
    }
    return statement.text(0);
}

}  // namespace

std::vector<DesignPoint> Project::designPoints() const
{
    const std::lock_guard guard(state_->lock);
    std::vector<DesignPoint> points;
    detail::Statement rows(state_->database, "SELECT id, name, time, plan, hardware, result FROM design_point ORDER BY id");
    while (rows.step()) {
        DesignPoint& point = points.emplace_back();
        point.id = rows.number(0);
        point.name = rows.text(1);
        point.time = rows.text(2);
        const std::string where = fmt::format("{}: design point {}", path(), point.id);
        point.plan = planFromJson(rows.text(3), where);
        point.hardware = hardwareFromJson(rows.text(4), where);
        readDesignResult(point, rows.text(5), where);
    }
    return points;
}

std::int64_t Project::addDesignPoint(const DesignPoint& point)
{
    checkName(point.name, path());
    const std::string plan = planToJson(point.plan);
    planFromJson(plan, "plan");
    const std::string hardware = hardwareToJson(point.hardware);
    hardwareFromJson(hardware, "hardware");
    const std::string result = designResultToJson(point);
    DesignPoint check;
    readDesignResult(check, result, point.name);
    const std::lock_guard guard(state_->lock);
    detail::Database& database = state_->database;
    detail::Transaction transaction(database);
    detail::Statement(database, "INSERT INTO design_point(name, time, plan, hardware, result) VALUES(?, ?, ?, ?, ?)")
        .bind(1, point.name)
        .bind(2, detail::timeText())
        .bind(3, plan)
        .bind(4, hardware)
        .bind(5, result)
        .run();
    const std::int64_t id = sqlite3_last_insert_rowid(database.handle());
    if (point.origin == DesignOrigin::Preview) {
        // A run's point is no act of a person; its start and end are journalled.
        detail::addToJournal(database, "Keep design point", nlohmann::json{{"name", {{"after", point.name}}}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    transaction.commit();
    return id;
}

void Project::renameDesignPoint(std::int64_t id, const std::string& name)
{
    checkName(name, path());
    const std::lock_guard guard(state_->lock);
    detail::Database& database = state_->database;
    detail::Transaction transaction(database);
    const std::string before = nameOf(database, id);
    if (before == name) {
        return;
    }
    detail::Statement(database, "UPDATE design_point SET name = ? WHERE id = ?").bind(1, name).bind(2, id).run();
    detail::addToJournal(database, "Rename design point", detail::textChange("name", before, name));
    transaction.commit();
}

void Project::deleteDesignPoints(const std::vector<std::int64_t>& ids)
{
    const std::lock_guard guard(state_->lock);
    detail::Database& database = state_->database;
    detail::Transaction transaction(database);
    for (const std::int64_t id : ids) {
        const std::string name = nameOf(database, id);
        detail::Statement(database, "DELETE FROM design_point WHERE id = ?").bind(1, id).run();
        detail::addToJournal(database, "Delete design point", nlohmann::json{{"name", {{"before", name}}}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    transaction.commit();
}

}  // namespace mho
