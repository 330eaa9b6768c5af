// SPDX-License-Identifier: GPL-3.0-or-later
/// Weights that a run cannot do with as they are: not numbers any more, or exact zeros that are bound to a sign.
#include "tests/core/run/tiny_run.h"

#include "core/compress/quantizer.h"
#include "core/network/zoo.h"
#include "core/run/target.h"
#include "core/run/verify.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace mho;
using namespace mho::test;

namespace {

bool isSound(const Checkpoint& checkpoint)
{
    return std::all_of(checkpoint.arrays.begin(), checkpoint.arrays.end(), [](const Checkpoint::Array& array) {
        return std::all_of(array.values.begin(), array.values.end(), [](float value) { return std::isfinite(value); });
    });
}

}  // namespace

TEST_CASE("ADMM that diverges stops with its stage and what to change, and leaves the last sound checkpoint")
{
    MemoryStore store;
    Recipe recipe = tiny();
    recipe.admm.rho = 1e6;
    CHECK_THROWS_WITH(run(recipe, &store),
                      Catch::Contains("diverged in stage admm, round 1") && Catch::Contains("lower its learning rate or rho"));
    REQUIRE(store.loadCheckpoint());
    CHECK(isSound(*store.loadCheckpoint()));
    CHECK(store.metrics().size() == 2);
    // Begun again it tells the same.
    CHECK_THROWS_WITH(run(recipe, &store), Catch::Contains("diverged in stage admm, round 1"));
}

TEST_CASE("Weights that the last step of an epoch makes infinite are found before they are projected or saved")
{
    // One step an epoch: its loss is taken before the step, so that it is still a number.
    Recipe recipe = tiny();
    recipe.admm.rho = 1e300;
    recipe.admm.training.batchSize = static_cast<int>(digits().train->count());
    MemoryStore store;
    CHECK_THROWS_WITH(run(recipe, &store), Catch::Contains("diverged in stage admm, round 1"));
    REQUIRE(store.loadCheckpoint());
    CHECK(isSound(*store.loadCheckpoint()));

    Recipe dense = tiny();
    dense.train.batchSize = recipe.admm.training.batchSize;
    dense.train.learningRate = 1e300;
    dense.train.epochs = 1;
    MemoryStore empty;
    CHECK_THROWS_WITH(run(dense, &empty), Catch::Contains("diverged in stage train, round 1"));
    CHECK_FALSE(empty.loadCheckpoint());
}

TEST_CASE("Exact zeros in a negative fragment take its sign, also where no epoch is trained")
{
    constexpr std::int64_t kRows = 8;
    Recipe recipe = withoutEpochs(tiny());
    recipe.hardware.crossbar.signScheme = "fragment-sign";
    recipe.hardware.crossbar.fragmentRows = static_cast<int>(kRows);
    const Quantizer* quantizer = GENERATE(from_range(quantizers().begin(), quantizers().end()));
    CAPTURE(quantizer->name());
    for (LayerPlan& plan : recipe.plan.layers) {
        plan.constraints = {{"sign-polarisation", 1.0, {{"rows", static_cast<double>(kRows)}}}};
        plan.levels = quantizer->name();
        plan.levelBits = std::min(5, quantizer->mostBits());
    }
    Network start = withNormalValues(makeZooNetwork("lenet5"), 7);
    const WeightLayer first = weightLayers(start).front();
    // Filter 0: two zeros among negative weights, a fragment of zeros, a zero among positive weights.
    const auto values = start.nodes()[first.node].parameter("weight")->values();
    std::vector<float> weights(values.begin(), values.end());
    const std::vector<float> fragments{-0.2F, 0.0F, -0.1F, -0.3F, 0.0F, -0.1F, -0.2F, -0.1F, 0.0F, 0.0F, 0.0F, 0.0F,
                                       0.0F,  0.0F, 0.0F,  0.0F,  0.3F, 0.0F,  0.1F,  0.2F,  0.1F, 0.3F, 0.1F, 0.2F};
    std::copy(fragments.begin(), fragments.end(), weights.begin());
    start.setParameter(first.node, "weight", Tensor(start.nodes()[first.node].parameter("weight")->shape(), weights));

    const RunResult result = runRecipe(recipe, start, digits(), nullptr, {});
    CHECK(result.end == RunEnd::Finished);
    CHECK(planViolations(result.compressed, recipe.plan, targetOf(recipe.hardware)).empty());
    const std::vector<std::int16_t> codes = result.compressed.levelCodes(0);
    const std::vector<std::uint8_t> kept = result.compressed.layers[0].mask.expanded();
    for (std::size_t column = 0; column < static_cast<std::size_t>(kRows); ++column) {
        CHECK(kept[column] == 1);
        CHECK(codes[column] <= 0);
        CHECK(codes[2 * kRows + column] >= 0);
    }
    if (!result.compressed.layers[0].levels->hasZero()) {
        CHECK(codes[1] < 0);
        CHECK(codes[2 * kRows + 1] > 0);
    }
}
