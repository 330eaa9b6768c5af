// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/preview.h"
#include "core/base/random.h"
#include "core/compress/levels.h"
#include "core/compress/scale_search.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

namespace {

std::shared_ptr<const mho::Network> lenetWithWeights()
{
    mho::Network network = mho::makeZooNetwork("lenet5");
    for (mho::NodeId id = 0; id < network.nodes().size(); ++id) {
        const std::vector<mho::Parameter> parameters = network.nodes()[id].parameters;
        for (const mho::Parameter& parameter : parameters) {
            mho::RandomStream random{id, parameter.role.size()};
            std::vector<float> values(static_cast<std::size_t>(parameter.tensor.size()));
            for (float& value : values) {
                value = static_cast<float>(random.normal());
            }
            network.setParameter(id, parameter.role, mho::Tensor(parameter.tensor.shape(), std::move(values)));
        }
    }
    return std::make_shared<const mho::Network>(std::move(network));
}

void checkEqual(const mho::CompressedNetwork& a, const mho::CompressedNetwork& b)
{
    REQUIRE(a.layers.size() == b.layers.size());
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        CHECK(a.layers[i].mask == b.layers[i].mask);
        REQUIRE(a.layers[i].levels.has_value() == b.layers[i].levels.has_value());
        if (a.layers[i].levels) {
            CHECK(a.layers[i].levels->scale == b.layers[i].levels->scale);
            CHECK(a.layers[i].levels->set.magnitudes == b.layers[i].levels->set.magnitudes);
        }
    }
}

mho::LayerPlan randomPlan(const std::string& layer, mho::RandomStream& random)
{
    mho::LayerPlan plan{layer, {}, 0};
    for (const std::string kind : {"filter", "filter-shape", "channel"}) {
        if (random.below(2) == 0) {
            // The first layer has a single channel.
            plan.constraints.push_back({kind, kind == "channel" ? 1.0 : random.uniform(1.0, 8.0)});
        }
    }
    plan.levelBits = random.below(2) == 0 ? 0 : 2 + static_cast<int>(random.below(4));
    return plan;
}

}  // namespace

TEST_CASE("After any edits a preview equals a fresh one")
{
    const auto network = lenetWithWeights();
    mho::Preview edited(network, 0.1);
    REQUIRE(edited.usesWeights());
    mho::Plan plan = mho::densePlan(*network);
    mho::RandomStream random{11};
    for (int edit = 0; edit < 25; ++edit) {
        for (std::uint64_t changes = random.below(3); changes > 0; --changes) {
            mho::LayerPlan& layer = plan.layers[random.below(plan.layers.size())];
            layer = randomPlan(layer.layer, random);
        }
        mho::Preview fresh(network, 0.1);
        checkEqual(edited.apply(plan), fresh.apply(plan));
    }
    checkEqual(edited.apply(mho::densePlan(*network)), mho::uncompressed(network));
}

TEST_CASE("A preview is the one-shot projection; joint constraints intersect")
{
    const auto network = lenetWithWeights();
    mho::Plan plan = mho::densePlan(*network);
    plan.layers[1].constraints = {{"filter", 2.5}, {"channel", 4.0}};
    plan.layers[1].levelBits = 5;
    mho::Preview preview(network, 0.1);
    const mho::CompressedLayer& layer = preview.apply(plan).layers[1];
    const auto weights = network->nodes()[layer.layer.node].parameter("weight")->values();
    const auto alone = [&](const char* kind, double ratio) {
        const mho::Constraint& constraint = mho::findConstraint(kind);
        return constraint.project(layer.layer, constraint.rank(layer.layer, weights), ratio);
    };
    CHECK(layer.mask == (alone("filter", 2.5) & alone("channel", 4.0)));
    CHECK(layer.mask.keptRows() == 20);         // 50 filters / 2.5
    CHECK(layer.mask.keptColumns() == 5 * 25);  // 20 channels / 4, 5x5 kernels
    REQUIRE(layer.levels);
    CHECK(layer.levels->scale == mho::searchScale(mho::deviceLevels(5, 0.1), weights, {}));
}

TEST_CASE("Without weights the first groups stay, and a bad plan changes nothing")
{
    const auto network = std::make_shared<const mho::Network>(mho::makeZooNetwork("lenet5"));
    mho::Preview preview(network, 0.1);
    CHECK_FALSE(preview.usesWeights());
    mho::Plan plan = mho::densePlan(*network);
    plan.layers[0].constraints = {{"filter", 4.0}};
    const mho::LayerMask mask = preview.apply(plan).layers[0].mask;
    for (std::int64_t row = 0; row < 20; ++row) {
        CHECK(mask.kept(row, 0) == (row < 5));
    }
    mho::Plan bad = plan;
    bad.layers[0].constraints = {{"filter", 2.0}};
    bad.layers[1].constraints = {{"filter", 51.0}};
    CHECK_THROWS_AS(preview.apply(bad), mho::Error);
    CHECK(preview.apply(plan).layers[0].mask == mask);
}
