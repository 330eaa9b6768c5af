// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/preview.h"
#include "core/base/random.h"
#include "core/compress/levels.h"
#include "core/compress/project_plan.h"
#include "core/compress/scale_search.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace {

std::shared_ptr<const mho::Network> withWeights(const char* name)
{
    mho::Network network = mho::makeZooNetwork(name);
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

mho::LayerPlan randomPlan(const mho::CompressedLayer& layer, const mho::Target& target, mho::RandomStream& random)
{
    mho::LayerPlan plan;
    plan.layer = layer.layer.name;
    plan.levelBits = random.below(2) == 0 ? 0 : 2 + static_cast<int>(random.below(4));
    const mho::LayerContext context = mho::denseContext(layer.layer, target.tiling(layer.layer, mho::weightBits(plan)));
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

/// This kind alone, pruning about 3x where it goes.
mho::LayerPlan everywhere(const mho::CompressedLayer& layer, const mho::Constraint& constraint, const mho::Target& target)
{
    mho::LayerPlan plan;
    plan.layer = layer.layer.name;
    mho::ConstraintSpec spec{std::string(constraint.name())};
    for (const mho::ConstraintOption& option : constraint.options()) {
        spec.options[std::string(option.name)] = std::min(option.most, std::max(option.least, 3.0));
    }
    const mho::LayerContext context = mho::denseContext(layer.layer, target.tiling(layer.layer, 0));
    for (const double size : {2.0, 1.0}) {
        if (constraint.validate(context, spec).empty()) {
            spec.ratio = constraint.hasRatio() ? std::min(3.0, constraint.mostRatio(context, spec)) : 1.0;
            plan.constraints = {spec};
            return plan;
        }
        // Blocks of this size may divide the layer.
        for (auto& [name, value] : spec.options) {
            value = std::min(value, size);
        }
    }
    return plan;
}

}  // namespace

TEST_CASE("After any edits a preview equals a fresh one")
{
    const auto network = withWeights("lenet5");
    mho::Preview edited(network, target());
    REQUIRE(edited.usesWeights());
    mho::Plan plan = mho::densePlan(*network);
    const std::vector<mho::CompressedLayer> layers = mho::uncompressed(network).layers;
    mho::RandomStream random{11};
    for (int edit = 0; edit < 25; ++edit) {
        for (std::uint64_t changes = random.below(3); changes > 0; --changes) {
            const std::size_t at = random.below(plan.layers.size());
            plan.layers[at] = randomPlan(layers[at], target(), random);
        }
        mho::Preview fresh(network, target());
        checkEqual(edited.apply(plan), fresh.apply(plan));
    }
    checkEqual(edited.apply(mho::densePlan(*network)), mho::uncompressed(network));
}

TEST_CASE("A preview is the one-shot projection; joint constraints intersect")
{
    const auto network = withWeights("lenet5");
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

TEST_CASE("A preview's masks are those that go into hardware, for every kind and after any edits")
{
    const char* name = GENERATE("lenet5", "resnet20-cifar10");
    const bool weighted = GENERATE(true, false);
    const auto network = weighted ? withWeights(name) : std::make_shared<const mho::Network>(mho::makeZooNetwork(name));
    const std::vector<mho::CompressedLayer> layers = mho::uncompressed(network).layers;
    const auto weights = [&](std::size_t layer) {
        const auto values = network->nodes()[layers[layer].layer.node].parameter("weight")->values();
        return weighted ? std::vector<float>(values.begin(), values.end())
                        : std::vector<float>(static_cast<std::size_t>(layers[layer].layer.weights()), 1.0F);
    };
    mho::RandomStream random{12};
    int mended = 0;
    int dropped = 0;
    int kept = 0;
    for (const mho::Compaction compaction : {mho::Compaction::Layer, mho::Compaction::None, mho::Compaction::ColumnBlock}) {
        mho::Target target = mho::Target{};
        target.levelFloor = 0.1;
        target.tiling = [compaction](const mho::WeightLayer&, int bits) {
            return mho::TilingOptions{.wordLines = 32, .filtersPerBlock = 16 / (1 + bits / 3), .compaction = compaction};
        };
        mho::Preview preview(network, target);
        mho::Plan plan = mho::densePlan(*network);
        mho::CompressedNetwork last = mho::uncompressed(network);
        const auto check = [&] {
            const mho::CompressedNetwork before = last;
            last = preview.apply(plan);
            const std::vector<mho::LayerMask> own = mho::hardMasks(*network, plan, target, weights);
            const std::vector<mho::LayerMask> masks = weighted ? mho::settledMasks(*network, plan, target, own, weights) : own;
            for (std::size_t i = 0; i < masks.size(); ++i) {
                INFO(plan.layers[i].layer);
                CHECK(last.layers[i].mask == masks[i]);
                CHECK(preview.ownMask(i) == own[i]);
                CHECK(preview.ownCounts()[i].kept == own[i].keptWeights());
                dropped += masks[i].keptWeights() < own[i].keptWeights() ? 1 : 0;
                if (preview.changed()[i] == 0) {
                    CHECK(last.layers[i].mask == before.layers[i].mask);
                    CHECK(last.layers[i].levels.has_value() == before.layers[i].levels.has_value());
                    ++kept;
                }
                // Where this differs from each constraint on the dense layer, the rest of the plan has moved its arrays.
                mho::LayerContext context = mho::denseContext(layers[i].layer, target.tiling(layers[i].layer, mho::weightBits(plan.layers[i])));
                for (const mho::ConstraintSpec& spec : plan.layers[i].constraints) {
                    context.before = context.before & mho::findConstraint(spec.kind).project(context, spec, weights(i));
                }
                mended += context.before.expanded() != own[i].expanded() ? 1 : 0;
            }
            CHECK(mho::constraintViolations(*network, plan, target, masks, [&](std::size_t layer) {
                      std::vector<float> values = weights(layer);
                      mho::applyMask(masks[layer], values);
                      return values;
                  }).empty());
        };
        for (const mho::Constraint* constraint : mho::constraints()) {
            INFO(constraint->name());
            for (std::size_t i = 0; i < layers.size(); ++i) {
                plan.layers[i] = everywhere(layers[i], *constraint, target);
            }
            check();
        }
        for (int edit = 0; edit < 6; ++edit) {
            INFO("edit " << edit);
            const std::size_t at = random.below(plan.layers.size());
            plan.layers[at] = randomPlan(layers[at], target, random);
            check();
        }
    }
    CHECK(mended > 20);
    CHECK((weighted ? dropped > 20 : dropped == 0));
    CHECK(kept > 20);
}

TEST_CASE("A preview makes a mask again only where the plan or what feeds the layer has changed")
{
    const auto network = withWeights("lenet5");
    int cuts = 0;
    mho::Target target;
    target.tiling = [&cuts](const mho::WeightLayer&, int) {
        ++cuts;
        return mho::TilingOptions{};
    };
    mho::Preview preview(network, target);
    mho::Plan plan = mho::densePlan(*network);
    plan.layers[0].constraints = {{"filter", 2.0}};
    plan.layers[1].constraints = {{"filter-shape", 2.0}};
    plan.layers[2].constraints = {{"filter", 2.0}};
    plan.layers[3].constraints = {{"unstructured", 2.0}};
    // The check of the plan cuts each layer once.
    const auto redone = [&] {
        cuts = 0;
        preview.apply(plan);
        return cuts - static_cast<int>(plan.layers.size());
    };
    CHECK(redone() == 4);
    CHECK(redone() == 0);
    plan.layers[3].constraints[0].ratio = 3.0;
    CHECK(redone() == 1);
    plan.layers[1].constraints[0].ratio = 3.0;  // takes no filter
    CHECK(redone() == 1);
    plan.layers[0].constraints[0].ratio = 4.0;
    CHECK(redone() == 2);
    plan.layers[2].constraints[0].ratio = 4.0;
    CHECK(redone() == 2);
    plan.layers[1].levels = "equal-interval";  // of no bits
    plan.layers[1].rho = 2.0;
    CHECK(redone() == 0);
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
