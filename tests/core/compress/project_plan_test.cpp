// SPDX-License-Identifier: GPL-3.0-or-later
// Masks of whole plans hold on the arrays that the masks leave.
#include "core/compress/project_plan.h"

#include "core/network/dead_channels.h"
#include "tests/core/compress/constraints/small_layers.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mho;
using namespace mho::test;

namespace {

using Flags = std::vector<std::uint8_t>;

Target targetWith(TilingOptions tiling)
{
    Target target;
    target.tiling = [tiling](const WeightLayer&, int) { return tiling; };
    return target;
}

/// Convolution, batch norm, ReLU, grouped or plain convolution, ReLU, linear layer.
Network smallNetwork(RandomStream& random)
{
    Network net("small", {2, 4, 4});
    net.add("conv1",
            Convolution{.filters = 4 + 2 * static_cast<std::int64_t>(random.below(4)), .kernel = {3, 3}, .pads = {1, 1, 1, 1}});
    net.add("bn", BatchNorm{});
    net.add("relu1", Activation{});
    net.add("conv2", Convolution{.filters = 6, .kernel = {3, 3}, .groups = random.below(4) == 0 ? 2 : 1});
    net.add("relu2", Activation{});
    net.add("flatten", Flatten{});
    net.add("fc", Linear{.features = 5});
    return net;
}

Network oneLinear(std::int64_t columns, std::int64_t filters)
{
    Network net("one", {columns, 1, 1});
    net.add("flatten", Flatten{});
    net.add("fc", Linear{.features = filters});
    return net;
}

struct Weights {
    std::vector<std::vector<float>> values;
    std::vector<float> operator()(std::size_t layer) const { return values[layer]; }
    Weights under(const std::vector<LayerMask>& masks) const
    {
        Weights result;
        for (std::size_t i = 0; i < masks.size(); ++i) {
            result.values.push_back(masked(values[i], masks[i]));
        }
        return result;
    }
};

Weights randomWeights(const Network& network, RandomStream& random)
{
    Weights weights;
    for (const WeightLayer& layer : weightLayers(network)) {
        weights.values.push_back(mho::test::randomWeights(layer, random));
    }
    return weights;
}

ConstraintSpec ratioOf(const char* kind, double ratio)
{
    ConstraintSpec spec;
    spec.kind = kind;
    spec.ratio = ratio;
    return spec;
}

ConstraintSpec budget(std::int64_t nonZeros)
{
    return specOf("column-proportional", {{"non_zeros", static_cast<double>(nonZeros)}});
}

/// Combinations of kinds that move each other's arrays.
std::vector<ConstraintSpec> combination(std::size_t which, RandomStream& random)
{
    const auto nonZeros = 1 + static_cast<std::int64_t>(random.below(3));
    const ConstraintSpec polarised = specOf("sign-polarisation", {{"rows", 2}});
    switch (which) {
        case 0:
            return {ratioOf("filter", 1.5), ratioOf("filter-shape", 1.5), budget(nonZeros)};
        case 1:
            return {budget(nonZeros), ratioOf("filter-shape", 2.0)};
        case 2:
            return {specOf("crossbar-rounded", {{"filter_ratio", 1.5}, {"shape_ratio", 1.5}}), budget(nonZeros)};
        case 3:
            return {ratioOf("channel", 1.4), polarised, budget(nonZeros)};
        case 4:
            return {budget(nonZeros), polarised, ratioOf("filter", 2.0)};
        case 5:
            return {specOf("filter-and-shape", {{"filter_ratio", 2}, {"shape_ratio", 2}}), polarised};
        case 6:
            return {ratioOf("tile", 1.0 + random.uniform()), polarised};
        case 7:
            return {ratioOf("tile", 1.0 + random.uniform()), ratioOf("filter-shape", 1.6), budget(nonZeros)};
        default:
            return {};
    }
}

/// Most kept weights of a filter in one array of the final masks, counted by hand.
std::int64_t fullestColumn(const Network& network, const Target& target, const std::vector<LayerMask>& masks, std::size_t at)
{
    const WeightLayer layer = weightLayers(network)[at];
    const DeadChannels dead = deadChannels(network, masks);
    const TilingOptions options = target.tiling(layer, 0);
    const Tiling tiling = tileLayer(layer, masks[at], dead.columns[at], options);
    std::int64_t most = 0;
    for (std::int64_t filter = 0; filter < layer.filters; ++filter) {
        for (const std::vector<std::int64_t>& piece : piecesOf(tiling, filter)) {
            most = std::max(most, static_cast<std::int64_t>(std::count_if(piece.begin(), piece.end(), [&](std::int64_t column) {
                                return masks[at].kept(filter, column);
                            })));
        }
    }
    return most;
}

}  // namespace

TEST_CASE("Plans of several constraints hold on the arrays they leave, in every layer")
{
    RandomStream random{31};
    int rounded = 0;
    for (int round = 0; round < 120; ++round) {
        const Network network = smallNetwork(random);
        Plan plan = densePlan(network);
        const std::vector<WeightLayer> layers = weightLayers(network);
        for (std::size_t i = 0; i < layers.size(); ++i) {
            plan.layers[i].constraints = combination(random.below(9), random);
        }
        TilingOptions tiling;
        tiling.wordLines = 3 + static_cast<std::int64_t>(random.below(8));
        tiling.filtersPerBlock = 1 + static_cast<std::int64_t>(random.below(4));
        tiling.compaction = static_cast<Compaction>(random.below(3));
        const Target target = targetWith(tiling);
        for (std::size_t i = 0; i < layers.size(); ++i) {
            // Small layers do not fill an array at 1.5.
            const LayerContext context = denseContext(layers[i], target.tiling(layers[i], 0));
            std::erase_if(plan.layers[i].constraints, [&](const ConstraintSpec& spec) {
                return spec.kind == "crossbar-rounded" && !findConstraint(spec.kind).validate(context, spec).empty();
            });
            rounded += std::any_of(plan.layers[i].constraints.begin(), plan.layers[i].constraints.end(),
                                   [](const ConstraintSpec& spec) { return spec.kind == "crossbar-rounded"; });
        }
        const auto problems = plan.validate(network, target);
        INFO("round " << round << (problems.empty() ? "" : problems.front().message));
        REQUIRE(problems.empty());
        const Weights weights = randomWeights(network, random);
        const std::vector<LayerMask> masks = hardMasks(network, plan, target, weights);
        const auto broken = constraintViolations(network, plan, target, masks, weights.under(masks));
        INFO((broken.empty() ? "" : broken.front().field + ": " + broken.front().message));
        CHECK(broken.empty());
        std::vector<LayerMask> kept;
        projectPlan(
            network, plan, target, [&](std::size_t layer, std::size_t) { return weights(layer); },
            [&](const ProjectedConstraint& projected) {
                if (projected.layer == 0) {
                    kept.push_back(projected.mask);
                }
                // Each copy lies in its set, on the arrays that it leaves.
                const ConstraintSpec& spec = plan.layers[projected.layer].constraints[projected.constraint];
                if (findConstraint(spec.kind).usesTiling()) {
                    const std::vector<float> copy =
                        masked(masked(weights(projected.layer), projected.mask), projected.context.before);
                    CHECK(findConstraint(spec.kind).satisfied(projected.context, spec, copy));
                }
            });
        for (std::size_t i = 0; i < masks.size(); ++i) {
            for (const ConstraintSpec& spec : plan.layers[i].constraints) {
                if (spec.kind == "column-proportional") {
                    CHECK(static_cast<double>(fullestColumn(network, target, masks, i)) <= spec.options.at("non_zeros"));
                }
            }
        }
        // The first layer's dead columns are known from the start: its hard mask lies within each constraint's own.
        for (const LayerMask& mask : kept) {
            CHECK((masks[0] & mask).expanded() == masks[0].expanded());
        }
    }
    CHECK(rounded > 5);
}

TEST_CASE("A budget that compaction would break is kept on the arrays that are left")
{
    // Each filter's largest weights of both arrays stand in columns 0 and 4. Once all others are gone these two columns share
    // an array, and one of the two weights has to go.
    const Network network = oneLinear(8, 2);
    Plan plan = densePlan(network);
    plan.layers[0].constraints = {budget(1)};
    const Weights weights{{{9, 1, 1, 1, 5, 1, 1, 1, 4, 1, 1, 1, 7, 1, 1, 1}}};
    const Target none = targetWith({.wordLines = 4, .filtersPerBlock = 2, .compaction = Compaction::None});
    const Target layer = targetWith({.wordLines = 4, .filtersPerBlock = 2, .compaction = Compaction::Layer});
    const Target blocks = targetWith({.wordLines = 4, .filtersPerBlock = 1, .compaction = Compaction::ColumnBlock});
    const std::vector<LayerMask> naive = hardMasks(network, plan, none, weights);
    CHECK(naive[0].expanded() == Flags{1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0});
    CHECK(constraintViolations(network, plan, none, naive, weights.under(naive)).empty());
    for (const Target* target : {&layer, &blocks}) {
        CHECK(constraintViolations(network, plan, *target, naive, weights.under(naive)).size() == 1);
        const std::vector<LayerMask> masks = hardMasks(network, plan, *target, weights);
        CHECK(masks[0].expanded() == Flags{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0});
        CHECK(constraintViolations(network, plan, *target, masks, weights.under(masks)).empty());
        CHECK(settledMasks(network, plan, *target, naive, weights) == masks);
        CHECK(settledMasks(network, plan, *target, masks, weights) == masks);
    }
    CHECK(settledMasks(network, plan, none, naive, weights) == naive);
}

TEST_CASE("Masks that shrink after the hard projection are settled in all layers behind")
{
    Network network("two", {1, 1, 1});
    network.add("first", Convolution{.filters = 4, .kernel = {1, 1}, .bias = false});
    network.add("second", Convolution{.filters = 2, .kernel = {1, 1}, .bias = false});
    Plan plan = densePlan(network);
    plan.layers[1].constraints = {budget(1)};
    const Weights weights{{{3, 1, 2, 4}, {9, 1, 9, 1, 1, 9, 1, 8}}};
    const Target target = targetWith({.wordLines = 2, .filtersPerBlock = 2});
    std::vector<LayerMask> masks = hardMasks(network, plan, target, weights);
    CHECK(masks[1].expanded() == Flags{1, 0, 1, 0, 0, 1, 0, 1});
    // Without filters 0 and 2 one array of the second layer holds columns 1 and 3: two weights of its second filter.
    masks[0].rows = {0, 1, 0, 1};
    CHECK(constraintViolations(network, plan, target, masks, weights.under(masks)).size() == 1);
    masks = settledMasks(network, plan, target, masks, weights);
    CHECK(masks[1].expanded() == Flags{0, 0, 0, 0, 0, 1, 0, 0});
    CHECK(constraintViolations(network, plan, target, masks, weights.under(masks)).empty());
}

TEST_CASE("A ratio of tiles refers to the dense layer, also after the cuts have moved")
{
    // Two of four tiles stay, the first of the first filter and the last of the second. Without columns 0 and 1, which the
    // second constraint takes, the second filter's weights lie across two arrays.
    const Network network = oneLinear(8, 2);
    Plan plan = densePlan(network);
    plan.layers[0].constraints = {ratioOf("tile", 2.0), ratioOf("filter-shape", 8.0 / 6.0)};
    const Weights weights{{{0.1F, 0.1F, 5, 5, 1, 1, 1, 1, 0, 0, 0, 0, 6, 6, 6, 6}}};
    const Target target = targetWith({.wordLines = 4, .filtersPerBlock = 1, .compaction = Compaction::Layer});
    const std::vector<LayerMask> masks = hardMasks(network, plan, target, weights);
    // Arrays 2..5 and 6, 7: three tiles hold weights, and the first filter's is the lightest.
    CHECK(masks[0].expanded() == Flags{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1});
    CHECK(constraintViolations(network, plan, target, masks, weights.under(masks)).empty());
}

TEST_CASE("Where nothing moves the cuts the hard mask is the exact projection")
{
    RandomStream random{32};
    const Network network = oneLinear(60, 40);
    Plan plan = densePlan(network);
    plan.layers[0].constraints = {budget(4)};
    const TilingOptions tiling{.wordLines = 16, .filtersPerBlock = 8};
    const Weights weights = randomWeights(network, random);
    const std::vector<LayerMask> masks = hardMasks(network, plan, targetWith(tiling), weights);
    REQUIRE(tileLayer(weightLayers(network)[0], masks[0], {}, tiling).wordLines.front().columns.size() == 60);
    CHECK(masks[0] ==
          findConstraint("column-proportional").project(denseContext(weightLayers(network)[0], tiling), budget(4), weights(0)));
}

TEST_CASE("Columns that a budget would empty keep a weight where that lies nearer than the arrays without them")
{
    RandomStream random{33};
    const Network network = oneLinear(200, 40);
    Plan plan = densePlan(network);
    plan.layers[0].constraints = {budget(2)};
    const TilingOptions tiling{.wordLines = 50, .filtersPerBlock = 8};
    const Weights weights = randomWeights(network, random);
    const WeightLayer layer = weightLayers(network)[0];
    const LayerMask nearest = findConstraint("column-proportional").project(denseContext(layer, tiling), budget(2), weights(0));
    // 320 weights leave some of 200 columns empty; without these the arrays would hold fewer.
    REQUIRE(tileLayer(layer, nearest, {}, tiling).wordLines.front().columns.size() < 190);
    for (const Compaction compaction : {Compaction::Layer, Compaction::ColumnBlock}) {
        TilingOptions compacted = tiling;
        compacted.compaction = compaction;
        compacted.filtersPerBlock = 40;
        const Target target = targetWith(compacted);
        const std::vector<LayerMask> masks = hardMasks(network, plan, target, weights);
        CHECK(constraintViolations(network, plan, target, masks, weights.under(masks)).empty());
        CHECK(masks[0].keptWeights() == 40 * 4 * 2);
        CHECK(tileLayer(layer, masks[0], {}, compacted).wordLines.front().columns.size() == 200);
        const double lost = squaredDistance(weights(0), masked(weights(0), nearest));
        CHECK(squaredDistance(weights(0), masked(weights(0), masks[0])) < 1.05 * lost);
    }
}

TEST_CASE("Masks that are settled later keep a weight in columns that a budget would empty, where that lies nearer")
{
    RandomStream random{34};
    const Network network = oneLinear(200, 40);
    Plan plan = densePlan(network);
    plan.layers[0].constraints = {budget(2)};
    const TilingOptions tiling{.wordLines = 50, .filtersPerBlock = 40};
    const Target target = targetWith(tiling);
    const Weights weights = randomWeights(network, random);
    // Columns that went for another reason have moved the cuts: 180 columns lie in arrays of 50, 50, 50 and 30.
    std::vector<LayerMask> masks{LayerMask::dense(40, 200)};
    std::fill_n(masks[0].columns.begin(), 20, std::uint8_t{0});
    const WeightLayer layer = weightLayers(network)[0];
    LayerContext context{layer, tiling, masks[0], {}};
    const LayerMask nearest = masks[0] & findConstraint("column-proportional").project(context, budget(2), weights(0));
    REQUIRE(tileLayer(layer, nearest, {}, tiling).wordLines.front().columns.size() < 170);
    masks = settledMasks(network, plan, target, masks, weights);
    CHECK(constraintViolations(network, plan, target, masks, weights.under(masks)).empty());
    CHECK(masks[0].keptWeights() == 40 * 4 * 2);
    CHECK(tileLayer(layer, masks[0], {}, tiling).wordLines.front().columns.size() == 180);
    const double lost = squaredDistance(weights(0), masked(weights(0), nearest));
    CHECK(squaredDistance(weights(0), masked(weights(0), masks[0])) < 1.05 * lost);
}

TEST_CASE("Columns that dead channels take away move the cuts of the layer behind")
{
    Network network("two", {1, 1, 1});
    network.add("first", Convolution{.filters = 4, .kernel = {1, 1}, .bias = false});
    network.add("second", Convolution{.filters = 2, .kernel = {1, 1}, .bias = false});
    Plan plan = densePlan(network);
    plan.layers[0].constraints = {ratioOf("filter", 4.0 / 3.0)};
    plan.layers[1].constraints = {budget(1)};
    // Filter 1 goes; columns 0, 2 | 3 of the second layer are left in arrays of two word lines.
    const Weights weights{{{3, 1, 2, 4}, {5, 9, 6, 1, 2, 9, 1, 8}}};
    const Target target = targetWith({.wordLines = 2, .filtersPerBlock = 2});
    const std::vector<LayerMask> masks = hardMasks(network, plan, target, weights);
    CHECK(masks[0].rows == Flags{1, 0, 1, 1});
    CHECK(masks[1].expanded() == Flags{0, 0, 1, 1, 1, 0, 0, 1});
    CHECK(constraintViolations(network, plan, target, masks, weights.under(masks)).empty());
}

TEST_CASE("A constraint over arrays spends nothing on weights that those before it drop")
{
    const Network network = oneLinear(4, 2);
    Plan plan = densePlan(network);
    plan.layers[0].constraints = {ratioOf("filter-shape", 4.0 / 3.0), budget(1)};
    // Column 1 goes although it holds the first filter's largest weight.
    const Weights weights{{{1, 3, 2, 2.5, 4, 0, 4, 4}}};
    const Target target = targetWith({.wordLines = 4, .filtersPerBlock = 2, .compaction = Compaction::None});
    CHECK(hardMasks(network, plan, target, weights)[0].expanded() == Flags{0, 0, 0, 1, 1, 0, 0, 0});
}

TEST_CASE("A mask that keeps more than its budget is a violation even while the weights there are zero")
{
    const Network network = oneLinear(4, 1);
    Plan plan = densePlan(network);
    plan.layers[0].constraints = {budget(2)};
    const Target target = targetWith({.wordLines = 4});
    const Weights weights{{{1, 0, 2, 0}}};
    const std::vector<LayerMask> dense{LayerMask::dense(1, 4)};
    CHECK(constraintViolations(network, plan, target, dense, weights).size() == 1);
    const std::vector<LayerMask> masks = hardMasks(network, plan, target, Weights{{{0, 0, 0, 0}}});
    CHECK(masks[0].expanded() == Flags{1, 1, 0, 0});
}

TEST_CASE("Dead columns count where arrays keep them, and not where they are left out")
{
    Network network("two", {1, 1, 1});
    network.add("first", Convolution{.filters = 2, .kernel = {1, 1}, .bias = false});
    network.add("second", Convolution{.filters = 1, .kernel = {1, 1}, .bias = false});
    Plan plan = densePlan(network);
    plan.layers[1].constraints = {budget(1)};
    std::vector<LayerMask> masks{LayerMask::dense(2, 1), LayerMask::dense(1, 2)};
    masks[0].rows[0] = 0;
    const Weights weights{{{0, 1}, {1, 1}}};
    const Target none = targetWith({.wordLines = 4, .compaction = Compaction::None});
    const Target layer = targetWith({.wordLines = 4, .compaction = Compaction::Layer});
    CHECK(constraintViolations(network, plan, none, masks, weights).size() == 1);
    CHECK(constraintViolations(network, plan, layer, masks, weights).empty());
    plan.layers[0].constraints = {ratioOf("filter", 2.0)};
    CHECK(hardMasks(network, plan, none, Weights{{{0, 1}, {9, 1}}})[1].expanded() == Flags{0, 1});
}
