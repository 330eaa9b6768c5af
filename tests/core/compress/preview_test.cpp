// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/preview.h"
#include "core/base/random.h"
#include "core/compress/levels.h"
#include "core/compress/scale_search.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

#include <algorithm>

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

/// Arrays of 32 x 64 cells; more bits of a weight leave room for fewer filters.
mho::Target target()
{
    mho::Target result;
    result.levelFloor = 0.1;
    result.tiling = [](const mho::WeightLayer&, int bits) {
        return mho::TilingOptions{.wordLines = 32, .filtersPerBlock = 16 / (1 + bits / 3)};
    };
    return result;
}

mho::LayerContext contextOf(const mho::CompressedLayer& layer, const mho::LayerPlan& plan)
{
    return mho::denseContext(layer.layer, target().tiling(layer.layer, mho::weightBits(plan)));
}

mho::LayerPlan randomPlan(const mho::CompressedLayer& layer, mho::RandomStream& random)
{
    mho::LayerPlan plan;
    plan.layer = layer.layer.name;
    plan.levelBits = random.below(2) == 0 ? 0 : 2 + static_cast<int>(random.below(4));
    const mho::LayerContext context = contextOf(layer, plan);
    for (const mho::Constraint* constraint : mho::constraints()) {
        mho::ConstraintSpec spec{std::string(constraint->name())};
        for (const mho::ConstraintOption& option : constraint->options()) {
            spec.options[std::string(option.name)] = option.least + static_cast<double>(random.below(2));
        }
        if (random.below(3) == 0 && constraint->validate(context, spec).empty()) {
            spec.ratio =
                constraint->hasRatio() ? std::min(random.uniform(1.0, 8.0), constraint->mostRatio(context, spec)) : 1.0;
            plan.constraints.push_back(std::move(spec));
        }
    }
    return plan;
}

}  // namespace

TEST_CASE("After any edits a preview equals a fresh one")
{
    const auto network = lenetWithWeights();
    mho::Preview edited(network, target());
    REQUIRE(edited.usesWeights());
    mho::Plan plan = mho::densePlan(*network);
    const std::vector<mho::CompressedLayer> layers = mho::uncompressed(network).layers;
    mho::RandomStream random{11};
    for (int edit = 0; edit < 25; ++edit) {
        for (std::uint64_t changes = random.below(3); changes > 0; --changes) {
            const std::size_t at = random.below(plan.layers.size());
            plan.layers[at] = randomPlan(layers[at], random);
        }
        mho::Preview fresh(network, target());
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
    mho::Preview preview(network, target());
    const mho::CompressedLayer& layer = preview.apply(plan).layers[1];
    const auto weights = network->nodes()[layer.layer.node].parameter("weight")->values();
    const auto alone = [&](const char* kind, double ratio) {
        return mho::findConstraint(kind).project(contextOf(layer, plan.layers[1]), {kind, ratio}, weights);
    };
    CHECK(layer.mask == (alone("filter", 2.5) & alone("channel", 4.0)));
    CHECK(layer.mask.keptRows() == 20);         // 50 filters / 2.5
    CHECK(layer.mask.keptColumns() == 5 * 25);  // 20 channels / 4, 5x5 kernels
    REQUIRE(layer.levels);
    CHECK(layer.levels->scale == mho::searchScale(mho::deviceLevels(5, 0.1), weights, {}));
}

TEST_CASE("A preview projects every kind; arrays follow the bits of the levels and what stands before")
{
    const auto network = lenetWithWeights();
    mho::Preview preview(network, target());
    for (const mho::Constraint* constraint : mho::constraints()) {
        INFO(constraint->name());
        for (const int bits : {0, 5}) {
            mho::Plan plan = mho::densePlan(*network);
            mho::LayerPlan& wanted = plan.layers[2];  // linear, 500 x 800
            wanted.levelBits = bits;
            const mho::CompressedLayer dense = mho::uncompressed(network).layers[2];
            mho::ConstraintSpec spec{std::string(constraint->name())};
            for (const mho::ConstraintOption& option : constraint->options()) {
                spec.options[std::string(option.name)] = std::min(option.most, std::max(option.least, 4.0));
            }
            mho::LayerContext context = contextOf(dense, wanted);
            if (!constraint->validate(context, spec).empty()) {
                continue;
            }
            spec.ratio = constraint->hasRatio() ? std::min(3.0, constraint->mostRatio(context, spec)) : 1.0;
            const auto weights = network->nodes()[dense.layer.node].parameter("weight")->values();
            wanted.constraints = {spec};
            CHECK(preview.apply(plan).layers[2].mask == constraint->project(context, spec, weights));
            if (constraint->name() != "filter") {
                context.before = mho::findConstraint("filter").project(context, {"filter", 2.0}, weights);
                wanted.constraints = {{"filter", 2.0}, spec};
                CHECK(preview.apply(plan).layers[2].mask == (context.before & constraint->project(context, spec, weights)));
            }
        }
    }
}

TEST_CASE("Without weights the first groups stay, and a bad plan changes nothing")
{
    const auto network = std::make_shared<const mho::Network>(mho::makeZooNetwork("lenet5"));
    mho::Preview preview(network, target());
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
    plan.layers[2].constraints = {{"unstructured", 4.0}};
    const mho::LayerMask first = preview.apply(plan).layers[2].mask;
    CHECK(first.keptWeights() == 100'000);
    CHECK(first.kept(124, 799));
    CHECK_FALSE(first.kept(125, 0));
}
