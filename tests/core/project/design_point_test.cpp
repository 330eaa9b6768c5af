// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/design_point.h"

#include "core/compress/preview.h"
#include "core/cost/component_file.h"
#include "core/project/examples.h"
#include "core/project/journal_command.h"
#include "core/project/project.h"
#include "core/run/run.h"
#include "core/run/target.h"
#include "tests/core/project/small_project.h"
#include "tests/test_main.h"

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <limits>

using namespace mho;
using namespace mho::test;
using Catch::Contains;

namespace {

void sql(const std::string& path, const char* statements)
{
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    const int code = sqlite3_exec(database, statements, nullptr, nullptr, nullptr);
    sqlite3_close(database);
    REQUIRE(code == SQLITE_OK);
}

int versionOf(const std::string& path)
{
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(database, "PRAGMA user_version", -1, &statement, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
    const int version = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return version;
}

/// All columns of all points as the file holds them, in hexadecimal where they are texts.
std::vector<std::string> rowsOf(const std::string& path)
{
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(database,
                               "SELECT id || '|' || hex(name) || '|' || hex(time) || '|' || hex(plan) || '|' || hex(hardware) "
                               "|| '|' || hex(result) "
                               "FROM design_point ORDER BY id",
                               -1, &statement, nullptr) == SQLITE_OK);
    std::vector<std::string> rows;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        rows.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return rows;
}

DesignPoint somePoint(const std::string& name)
{
    DesignPoint point;
    point.name = name;
    point.origin = DesignOrigin::Run;
    point.networkHash = "abc";
    point.recipe = "small";
    point.seed = 0xFFFF'FFFF'FFFF'FFFFU;
    point.stoppedEarly = true;
    point.plan = smallRecipe().plan;
    point.hardware = smallRecipe().hardware;
    point.figures = {12, 8, 4, 6, 5, 0.25, 0.1 + 0.2, 1.0 / 3.0, std::nullopt, 1e-300, std::nullopt};
    point.layers = {{"conv", 6, 2}, {"fc", 6, 6}};
    point.accuracy = {AccuracyKind::Measured, 98.7};
    return point;
}

}  // namespace

TEST_CASE("design points come back as they were kept, in order, with ids that never come back")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.mho");
    DesignPoint second = somePoint("second");
    second.origin = DesignOrigin::Preview;
    second.accuracy = {};
    {
        const auto project = Project::create(path, smallRecipe(), smallNetwork());
        CHECK(project->designPoints().empty());
        CHECK(project->addDesignPoint(somePoint("first")) == 1);
        CHECK(project->addDesignPoint(second) == 2);
        CHECK(project->addDesignPoint(somePoint("third")) == 3);
        CHECK(project->renameDesignPoint(1, "renamed", "Rename first") == "first");
        CHECK(project->renameDesignPoint(1, "renamed", "Rename first") == "renamed");  // no act
        project->deleteDesignPoints({3}, "Delete third");
    }
    const auto project = Project::open(path);
    CHECK(project->addDesignPoint(somePoint("fourth")) == 4);
    const std::vector<DesignPoint> points = project->designPoints();
    REQUIRE(points.size() == 3);
    DesignPoint expected = somePoint("renamed");
    expected.id = 1;
    expected.time = points[0].time;
    CHECK(points[0] == expected);
    CHECK(points[0].time.size() == std::string("2026-01-01T00:00:00Z").size());
    second.id = 2;
    second.time = points[1].time;
    CHECK(points[1] == second);
    CHECK(points[2].id == 4);
    CHECK(project->saveAs(folder.file("b.mho"))->designPoints() == points);

    const auto journal = project->journal();
    REQUIRE(journal.size() == 4);  // create, keep (of the preview alone), rename, delete
    CHECK(journal[1].detail == R"({"name":{"after":"second"}})");
    CHECK(journal[2].command == "Rename first");
    CHECK(journal[2].detail == R"({"name":{"before":"first","after":"renamed"}})");
    CHECK(journal[3].command == "Delete third");
    CHECK(journal[3].detail == R"({"design_points":{"before":["third"]}})");
}

TEST_CASE("an act on a point that is gone changes nothing")
{
    const TemporaryFolder folder;
    const auto project = Project::create(folder.file("a.mho"), smallRecipe(), smallNetwork());
    project->addDesignPoint(somePoint("a"));
    project->addDesignPoint(somePoint("b"));
    CHECK_THROWS_WITH(project->deleteDesignPoints({1, 9}, "Delete"), Contains("design point 9"));
    CHECK_THROWS_WITH(project->renameDesignPoint(9, "c", "Rename"), Contains("design point 9"));
    CHECK_THROWS_WITH(project->renameDesignPoint(1, "", "Rename"), Contains("name"));
    CHECK_THROWS_WITH(project->addDesignPoint(somePoint("")), Contains("name"));
    DesignPoint odd = somePoint("odd");
    odd.accuracy.percent = 101.0;
    odd.figures.weightsKept = 13;
    CHECK_THROWS_WITH(project->addDesignPoint(odd), Contains("accuracy.percent") && Contains("figures.weights_kept"));
    odd = somePoint("odd");
    odd.plan.layers[0].levelBits = 1;
    CHECK_THROWS_AS(project->addDesignPoint(odd), Error);
    CHECK(project->designPoints().size() == 2);
    CHECK(project->designPoints()[0].name == "a");
}

TEST_CASE("points that were deleted come back to the byte of every column, also in a file that was opened again")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.mho");
    {
        const auto project = Project::create(path, smallRecipe(), smallNetwork());
        for (const char* name : {"a", "b", "c", "d"}) {
            project->addDesignPoint(somePoint(name));
        }
    }
    // As another program may write it: the same values in other bytes.
    sql(path, "UPDATE design_point SET result = ' ' || result || char(10), time = '2025-12-31T23:59:59Z' WHERE id = 2");
    const std::vector<std::string> before = rowsOf(path);
    REQUIRE(before.size() == 4);
    std::vector<DesignPointRow> deleted;
    {
        const auto project = Project::open(path);
        const std::vector<DesignPoint> points = project->designPoints();
        deleted = project->deleteDesignPoints({4, 2}, "Delete 2 Design Points");
        REQUIRE(deleted.size() == 2);
        CHECK(deleted[0].id == 4);
        CHECK(deleted[1].name == "b");
        CHECK(project->designPoints() == std::vector<DesignPoint>{points[0], points[2]});
        project->restoreDesignPoints(deleted, "Undo: Delete 2 Design Points");
        CHECK(project->designPoints() == points);
        CHECK(rowsOf(path) == before);
        CHECK(project->deleteDesignPoints({4, 2}, "Delete 2 Design Points") == deleted);
        const auto journal = project->journal();
        REQUIRE(journal.size() == 4);  // create and the three acts; points of runs are none
        CHECK(journal[2].command == "Undo: Delete 2 Design Points");
        CHECK(journal[2].detail == R"({"design_points":{"after":["d","b"]}})");
        CHECK(commandLineOf(journal[2], "p.mho").empty());  // the tool `mho` has no such act
        CHECK(commandLineOf(journal[1], "p.mho") == "mho points delete p.mho d b");
    }
    CHECK(rowsOf(path) == std::vector<std::string>{before[0], before[2]});
    Project::open(path)->restoreDesignPoints(deleted, "Undo");
    CHECK(rowsOf(path) == before);
    CHECK(Project::open(path)->addDesignPoint(somePoint("e")) == 5);
}

TEST_CASE("points are put back all or none, and only those that were deleted here")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.mho");
    const auto project = Project::create(path, smallRecipe(), smallNetwork());
    for (const char* name : {"a", "b", "c"}) {
        project->addDesignPoint(somePoint(name));
    }
    const std::vector<std::string> all = rowsOf(path);
    std::vector<DesignPointRow> rows = project->deleteDesignPoints({1, 2}, "Delete");
    const std::vector<std::string> left = rowsOf(path);
    const std::size_t acts = project->journal().size();
    const auto refused = [&](const DesignPointRow& second) {
        const std::string failure = failureOf([&] { project->restoreDesignPoints({rows[0], second}, "Undo"); });
        CHECK(rowsOf(path) == left);
        CHECK(project->journal().size() == acts);
        return failure;
    };
    DesignPointRow odd = rows[1];
    odd.id = 3;
    CHECK_THAT(refused(odd), Contains("design point 3") && Contains("was not deleted"));
    for (const std::int64_t id :
         {std::int64_t{4}, std::int64_t{0}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::max()}) {
        odd.id = id;
        CHECK_THAT(refused(odd), Contains("was not deleted"));
    }
    CHECK_THAT(refused(rows[0]), Contains("design point 1"));  // the same one twice
    odd = rows[1];
    odd.result = "x";
    CHECK_THAT(refused(odd), Contains("design point 2") && Contains("not valid JSON"));
    project->restoreDesignPoints(rows, "Undo");
    CHECK(rowsOf(path) == all);
    project->restoreDesignPoints({}, "Undo");
    project->deleteDesignPoints({}, "Delete");
    CHECK(project->journal().size() == acts + 1);
}

TEST_CASE("a project of version 1 is raised, keeps what it has, and takes design points")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.mho");
    Project::create(path, smallRecipe(), smallNetworkWithValues())->setStudyJson("rows", "{}");
    sql(path, "DROP TABLE design_point; PRAGMA user_version = 1");
    CHECK(readProjectTitle(path).name == "small");
    CHECK(versionOf(path) == 1);
    {
        const auto project = Project::open(path);
        CHECK(project->designPoints().empty());
        CHECK(project->studyNames() == std::vector<std::string>{"rows"});
        CHECK(networkHash(project->network()) == networkHash(smallNetworkWithValues()));
        CHECK(project->journal().size() == 1);
        project->addDesignPoint(somePoint("a"));
    }
    CHECK(versionOf(path) == Project::kFormatVersion);
    CHECK(Project::open(path)->designPoints().size() == 1);
}

TEST_CASE("an example opens as a copy whatever its version, takes a point, and stays as it is")
{
    const TemporaryFolder folder;
    REQUIRE_FALSE(examplePaths().empty());
    const std::string example = examplePaths().front();
    const int before = versionOf(example);
    const auto size = std::filesystem::file_size(example);
    const std::string path = folder.file("a.mho");
    copyProject(example, path);
    const auto project = Project::open(path);
    CHECK(project->designPoints().empty());
    CHECK(project->resultJson());
    DesignPoint point = somePoint("a");
    point.plan = project->recipe().plan;
    project->addDesignPoint(point);
    CHECK(project->designPoints()[0].plan == project->recipe().plan);
    CHECK(versionOf(path) == Project::kFormatVersion);
    CHECK(versionOf(example) == before);
    CHECK(std::filesystem::file_size(example) == size);
}

TEST_CASE("a point that was changed behind Mho's back is refused with all that is wrong")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.mho");
    Project::create(path, smallRecipe(), smallNetwork())->addDesignPoint(somePoint("a"));
    const auto failure = [&] { return failureOf([&] { Project::open(path)->designPoints(); }); };
    SECTION("no JSON")
    {
        sql(path, "UPDATE design_point SET result = 'x'");
        CHECK_THAT(failure(), Contains(path + ": design point 1") && Contains("not valid JSON"));
    }
    SECTION("numbers out of range")
    {
        sql(path, "UPDATE design_point SET result = replace(result, '\"weights\":12', '\"weights\":-1')");
        CHECK_THAT(failure(), Contains("figures.weights is no whole number") && Contains("figures.weights_kept"));
    }
    SECTION("a kind without its percent")
    {
        sql(path, "UPDATE design_point SET result = replace(result, '98.7', 'null')");
        CHECK_THAT(failure(), Contains("accuracy.kind is at odds"));
    }
    SECTION("hardware out of range")
    {
        sql(path, "UPDATE design_point SET hardware = replace(hardware, '32', '0')");
        CHECK_THAT(failure(), Contains("design point 1"));
    }
}

TEST_CASE("a preview's point has the figures of its mapping and cost")
{
    const auto network = std::make_shared<const Network>(smallNetworkWithValues());
    const Recipe recipe = smallRecipe();
    Preview preview(network, targetOf(recipe.hardware));
    const CompressedNetwork& compressed = preview.apply(recipe.plan);
    const MappedNetwork dense = mapDense(*network, recipe.hardware);
    const MappedNetwork mapped = mapNetwork(compressed, recipe.hardware);
    const CostReport cost = estimateCost(mapped, loadComponents(recipe.hardware.preset));
    const DesignPoint point = designPointOf(recipe.plan, compressed, dense, mapped, cost, true);
    CHECK(point.origin == DesignOrigin::Preview);
    CHECK(point.networkHash == networkHash(*network));
    CHECK_FALSE(point.masksArePlaceholders);
    CHECK(point.hardware == recipe.hardware);
    // conv: 2 of 3 filters of 2 weights; fc: of 2 x 3 those that read them.
    CHECK(point.layers == std::vector<LayerWeights>{{"conv", 6, 4}, {"fc", 6, 4}});
    CHECK(point.figures.weights == 12);
    CHECK(point.figures.weightsKept == 8);
    CHECK(point.figures.crossbars == mapped.crossbars);
    CHECK(point.figures.energyJ == cost.total.energyJ);
    double occupied = 0.0;
    for (const MappedLayer& layer : mapped.layers) {
        occupied += layer.occupancy * static_cast<double>(layer.crossbars);
    }
    CHECK(point.figures.occupancy == Approx(occupied / static_cast<double>(mapped.crossbars)));
    CHECK(point.accuracy == DesignAccuracy{});

    RunResult result;
    result.end = RunEnd::StoppedAndKept;
    result.recipe = recipe;
    result.compressed = compressed;
    result.mappedDense = dense;
    result.mapped = mapped;
    result.cost = cost;
    result.cost.timeStated = false;
    result.networkHash = "of the run";
    result.accuracies.pruned = 97.5;
    const DesignPoint run = designPointOf(result);
    CHECK(run.origin == DesignOrigin::Run);
    CHECK(run.stoppedEarly);
    CHECK(run.networkHash == "of the run");
    CHECK(run.accuracy == DesignAccuracy{AccuracyKind::Measured, 97.5});
    CHECK_FALSE(run.figures.energyJ);
    CHECK(run.figures.powerW == cost.total.powerW);
    result.accuracies.quantized = 96.0;
    CHECK(designPointOf(result).accuracy.percent == 96.0);
}

TEST_CASE("names of new points count on")
{
    CHECK(freeDesignName({}, "Run") == "Run 1");
    const std::vector<DesignPoint> points{somePoint("Run 2"), somePoint("Run 07"), somePoint("Run x"), somePoint("Runs 9"), somePoint("Run 11 b")};
    CHECK(freeDesignName(points, "Run") == "Run 8");
}
