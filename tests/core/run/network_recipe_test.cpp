// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/network_recipe.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

using namespace mho;

TEST_CASE("Every zoo network has a recipe that can be kept and run")
{
    for (const ZooEntry& entry : zoo()) {
        INFO(entry.name);
        const Network network = entry.make();
        Recipe recipe = recipeForNetwork(std::string(entry.name), network);
        CHECK(recipe.plan == densePlan(network));
        if (recipe.data.empty()) {
            CHECK(network.inputShape() == Shape{3, 224, 224});
            recipe.data = "pictures";
        }
        CHECK(recipe.validate().empty());
        const std::string json = recipeToJson(recipe);
        CHECK(recipeToJson(recipeFromJson(json, "test")) == json);
    }
}

TEST_CASE("A network's recipe fits its family")
{
    const Recipe lenet = recipeForNetwork("lenet5", makeZooNetwork("lenet5"));
    const Recipe known = loadRecipe("lenet5-mnist");
    CHECK(lenet.data == "synthetic-digits");
    CHECK(lenet.train.epochs == known.train.epochs);
    CHECK(lenet.train.learningRate == known.train.learningRate);
    CHECK(lenet.admm.rounds == known.admm.rounds);
    CHECK(lenet.admm.rho == known.admm.rho);
    CHECK(lenet.retrain.warmUp == known.retrain.warmUp);
    CHECK(lenet.quantize.rhoFactor == known.quantize.rhoFactor);
    CHECK(lenet.finetune.epochs == known.finetune.epochs);
    const Recipe resnet = recipeForNetwork("resnet20-cifar10", makeZooNetwork("resnet20-cifar10"));
    CHECK(resnet.data == "cifar10");
    CHECK(resnet.train.batchSize == 128);
    CHECK(resnet.train.learningRate == 0.1);
    const Recipe large = recipeForNetwork("resnet18-imagenet", makeZooNetwork("resnet18-imagenet"));
    CHECK(large.train.schedule == ScheduleKind::Step);
    CHECK(large.train.epochs > resnet.train.epochs);
}
