// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/crossbar/mapped_network.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <memory>

using namespace mho;

namespace {

Hardware smallArrays()
{
    Hardware hardware;
    hardware.crossbar.rows = 32;
    hardware.crossbar.columns = 32;
    return hardware;
}

/// A layer of one convolution without a network: `positions` output pixels.
CompressedLayer layerOf(std::int64_t filters, std::int64_t columns, std::int64_t groups = 1, std::int64_t positions = 1)
{
    CompressedLayer layer;
    layer.layer.name = "layer";
    layer.layer.filters = filters;
    layer.layer.columns = columns;
    layer.layer.channels = columns;
    layer.layer.groups = groups;
    layer.layer.outputPositions = positions;
    layer.mask = LayerMask::dense(filters, columns);
    return layer;
}

LayerLevels levelsOf(int bits)
{
    LayerLevels levels;
    levels.set.bits = bits;
    const int states = 1 << (bits - 1);
    for (int i = 1; i <= states; ++i) {
        levels.set.magnitudes.push_back(static_cast<float>(i) / static_cast<float>(states));
    }
    return levels;
}

}  // namespace

TEST_CASE("ADC bits follow the table of l active rows, 1-bit DAC, 2-bit cells")
{
    int bits = 9;
    for (std::int64_t rows = 128; rows >= 1; rows /= 2) {
        CHECK(adcBits(rows, 1, 2) == bits--);
    }
    CHECK(adcBits(0, 1, 2) == 0);
    // Against the formula itself on other devices.
    for (const std::int64_t rows : {1, 3, 25, 31, 32, 33, 100, 4096}) {
        for (int dac = 1; dac <= 4; ++dac) {
            for (int cell = 1; cell <= 5; ++cell) {
                const auto sum = static_cast<double>(rows * ((1 << dac) - 1) * ((1 << cell) - 1));
                CHECK(adcBits(rows, dac, cell) == static_cast<int>(std::ceil(std::log2(sum + 1.0))));
            }
        }
    }
}

TEST_CASE("LeNet-5 dense on 32x32 arrays: the convolutions take 132 crossbars")
{
    const MappedNetwork mapped = mapDense(makeZooNetwork("lenet5"), smallArrays());
    REQUIRE(mapped.layers.size() == 4);
    // 20 x 25: 1 block; 50 x 500: 16 x 2 blocks; two slices, two signs.
    CHECK(mapped.layers[0].crossbars == 4);
    CHECK(mapped.layers[1].crossbars == 128);
    // 500 x 800: 25 x 16 blocks; 10 x 500: 16 x 1 blocks.
    CHECK(mapped.layers[2].crossbars == 1600);
    CHECK(mapped.layers[3].crossbars == 64);
    CHECK(mapped.crossbars == 1796);

    const MappedLayer& first = mapped.layers[0];
    CHECK(first.weightBits == 9);
    CHECK(first.slices == 2);
    CHECK(first.wordLines == 25);
    CHECK(first.filters == 20);
    CHECK(first.outputPositions == 24 * 24);
    CHECK(first.inputCycles == 16);
    CHECK(first.adcBits == 9);  // 25 * 15 = 375 < 512
    CHECK(first.wordLinesDriven == 25 * 4);
    CHECK(first.bitLinesRead == 20 * 4);
    CHECK(first.conversions == 576 * 16 * 80);
    CHECK(first.rowDrives == 576 * 16 * 100);
    CHECK(first.arrayReads == 576 * 16 * 4);
    CHECK(first.macsPerInference == 500 * 576);
    CHECK(first.programmedCells == 1000);
    CHECK(first.occupancy == Approx(1000.0 / 4096.0));
}

TEST_CASE("Slices follow the bits of the levels")
{
    const Hardware hardware = smallArrays();
    CompressedLayer layer = layerOf(20, 25);
    for (const auto& [bits, slices] : std::vector<std::pair<int, int>>{{2, 1}, {5, 1}, {6, 2}, {7, 2}, {9, 2}}) {
        layer.levels = levelsOf(bits);
        const MappedLayer mapped = mapLayer(layer, hardware);
        CHECK(mapped.weightBits == bits);
        CHECK(mapped.slices == slices);
        CHECK(mapped.crossbars == 2 * slices);
    }
}

TEST_CASE("Zero rows and columns take no crossbar")
{
    const Hardware hardware = smallArrays();
    CompressedLayer layer = layerOf(64, 96, 1, 10);
    CHECK(mapLayer(layer, hardware).crossbars == 2 * 3 * 4);
    for (std::size_t i = 32; i < 64; ++i) {
        layer.mask.rows[i] = 0;
    }
    CHECK(mapLayer(layer, hardware).crossbars == 1 * 3 * 4);
    for (std::size_t j = 0; j < 96; j += 2) {
        layer.mask.columns[j] = 0;
    }
    const MappedLayer grouped = mapLayer(layer, hardware);
    CHECK(grouped.crossbars == 1 * 2 * 4);  // 48 word lines
    CHECK(grouped.wordLinesDriven == 48 * 4);
    CHECK(grouped.bitLinesRead == 32 * 2 * 4);
    CHECK(grouped.adcBits == 9);  // 32 rows * 15 = 480

    // The same weights told by elements alone compact to the same counts.
    CompressedLayer elements = layerOf(64, 96, 1, 10);
    elements.mask.elements = layer.mask.expanded();
    const MappedLayer same = mapLayer(elements, hardware);
    CHECK(same.crossbars == grouped.crossbars);
    CHECK(same.wordLines == 48);
    CHECK(same.filters == 32);
    CHECK(same.conversions == grouped.conversions);
    CHECK(same.weightsKept == 32 * 48);
}

TEST_CASE("A layer without weights left takes nothing")
{
    CompressedLayer layer = layerOf(8, 9);
    layer.mask.columns.assign(9, 0);
    const MappedLayer mapped = mapLayer(layer, smallArrays());
    CHECK(mapped.crossbars == 0);
    CHECK(mapped.filters == 0);
    CHECK(mapped.wordLines == 0);
    CHECK(mapped.adcBits == 0);
    CHECK(mapped.conversions == 0);
    CHECK(mapped.occupancy == 0.0);
    CHECK(occupancyPerBlock(layer, smallArrays()).empty());
}

TEST_CASE("Each group of a grouped convolution has arrays of its own")
{
    const Hardware hardware = smallArrays();
    CompressedLayer layer = layerOf(128, 40, 2);
    // Per group 64 filters x 40 columns: 2 row blocks, 2 column blocks; two slices, two signs, two groups.
    MappedLayer mapped = mapLayer(layer, hardware);
    CHECK(mapped.crossbars == 2 * 2 * 4 * 2);
    CHECK(mapped.wordLines == 80);
    CHECK(mapped.rowBlocks == 4);
    CHECK(mapped.columnBlocks == 2);
    CHECK(mapped.wordLinesDriven == 2 * 40 * 2 * 4);
    CHECK(mapped.bitLinesRead == 2 * 64 * 2 * 4);
    // Depthwise: 16 groups of one filter need 16 blocks.
    CHECK(mapLayer(layerOf(16, 9, 16), hardware).crossbars == 16 * 4);

    // An element-wise mask that empties other columns in each group compacts group by group.
    layer.mask.elements.assign(128 * 40, 1);
    for (std::size_t filter = 0; filter < 128; ++filter) {
        for (std::size_t column = 0; column < 20; ++column) {
            layer.mask.elements[filter * 40 + column + (filter < 64 ? 0 : 20)] = 0;
        }
    }
    mapped = mapLayer(layer, hardware);
    CHECK(mapped.crossbars == 1 * 2 * 4 * 2);
    CHECK(mapped.wordLines == 40);
    CHECK(mapped.adcBits == adcBits(20, 1, 4));
}

TEST_CASE("Occupancy per block counts kept weights of a pair of arrays")
{
    Hardware hardware;
    hardware.crossbar.rows = 4;
    hardware.crossbar.columns = 2;
    CompressedLayer layer = layerOf(3, 6);
    // Columns 0..3 and 4..5, filters 0..1 and 2: 8, 4, 4, 2 of 16 cells.
    CHECK(occupancyPerBlock(layer, hardware) == std::vector<float>{0.5F, 0.25F, 0.25F, 0.125F});
    layer.mask.elements.assign(18, 1);
    layer.mask.elements[0] = 0;
    CHECK(occupancyPerBlock(layer, hardware) == std::vector<float>{0.4375F, 0.25F, 0.25F, 0.125F});
    // Their mean over arrays is the layer's occupancy, whatever the slices.
    const MappedLayer mapped = mapLayer(layer, hardware);
    CHECK(mapped.occupancy == Approx((0.4375 + 0.25 + 0.25 + 0.125) / 4.0));
}

TEST_CASE("VGG-16 dense by hand on 128x64 arrays")
{
    Hardware hardware;
    const MappedNetwork mapped = mapDense(makeZooNetwork("vgg16-cifar10"), hardware);
    // conv1_1: 64 x 27 -> 1 block; conv5_3: 512 x 4608 -> 36 x 8 blocks; times four arrays.
    CHECK(mapped.layers.front().crossbars == 4);
    CHECK(mapped.layers[12].crossbars == 36 * 8 * 4);
    std::int64_t sum = 0;
    for (const MappedLayer& layer : mapped.layers) {
        sum += layer.crossbars;
        CHECK(layer.crossbars == layer.rowBlocks * layer.columnBlocks * layer.slices * layer.signs);
    }
    CHECK(mapped.crossbars == sum);
}

TEST_CASE("Hardware that cannot be is refused before mapping")
{
    Hardware hardware;
    hardware.crossbar.rows = 0;
    CHECK_THROWS_AS(mapDense(makeZooNetwork("lenet5"), hardware), Error);
}
