// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/layer_cells.h"

#include <catch2/catch.hpp>

#include <memory>

using namespace mho;

namespace {

/// One linear layer, 2 filters x 3 columns.
CompressedNetwork smallNetwork(std::vector<float> weights)
{
    Network network("small", {3, 1, 1});
    network.add("flat", Flatten{});
    const NodeId linear = network.add("linear", Linear{2, false});
    network.setParameter(linear, "weight", Tensor({2, 3}, std::move(weights)));
    return uncompressed(std::make_shared<const Network>(std::move(network)));
}

/// Cells of almost 0 to 16 uS in 16 states: code c is (c + 0.5) uS.
Hardware simpleHardware(std::int64_t rows, std::int64_t columns)
{
    Hardware hardware;
    hardware.device.gMinS = 1e-12;
    hardware.device.gMaxS = 16e-6;
    hardware.crossbar.rows = rows;
    hardware.crossbar.columns = columns;
    return hardware;
}

double microsiemens(const CrossbarCells& cells, std::int64_t row, std::int64_t column)
{
    return 1e6 * static_cast<double>(cells.conductanceS[static_cast<std::size_t>(row * cells.columns + column)]);
}

}  // namespace

TEST_CASE("Without levels the 9-bit magnitude is cut into two digits, the most significant first")
{
    const CompressedNetwork network = smallNetwork({255.0F, -17.0F, 0.0F, 1.0F, 160.0F, -255.0F});
    const Hardware hardware = simpleHardware(4, 2);
    const CrossbarCells high = crossbarCells(network, 0, hardware, {0, 0, 0, 0});
    const CrossbarCells low = crossbarCells(network, 0, hardware, {0, 0, 1, 0});
    const CrossbarCells minusHigh = crossbarCells(network, 0, hardware, {0, 0, 0, 1});
    const CrossbarCells minusLow = crossbarCells(network, 0, hardware, {0, 0, 1, 1});
    CHECK(high.weightColumn == std::vector<std::int64_t>{0, 1, 2, -1});
    CHECK(high.filter == std::vector<std::int64_t>{0, 1});
    // Filter 0: 255 = 15 * 16 + 15.
    CHECK(microsiemens(high, 0, 0) == Approx(15.5));
    CHECK(microsiemens(low, 0, 0) == Approx(15.5));
    // -17 = 1 * 16 + 1 lies in the negative arrays only.
    CHECK(microsiemens(high, 1, 0) == 0.0);
    CHECK(microsiemens(minusHigh, 1, 0) == Approx(1.5));
    CHECK(microsiemens(minusLow, 1, 0) == Approx(1.5));
    // Filter 1: 1 = 0 * 16 + 1; 160 = 10 * 16 + 0.
    CHECK(microsiemens(high, 0, 1) == Approx(0.5));
    CHECK(microsiemens(low, 0, 1) == Approx(1.5));
    CHECK(microsiemens(high, 1, 1) == Approx(10.5));
    CHECK(microsiemens(low, 1, 1) == Approx(0.5));
    // The unused word line holds nothing.
    CHECK(microsiemens(high, 3, 0) == 0.0);
    CHECK(microsiemens(high, 3, 1) == 0.0);
}

TEST_CASE("Levels in one slice are shown at their own conductance")
{
    CompressedNetwork network = smallNetwork({0.9F, -0.3F, 0.6F, 0.2F, -2.0F, 0.05F});
    LayerLevels levels;
    levels.set.bits = 3;
    levels.set.magnitudes = {0.125F, 0.375F, 0.625F, 0.875F};
    levels.scale = 1.0F;
    network.layers[0].levels = levels;
    const Hardware hardware = simpleHardware(2, 2);
    const CrossbarCells plus = crossbarCells(network, 0, hardware, {0, 0, 0, 0});
    const CrossbarCells minus = crossbarCells(network, 0, hardware, {0, 0, 0, 1});
    CHECK(microsiemens(plus, 0, 0) == Approx(14.0));  // 0.875 * 16
    CHECK(microsiemens(plus, 0, 1) == Approx(2.0));
    CHECK(microsiemens(minus, 1, 0) == Approx(6.0));
    CHECK(microsiemens(minus, 1, 1) == Approx(14.0));
    // The second row block holds weight column 2 alone.
    const CrossbarCells rest = crossbarCells(network, 0, hardware, {1, 0, 0, 0});
    CHECK(rest.weightColumn == std::vector<std::int64_t>{2, -1});
    CHECK(microsiemens(rest, 0, 0) == Approx(10.0));
    CHECK(microsiemens(rest, 0, 1) == Approx(2.0));
}

TEST_CASE("Compaction moves kept weights together and leaves pruned cells unprogrammed")
{
    CompressedNetwork network = smallNetwork({4.0F, 5.0F, 6.0F, 7.0F, 8.0F, 9.0F});
    network.layers[0].mask.columns[1] = 0;
    network.layers[0].mask.elements = {1, 1, 0, 1, 1, 1};
    const Hardware hardware = simpleHardware(3, 3);
    const CrossbarCells cells = crossbarCells(network, 0, hardware, {0, 0, 0, 0});
    CHECK(cells.weightColumn == std::vector<std::int64_t>{0, 2, -1});
    CHECK(cells.filter == std::vector<std::int64_t>{0, 1, -1});
    CHECK(microsiemens(cells, 1, 0) == 0.0);
    // round(7 / 9 * 255) = 198 = 12 * 16 + 6
    CHECK(microsiemens(cells, 0, 1) == Approx(12.5));
    CHECK(microsiemens(cells, 1, 1) == Approx(15.5));
}

TEST_CASE("The crossbars of a layer hold every programmed cell once")
{
    std::vector<float> weights{1.0F, -2.0F, 3.0F, -4.0F, 5.0F, -6.0F};
    const CompressedNetwork network = smallNetwork(weights);
    const Hardware hardware = simpleHardware(2, 1);
    const MappedLayer mapped = mapLayer(network.layers[0], hardware);
    const LayerCells layer(network, 0, hardware);
    std::int64_t programmed = 0;
    for (std::int64_t rowBlock = 0; rowBlock < mapped.rowBlocks; ++rowBlock) {
        for (std::int64_t columnBlock = 0; columnBlock < mapped.columnBlocks; ++columnBlock) {
            for (int slice = 0; slice < mapped.slices; ++slice) {
                for (int sign = 0; sign < mapped.signs; ++sign) {
                    for (const float conductance : layer.at({rowBlock, columnBlock, slice, sign}).conductanceS) {
                        programmed += conductance > 0.0F ? 1 : 0;
                    }
                }
            }
        }
    }
    CHECK(programmed == 12);
    CHECK(mapped.programmedCells == 12);
}

TEST_CASE("Weights that are all zero are shown without dividing by zero")
{
    const CompressedNetwork network = smallNetwork({0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    const CrossbarCells cells = crossbarCells(network, 0, simpleHardware(3, 2), {0, 0, 0, 0});
    CHECK(microsiemens(cells, 0, 0) == Approx(0.5));
}

TEST_CASE("A grouped convolution's row blocks go group after group")
{
    Network network("grouped", {4, 1, 1});
    Convolution convolution;
    convolution.filters = 4;
    convolution.groups = 2;
    convolution.bias = false;
    const NodeId node = network.add("convolution", convolution);
    network.setParameter(node, "weight", Tensor({4, 2, 1, 1}, {1, 2, 3, 4, 5, 6, 7, 8}));
    const CompressedNetwork compressed = uncompressed(std::make_shared<const Network>(std::move(network)));
    const Hardware hardware = simpleHardware(2, 2);
    const CrossbarCells second = crossbarCells(compressed, 0, hardware, {1, 0, 0, 0});
    CHECK(second.filter == std::vector<std::int64_t>{2, 3});
    CHECK(second.weightColumn == std::vector<std::int64_t>{0, 1});
    CHECK(microsiemens(second, 1, 1) == Approx(15.5));  // weight 8
}
