// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/schema.h"

#include "core/base/error.h"
#include "core/project/project.h"

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <vector>

namespace mho::detail {
namespace {

void version1(Database& database)
{
    database.execute(R"(
        CREATE TABLE meta(key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
        CREATE TABLE document(key TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL) STRICT;
        CREATE TABLE tensor_set(owner TEXT NOT NULL, generation INTEGER NOT NULL, state TEXT NOT NULL,
                                PRIMARY KEY(owner, generation)) STRICT;
        CREATE TABLE tensor(owner TEXT NOT NULL, generation INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
                            count INTEGER NOT NULL, PRIMARY KEY(owner, generation, position)) STRICT;
        CREATE TABLE tensor_block(owner TEXT NOT NULL, generation INTEGER NOT NULL, position INTEGER NOT NULL,
                                  part INTEGER NOT NULL, data BLOB NOT NULL,
                                  PRIMARY KEY(owner, generation, position, part)) STRICT;
        CREATE TABLE current_set(owner TEXT PRIMARY KEY NOT NULL, generation INTEGER NOT NULL) STRICT;
        CREATE TABLE run(id INTEGER PRIMARY KEY CHECK(id = 1), finished INTEGER NOT NULL, started TEXT NOT NULL,
                         recipe TEXT NOT NULL) STRICT;
        CREATE TABLE epoch_metric(id INTEGER PRIMARY KEY, stage TEXT NOT NULL, epoch INTEGER NOT NULL, loss REAL NOT NULL,
                                  train_accuracy_percent REAL NOT NULL, learning_rate REAL NOT NULL,
                                  primal_residual REAL NOT NULL, dual_residual REAL NOT NULL, seconds REAL NOT NULL) STRICT;
        CREATE TABLE journal(id INTEGER PRIMARY KEY, time TEXT NOT NULL, command TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
    )");
}

void version2(Database& database)
{
    // AUTOINCREMENT: an id that was deleted never comes back as another point.
    database.execute(R"(
        CREATE TABLE design_point(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, time TEXT NOT NULL,
                                  plan TEXT NOT NULL, hardware TEXT NOT NULL, result TEXT NOT NULL) STRICT;
    )");
}

/// Step i raises format version i to i + 1.
constexpr void (*kMigrations[])(Database&) = {version1, version2};
static_assert(std::size(kMigrations) == Project::kFormatVersion, "each format version needs a migration");

void raise(Database& database, std::int64_t from, std::int64_t to = Project::kFormatVersion)
{
    for (auto version = from; version < to; ++version) {
        Transaction transaction(database);
        kMigrations[version](database);
        database.execute(fmt::format("PRAGMA user_version = {}", version + 1).c_str());
        transaction.commit();
    }
}

/// Tables and whatever else is declared, but for what SQLite keeps by itself.
std::vector<std::string> declarations(Database& database)
{
    std::vector<std::string> texts;
    Statement statement(database, "SELECT type || ' ' || name || ' ' || sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                                  "ORDER BY name");
    while (statement.step()) {
        texts.push_back(statement.text(0));
    }
    return texts;
}

/// Tables that are computed (views, generated columns, checks, virtual tables) would run what the file says, and may give much more
/// than the file holds.
void checkDeclarations(Database& database, std::int64_t version)
{
    static const auto expected = [] {
        std::vector<std::vector<std::string>> ofVersions;
        for (std::int64_t to = 1; to <= Project::kFormatVersion; ++to) {
            Database sample(":memory:", Database::Mode::Create);
            raise(sample, 0, to);
            ofVersions.push_back(declarations(sample));
        }
        return ofVersions;
    }();
    if (declarations(database) != expected[static_cast<std::size_t>(version - 1)]) {
        throw Error(ErrorCode::BadFormat,
                    MHO_TEXT("The project does not have the content that its format demands (%1); go back to a copy"),
                    {fmt::format("its tables are not those of format version {}", version)}, database.path());
    }
}

}  // namespace

void makeSchema(Database& database)
{
    database.execute(fmt::format("PRAGMA application_id = {}", kApplicationId).c_str());
    raise(database, 0);
}

void checkVersion(Database& database)
{
    const std::int64_t version = database.number("PRAGMA user_version");
    if (database.number("PRAGMA application_id") != kApplicationId || version < 1) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("This is an SQLite database, but not a Mho project; choose a .mho file"), {},
                    database.path());
    }
    if (version > Project::kFormatVersion) {
        throw Error(ErrorCode::BadFormat,
                    MHO_TEXT("The project has format version %1; this Mho reads up to %2. Open it with a newer Mho"),
                    {fmt::format("{}", version), fmt::format("{}", Project::kFormatVersion)}, database.path());
    }
    checkDeclarations(database, version);
}

void checkAndMigrate(Database& database)
{
    checkVersion(database);
    const std::string verdict = database.text("PRAGMA quick_check(1)");
    if (verdict != "ok") {
        throw Error(ErrorCode::BadFormat,
                    MHO_TEXT("The project file is damaged (%1); go back to a copy, or save what is left with "
                             "\"sqlite3 FILE .recover\""),
                    {verdict}, database.path());
    }
    raise(database, database.number("PRAGMA user_version"));
}

}  // namespace mho::detail
