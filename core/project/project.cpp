// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "core/base/error.h"
#include "core/base/version.h"
#include "core/project/copy_file.h"
#include "core/project/look.h"
#include "core/project/new_file.h"
#include "core/project/project_state.h"
#include "core/project/recipe_documents.h"
#include "core/project/schema.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include <unistd.h>

namespace mho {
namespace {

using detail::Database;

/// Write-ahead log where the file system has shared memory, rollback journal elsewhere. Both survive a power cut.
void setJournalMode(Database& database)
{
    database.execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = OFF; PRAGMA journal_size_limit = 16777216");
    try {
        if (database.text("PRAGMA journal_mode = WAL") == "wal") {
            return;
        }
    } catch (const Error&) {
        // A log left by another machine can only be taken up without shared memory.
        database.execute("PRAGMA locking_mode = EXCLUSIVE");
    }
    database.execute("PRAGMA journal_mode = DELETE");
}

}  // namespace

Project::Project(std::unique_ptr<State> state) : state_(std::move(state)) {}

Project::~Project()
{
    // Closing does not fail loudly: what the log holds is taken up by the next open.
    sqlite3_wal_checkpoint_v2(state_->database.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

std::unique_ptr<Project> Project::create(const std::string& path, const Recipe& recipe, const Network& network,
                                         const std::vector<std::string>& words)
{
    const detail::RecipeDocuments documents = detail::recipeDocuments(recipe);
    detail::makeNewFile(path, [&](const std::string& temporary) {
        auto state = std::make_unique<State>(temporary, Database::Mode::Create);
        Database& database = state->database;
        database.execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = OFF");
        detail::makeSchema(database);
        detail::Statement(database, "INSERT INTO meta(key, value) VALUES('created_by', ?), ('created_at', ?)")
            .bind(1, std::string("Mho ") + kVersion)
            .bind(2, detail::timeText())
            .run();
        detail::putDocument(database, "recipe", documents.recipe);
        detail::putDocument(database, "plan", documents.plan);
        detail::putDocument(database, "hardware", documents.hardware);
        detail::putDocument(database, "data_folder", "");
        Project unnamed(std::move(state));
        unnamed.setNetwork(network, "Create project");
        if (!words.empty()) {
            const nlohmann::json tool{{"after", words}};
            detail::Statement(unnamed.state_->database, "UPDATE journal SET detail = json_set(detail, '$.tool', json(?))").bind(1, tool.dump()).run();
        }
    });
    return open(path);
}

std::unique_ptr<Project> Project::open(const std::string& path)
{
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("There is no project file of this name; check the name and the folder"), {},
                    path);
    }
    auto state = std::make_unique<State>(path, Database::Mode::Open);
    detail::checkAndMigrate(state->database);
    setJournalMode(state->database);
    return std::unique_ptr<Project>(new Project(std::move(state)));
}

std::unique_ptr<Project> Project::openToRead(const std::string& path)
{
    const std::string folder = std::filesystem::path(path).parent_path().string();
    if (::access(path.c_str(), W_OK) == 0 && ::access(folder.empty() ? "." : folder.c_str(), W_OK) == 0) {
        return open(path);
    }
    Database source = detail::lookAt(path);
    detail::requireNoLog(path);
    auto state = std::make_unique<State>(path, Database::Mode::StandIn);
    detail::copyInto(source, state->database);
    detail::checkAndMigrate(state->database);
    state->database.execute("PRAGMA query_only = ON");
    return std::unique_ptr<Project>(new Project(std::move(state)));
}

const std::string& Project::path() const
{
    return state_->database.path();
}

std::unique_ptr<Project> Project::saveAs(const std::string& path, const std::function<void(Project&)>& amend) const
{
    detail::makeNewFile(path, [&](const std::string& temporary) {
        {
            const std::lock_guard guard(state_->lock);
            detail::fillFrom(state_->database, temporary);
        }
        if (amend) {
            Project copy(std::make_unique<State>(temporary, Database::Mode::Open));
            amend(copy);
        }
    });
    return open(path);
}

}  // namespace mho
