// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"
#include "core/project/run_lock.h"

#include "core/project/saved_network.h"
#include "core/run/compressed_arrays.h"
#include "tests/core/project/small_project.h"
#include "tests/test_main.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <filesystem>
#include <span>
#include <thread>

using namespace mho;
using namespace mho::test;

namespace {

const std::string& lastCommand(const std::vector<JournalEntry>& journal)
{
    REQUIRE_FALSE(journal.empty());
    return journal.back().command;
}

bool sameBytes(const FloatArray& a, const FloatArray& b)
{
    return std::ranges::equal(std::as_bytes(a.span()), std::as_bytes(b.span()));
}

}  // namespace

TEST_CASE("a project gives back what it was made of")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.mho");
    {
        const auto project = Project::create(path, smallRecipe(), smallNetworkWithValues());
        CHECK(project->path() == path);
    }
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
    const auto project = Project::open(path);
    CHECK(recipeToJson(project->recipe()) == recipeToJson(smallRecipe()));
    CHECK(networkHash(project->network()) == networkHash(smallNetworkWithValues()));
    CHECK(project->network().name() == "small");
    CHECK(project->dataFolder().empty());
    CHECK_FALSE(project->hasUnfinishedRun());
    CHECK_FALSE(project->loadCheckpoint());
    CHECK_FALSE(project->resultJson());
    CHECK_FALSE(project->resultArrays());
    CHECK(project->metrics().empty());
    const auto journal = project->journal();
    REQUIRE(journal.size() == 1);
    CHECK(journal[0].command == "Create project");
    CHECK(journal[0].time.size() == std::strlen("2026-01-01T00:00:00Z"));
}

TEST_CASE("every edit lasts and is journalled with what changed; none is written twice")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.mho");
    Recipe recipe = smallRecipe();
    {
        const auto project = Project::create(path, recipe, smallNetwork());
        recipe.plan.layers[0].constraints[0].ratio = 3;
        project->setPlan(recipe.plan, "Set ratio");
        CHECK(lastCommand(project->journal()) == "Set ratio");
        CHECK(project->journal().back().detail.find("conv") != std::string::npos);
        CHECK(project->journal().back().detail.find("fc") == std::string::npos);
        recipe.hardware.crossbar.columns = 16;
        project->setHardware(recipe.hardware, "Set hardware");
        project->setDataFolder(
            "/some/fol\xFF"
            "der");
        recipe.seed = 77;
        project->setRecipe(recipe, "Set seed");
        CHECK(project->journal().back().detail == R"({"seed":{"before":1,"after":77}})");
        project->setNetwork(smallNetworkWithValues(), "Train");
        Network renamed = smallNetworkWithValues();
        renamed.setName("other");
        project->setNetwork(renamed, "Rename");
        CHECK(project->journal().size() == 7);

        project->setPlan(recipe.plan, "again");
        project->setHardware(recipe.hardware, "again");
        project->setDataFolder(
            "/some/fol\xFF"
            "der");
        project->setRecipe(recipe, "again");
        project->setNetwork(renamed, "again");
        CHECK(project->journal().size() == 7);
    }
    const auto project = Project::open(path);
    CHECK(recipeToJson(project->recipe()) == recipeToJson(recipe));
    CHECK(project->dataFolder() ==
          "/some/fol\xFF"
          "der");
    CHECK(networkHash(project->network()) == networkHash(smallNetworkWithValues()));
    CHECK(project->network().name() == "other");
    CHECK(project->journal().size() == 7);
}

TEST_CASE("a value that could not be read back is refused and changes nothing")
{
    const TemporaryFolder folder;
    const auto project = Project::create(folder.file("a.mho"), smallRecipe(), smallNetwork());
    Recipe recipe = smallRecipe();
    recipe.admm.rho = -1;
    CHECK_THROWS_AS(project->setRecipe(recipe, "x"), Error);
    recipe.plan.layers[0].levelBits = 1;
    CHECK_THROWS_AS(project->setPlan(recipe.plan, "x"), Error);
    recipe.hardware.crossbar.rows = 0;
    CHECK_THROWS_AS(project->setHardware(recipe.hardware, "x"), Error);
    CHECK(recipeToJson(project->recipe()) == recipeToJson(smallRecipe()));
    CHECK(project->journal().size() == 1);
}

TEST_CASE("checkpoint and metrics of a run come back to the bit")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.mho");
    Checkpoint checkpoint{R"({"epoch": 2})", {}};
    std::vector<float> large(2'500'000);  // 10 MB: three blocks
    for (std::size_t i = 0; i < large.size(); ++i) {
        const auto bits = static_cast<std::uint32_t>(i * 2'654'435'761U);
        std::memcpy(&large[i], &bits, sizeof bits);
    }
    checkpoint.arrays = {{"z first", large}, {"", {}}, {"block", std::vector<float>(1U << 20U, 0.5F)}, {"a last", {-0.0F}}};
    const EpochMetric first{"train", 1, 0.1, 99.5, 0.05, -1.0, -1.0, 1.0 / 3.0};
    const EpochMetric second{"admm", 1, 1e-300, 100.0, 0.01, 0.2, 0.3, 4.0};
    {
        const auto project = Project::create(path, smallRecipe(), smallNetwork());
        project->beginRun(smallRecipe());
        project->saveCheckpoint(numberedCheckpoint(1, 3), {first});
        project->saveCheckpoint(checkpoint, {second});
    }
    const auto project = Project::open(path);
    CHECK(project->hasUnfinishedRun());
    CHECK(recipeToJson(project->runRecipe()) == recipeToJson(smallRecipe()));
    const auto read = project->loadCheckpoint();
    REQUIRE(read);
    CHECK(read->stateJson == checkpoint.stateJson);
    REQUIRE(read->arrays.size() == checkpoint.arrays.size());
    for (std::size_t i = 0; i < read->arrays.size(); ++i) {
        CHECK(read->arrays[i].name == checkpoint.arrays[i].name);
        CHECK(sameBytes(read->arrays[i].values, checkpoint.arrays[i].values));
    }
    const auto metrics = project->metrics();
    REQUIRE(metrics.size() == 2);
    CHECK(metrics[0].stage == "train");
    CHECK(metrics[0].seconds == 1.0 / 3.0);
    CHECK(metrics[0].primalResidual == -1.0);
    CHECK(metrics[1].loss == 1e-300);
    CHECK(metrics[1].trainAccuracyPercent == 100.0);
    CHECK(metrics[1].dualResidual == 0.3);

    project->beginRun(smallRecipe());
    CHECK_FALSE(project->loadCheckpoint());
    CHECK(project->metrics().empty());
    project->saveCheckpoint(numberedCheckpoint(5, 2), {});
    CHECK(project->loadCheckpoint()->stateJson == "5");
}

TEST_CASE("the result of a run lasts and ends the run")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.mho");
    CompressedNetwork compressed = uncompressed(std::make_shared<const Network>(smallNetworkWithValues()));
    compressed.layers[0].mask.rows = {1, 0, 1};
    {
        const auto project = Project::create(path, smallRecipe(), smallNetwork());
        CHECK_THROWS_AS(project->runRecipe(), Error);
        CHECK_FALSE(savedResult(*project));
        project->beginRun(smallRecipe());
        project->saveCheckpoint(numberedCheckpoint(1, 3), {});
        project->saveResult("{\"x\": 1}", toArrays(compressed));
    }
    const auto project = Project::open(path);
    CHECK_FALSE(project->hasUnfinishedRun());
    CHECK(project->resultJson() == std::optional<std::string>("{\"x\": 1}"));
    const auto result = savedResult(*project);
    REQUIRE(result);
    CHECK(networkHash(*result->network) == networkHash(smallNetworkWithValues()));
    CHECK(result->layers[0].mask == compressed.layers[0].mask);
    CHECK_FALSE(project->network().hasWeights());
    const std::vector<JournalEntry> journal = project->journal();
    CHECK(journal[1].command == "Start run");
    CHECK(journal[2].command == "Finish run");
}

TEST_CASE("save as makes a whole second project")
{
    const TemporaryFolder folder;
    const auto project = Project::create(folder.file("a.mho"), smallRecipe(), smallNetworkWithValues());
    project->beginRun(smallRecipe());
    project->saveCheckpoint(numberedCheckpoint(4, 10), {});
    const auto copy = project->saveAs(folder.file("b.mho"));
    project->setDataFolder("later");
    CHECK(copy->dataFolder().empty());
    CHECK(copy->loadCheckpoint()->arrays[0].values == std::vector<float>(10, 4.0F));
    CHECK(networkHash(copy->network()) == networkHash(smallNetworkWithValues()));
    CHECK_THROWS_AS(project->saveAs(folder.file("b.mho")), Error);
    CHECK_THROWS_AS(project->saveAs(folder.file("a.mho")), Error);
    CHECK(project->dataFolder() == "later");
}

TEST_CASE("edits go on while a checkpoint is written")
{
    const TemporaryFolder folder;
    const auto project = Project::create(folder.file("a.mho"), smallRecipe(), smallNetwork());
    project->beginRun(smallRecipe());
    std::thread writer([&] {
        for (int i = 0; i < 4; ++i) {
            project->saveCheckpoint(numberedCheckpoint(i, 4'000'000), {});
        }
    });
    for (int i = 0; i < 20; ++i) {
        project->setDataFolder(std::to_string(i));
        const auto checkpoint = project->loadCheckpoint();
        if (checkpoint) {
            REQUIRE(std::to_string(static_cast<int>(checkpoint->arrays[2].values[0])) == checkpoint->stateJson);
        }
    }
    writer.join();
    CHECK(project->dataFolder() == "19");
    CHECK(project->loadCheckpoint()->stateJson == "3");
}

TEST_CASE("a project is run by one program at a time")
{
    const test::TemporaryFolder folder;
    const std::string path = folder.file("a.mho");
    {
        const RunLock first(path);
        CHECK_THROWS_WITH(RunLock(path), Catch::Contains("Another program") && Catch::Contains("a.mho"));
    }
    CHECK_NOTHROW(RunLock(path));
    CHECK_THROWS_WITH(RunLock(folder.file("no/a.mho")), Catch::Contains("cannot be made"));
}

TEST_CASE("locked layers last, are journalled, and are part of neither plan nor recipe")
{
    const TemporaryFolder folder;
    const auto project = Project::create(folder.file("a.mho"), smallRecipe(), smallNetwork());
    CHECK(project->lockedLayers().empty());
    const std::string recipe = recipeToJson(project->recipe());
    project->setLockedLayers({}, "nothing");
    project->setLockedLayers({"fc", "conv"}, "Lock 2 Layers");
    project->setLockedLayers({"conv", "fc"}, "again");
    REQUIRE(project->journal().size() == 2);
    CHECK(project->journal().back().command == "Lock 2 Layers");
    CHECK(project->journal().back().detail.find("locked_layers") != std::string::npos);
    CHECK(recipeToJson(project->recipe()) == recipe);
    CHECK(Project::open(folder.file("a.mho"))->lockedLayers() == std::set<std::string>{"conv", "fc"});
    CHECK(project->saveAs(folder.file("b.mho"))->lockedLayers().size() == 2);
    project->setLockedLayers({}, "Unlock");
    CHECK(Project::open(folder.file("a.mho"))->lockedLayers().empty());
}
