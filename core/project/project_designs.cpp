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

using Json = nlohmann::json;

DesignPointRow rowOf(const detail::Statement& statement)
{
    return {statement.number(0), statement.text(1), statement.text(2), statement.text(3), statement.text(4), statement.text(5)};
}

DesignPointRow findRow(detail::Database& database, std::int64_t id)
{
    detail::Statement statement(database, "SELECT id, name, time, plan, hardware, result FROM design_point WHERE id = ?");
    if (!statement.bind(1, id).step()) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The project has no design point %1 any more"), {fmt::format("{}", id)}, database.path());
    }
    return rowOf(statement);
}

bool has(detail::Database& database, std::int64_t id)
{
    return detail::Statement(database, "SELECT 1 FROM design_point WHERE id = ?").bind(1, id).step();
}

/// The highest id that was ever given; ids count from 1.
std::int64_t lastGiven(detail::Database& database)
{
    detail::Statement statement(database, "SELECT seq FROM sqlite_sequence WHERE name = 'design_point'");
    return statement.step() ? statement.number(0) : 0;
}

DesignPoint pointOf(const DesignPointRow& row, const std::string& path)
{
    DesignPoint point;
    point.id = row.id;
    point.name = row.name;
    point.time = row.time;
    const std::string where = fmt::format("{}: design point {}", path, row.id);
    point.plan = planFromJson(row.plan, where);
    point.hardware = hardwareFromJson(row.hardware, where);
    readDesignResult(point, row.result, where);
    return point;
}

/// {"design_points": {"before": [NAME, ...]}}, or "after".
std::string namesChange(const char* when, const std::vector<DesignPointRow>& rows)
{
    Json names = Json::array();
    for (const DesignPointRow& row : rows) {
        names.push_back(row.name);
    }
    return Json{{"design_points", {{when, std::move(names)}}}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::vector<DesignPoint> Project::designPoints() const
{
    const std::lock_guard guard(state_->lock);
    std::vector<DesignPoint> points;
    detail::Statement rows(state_->database, "SELECT id, name, time, plan, hardware, result FROM design_point ORDER BY id");
    while (rows.step()) {
        points.push_back(pointOf(rowOf(rows), path()));
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
        detail::addToJournal(database, "Keep design point",
                             Json{{"name", {{"after", point.name}}}}.dump(-1, ' ', false, Json::error_handler_t::replace));
    }
    transaction.commit();
    return id;
}

std::int64_t Project::addRunPoint(const RunResult& result)
{
    DesignPoint point = designPointOf(result);
    point.name = freeDesignName(designPoints(), "Run");
    return addDesignPoint(point);
}

std::string Project::renameDesignPoint(std::int64_t id, const std::string& name, const std::string& command)
{
    checkName(name, path());
    const std::lock_guard guard(state_->lock);
    detail::Database& database = state_->database;
    detail::Transaction transaction(database);
    std::string before = findRow(database, id).name;
    if (before != name) {
        detail::Statement(database, "UPDATE design_point SET name = ? WHERE id = ?").bind(1, name).bind(2, id).run();
        detail::addToJournal(database, command, detail::textChange("name", before, name));
        transaction.commit();
    }
    return before;
}

std::vector<DesignPointRow> Project::deleteDesignPoints(const std::vector<std::int64_t>& ids, const std::string& command)
{
    std::vector<DesignPointRow> rows;
    if (ids.empty()) {
        return rows;
    }
    const std::lock_guard guard(state_->lock);
    detail::Database& database = state_->database;
    detail::Transaction transaction(database);
    for (const std::int64_t id : ids) {
        rows.push_back(findRow(database, id));
        detail::Statement(database, "DELETE FROM design_point WHERE id = ?").bind(1, id).run();
    }
    detail::addToJournal(database, command, namesChange("before", rows));
    transaction.commit();
    return rows;
}

void Project::restoreDesignPoints(const std::vector<DesignPointRow>& rows, const std::string& command)
{
    if (rows.empty()) {
        return;
    }
    for (const DesignPointRow& row : rows) {
        pointOf(row, path());  // what could not be read would keep all others from being read
    }
    const std::lock_guard guard(state_->lock);
    detail::Database& database = state_->database;
    detail::Transaction transaction(database);
    const std::int64_t last = lastGiven(database);
    for (const DesignPointRow& row : rows) {
        if (row.id < 1 || row.id > last || has(database, row.id)) {
            throw Error(ErrorCode::InvalidArgument,
                        MHO_TEXT("The design point %1 was not deleted from this project, so it cannot be put back"),
                        {fmt::format("{}", row.id)}, path());
        }
        detail::Statement(database, "INSERT INTO design_point(id, name, time, plan, hardware, result) VALUES(?, ?, ?, ?, ?, ?)")
            .bind(1, row.id)
            .bind(2, row.name)
            .bind(3, row.time)
            .bind(4, row.plan)
            .bind(5, row.hardware)
            .bind(6, row.result)
            .run();
    }
    detail::addToJournal(database, command, namesChange("after", rows));
    transaction.commit();
}

}  // namespace mho
