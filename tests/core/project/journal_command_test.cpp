// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/journal_command.h"

#include "core/project/new_project.h"
#include "tests/core/project/small_project.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <filesystem>

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
    recipe.retrain.schedule = ScheduleKind::OneCycle;
    project->setStages(recipe, "Set stages");
    CHECK(lastLine(*project) == "mho plan set 'a b.mho' --stage seed=9 --stage retrain.schedule=one-cycle");
    const std::int64_t act = project->journal().back().id;
    project->setStages(recipe, "Set stages");
    CHECK(project->journal().back().id == act);
    recipe.admm.training.milestones = {0.5};
    recipe.plan.layers[0].levelBits = 4;
    project->setRecipe(recipe, "Set design");
    CHECK(lastLine(*project) == "mho plan set 'a b.mho' conv.level_bits=4 --stage 'admm.training.milestones=[0.5]'");
    recipe.description = "other";
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
    CHECK(lastLine(*project) == "mho run --network 'a b.mho' --project 'a b.mho' --threads " + std::to_string(recipe.execution.threads));

    // A run that begins later has its line where it was asked for.
    const std::size_t acts = project->journal().size();
    project->noteRun(kQueueRunCommand);
    CHECK(lastLine(*project) == "mho run --network 'a b.mho' --project 'a b.mho'");
    project->noteQueuedBegins(0);
    project->beginRun(recipe, true);
    CHECK(project->journal().size() == acts + 1);

    // Once it begins, its line has its threads and device; one that was stopped ends there again, whichever was asked for since.
    const std::string run = "mho run --network 'a b.mho' --project 'a b.mho'";
    recipe.execution.threads = 3;
    project->noteRun(kQueueRunCommand);
    project->noteRun(kQueueRunCommand);
    project->noteRun(kStartRunCommand);
    project->noteQueuedBegins(1);
    project->beginRun(recipe, true);
    project->saveResult(R"({"end": "stopped-and-kept", "stopped_at": "retrain:0:12"})", {"{}", {}});
    const auto lines = [&] {
        std::vector<std::string> found;
        for (const JournalEntry& entry : project->journal()) {
            if (entry.command == kQueueRunCommand || entry.command == kStartRunCommand) {
                found.push_back(commandLineOf(entry, "a b.mho"));
            }
        }
        return std::vector<std::string>(found.end() - 3, found.end());
    };
    CHECK(lines() == std::vector<std::string>{run + " --threads 3 --stop-at retrain:0:12", run, run});
    recipe.execution.device = "cuda";
    project->noteRun(kStartRunCommand);
    project->beginRun(recipe, true);
    project->saveResult(R"({"end": "finished", "stopped_at": null})", {"{}", {}});
    CHECK(lines() == std::vector<std::string>{run, run, run + " --device cuda --threads 3"});
    project->noteRun(kCancelRunCommand);
    CHECK(lastLine(*project).empty());
    project->noteRun(kResumeRunCommand);
    CHECK(lastLine(*project) == "mho run --resume --project 'a b.mho'");

    // Acts that leave the project as it is, wherever it lies when they are told.
    project->noteAct(kReportCommand, {"report", "", "--out", "a report.pdf"});
    CHECK(lastLine(*project) == "mho report 'a b.mho' --out 'a report.pdf'");
}

TEST_CASE("A new project has the line that makes it")
{
    const TemporaryFolder folder;
    const auto lineOf = [](const NewProject& made) { return commandLineOf(made.project->journal().front(), "a b.mho"); };
    CHECK(lineOf(newProjectOfRecipe(folder.file("r.mho"), "lenet5-digits")) == "mho plan new 'a b.mho' lenet5-digits");
    CHECK(lineOf(newProjectOfNetwork(folder.file("n.mho"), "lenet5")) == "mho plan new 'a b.mho' --network lenet5");
    CHECK(lineOf(newProjectOfNetwork(folder.file("s.mho"), "cnn3-mnist", "s1-lenet5-39x")) == "mho plan new 'a b.mho' s1-lenet5-39x --network cnn3-mnist");
    CHECK(newProjectOfNetwork(folder.file("v.mho"), "vgg16-imagenet").project->recipe().data == "imagenet");
    CHECK_THROWS_AS(newProjectOfNetwork(folder.file("n.mho"), "lenet5"), Error);
    CHECK_THROWS_AS(newProjectOfNetwork(folder.file("x.mho"), "lenet6"), Error);
    CHECK_FALSE(std::filesystem::exists(folder.file("x.mho")));
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
                               R"({"network_hash": {}, "tool": {"after": 3}})",
                               R"({"plan": {"before": [1], "after": {}}, "hardware": {}})", R"({"preset": 4})"}) {
        INFO(detail);
        CHECK(commandLineOf({1, "2026-01-01T00:00:00Z", "Edit", detail}, "a.mho").empty());
    }
    for (const char* detail : {"nonsense", R"({"stopped_at": {"after": 4}})", R"({"stopped_at": 4})", R"({"run_threads": {"after": "two"}})", R"({"run_device": {}})"}) {
        INFO(detail);
        CHECK(commandLineOf({1, "2026-01-01T00:00:00Z", kStartRunCommand, detail}, "a.mho").empty());
        CHECK(commandLineOf({1, "2026-01-01T00:00:00Z", kQueueRunCommand, detail}, "a.mho").empty());
    }
}
