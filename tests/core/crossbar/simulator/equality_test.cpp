// SPDX-License-Identifier: GPL-3.0-or-later
// The crossbars equal whole-number arithmetic whatever the arrays, slices, signs, DACs and masks, and every kernel does.
#include "core/base/error.h"
#include "core/crossbar/sign_scheme.h"
#include "core/crossbar/simulator/table_engine.h"
#include "tests/core/crossbar/simulator/one_layer.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

using namespace mho;
using namespace mho::test;

namespace {

/// All weights of a fragment get the sign of its first one, for the scheme that demands it; the tiles must hold the columns
/// in order (no compaction).
void polarise(std::vector<float>& weights, std::int64_t columns, const CrossbarOptions& crossbar)
{
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto column = static_cast<std::int64_t>(i) % columns;
        const std::int64_t inTile = column % crossbar.rows;
        const std::int64_t first = column - inTile % crossbar.fragmentRows;
        const float sign = weights[i - static_cast<std::size_t>(column - first)];
        weights[i] = std::copysign(weights[i], sign);
    }
}

void checkEqual(const CompressedNetwork& network, const LayerShape& shape, const Hardware& hardware, bool signedInputs,
                RandomStream& random)
{
    const ImageSource images = randomImages(5, shape.input, signedInputs ? -1.0 : 0.0, 1.5, random);
    SimulationOptions options = keepingLogits();
    for (const TableKernelChoice& kernel : tableKernels()) {
        const auto engines = tableEngines(kernel);
        options.engines = engines.get();
        const SimulationResult result = simulate(network, hardware, options, images, images);
        INFO(kernel.name);
        CHECK(result.identicalImages == images.count);
        CHECK(result.crossbars.logits == wholeNumberOutputs(network, shape, images, result.layers[0]));
        CHECK(result.layers[0].statistics.clipped == 0);
        CHECK(result.layers[0].inputsSigned == signedInputs);
        options.engines = &plainEngines();
        const SimulationResult plain = simulate(network, hardware, options, images, images);
        CHECK(plain.crossbars.logits == result.crossbars.logits);
        CHECK(plain.layers[0].statistics == result.layers[0].statistics);
    }
}

Hardware hardwareWith(const std::string& scheme, int cellBits, std::int64_t rows, std::int64_t columns, int dacBits)
{
    Hardware hardware;
    hardware.device.cellBits = cellBits;
    hardware.crossbar.rows = rows;
    hardware.crossbar.columns = columns;
    hardware.crossbar.inputBits = 8;
    hardware.crossbar.dacBits = dacBits;
    hardware.crossbar.baselineBits = 8;
    hardware.crossbar.signScheme = scheme;
    hardware.crossbar.fragmentRows = 4;
    return hardware;
}

}  // namespace

TEST_CASE("Simulator: every sign scheme and slice width equals whole-number arithmetic, tail tiles included")
{
    RandomStream random{11};
    for (const SignScheme* scheme : signSchemes()) {
        for (int cellBits = 1; cellBits <= 8; ++cellBits) {
            for (const std::int64_t rows : {7, 32, 128}) {
                for (const SlicePlacement slices : {SlicePlacement::Arrays, SlicePlacement::BitLines}) {
                    const int dacBits = static_cast<int>(random.below(4)) + 1;
                    Hardware hardware = hardwareWith(std::string(scheme->name()), cellBits, rows, 20, dacBits);
                    hardware.crossbar.slices = slices;
                    hardware.crossbar.baselineBits = 4 + static_cast<int>(random.below(6));
                    hardware.crossbar.inputBits = 3 + static_cast<int>(random.below(7));
                    LayerShape shape;
                    shape.input = {5, 6, 5};
                    shape.convolution = {.filters = 9, .kernel = {3, 3}, .stride = {1, 2}, .pads = {1, 0, 1, 2}, .bias = false};
                    std::vector<float> weights(9 * 45);
                    std::generate(weights.begin(), weights.end(),
                                  [&] { return static_cast<float>(random.uniform(-1.0, 1.0)); });
                    if (scheme->byFragments()) {
                        polarise(weights, 45, hardware.crossbar);
                    }
                    const CompressedNetwork network = oneLayer(shape, [&](std::size_t i) { return weights[i]; });
                    INFO(scheme->name() << ", " << cellBits << "-bit cells, " << rows << " rows, " << dacBits << "-bit DAC, "
                                        << hardware.crossbar.baselineBits << "-bit weights, " << hardware.crossbar.inputBits
                                        << "-bit inputs");
                    checkEqual(network, shape, hardware, random.below(2) == 1, random);
                }
            }
        }
    }
}

TEST_CASE("Simulator: masks, compaction, kernel positions, groups and dilation change tiles, not results")
{
    RandomStream random{12};
    for (const SignScheme* scheme : signSchemes()) {
        if (scheme->byFragments()) {
            continue;
        }
        for (const Compaction compaction : {Compaction::None, Compaction::Layer, Compaction::ColumnBlock}) {
            for (const WeightMapping mapping : {WeightMapping::Gemm, WeightMapping::KernelPosition}) {
                for (const std::int64_t groups : {1, 2}) {
                    Hardware hardware = hardwareWith(std::string(scheme->name()), 2, 10, 9, 1);
                    hardware.crossbar.compaction = compaction;
                    hardware.crossbar.mapping = mapping;
                    LayerShape shape;
                    shape.input = {6, 7, 7};
                    shape.convolution = {.filters = 8, .kernel = {3, 2}, .dilation = {2, 1}, .groups = groups, .bias = false};
                    CompressedNetwork network = randomLayer(shape, random);
                    LayerMask& mask = network.layers[0].mask;
                    mask.rows[2] = 0;
                    mask.columns[3] = 0;
                    mask.elements.assign(mask.rows.size() * mask.columns.size(), 1);
                    for (std::uint8_t& flag : mask.elements) {
                        flag = random.below(3) == 0 ? 0 : 1;
                    }
                    INFO(scheme->name() << ", compaction " << static_cast<int>(compaction) << ", mapping "
                                        << static_cast<int>(mapping) << ", groups " << groups);
                    checkEqual(network, shape, hardware, true, random);
                }
            }
        }
    }
}

TEST_CASE("Simulator: linear layers, wide arrays and sums beyond 16 bits equal whole-number arithmetic")
{
    RandomStream random{13};
    LayerShape shape;
    shape.linear = true;
    shape.input = {600, 1, 1};
    shape.convolution.filters = 11;
    const CompressedNetwork network = randomLayer(shape, random);
    for (const char* scheme : {"two-arrays", "differential-pair", "offset", "reference-column", "isqed21"}) {
        Hardware hardware = hardwareWith(scheme, 2, 512, 64, 1);
        hardware.crossbar.inputBits = 16;
        hardware.crossbar.baselineBits = 17;
        checkEqual(network, shape, hardware, true, random);
        hardware.device.cellBits = 8;
        hardware.crossbar.dacBits = 4;
        // 512 * 15 * 255 needs 21 bits: the plain engine takes over.
        hardware.crossbar.adcRule = AdcRule::Exact;
        checkEqual(network, shape, hardware, false, random);
    }
}

TEST_CASE("Simulator: ISAAC's flipped columns lose nothing with one bit less")
{
    RandomStream random{14};
    LayerShape shape;
    shape.linear = true;
    shape.input = {300, 1, 1};
    shape.convolution.filters = 10;
    const CompressedNetwork network = randomLayer(shape, random);
    Hardware hardware = hardwareWith("offset", 2, 128, 128, 1);
    hardware.crossbar.adcRule = AdcRule::Flipped;
    checkEqual(network, shape, hardware, true, random);
    const ImageSource ones = imagesOf(2, 300, [](std::size_t) { return 1.0F; });
    const SimulationResult result = simulate(network, hardware, keepingLogits(), ones, ones);
    CHECK(result.layers[0].adcBits == 8);
    CHECK(result.layers[0].losslessBits == 8);
    CHECK(result.identicalImages == 2);
    for (const std::int64_t rows : {9, 33, 64, 100}) {
        for (const int cellBits : {2, 3, 4}) {
            Hardware other = hardwareWith("offset", cellBits, rows, 128, 1 + static_cast<int>(random.below(3)));
            other.crossbar.adcRule = AdcRule::Flipped;
            other.crossbar.slices = random.below(2) == 0 ? SlicePlacement::Arrays : SlicePlacement::BitLines;
            INFO(rows << " rows, " << cellBits << "-bit cells");
            checkEqual(network, shape, other, false, random);
        }
    }
}

TEST_CASE("Simulator: the number of threads changes nothing")
{
    RandomStream random{15};
    LayerShape shape;
    shape.convolution.filters = 6;
    const CompressedNetwork network = randomLayer(shape, random);
    const Hardware hardware = hardwareWith("two-arrays", 2, 16, 16, 1);
    const ImageSource images = randomImages(37, shape.input, -1.0, 1.0, random);
    SimulationOptions options = keepingLogits();
    options.floatReference = true;
    options.threads = 1;
    const SimulationResult one = simulate(network, hardware, options, images, images);
    for (const unsigned threads : {2U, 3U, 8U}) {
        options.threads = threads;
        const SimulationResult many = simulate(network, hardware, options, images, images);
        CHECK(many.crossbars.logits == one.crossbars.logits);
        CHECK(many.floats->logits == one.floats->logits);
        CHECK(many.layers[0].statistics == one.layers[0].statistics);
        CHECK(many.layers[0].inputScale == one.layers[0].inputScale);
    }
}

TEST_CASE("Simulator: a fragment of both signs is refused with its place")
{
    LayerShape shape;
    shape.linear = true;
    shape.input = {8, 1, 1};
    shape.convolution.filters = 2;
    const CompressedNetwork network = oneLayer(shape, [](std::size_t i) { return i == 14 ? -1.0F : 1.0F; });
    const ImageSource images = imagesOf(1, 8, [](std::size_t) { return 1.0F; });
    const Hardware hardware = hardwareWith("fragment-sign", 2, 8, 8, 1);
    try {
        simulate(network, hardware, keepingLogits(), images, images);
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Infeasible);
        CHECK(error.where() == "layer");
        CHECK(error.arguments() == std::vector<std::string>{"1", "4", "7", "4"});
    }
}
