// SPDX-License-Identifier: GPL-3.0-or-later
// What a finished network breaks of its plan is told layer by layer, and stands in the record of the run.
#include "core/run/verify.h"

#include "core/compress/project_plan.h"
#include "core/compress/quantizer.h"
#include "core/network/zoo.h"
#include "core/run/run.h"
#include "core/run/target.h"
#include "tests/core/report/result_files.h"
#include "tests/core/compress/constraints/small_layers.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <optional>

using namespace mho;
using namespace mho::test;

namespace {

/// LeNet-5 that keeps this plan: masked, and on levels where it asks for them.
CompressedNetwork keeping(const Plan& plan, const Target& target)
{
    RandomStream random{61};
    Network network = makeZooNetwork("lenet5");
    const std::vector<WeightLayer> layers = weightLayers(network);
    std::vector<std::vector<float>> weights;
    for (const WeightLayer& layer : layers) {
        weights.push_back(randomWeights(layer, random));
        std::replace(weights.back().begin(), weights.back().end(), 0.0F, 0.25F);
    }
    const std::vector<LayerMask> masks = hardMasks(network, plan, target, [&](std::size_t layer) { return weights[layer]; });
    std::vector<std::optional<LayerLevels>> levels(layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        applyMask(masks[i], weights[i]);
        if (const LayerPlan& wanted = plan.layers[i]; wanted.levelBits > 0) {
            const std::vector<std::uint8_t> kept = masks[i].expanded();
            levels[i] = findQuantizer(wanted.levels).fit(wanted.levelBits, target.levelFloor, weights[i], kept);
            for (std::size_t w = 0; w < weights[i].size(); ++w) {
                weights[i][w] = kept[w] != 0 ? levels[i]->quantize(weights[i][w]) : 0.0F;
            }
        }
        network.setParameter(layers[i].node, "weight", Tensor(network.nodes()[layers[i].node].parameter("weight")->shape(), weights[i]));
    }
    CompressedNetwork result = uncompressed(std::make_shared<const Network>(std::move(network)));
    for (std::size_t i = 0; i < layers.size(); ++i) {
        result.layers[i].mask = masks[i];
        result.layers[i].levels = levels[i];
    }
    return result;
}

}  // namespace

TEST_CASE("All that finished weights break of a plan is told, with its layer")
{
    const Target target = targetOf(Hardware{});
    Plan plan = densePlan(makeZooNetwork("lenet5"));
    plan.layers[0].levelBits = 5;
    plan.layers[1].constraints = {{"filter", 2.0}};
    plan.layers[2].constraints = {{"column-proportional", 1.0, {{"non_zeros", 4.0}}}};
    plan.layers[3].levelBits = 4;
    const CompressedNetwork sound = keeping(plan, target);
    CHECK(planViolations(sound, plan, target).empty());

    CompressedNetwork broken = sound;
    // conv1: one weight off its level; conv2: a filter more; fc1: a weight of a column more; fc2: no levels at all.
    Network moved = *sound.network;
    const WeightLayer& first = sound.layers[0].layer;
    const auto values = moved.nodes()[first.node].parameter("weight")->values();
    std::vector<float> changed(values.begin(), values.end());
    changed[7] *= 1.25F;
    moved.setParameter(first.node, "weight", Tensor(moved.nodes()[first.node].parameter("weight")->shape(), changed));
    broken.network = std::make_shared<const Network>(std::move(moved));
    std::vector<std::uint8_t>& rows = broken.layers[1].mask.rows;
    *std::find(rows.begin(), rows.end(), std::uint8_t{0}) = 1;
    LayerMask& mask = broken.layers[2].mask;
    std::size_t added = 0;
    while (mask.elements[added] != 0 || mask.columns[added % mask.columns.size()] == 0 || mask.rows[added / mask.columns.size()] == 0) {
        ++added;
    }
    mask.elements[added] = 1;
    broken.layers[3].levels.reset();
    const std::vector<Problem> problems = planViolations(broken, plan, target);
    REQUIRE(problems.size() == 4);
    const auto told = [&](const char* layer, const char* what) {
        return std::count_if(problems.begin(), problems.end(), [&](const Problem& problem) {
            return problem.field == layer && problem.message.find(what) != std::string::npos;
        });
    };
    CHECK(told("conv1", "1 weights are not on a level") == 1);
    CHECK(told("conv2", "filter") == 1);
    CHECK(told("fc1", "column-proportional") == 1);
    CHECK(told("fc2", "no levels") == 1);

    // The record says it, and reads back.
    RunResult result = untrainedResult(loadRecipe("lenet5-digits"));
    CHECK(violationsOf(resultToJson(result)).empty());
    CHECK(nlohmann::json::parse(resultToJson(result))["end"] == "finished");
    result.violations = problems;
    result.end = RunEnd::PlanBroken;
    const std::string json = resultToJson(result);
    CHECK(nlohmann::json::parse(json)["end"] == "plan-broken");
    const std::vector<Problem> read = violationsOf(json);
    REQUIRE(read.size() == problems.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        CHECK(read[i].field == problems[i].field);
        CHECK(read[i].message == problems[i].message);
        CHECK_THAT(violationsText(read), Catch::Contains(read[i].field + ": " + read[i].message));
    }
    CHECK(violationsOf("{}").empty());
    CHECK_THROWS_AS(violationsOf("no JSON"), Error);
}
