// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/journal_command.h"

#include "tests/core/project/small_project.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;

namespace {

std::string lastLine(const Project& project)
{
    return commandLineOf(project.journal().back(), "a b.mho");
}

}  // namespace

TEST_CASE("Each act on plan and hardware has its command line")
{
    const TemporaryFolder folder;
    Recipe recipe = smallRecipe();
    const auto project = Project::create(folder.file("a.mho"), recipe, smallNetworkWithValues());
    CHECK(lastLine(*project).empty());

    recipe.plan.layers[0].constraints[0].ratio = 3;
    recipe.plan.layers[1].levelBits = 4;
    project->setPlan(recipe.plan, "Change Ratio");
    CHECK(lastLine(*project) == "mho plan set 'a b.mho' conv.filter=3 fc.level_bits=4");

    recipe.plan.layers[0].constraints.clear();
    project->setPlan(recipe.plan, "Change Ratio");
    CHECK(lastLine(*project) == "mho plan set 'a b.mho' conv.filter=none");

    recipe.hardware.crossbar.rows = 128;
    recipe.hardware.device.cellBits = 2;
    project->setHardware(recipe.hardware, "Change Hardware");
    CHECK(lastLine(*project) == "mho plan set 'a b.mho' --with device.cell_bits=2 --with crossbar.rows=128");

    recipe.hardware.crossbar.columns = 256;
    recipe.plan.layers[0].levelBits = 3;
    project->setRecipe(recipe, "Load Design Point");
    CHECK(lastLine(*project) == "mho plan set 'a b.mho' conv.level_bits=3 --with crossbar.columns=256");

    recipe.seed = 9;
    project->setRecipe(recipe, "run");
    CHECK(lastLine(*project).empty());
    project->setDataFolder("/my data");
    CHECK(lastLine(*project) == "mho plan set 'a b.mho' --data '/my data'");
    project->setDataFolder("", "Undo: Set data folder");
    CHECK(lastLine(*project) == "mho plan set 'a b.mho' --data ''");
    CHECK(project->journal().back().command == "Undo: Set data folder");
    project->setLockedLayers({"conv", "fc"}, "Lock");
    CHECK(lastLine(*project) == "mho plan set 'a b.mho' --lock conv --lock fc");
    project->setLockedLayers({"fc"}, "Unlock");
    CHECK(lastLine(*project) == "mho plan set 'a b.mho' --unlock conv");
    project->beginRun(recipe);
    CHECK(lastLine(*project) == "mho run --network 'a b.mho' --project 'a b.mho'");

    // A run that begins later has its line where it was asked for.
    const std::size_t acts = project->journal().size();
    project->noteRun(kQueueRunCommand);
    CHECK(lastLine(*project) == "mho run --network 'a b.mho' --project 'a b.mho'");
    project->beginRun(recipe, true);
    CHECK(project->journal().size() == acts + 1);

    // Acts that leave the project as it is, wherever it lies when they are told.
    project->noteAct(kReportCommand, {"report", "", "--out", "a report.pdf"});
    CHECK(lastLine(*project) == "mho report 'a b.mho' --out 'a report.pdf'");
}

TEST_CASE("A word of a shell is quoted where it must be")
{
    CHECK(shellWord("conv2.filter=1.5") == "conv2.filter=1.5");
    CHECK(shellWord("*.filter=2") == "'*.filter=2'");
    CHECK(shellWord("it's") == "'it'\\''s'");
    CHECK(shellWord("") == "''");
    CHECK(shellWord("device.levels_S=[1,2]") == "'device.levels_S=[1,2]'");
}

TEST_CASE("Journal entries that another program wrote have no command line")
{
    for (const char* detail : {"", "[]", "nonsense", "{}", R"({"x": 4})", R"({"plan": 3})",
                               R"({"locked_layers": {"before": 1, "after": "[]"}})", R"({"locked_layers": {"before": "[", "after": "[]"}})",
                               R"({"locked_layers": 5})", R"({"data_folder": {}})", R"({"data_folder": {"after": 5}})",
                               R"({"conv": {"after": {"layer": 7}}})", R"({"crossbar": {"after": {"rows": -1}}})",
                               R"({"plan": {"before": [1], "after": {}}, "hardware": {}})", R"({"preset": 4})"}) {
        INFO(detail);
        CHECK(commandLineOf({1, "2026-01-01T00:00:00Z", "Edit", detail}, "a.mho").empty());
    }
}
