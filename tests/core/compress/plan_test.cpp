// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/plan.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace {

bool names(const std::vector<mho::Problem>& problems, const std::string& field, const std::string& text)
{
    return std::any_of(problems.begin(), problems.end(), [&](const mho::Problem& problem) {
        return problem.field.find(field) != std::string::npos && problem.message.find(text) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("The dense plan has each weight layer once and is valid")
{
    const mho::Network network = mho::makeZooNetwork("lenet5");
    const mho::Plan plan = mho::densePlan(network);
    REQUIRE(plan.layers.size() == 4);
    CHECK(plan.validate(network, mho::Target{}).empty());
    CHECK(plan.find(plan.layers[2].layer) == &plan.layers[2]);
    CHECK(plan.find("no such layer") == nullptr);
}

TEST_CASE("All problems of a plan are told at once, each with its layer")
{
    const mho::Network network = mho::makeZooNetwork("lenet5");
    mho::Plan plan = mho::densePlan(network);
    const std::string first = plan.layers[0].layer;
    const std::string second = plan.layers[1].layer;
    const std::string lost = plan.layers[3].layer;
    plan.layers[0].constraints = {{"filter", 21.0}, {"fliter", 2.0}};
    plan.layers[1].constraints = {{"channel", 0.5}, {"filter", 2.0}, {"filter", 3.0}};
    plan.layers[2].levelBits = 1;
    plan.layers[3].layer = "ghost";
    const std::vector<mho::Problem> problems = plan.validate(network, mho::Target{});
    CHECK(problems.size() == 7);
    CHECK(names(problems, first, "20"));
    CHECK(names(problems, first, "fliter"));
    CHECK(names(problems, second, "at least 1"));
    CHECK(names(problems, second, "twice"));
    CHECK(names(problems, plan.layers[2].layer, "2 to 9"));
    CHECK(names(problems, "ghost", "lenet5"));
    CHECK(names(problems, lost, "lacks"));
}

TEST_CASE("Plans: levels that one cell cannot hold, unknown quantisers, a factor that cannot be, blocks that do not divide")
{
    const mho::Network network = mho::makeZooNetwork("lenet5");
    mho::Target target;
    target.cellBits = 4;
    mho::Plan plan = mho::densePlan(network);
    plan.layers[0].levelBits = 6;
    plan.layers[1].levels = "devise";
    plan.layers[1].levelBits = 5;
    plan.layers[2].rho = 0.0;
    plan.layers[3].constraints = {{"block-row-column", 2.0, {{"rows", 4.0}}}};
    const std::vector<mho::Problem> problems = plan.validate(network, target);
    CHECK(problems.size() == 4);
    CHECK(names(problems, plan.layers[0].layer + ".level_bits", "at most 5 bits"));
    CHECK(names(problems, plan.layers[1].layer + ".levels", "devise"));
    CHECK(names(problems, plan.layers[2].layer + ".rho", "above 0"));
    CHECK(names(problems, plan.layers[3].layer + ".block-row-column", "1, 2, 5, 10"));
    plan.layers[0].levelBits = 5;
    CHECK(plan.validate(network, target).size() == 3);
    // Levels that cannot be hide nothing else of their layer but what depends on how they cut it.
    plan = mho::densePlan(network);
    plan.layers[1] = {plan.layers[1].layer, {{"filter", 999.0}, {"tile", 1e9}}, 99};
    plan.layers[1].rho = -1.0;
    const std::vector<mho::Problem> together = plan.validate(network, target);
    CHECK(together.size() == 3);
    CHECK(names(together, plan.layers[1].layer + ".level_bits", "99"));
    CHECK(names(together, plan.layers[1].layer + ".filter", "empty the layer"));
    CHECK(names(together, plan.layers[1].layer + ".rho", "above 0"));
}

TEST_CASE("Plans: kernel patterns are for kernels of 3 x 3, not for others of nine positions")
{
    mho::Network network("kernels", {2, 12, 12});
    network.add("square", mho::Convolution{.filters = 4, .kernel = {3, 3}});
    network.add("wide", mho::Convolution{.filters = 4, .kernel = {1, 9}});
    network.add("high", mho::Convolution{.filters = 4, .kernel = {9, 1}});
    const std::vector<mho::WeightLayer> layers = mho::weightLayers(network);
    CHECK(layers[0].kernel == mho::Pair{3, 3});
    CHECK(layers[1].kernel == mho::Pair{1, 9});
    CHECK(layers[2].kernelPositions() == 9);
    mho::Plan plan = mho::densePlan(network);
    for (mho::LayerPlan& layer : plan.layers) {
        layer.constraints = {{"kernel-pattern"}};
    }
    const std::vector<mho::Problem> problems = plan.validate(network, mho::Target{});
    CHECK(problems.size() == 2);
    CHECK(names(problems, "wide.kernel-pattern", "1 x 9"));
    CHECK(names(problems, "high.kernel-pattern", "9 x 1"));
}
