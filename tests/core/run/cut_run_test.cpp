// SPDX-License-Identifier: GPL-3.0-or-later
/// A run ends with the same bits wherever it was killed.
#include "tests/core/run/tiny_run.h"

#include "core/network/zoo.h"

#include <catch2/catch.hpp>

#include <set>

using namespace mho;
using namespace mho::test;

namespace {

Recipe everyStage()
{
    Recipe recipe = tinyStaged();
    recipe.purify.enabled = true;
    recipe.quantize.epochsPerRound = 2;
    // Copies, masks, signs, held weights and levels all stand in the checkpoint.
    recipe.plan.find("fc2")->constraints = {{"sign-polarisation", 1.0}};
    recipe.straightThrough.training.momentum = 0.9;
    return recipe;
}

}  // namespace

TEST_CASE("a run that is killed after any of its saves ends with the bits of one that was not")
{
    const auto [name, recipe] =
        GENERATE(table<std::string, Recipe>({{"every stage", everyStage()}, {"reweighted", tinyReweighted()}}));
    const DataSet data = syntheticDigits(1, 96);
    const Network start = makeZooNetwork(recipe.network);
    const auto finish = [&](RunStore* store) { return withoutEnvironment(runRecipe(recipe, start, data, store, {})); };
    KillingStore uncut;
    const auto whole = finish(&uncut);
    REQUIRE(whole == finish(nullptr));
    // Each stage has saves of its own.
    const std::vector<std::string>& stages = uncut.stages();
    CHECK(std::set<std::string>(stages.begin(), stages.end()) ==
          std::set<std::string>{"train", "admm", "retrain", "quantize", "progressive", "straight-through", "finetune", "done"});
    REQUIRE(uncut.saves() >= 15);
    for (int saves = 1; saves <= uncut.saves(); ++saves) {
        CAPTURE(name, saves);
        KillingStore store(saves);
        REQUIRE_THROWS_AS(finish(&store), Killed);
        CHECK(finish(&store) == whole);
        // Nothing was done twice.
        CHECK(store.saves() == uncut.saves());
    }
}

TEST_CASE("a run that was stopped and is killed on the way to its result trains no further, and ends with the bits of one that was not killed")
{
    const auto [name, recipe, at] = GENERATE(table<std::string, Recipe, std::string>({{"round of ADMM", everyStage(), "admm:1:1"},
                                                                                     {"retraining", everyStage(), "retrain:0:2"},
                                                                                     {"levels", everyStage(), "quantize:0:3"},
                                                                                     {"partial levels", everyStage(), "progressive:1:1"},
                                                                                     {"a period", tinyReweighted(), "admm:0:1"}}));
    const DataSet data = syntheticDigits(1, 96);
    const Network start = makeZooNetwork(recipe.network);
    RunCallbacks stops;
    stops.stopAt = stopPointOf(at);
    KillingStore uncut;
    const RunResult first = runRecipe(recipe, start, data, &uncut, stops);
    CAPTURE(name, at);
    REQUIRE(first.stoppedAt == stops.stopAt);
    const auto whole = withoutEnvironment(first);
    // From the last save back to the one that tells of the stop, nobody needs to ask for it again.
    int stopped = 0;
    for (int saves = uncut.saves(); saves > 0; --saves) {
        CAPTURE(saves);
        KillingStore store(saves);
        REQUIRE_THROWS_AS(runRecipe(recipe, start, data, &store, stops), Killed);
        if (!nlohmann::json::parse(store.loadCheckpoint().value().stateJson).at("stopped").get<bool>()) {
            break;
        }
        ++stopped;
        CHECK(withoutEnvironment(runRecipe(recipe, start, data, &store, {})) == whole);
    }
    CHECK(stopped >= 3);
}

TEST_CASE("a run that is killed after each of its saves in turn ends with the bits of one that was not")
{
    const DataSet data = syntheticDigits(1, 96);
    const Recipe recipe = everyStage();
    const Network start = makeZooNetwork(recipe.network);

    class EachTime final : public MemoryStore {
    public:
        void saveCheckpoint(const Checkpoint& checkpoint, const std::vector<EpochMetric>& newMetrics) override
        {
            MemoryStore::saveCheckpoint(checkpoint, newMetrics);
            throw Killed();
        }
    };
    EachTime store;
    int kills = 0;
    for (bool finished = false; !finished;) {
        REQUIRE(kills < 100);
        try {
            const RunResult result = runRecipe(recipe, start, data, &store, {});
            CHECK(withoutEnvironment(result) == withoutEnvironment(runRecipe(recipe, start, data, nullptr, {})));
            finished = true;
        } catch (const Killed&) {
            ++kills;
        }
    }
    CHECK(kills >= 15);
}
