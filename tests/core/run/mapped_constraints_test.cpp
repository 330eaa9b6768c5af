// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan promises of arrays holds on the crossbars that the mapper makes, and in their simulation.
#include "core/compress/project_plan.h"
#include "core/crossbar/adc_bits.h"
#include "core/crossbar/mapped_network.h"
#include "core/crossbar/simulator/simulate.h"
#include "core/run/target.h"
#include "tests/core/compress/constraints/small_layers.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>

using namespace mho;
using namespace mho::test;

namespace {

/// Two convolutions and a linear layer without biases: a pruned filter's map is zero as it is.
CompressedNetwork randomNetwork(RandomStream& random)
{
    Network net("small", {3, 5, 5});
    net.add("conv1", Convolution{.filters = 6 + static_cast<std::int64_t>(random.below(6)), .kernel = {3, 3}, .bias = false});
    net.add("relu1", Activation{});
    net.add("conv2", Convolution{.filters = 8, .kernel = {3, 3}, .bias = false});
    net.add("relu2", Activation{});
    net.add("flatten", Flatten{});
    net.add("fc", Linear{.features = 5, .bias = false});
    for (const WeightLayer& layer : weightLayers(net)) {
        const Shape shape = net.nodes()[layer.node].parameter("weight")->shape();
        net.setParameter(layer.node, "weight", Tensor(shape, randomWeights(layer, random)));
    }
    return uncompressed(std::make_shared<const Network>(std::move(net)));
}

std::vector<float> weightsOf(const CompressedNetwork& network, std::size_t layer)
{
    const auto values = network.network->nodes()[network.layers[layer].layer.node].parameter("weight")->values();
    return {values.begin(), values.end()};
}

/// Gives the network the masks of its plan; nothing in it may break it.
void prune(CompressedNetwork& network, const Plan& plan, const Target& target)
{
    REQUIRE(plan.validate(*network.network, target).empty());
    const std::vector<LayerMask> masks =
        hardMasks(*network.network, plan, target, [&](std::size_t layer) { return weightsOf(network, layer); });
    for (std::size_t i = 0; i < masks.size(); ++i) {
        network.layers[i].mask = masks[i];
    }
    CHECK(constraintViolations(*network.network, plan, target, masks, [&](std::size_t layer) {
              return network.weights(layer);
          }).empty());
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

Hardware smallHardware(RandomStream& random)
{
    Hardware hardware;
    hardware.device.cellBits = 2;
    hardware.crossbar.rows = 4 + static_cast<std::int64_t>(random.below(12));
    hardware.crossbar.columns = 8 + static_cast<std::int64_t>(random.below(8));
    hardware.crossbar.inputBits = 4;
    hardware.crossbar.baselineBits = 5;
    hardware.crossbar.fragmentRows = 2;
    hardware.crossbar.compaction = static_cast<Compaction>(random.below(3));
    hardware.crossbar.mapping = random.below(3) == 0 ? WeightMapping::KernelPosition : WeightMapping::Gemm;
    return hardware;
}

ImageSource images(std::size_t count, std::uint64_t seed)
{
    ImageSource source;
    source.count = count;
    source.fill = [seed](std::size_t first, std::size_t number, float* out) {
        constexpr std::size_t kPixels = 3 * 5 * 5;
        for (std::size_t i = first * kPixels; i < (first + number) * kPixels; ++i) {
            *out++ = static_cast<float>(RandomStream{seed, i}.uniform());
        }
    };
    return source;
}

}  // namespace

TEST_CASE("Mapped crossbars hold the budget of each of their columns, and their ADCs need no more bits")
{
    RandomStream random{41};
    int rounded = 0;
    for (int round = 0; round < 60; ++round) {
        INFO("round " << round);
        const Hardware hardware = smallHardware(random);
        const Target target = targetOf(hardware);
        CompressedNetwork network = randomNetwork(random);
        Plan plan = densePlan(*network.network);
        const auto nonZeros = 1 + static_cast<std::int64_t>(random.below(4));
        for (std::size_t i = 0; i < plan.layers.size(); ++i) {
            std::vector<ConstraintSpec>& wanted = plan.layers[i].constraints;
            switch (random.below(4)) {
                case 0:
                    wanted = {ratioOf("filter", 1.4), ratioOf("filter-shape", 1.7), budget(nonZeros)};
                    break;
                case 1:
                    wanted = {budget(nonZeros), ratioOf("channel", 1.5)};
                    break;
                case 2:
                    wanted = {budget(nonZeros), specOf("sign-polarisation", {{"rows", 2}})};
                    break;
                default:
                    wanted = {specOf("crossbar-rounded", {{"shape_ratio", 1.5}}), budget(nonZeros)};
                    break;
            }
            const WeightLayer& layer = network.layers[i].layer;
            const LayerContext context = denseContext(layer, target.tiling(layer, 0));
            std::erase_if(wanted, [&](const ConstraintSpec& spec) {
                return spec.kind == "crossbar-rounded" && !findConstraint(spec.kind).validate(context, spec).empty();
            });
            rounded += std::any_of(wanted.begin(), wanted.end(), [](const ConstraintSpec& spec) { return spec.kind == "crossbar-rounded"; });
        }
        prune(network, plan, target);
        for (const MappedLayer& layer : mapNetwork(network, hardware).layers) {
            INFO(layer.name);
            CHECK(layer.columnCells <= nonZeros);
            CHECK(layer.adcBits <= adcBits(nonZeros, hardware.crossbar.dacBits, hardware.device.cellBits));
            CHECK(layer.weightsMapped > 0);
        }
        const SimulationResult result = simulate(network, hardware, {}, images(2, 1), images(3, 2));
        CHECK(result.identicalImages == 3);
        for (const SimulatedLayer& layer : result.layers) {
            CHECK(layer.statistics.clipped == 0);
        }
    }
    CHECK(rounded > 20);
}

TEST_CASE("The mapper needs the arrays that crossbar rounding asks for, and no other")
{
    RandomStream random{42};
    Hardware hardware;
    hardware.crossbar.rows = 8;
    hardware.crossbar.columns = 2;
    hardware.crossbar.baselineBits = 5;
    CompressedNetwork network = randomNetwork(random);
    Plan plan = densePlan(*network.network);
    plan.layers[1].constraints = {specOf("crossbar-rounded", {{"filter_ratio", 1.5}, {"shape_ratio", 1.5}})};
    prune(network, plan, targetOf(hardware));
    const MappedLayer layer = mapNetwork(network, hardware).layers[1];
    const std::int64_t columns = network.layers[1].layer.columns;
    CHECK(layer.filters == 4);  // of 8, 5 allowed, arrays of 2
    CHECK(layer.wordLines == columns * 2 / 3 / 8 * 8);
    CHECK(layer.usedCells == layer.crossbars * 8 * 2);  // no cell of an array is left over
}

TEST_CASE("Polarised layers simulate exactly with one array for both signs, which is refused before")
{
    RandomStream random{43};
    for (int round = 0; round < 30; ++round) {
        INFO("round " << round);
        Hardware hardware = smallHardware(random);
        hardware.crossbar.signScheme = "fragment-sign";
        hardware.crossbar.fragmentRows = 2 + static_cast<std::int64_t>(random.below(3));
        CompressedNetwork network = randomNetwork(random);
        CHECK_THROWS_AS(simulate(network, hardware, {}, images(2, 1), images(3, 2)), Error);
        Plan plan = densePlan(*network.network);
        const auto rule = random.below(2) == 0 ? ProjectionRule::Euclidean : ProjectionRule::Paper;
        for (LayerPlan& layer : plan.layers) {
            // Every second time fragments of twice the rows, which hold those of the hardware.
            const std::int64_t rows = hardware.crossbar.fragmentRows * (1 + round % 2);
            const ConstraintSpec polarised = specOf("sign-polarisation", {{"rows", static_cast<double>(rows)}}, rule);
            switch (random.below(3)) {
                case 0:
                    layer.constraints = {polarised};
                    break;
                case 1:
                    layer.constraints = {ratioOf("filter", 1.3), ratioOf("filter-shape", 1.5), polarised};
                    break;
                default:
                    layer.constraints = {polarised, budget(2), ratioOf("filter-shape", 1.3)};
                    break;
            }
        }
        prune(network, plan, targetOf(hardware));
        const SimulationResult result = simulate(network, hardware, {}, images(2, 1), images(3, 2));
        CHECK(result.identicalImages == 3);
        for (const SimulatedLayer& layer : result.layers) {
            CHECK(layer.statistics.clipped == 0);
        }
    }
}

TEST_CASE("Fragments that do not hold what the hardware reads at once are refused before a run, in every layer")
{
    RandomStream random{44};
    int refused = 0;
    int mixed = 0;
    for (const std::int64_t atOnce : {1, 2, 3, 4, 8}) {
        for (std::int64_t rows = 1; rows <= 10; ++rows) {
            INFO(atOnce << " at once, fragments of " << rows);
            Hardware hardware = smallHardware(random);
            hardware.crossbar.rows = 8;
            hardware.crossbar.compaction = Compaction::Layer;
            hardware.crossbar.fragmentRows = atOnce;
            CompressedNetwork network = randomNetwork(random);
            Plan plan = densePlan(*network.network);
            for (LayerPlan& layer : plan.layers) {
                layer.constraints = {specOf("sign-polarisation", {{"rows", static_cast<double>(rows)}})};
            }
            // Where any signs go in an array there is nothing to compare.
            CHECK(plan.validate(*network.network, targetOf(hardware)).empty());
            hardware.crossbar.signScheme = "fragment-sign";
            const Target target = targetOf(hardware);
            const std::vector<Problem> problems = plan.validate(*network.network, target);
            if (problems.empty()) {
                prune(network, plan, target);
                CHECK(simulate(network, hardware, {}, images(2, 1), images(3, 2)).identicalImages == 3);
                continue;
            }
            ++refused;
            REQUIRE(problems.size() == plan.layers.size());
            for (std::size_t i = 0; i < problems.size(); ++i) {
                CHECK(problems[i].field == plan.layers[i].layer + ".sign-polarisation");
                CHECK_THAT(problems[i].message, Catch::Contains("fragment_rows") && Catch::Contains(std::to_string(atOnce)));
            }
            // What is refused is what the crossbars cannot do.
            const std::vector<LayerMask> masks =
                hardMasks(*network.network, plan, target, [&](std::size_t layer) { return weightsOf(network, layer); });
            for (std::size_t i = 0; i < masks.size(); ++i) {
                network.layers[i].mask = masks[i];
            }
            try {
                simulate(network, hardware, {}, images(2, 1), images(3, 2));
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::Infeasible);
                ++mixed;
            }
        }
    }
    CHECK(refused == 4 + 5 + 6 + 7);  // of 1 to 7 rows those that are no multiple of 2, 3, 4, 8
    CHECK(mixed == refused);
}
