// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/history.h"

#include "core/base/error.h"
#include "tests/core/project/small_project.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;

namespace {

struct Seen {
    std::int64_t id;
    Plan plan;
    Hardware hardware;
    Stages stages;
};

}  // namespace

TEST_CASE("Plan, hardware and stages after each act of the journal can be had again")
{
    const TemporaryFolder folder;
    Recipe recipe = smallRecipe();
    const auto project = Project::create(folder.file("a.mho"), recipe, smallNetworkWithValues());
    std::vector<Seen> seen;
    const auto note = [&] {
        const Recipe now = project->recipe();
        seen.push_back({project->journal().back().id, now.plan, now.hardware, now});
    };
    note();
    recipe.plan.layers[0].constraints[0].ratio = 3;
    project->setPlan(recipe.plan, "Change Ratio");
    note();
    recipe.plan.layers[0].constraints.clear();
    recipe.plan.layers[1].levelBits = 4;
    project->setPlan(recipe.plan, "Load Design");
    recipe.hardware.crossbar.rows = 128;
    project->setHardware(recipe.hardware, "Load Design");
    note();
    recipe.hardware.device.cellBits = 2;
    recipe.plan.layers[0].rho = 2.0;
    project->setRecipe(recipe, "Set recipe");
    note();
    recipe.admm.rho = 0.5;
    recipe.seed = 3;
    project->setStages(recipe, "Set stages");
    note();
    project->setDataFolder("/data");
    project->setLockedLayers({recipe.plan.layers[0].layer}, "Lock");
    project->beginRun(recipe);
    recipe.hardware.crossbar.rows = 64;
    project->setHardware(recipe.hardware, "Change Hardware");
    note();

    const std::vector<JournalEntry> journal = project->journal();
    const std::vector<JournalEntry> points = earlierPoints(journal);
    REQUIRE(points.size() == seen.size());
    for (std::size_t i = 0; i < seen.size(); ++i) {
        INFO(points[i].command);
        CHECK(points[i].id == seen[i].id);
        const EarlierDesign design = designAfter(journal, seen[i].id, project->recipe());
        CHECK(design.plan == seen[i].plan);
        CHECK(design.hardware == seen[i].hardware);
        CHECK(design.stages == seen[i].stages);
    }
    // Going back is an edit like others: from there on, all points are still there.
    const EarlierDesign first = designAfter(journal, seen[1].id, project->recipe());
    project->setPlan(first.plan, "Revert");
    project->setHardware(first.hardware, "Revert");
    project->setStages(first.stages, "Revert");
    const EarlierDesign last = designAfter(project->journal(), seen.back().id, project->recipe());
    CHECK(last.stages == seen.back().stages);
    CHECK(last.plan == seen.back().plan);
    CHECK(last.hardware == seen.back().hardware);
}

TEST_CASE("There is no way back behind another network, nor to what is no act on the design")
{
    const TemporaryFolder folder;
    const Recipe recipe = smallRecipe();
    const auto project = Project::create(folder.file("a.mho"), recipe, smallNetworkWithValues());
    const std::int64_t created = project->journal().back().id;
    project->setDataFolder("/data");
    const std::int64_t data = project->journal().back().id;
    CHECK_THROWS_AS(designAfter(project->journal(), data, recipe), Error);
    project->setNetwork(smallNetworkWithValues(9.0F), "Import network");
    REQUIRE(earlierPoints(project->journal()).size() == 1);
    CHECK(earlierPoints(project->journal())[0].command == "Import network");
    CHECK_THROWS_AS(designAfter(project->journal(), created, recipe), Error);
}

TEST_CASE("Entries of a damaged journal are refused, and nothing else")
{
    const Recipe recipe = smallRecipe();
    const JournalEntry first{1, "", "Create project", R"({"network_hash": {"before": "", "after": "h"}})"};
    for (const char* detail : {R"({"conv": {"after": {"layer": 5}}, "plan": {"before": 5}})", R"({"plan": {"before": {"a": 1}}})",
                               R"({"hardware": {"before": "isaac"}})", R"({"hardware": {"before": null}, "crossbar": {"before": 1}})",
                               R"({"plan": {"before": 1}, "conv": {"before": {"layer": "conv"}}})", R"({"plan": {"before": [{"layer": 4}]}})",
                               "[", R"({"plan": {"before": [1, "x"]}, "conv": {"before": {"layer": "conv"}}})"}) {
        INFO(detail);
        const std::vector<JournalEntry> journal{first, {2, "", "Edit", detail}};
        CHECK_THROWS_AS(designAfter(journal, 1, recipe), Error);
    }
}
