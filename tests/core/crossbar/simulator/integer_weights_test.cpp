// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/integer_weights.h"
#include "tests/core/crossbar/simulator/one_layer.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace mho;
using namespace mho::test;

namespace {

/// Middles of the cell's intervals above the floor (S0 section 3.1), as deviceLevels() makes them.
LevelSet deviceLevelsOf(int states, double floor)
{
    LevelSet set;
    set.bits = 1 + static_cast<int>(std::log2(states));
    for (int i = 0; i < states; ++i) {
        set.magnitudes.push_back(static_cast<float>(floor + (i + 0.5) * (1.0 - floor) / states));
    }
    return set;
}

CompressedNetwork levelled(const LevelSet& set, RandomStream& random)
{
    LayerShape shape;
    shape.linear = true;
    shape.input = {40, 1, 1};
    CompressedNetwork network = randomLayer(shape, random);
    network.layers[0].levels = LayerLevels{set, 0.9F};
    return network;
}

}  // namespace

TEST_CASE("Rational grid: device levels with a floor of 0.1 are 41 + 18 i of 320")
{
    const auto grid = rationalGrid(deviceLevelsOf(16, 0.1));
    REQUIRE(grid);
    // 0.1 + (i + 0.5) 0.9 / 16 = (32 + 9 (2 i + 1)) / 320 = (41 + 18 i) / 320
    for (int i = 0; i < 16; ++i) {
        CHECK(grid->multiples[static_cast<std::size_t>(i)] == 41 + 18 * i);
    }
    CHECK(grid->unit == Approx(1.0 / 320.0));
    const auto plain = rationalGrid(deviceLevelsOf(4, 0.0));
    REQUIRE(plain);
    CHECK(plain->multiples == std::vector<std::int32_t>{1, 3, 5, 7});
    LevelSet irrational;
    irrational.bits = 3;
    irrational.magnitudes = {0.1F, 0.31830989F, 0.70710678F, 1.0F};
    CHECK_FALSE(rationalGrid(irrational));
}

TEST_CASE("Levels in one slice lie in the cells as they are; the simulated network is the quantised one")
{
    RandomStream random{21};
    const CompressedNetwork network = levelled(deviceLevelsOf(16, 0.1), random);
    Hardware hardware;  // 4-bit cells, two arrays
    const IntegerWeights weights = integerWeights(network.layers[0], network.weights(0), hardware);
    CHECK_FALSE(weights.requantised);
    CHECK(weights.cellTable.size() == 16);
    CHECK(weights.cellTable.back() == 311);
    CHECK(weights.largestError < 1e-6);
    // All 40 cells of a column at 311 sum to 12,440: the exact rule on these integers gives 14 bits, on states 10.
    RandomStream again{22};
    const ImageSource images = randomImages(6, {40, 1, 1}, 0.0, 1.0, again);
    hardware.crossbar.inputBits = 8;
    const SimulationResult result = simulate(network, hardware, keepingLogits(), images, images);
    CHECK(result.layers[0].ruleBits == 10);
    CHECK(result.layers[0].adcBits == 14);
    CHECK(result.identicalImages == 6);
    const std::vector<float> quantised = network.weights(0);
    for (std::size_t i = 0; i < quantised.size(); ++i) {
        CHECK(weights.values[i] * weights.unit == Approx(static_cast<double>(quantised[i])).epsilon(1e-6));
    }
}

TEST_CASE("Levels that cells cannot hold exactly are rounded once more, and the result says so")
{
    RandomStream random{23};
    const CompressedNetwork network = levelled(deviceLevelsOf(16, 0.1), random);
    Hardware hardware;
    hardware.device.cellBits = 2;  // two slices
    IntegerWeights weights = integerWeights(network.layers[0], network.weights(0), hardware);
    CHECK(weights.requantised);
    CHECK(weights.cellTable.empty());
    CHECK(weights.largestError > 1e-4);
    hardware.device.cellBits = 4;
    hardware.crossbar.signScheme = "offset";
    weights = integerWeights(network.layers[0], network.weights(0), hardware);
    CHECK(weights.requantised);
    // The rounding is to the nearest of 2^4 - 1 steps of the largest weight.
    CHECK(weights.largestError <= weights.unit / 2 * (1 + 1e-9));
    // Levels that are multiples within the code's range stay exact in any layout.
    LevelSet powers;
    powers.bits = 5;
    powers.magnitudes = {0.125F, 0.25F, 0.5F, 1.0F};
    const CompressedNetwork exact = levelled(powers, random);
    CHECK_FALSE(integerWeights(exact.layers[0], exact.weights(0), hardware).requantised);
}

TEST_CASE("Float weights are rounded symmetrically to the baseline's bits")
{
    LayerShape shape;
    shape.linear = true;
    shape.input = {4, 1, 1};
    shape.convolution.filters = 1;
    const float values[4] = {-2.0F, 1.0F, 0.003F, 0.01F};
    const CompressedNetwork network = oneLayer(shape, [&](std::size_t i) { return values[i]; });
    Hardware hardware;
    hardware.crossbar.baselineBits = 8;
    const IntegerWeights weights = integerWeights(network.layers[0], network.weights(0), hardware);
    CHECK(weights.values == std::vector<std::int32_t>{-127, 64, 0, 1});
    CHECK(weights.unit == Approx(2.0 / 127.0));
}
