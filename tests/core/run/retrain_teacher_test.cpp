// SPDX-License-Identifier: GPL-3.0-or-later
/// Masked retraining with the original network as teacher.
#include "tests/core/run/tiny_run.h"

#include "core/network/zoo.h"

#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;

namespace {

/// Retraining alone, at a rate that moves next to nothing.
Recipe retrained(double mix)
{
    Recipe recipe = withoutEpochs(tiny());
    recipe.retrain.epochs = 1;
    recipe.retrain.learningRate = 1e-10;
    recipe.retrain.weightDecay = 0.0;
    recipe.retrainTeacher.mix = mix;
    return recipe;
}

Recipe unpruned(Recipe recipe)
{
    for (LayerPlan& layer : recipe.plan.layers) {
        layer.constraints.clear();
        layer.levelBits = 0;
    }
    return recipe;
}

double retrainLoss(const Recipe& recipe)
{
    const RunResult result = runRecipe(recipe, withNormalValues(makeZooNetwork("lenet5"), 3), digits(), nullptr, {});
    for (const EpochMetric& metric : result.metrics) {
        if (metric.stage == "retrain") {
            return metric.loss;
        }
    }
    FAIL("no epoch of retraining");
    return 0.0;
}

}  // namespace

TEST_CASE("In masked retraining the loss is shared between labels and the original network")
{
    const double labels = retrainLoss(unpruned(retrained(0.0)));
    CHECK(labels > 1.0);
    // A network that is its own teacher has nothing to learn from it, so that the labels' share is left.
    CHECK(retrainLoss(unpruned(retrained(1.0))) == Approx(0.0).margin(1e-5));
    CHECK(retrainLoss(unpruned(retrained(0.75))) == Approx(0.25 * labels).epsilon(1e-4));
    // The teacher is the network as it was before pruning, not what pruning has left.
    CHECK(retrainLoss(retrained(1.0)) > 0.01);
}
