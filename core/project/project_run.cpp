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

// Documents: the journal's entry of the run that was asked for last, and of the project's run.
constexpr const char* kAskedEntry = "asked_run_entry";
constexpr const char* kRunEntry = "run_entry";

/// Adds a field to what the journal tells of the project's run; nothing where it has no entry.
void tellOfRun(detail::Database& database, const char* field, const nlohmann::json& value)
{
    if (detail::hasDocument(database, kRunEntry)) {
        detail::Statement(database, "UPDATE journal SET detail = json_set(detail, '$.' || ?, json(?)) WHERE id = CAST(? AS INTEGER)")
            .bind(1, std::string(field))
            .bind(2, nlohmann::json{{"after", value}}.dump())
            .bind(3, detail::document(database, kRunEntry))
            .run();
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
    if (command == kStartRunCommand) {
        detail::putDocument(state_->database, kAskedEntry, std::to_string(sqlite3_last_insert_rowid(state_->database.handle())));
    }
    transaction.commit();
}

void Project::noteQueuedBegins(std::size_t fromEnd)
{
    const std::lock_guard guard(state_->lock);
    detail::Transaction transaction(state_->database);
    detail::Statement entry(state_->database, "SELECT id FROM journal WHERE command = ? AND detail <> ? ORDER BY id DESC LIMIT 1 OFFSET ?");
    entry.bind(1, kQueueRunCommand).bind(2, kDroppedDetail).bind(3, static_cast<std::int64_t>(fromEnd));
    if (entry.step()) {
        detail::putDocument(state_->database, kAskedEntry, std::to_string(entry.number(0)));
    }
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
        detail::putDocument(database, kAskedEntry, std::to_string(sqlite3_last_insert_rowid(database.handle())));
    }
    if (detail::hasDocument(database, kAskedEntry)) {
        detail::putDocument(database, kRunEntry, detail::document(database, kAskedEntry));
    }
    tellOfRun(database, "run_threads", recipe.execution.threads);
    tellOfRun(database, "run_device", recipe.execution.device);
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
    const auto result = nlohmann::json::parse(resultJson, nullptr, false);
    if (result.is_object() && result.contains("stopped_at") && result["stopped_at"].is_string()) {
        tellOfRun(database, "stopped_at", result["stopped_at"]);
    }
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
