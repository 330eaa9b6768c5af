// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/project/project_state.h"

#include <nlohmann/json.hpp>

namespace mho {
namespace {

void insertMetrics(detail::Database& database, const std::vector<EpochMetric>& metrics)
{
    detail::Statement insert(database,
                             "INSERT INTO epoch_metric(stage, epoch, loss, train_accuracy_percent, learning_rate, "
                             "primal_residual, dual_residual, seconds) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    for (const EpochMetric& metric : metrics) {
        insert.bind(1, metric.stage).bind(2, metric.epoch).bind(3, metric.loss).bind(4, metric.trainAccuracyPercent);
        insert.bind(5, metric.learningRate).bind(6, metric.primalResidual).bind(7, metric.dualResidual);
        insert.bind(8, metric.seconds).run();
    }
}

}  // namespace

void Project::noteAct(const std::string& command, const std::vector<std::string>& words)
{
    const std::lock_guard guard(state_->lock);
    detail::Transaction transaction(state_->database);
    detail::addToJournal(state_->database, command, nlohmann::json{{"tool", {{"after", words}}}}.dump());
    transaction.commit();
}

void Project::noteRun(const std::string& command)
{
    const std::lock_guard guard(state_->lock);
    detail::Transaction transaction(state_->database);
    detail::addToJournal(state_->database, command, "{}");
    transaction.commit();
}

void Project::noteStop(const StopPoint& point, bool queued, std::size_t waiting)
{
    const std::lock_guard guard(state_->lock);
    detail::Transaction transaction(state_->database);
    detail::Statement(state_->database,
                      "UPDATE journal SET detail = ? WHERE id = (SELECT id FROM journal WHERE command = ? AND detail <> ? "
                      "ORDER BY id DESC LIMIT 1 OFFSET ?)")
        .bind(1, nlohmann::json{{"stopped_at", {{"after", stopPointText(point)}}}}.dump())
        .bind(2, queued ? kQueueRunCommand : kStartRunCommand)
        .bind(3, kDroppedDetail)
        .bind(4, static_cast<std::int64_t>(queued ? waiting : 0))
        .run();
    transaction.commit();
}

void Project::dropQueuedRun(std::size_t fromEnd)
{
    const std::lock_guard guard(state_->lock);
    detail::Transaction transaction(state_->database);
    detail::Statement(state_->database,
                      "UPDATE journal SET detail = ? WHERE id = (SELECT id FROM journal WHERE command = ? AND detail <> ? "
                      "ORDER BY id DESC LIMIT 1 OFFSET ?)")
        .bind(1, kDroppedDetail)
        .bind(2, kQueueRunCommand)
        .bind(3, kDroppedDetail)
        .bind(4, static_cast<std::int64_t>(fromEnd))
        .run();
    transaction.commit();
}

void Project::beginRun(const Recipe& recipe, bool noted)
{
    const std::string text = recipeToJson(recipe);
    recipeFromJson(text, "recipe");
    const std::lock_guard wholeWrite(state_->writing);
    const std::lock_guard guard(state_->lock);
    detail::Database& database = state_->database;
    detail::Transaction transaction(database);
    state_->tensors.forget("checkpoint");
    // The last run's result is not this run's: nobody may take one for the other.
    state_->tensors.forget("result");
    database.execute("DELETE FROM document WHERE key = 'result'");
    database.execute("DELETE FROM epoch_metric");
    detail::Statement(database, "INSERT OR REPLACE INTO run(id, finished, started, recipe) VALUES(1, 0, ?, ?)")
        .bind(1, detail::timeText())
        .bind(2, text)
        .run();
    if (!noted) {
        detail::addToJournal(database, kStartRunCommand, "{}");
    }
    transaction.commit();
}

bool Project::hasUnfinishedRun() const
{
    const std::lock_guard guard(state_->lock);
    return state_->database.number("SELECT count(*) FROM run WHERE finished = 0") > 0;
}

Recipe Project::runRecipe() const
{
    const std::lock_guard guard(state_->lock);
    detail::Statement statement(state_->database, "SELECT recipe FROM run WHERE id = 1");
    if (!statement.step()) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The project has no run yet; start one"), {}, path());
    }
    return recipeFromJson(statement.text(0), path() + ": run recipe");
}

void Project::saveCheckpoint(const Checkpoint& checkpoint, const std::vector<EpochMetric>& newMetrics)
{
    const std::lock_guard wholeWrite(state_->writing);
    const std::int64_t generation = state_->tensors.write("checkpoint", checkpoint);
    const std::lock_guard guard(state_->lock);
    detail::Transaction transaction(state_->database);
    state_->tensors.publish("checkpoint", generation);
    insertMetrics(state_->database, newMetrics);
    transaction.commit();
}

void Project::addMetrics(const std::vector<EpochMetric>& metrics)
{
    const std::lock_guard wholeWrite(state_->writing);
    const std::lock_guard guard(state_->lock);
    detail::Transaction transaction(state_->database);
    insertMetrics(state_->database, metrics);
    transaction.commit();
}

std::optional<Checkpoint> Project::loadCheckpoint()
{
    const std::lock_guard guard(state_->lock);
    return state_->tensors.read("checkpoint");
}

std::vector<EpochMetric> Project::metrics()
{
    const std::lock_guard guard(state_->lock);
    detail::Statement rows(state_->database,
                           "SELECT stage, epoch, loss, train_accuracy_percent, learning_rate, primal_residual, "
                           "dual_residual, seconds FROM epoch_metric ORDER BY id");
    std::vector<EpochMetric> result;
    while (rows.step()) {
        result.push_back(
            {rows.text(0), rows.number(1), rows.real(2), rows.real(3), rows.real(4), rows.real(5), rows.real(6), rows.real(7)});
    }
    return result;
}

void Project::saveResult(const std::string& resultJson, const Checkpoint& finalNetwork)
{
    const std::lock_guard wholeWrite(state_->writing);
    const std::int64_t generation = state_->tensors.write("result", finalNetwork);
    const std::lock_guard guard(state_->lock);
    detail::Database& database = state_->database;
    detail::Transaction transaction(database);
    state_->tensors.publish("result", generation);
    detail::putDocument(database, "result", resultJson);
    database.execute("UPDATE run SET finished = 1");
    detail::addToJournal(database, "Finish run", "{}");
    transaction.commit();
}

std::optional<std::string> Project::resultJson() const
{
    const std::lock_guard guard(state_->lock);
    if (!detail::hasDocument(state_->database, "result")) {
        return std::nullopt;
    }
    return detail::document(state_->database, "result");
}

std::optional<Checkpoint> Project::resultArrays() const
{
    const std::lock_guard guard(state_->lock);
    return state_->tensors.read("result");
}

}  // namespace mho
