// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"
#include "core/project/saved_network.h"
#include "core/run/compressed_arrays.h"
#include "tests/core/project/small_project.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>
#include <memory>

using namespace mho;
using namespace mho::test;

TEST_CASE("a project keeps sensitivities, estimates and collected studies, and journals none of them")
{
    const TemporaryFolder folder;
    const auto project = Project::create(folder.file("a.mho"), smallRecipe(), smallNetwork());
    CHECK(project->studyNames().empty());
    CHECK_FALSE(project->studyJson("rows"));
    CHECK_FALSE(project->sensitivityJson());
    project->setStudyJson("rows", "{}");
    project->setStudyJson("bits", "[]");
    project->setSensitivityJson("{\"a\": 1}");
    project->setEstimateRecordsJson("[1]");
    project->setEstimateRecordsJson("[2]");
    CHECK(project->journal().size() == 1);
    const auto again = Project::open(folder.file("a.mho"));
    CHECK(again->studyNames() == std::vector<std::string>{"bits", "rows"});
    CHECK(again->studyJson("rows") == "{}");
    CHECK(again->sensitivityJson() == "{\"a\": 1}");
    CHECK(again->estimateRecordsJson() == "[2]");
    CHECK(again->saveAs(folder.file("b.mho"))->studyJson("bits") == "[]");
}

TEST_CASE("the queue of runs lasts, in order, and is no edit")
{
    const TemporaryFolder folder;
    const auto project = Project::create(folder.file("a.mho"), smallRecipe(), smallNetwork());
    CHECK(project->runQueue().empty());
    Recipe first = smallRecipe();
    first.seed = 5;
    Recipe second = smallRecipe();
    second.hardware.crossbar.rows = 64;
    project->setRunQueue({first, second});
    CHECK(project->journal().size() == 1);
    const auto queue = Project::open(folder.file("a.mho"))->runQueue();
    REQUIRE(queue.size() == 2);
    CHECK(recipeToJson(queue[0]) == recipeToJson(first));
    CHECK(recipeToJson(queue[1]) == recipeToJson(second));
    project->setRunQueue({});
    CHECK(project->runQueue().empty());
}

TEST_CASE("the network to compress is the project's, or what a dense training left")
{
    const TemporaryFolder folder;
    const auto given = Project::create(folder.file("given.mho"), smallRecipe(), smallNetworkWithValues());
    CHECK(networkHash(denseNetwork(*given)) == networkHash(smallNetworkWithValues()));

    const auto project = Project::create(folder.file("trained.mho"), smallRecipe(), smallNetwork());
    CHECK_FALSE(denseNetwork(*project).hasWeights());
    CompressedNetwork result = uncompressed(std::make_shared<const Network>(smallNetworkWithValues(9.0F)));
    project->beginRun(smallRecipe());
    project->saveResult("{}", toArrays(result));
    CHECK(networkHash(denseNetwork(*project)) == networkHash(smallNetworkWithValues(9.0F)));

    result.layers[0].mask.rows[1] = 0;
    project->beginRun(smallRecipe());
    project->saveResult("{}", toArrays(result));
    CHECK_FALSE(denseNetwork(*project).hasWeights());
}
