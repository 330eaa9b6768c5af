// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/resources.h"
#include "core/project/examples.h"
#include "core/project/project.h"
#include "tests/core/project/small_project.h"
#include "tests/test_main.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace mho;
using namespace mho::test;
using Catch::Contains;

namespace {

/// Changes a file behind Mho's back.
void sql(const std::string& path, const char* statements)
{
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    const int code = sqlite3_exec(database, statements, nullptr, nullptr, nullptr);
    sqlite3_close(database);
    REQUIRE(code == SQLITE_OK);
}

std::string openFailure(const std::string& path)
{
    return failureOf([&] { Project::open(path); });
}

std::string madeProject(const TemporaryFolder& folder)
{
    const std::string path = folder.file("a.mho");
    const auto project = Project::create(path, smallRecipe(), smallNetworkWithValues());
    project->beginRun(smallRecipe());
    project->saveCheckpoint(numberedCheckpoint(1, 100'000), {});
    return path;
}

}  // namespace

TEST_CASE("files that are not projects are refused, named, and left alone")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("x.mho");
    CHECK_THAT(openFailure(path), Contains(path) && Contains("no project file"));
    CHECK_THAT(openFailure(folder.path()), Contains("no project file"));

    const std::string text = "This is a long text and no database at all. " + std::string(2000, 'x');
    writeFileWhole(path, text);
    CHECK_THAT(openFailure(path), Contains(path) && Contains("not a Mho project"));
    CHECK(readTextFile(path) == text);

    writeFileWhole(path, "");
    CHECK_THAT(openFailure(path), Contains("not a Mho project"));
    CHECK(readTextFile(path).empty());

    std::filesystem::remove(path);
    sql(path, "CREATE TABLE t(x); INSERT INTO t VALUES(1)");
    const std::string before = readTextFile(path);
    CHECK_THAT(openFailure(path), Contains("SQLite database, but not a Mho project"));
    CHECK(readTextFile(path) == before);
}

TEST_CASE("a project of a newer version is refused")
{
    const TemporaryFolder folder;
    const std::string path = madeProject(folder);
    sql(path, "PRAGMA user_version = 3");
    CHECK_THAT(openFailure(path), Contains("format version 3") && Contains("newer Mho"));
}

TEST_CASE("a damaged project is refused")
{
    const TemporaryFolder folder;
    const std::string path = madeProject(folder);
    SECTION("pages overwritten")
    {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(4096);
        file << std::string(8192, '\xA5');
        file.close();
        CHECK_THAT(openFailure(path), Contains(path) && Contains("damaged"));
    }
    SECTION("cut short")
    {
        std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
        CHECK_THAT(openFailure(path), Contains("damaged"));
    }
    SECTION("tables missing")
    {
        sql(path, "DROP TABLE document");
        CHECK_THAT(openFailure(path), Contains(path) && Contains("its tables are not those of format version 2"));
    }
    SECTION("a document missing")
    {
        sql(path, "DELETE FROM document WHERE key = 'plan'");
        CHECK_THAT(failureOf([&] { Project::open(path)->recipe(); }), Contains("\"plan\""));
    }
    SECTION("a document of a wrong kind")
    {
        sql(path, "UPDATE document SET content = '[]' WHERE key = 'hardware'");
        CHECK_THAT(failureOf([&] { Project::open(path)->recipe(); }), Contains(path + ": hardware"));
    }
}

TEST_CASE("a project runs nothing that its file declares")
{
    const TemporaryFolder folder;
    const std::string path = madeProject(folder);
    const auto& [name, statements] = GENERATE(table<std::string, const char*>({
        {"a view", "ALTER TABLE document RENAME TO d; CREATE VIEW document AS SELECT * FROM d"},
        {"a column that is computed", "DROP TABLE meta; CREATE TABLE meta(key TEXT PRIMARY KEY NOT NULL, value TEXT AS (hex(zeroblob(1000000)))) STRICT"},
        {"a check", "CREATE TABLE t(x CHECK(length(hex(zeroblob(1000000))) > x)); INSERT INTO t VALUES(1)"},
        {"a trigger", "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM document; END"},
        {"an index", "CREATE INDEX i ON journal(hex(detail))"},
        {"a table that a program makes up", "DROP TABLE journal; CREATE VIRTUAL TABLE journal USING fts5(time, command, detail)"},
    }));
    INFO(name);
    sql(path, statements);
    CHECK_THAT(openFailure(path), Contains(path) && Contains("its tables are not those of format version 2"));
    CHECK_THAT(failureOf([&] { readProjectTitle(path); }), Contains("its tables are not those"));
}

TEST_CASE("sizes in a file are not believed")
{
    const TemporaryFolder folder;
    const std::string path = madeProject(folder);
    const auto loadFailure = [&] { return failureOf([&] { Project::open(path)->loadCheckpoint(); }); };
    SECTION("a count far beyond the bytes")
    {
        sql(path, "UPDATE tensor SET count = 4000000000000000000 WHERE name = 'a'");
        CHECK_THAT(loadFailure(), Contains("\"a\" is not complete"));
    }
    SECTION("a negative count")
    {
        sql(path, "UPDATE tensor SET count = -1 WHERE name = 'b'");
        CHECK_THAT(loadFailure(), Contains("\"b\" is not complete"));
    }
    SECTION("a block missing")
    {
        sql(path, "DELETE FROM tensor_block WHERE owner = 'checkpoint' AND position = 0");
        CHECK_THAT(loadFailure(), Contains("\"a\" is not complete"));
    }
    SECTION("a block numbered wrongly")
    {
        sql(path, "UPDATE tensor_block SET part = 7 WHERE owner = 'checkpoint' AND position = 0");
        CHECK_THAT(loadFailure(), Contains("\"a\" is not complete"));
    }
    SECTION("bytes that are no whole number of values")
    {
        sql(path, "UPDATE tensor_block SET data = x'000000' WHERE owner = 'checkpoint' AND position = 2");
        CHECK_THAT(loadFailure(), Contains("\"b\" is not complete"));
    }
    SECTION("a tensor that does not fit the graph")
    {
        sql(path,
            "UPDATE tensor SET name = 'other' WHERE name = 'weight/conv'; "
            "UPDATE tensor SET name = 'weight/conv' WHERE name = 'bias/fc'");
        CHECK_THAT(failureOf([&] { Project::open(path)->network(); }), Contains("weight/conv") && Contains("3x2x1x1"));
    }
}

TEST_CASE("a project is not made over another file or in a folder that is missing")
{
    const TemporaryFolder folder;
    const std::string path = madeProject(folder);
    CHECK_THAT(failureOf([&] { Project::create(path, smallRecipe(), smallNetwork()); }), Contains(path) && Contains("already"));
    CHECK(Project::open(path)->loadCheckpoint()->stateJson == "1");
    const std::string missing = folder.file("no/such/a.mho");
    CHECK_THAT(failureOf([&] { Project::create(missing, smallRecipe(), smallNetwork()); }),
               Contains(missing) && Contains("No such file"));
    CHECK_THAT(failureOf([&] { Project::open(path)->saveAs(missing); }), Contains(missing));
}

TEST_CASE("a project that may not be written says so")
{
    if (::geteuid() == 0) {
        WARN("skipped: root may write everywhere");
        return;
    }
    const TemporaryFolder folder;
    const std::string path = madeProject(folder);
    ::chmod(path.c_str(), 0444);
    CHECK_THAT(openFailure(path), Contains("may not be written"));
}

TEST_CASE("a list of locked layers that is none is refused by its project's name")
{
    const TemporaryFolder folder;
    const std::string path = madeProject(folder);
    for (const char* content : {"{}", "[1]", "[\"conv\", \"conv\"]", "[\"conv\""}) {
        sql(path, ("INSERT OR REPLACE INTO document VALUES('locked_layers', '" + std::string(content) + "')").c_str());
        CHECK_THAT(failureOf([&] { Project::open(path)->lockedLayers(); }), Contains(path) && Contains("locked layers"));
    }
}
