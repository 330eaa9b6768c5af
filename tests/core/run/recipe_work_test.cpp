// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/recipe_work.h"

#include "core/base/error.h"

#include <catch2/catch.hpp>

using namespace mho;

namespace {

/// 3 dense, 2 rounds of 4, 5 masked, 1 round of 6, 2 steps of 7, 8 through the quantiser, 9 at the end.
Recipe allStages()
{
    Recipe recipe;
    recipe.plan.layers = {{"conv1", {}, 5}};
    recipe.train.epochs = 3;
    recipe.admm.rounds = 2;
    recipe.admm.epochsPerRound = 4;
    recipe.retrain.epochs = 5;
    recipe.quantize.rounds = 1;
    recipe.quantize.epochsPerRound = 6;
    recipe.progressive.steps = 2;
    recipe.progressive.training.epochs = 7;
    recipe.straightThrough.training.epochs = 8;
    recipe.finetune.epochs = 9;
    return recipe;
}

}  // namespace

TEST_CASE("the epochs of a recipe are those of the stages that it has")
{
    Recipe recipe = allStages();
    CHECK(recipeEpochs(recipe) == 3 + 8 + 5 + 6 + 14 + 8 + 9);
    recipe.weights = "trained.pth";
    CHECK(recipeEpochs(recipe) == 8 + 5 + 6 + 14 + 8 + 9);
    CHECK(stagesOf(recipe, true) == std::vector<StageWork>{{"admm", 8}, {"retrain", 5}, {"quantize", 6}, {"progressive", 14},
                                                          {"straight-through", 8}, {"finetune", 9}});
    CHECK(stagesOf(recipe, false).front() == StageWork{"train", 3});
    recipe.trainFurther = true;
    CHECK(recipeEpochs(recipe) == 3 + 8 + 5 + 6 + 14 + 8 + 9);
    recipe.prune = PruneMethod::GroupRegularizer;
    recipe.regularize.training.epochs = 10;
    CHECK(recipeEpochs(recipe) == 3 + 10 + 5 + 6 + 14 + 8 + 9);
    CHECK(stagesOf(recipe, true) == stagesOf(recipe, false));
    // Without levels the stages that make them are left out.
    recipe.plan.layers[0].levelBits = 0;
    CHECK(recipeEpochs(recipe) == 3 + 10 + 5);
}

TEST_CASE("the work of a recipe is epochs times operations")
{
    Recipe recipe = allStages();
    // LeNet-5: 500 weights at 24x24 positions, 25,000 at 8x8, two linear layers.
    CHECK(recipeWork(recipe) == 53.0 * (500.0 * 576 + 25'000.0 * 64 + 400'000 + 5'000));
    recipe.network = "none";
    CHECK_THROWS_AS(recipeWork(recipe), Error);
}

TEST_CASE("a run is one of a recipe whatever its seed, machine and description")
{
    Recipe asked = allStages();
    asked.execution.precision = Precision::Automatic;
    Recipe ran = asked;
    ran.seed = 7;
    ran.description = "said otherwise";
    ran.execution = {"cuda", 3, Precision::BFloat16, false};
    CHECK(isRunOf(asked, ran));
    asked.execution.precision = Precision::Float32;
    CHECK_FALSE(isRunOf(asked, ran));
    ran.execution.precision = Precision::Float32;
    CHECK(isRunOf(asked, ran));
    ran.execution.channelsLast = true;
    CHECK_FALSE(isRunOf(asked, ran));
    ran = asked;
    ran.admm.rho *= 2.0;
    CHECK_FALSE(isRunOf(asked, ran));
}
