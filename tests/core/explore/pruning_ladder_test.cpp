// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/pruning_ladder.h"

#include "core/base/random.h"
#include "core/compress/group_constraint.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace mho;

namespace {

WeightLayer layerOf(std::int64_t filters, std::int64_t channels, std::int64_t kernelPositions)
{
    WeightLayer layer;
    layer.name = "layer";
    layer.convolution = true;
    layer.filters = filters;
    layer.channels = channels;
    layer.kernel = {kernelPositions, 1};
    layer.columns = channels * kernelPositions;
    return layer;
}

LayerPlan planOf(std::vector<ConstraintSpec> constraints)
{
    LayerPlan plan;
    plan.layer = "layer";
    plan.constraints = std::move(constraints);
    return plan;
}

}  // namespace

TEST_CASE("A step of one constraint is a group kept, for every step and asked ratio")
{
    RandomStream random{22, 1};
    for (int trial = 0; trial < 300; ++trial) {
        const auto pick = [&](std::uint64_t most) { return static_cast<std::int64_t>(1 + random.below(most)); };
        const WeightLayer layer = layerOf(pick(20), pick(9), pick(9));
        const std::string kind = std::vector<std::string>{"filter", "filter-shape", "channel"}[random.below(3)];
        const GroupConstraint& groups = *findConstraint(kind).asGroups();
        const LayerContext context = denseContext(layer, {});
        const ConstraintSpec one{kind};
        const std::int64_t all = groups.groups(context, one);
        const LayerPlan asked = planOf({{kind, random.uniform(1.0, static_cast<double>(all))}});
        const PruningLadder ladder(asked, layer, {});
        if (!ladder.movable()) {
            CHECK(groups.keptGroups(context, asked.constraints[0]) == all);
            CHECK(ladder.at(1) == asked);
            continue;
        }
        CHECK(ladder.top() == all);
        CHECK(ladder.least() == 1);
        CHECK(ladder.asked() == groups.keptGroups(context, asked.constraints[0]));
        CHECK(ladder.irregular() == (all == layer.weights()));
        for (std::int64_t step = 1; step < all; ++step) {
            const LayerPlan plan = ladder.at(step);
            REQUIRE(plan.constraints.size() == 1);
            CHECK(groups.keptGroups(context, plan.constraints[0]) == step);
            CHECK(findConstraint(kind).validate(context, plan.constraints[0]).empty());
        }
        CHECK(ladder.at(ladder.asked()) == asked);
        CHECK(ladder.at(all).constraints.empty());
    }
}

TEST_CASE("Several constraints keep their mix and end where the first of them has one group")
{
    const WeightLayer layer = layerOf(20, 10, 5);
    const LayerPlan asked = planOf({{"filter", 2.0}, {"channel", 1.0}, {"filter-shape", 4.0}});
    const PruningLadder ladder(asked, layer, {});
    CHECK(ladder.top() == 1000);
    CHECK(ladder.asked() == 125);
    CHECK(ladder.at(125) == asked);
    // 20 filters: power log2(20), so the product is 8^log2(20) = 8000, above the 1000 weights; 50 columns: power log4(50),
    // 8^log4(50) = 353.6, comes first.
    CHECK(ladder.least() == 3);
    const LayerPlan further = ladder.at(8);
    CHECK(further.constraints[0].ratio * further.constraints[2].ratio == Approx(125.0));
    CHECK(std::log(further.constraints[2].ratio) == Approx(2.0 * std::log(further.constraints[0].ratio)));
    const LayerPlan dense = ladder.at(1000);
    REQUIRE(dense.constraints.size() == 1);
    CHECK(dense.constraints[0] == asked.constraints[1]);
    CHECK_FALSE(ladder.irregular());
    for (std::int64_t step = ladder.least(); step < ladder.top(); ++step) {
        for (const ConstraintSpec& spec : ladder.at(step).constraints) {
            CHECK(findConstraint(spec.kind).validate(denseContext(layer, {}), spec).empty());
        }
    }
}

TEST_CASE("Options that are ratios move like ratios, other options stay")
{
    const WeightLayer layer = layerOf(20, 10, 5);
    const LayerPlan asked =
        planOf({{"filter-and-shape", 1.0, {{"filter_ratio", 2.0}, {"shape_ratio", 4.0}}}, {"column-proportional", 1.0}});
    const PruningLadder ladder(asked, layer, {});
    CHECK(ladder.top() == 1000);
    CHECK(ladder.asked() == 125);
    const LayerPlan further = ladder.at(8);
    CHECK(further.constraints[0].ratio == 1.0);
    CHECK(further.constraints[0].options.at("filter_ratio") == Approx(5.0));
    CHECK(further.constraints[0].options.at("shape_ratio") == Approx(25.0));
    CHECK(further.constraints[1] == asked.constraints[1]);
    REQUIRE(ladder.at(1000).constraints.size() == 1);
    CHECK(ladder.at(1000).constraints[0] == asked.constraints[1]);
    CHECK_FALSE(PruningLadder(planOf({asked.constraints[1]}), layer, {}).movable());
}

TEST_CASE("A layer whose ratios prune nothing does not move")
{
    const WeightLayer layer = layerOf(4, 3, 1);
    for (const LayerPlan& asked : {planOf({}), planOf({{"filter", 1.0}}), planOf({{"filter", 1.0 + 1e-12}})}) {
        const PruningLadder ladder(asked, layer, {});
        CHECK_FALSE(ladder.movable());
        CHECK(ladder.top() == 1);
        CHECK(ladder.at(ladder.asked()) == asked);
    }
}
