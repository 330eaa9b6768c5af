// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/crossbar/mapped_network.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

#include <algorithm>
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
    CHECK(first.sliceArrays == 2);
    CHECK(first.signArrays == 2);
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

namespace {

/// 8-bit weights in four 2-bit cells on neighbouring bit lines, as NeuroSim lays them.
Hardware neuroSimLike(int cellBits = 2)
{
    Hardware hardware;
    hardware.device.cellBits = cellBits;
    hardware.crossbar.columns = 128;
    hardware.crossbar.inputBits = 8;
    hardware.crossbar.baselineBits = 8;
    hardware.crossbar.signScheme = "reference-column";
    hardware.crossbar.slices = SlicePlacement::BitLines;
    hardware.crossbar.mapping = WeightMapping::KernelPosition;
    return hardware;
}

std::int64_t conversionsOf(const MappedNetwork& mapped)
{
    std::int64_t sum = 0;
    for (const MappedLayer& layer : mapped.layers) {
        sum += layer.conversions;
    }
    return sum;
}

/// `network` with a quarter of the filters of each layer but the last, by row flags alone.
CompressedNetwork quarterOfFilters(const Network& network)
{
    CompressedNetwork compressed = uncompressed(std::make_shared<const Network>(network));
    for (std::size_t i = 0; i + 1 < compressed.layers.size(); ++i) {
        auto& rows = compressed.layers[i].mask.rows;
        for (std::size_t filter = 0; filter < rows.size(); ++filter) {
            rows[filter] = filter % 4 == 0 ? 1 : 0;
        }
    }
    return compressed;
}

/// Counts one layer by walking over every weight, without the tiler: two arrays, slices apart, GEMM, a dense mask of rows and
/// columns.
struct ByHand {
    std::int64_t crossbars = 0;
    std::int64_t conversions = 0;
};
ByHand walk(std::int64_t n, std::int64_t k, std::int64_t slices, const Hardware& hardware, std::int64_t positions)
{
    ByHand counts;
    for (std::int64_t row = 0; row < k; row += hardware.crossbar.rows) {
        for (std::int64_t column = 0; column < n; column += hardware.crossbar.columns) {
            counts.crossbars += 2 * slices;
            for (std::int64_t line = column; line < std::min(n, column + hardware.crossbar.columns); ++line) {
                counts.conversions += 2 * slices * positions * hardware.crossbar.inputBits;
            }
        }
    }
    return counts;
}

}  // namespace

TEST_CASE("GEMM counts equal a walk over the matrix")
{
    for (const auto& [n, k] :
         std::vector<std::pair<std::int64_t, std::int64_t>>{{1, 1}, {64, 128}, {65, 129}, {20, 25}, {500, 800}}) {
        const Hardware hardware;
        const ByHand byHand = walk(n, k, 2, hardware, 7);
        const MappedLayer mapped = mapLayer(layerOf(n, k, 1, 7), hardware);
        CHECK(mapped.crossbars == byHand.crossbars);
        CHECK(mapped.conversions == byHand.conversions);
        CHECK(mapped.usedCells == n * k * 4);
        CHECK(mapped.denseMacsPerInference == n * k * 7);
    }
}

TEST_CASE("NeuroSim's VGG-8: conversions of an image, utilisation of its first and last layer")
{
    const Network vgg8 = makeZooNetwork("vgg8");
    const MappedNetwork twoBit = mapDense(vgg8, neuroSimLike(2));
    CHECK(conversionsOf(twoBit) == 157'288'960);                               // 157.3 million
    CHECK(conversionsOf(mapDense(vgg8, neuroSimLike(1))) == 2 * 157'288'960);  // 314.6 million
    CHECK(twoBit.layers.front().utilisation == Approx(27.0 / 128.0));
    CHECK_FALSE(twoBit.layers.front().byKernelPosition);
    CHECK(twoBit.layers[1].byKernelPosition);
    CHECK(twoBit.layers.back().utilisation == Approx(0.3125));
    for (std::size_t i = 1; i + 1 < twoBit.layers.size(); ++i) {
        CHECK(twoBit.layers[i].utilisation == 1.0);
    }
}

TEST_CASE("A quarter of VGG-8's filters needs the conversions of the network made small")
{
    const MappedNetwork mapped = mapNetwork(quarterOfFilters(makeZooNetwork("vgg8")), neuroSimLike());
    CHECK(conversionsOf(mapped) == 24'773'248);
    // In place, without compaction, the zeros cost as much as the dense network.
    Hardware inPlace = neuroSimLike();
    inPlace.crossbar.compaction = Compaction::None;
    CHECK(conversionsOf(mapNetwork(quarterOfFilters(makeZooNetwork("vgg8")), inPlace)) == 157'288'960);
}

TEST_CASE("Non-zeros of a physical column set the ADC where zeros pass no current, and only there")
{
    Hardware hardware;
    hardware.device.cellBits = 2;
    hardware.crossbar.rows = 128;
    CompressedLayer layer = layerOf(8, 256);
    layer.mask.elements.assign(8 * 256, 0);
    // Filter f keeps 16 weights in the first array and 8 in the second; filter 3 keeps 17 in the second.
    for (std::size_t filter = 0; filter < 8; ++filter) {
        for (std::size_t i = 0; i < 16; ++i) {
            layer.mask.elements[filter * 256 + (i * 8 + filter) % 128] = 1;
        }
        for (std::size_t i = 0; i < (filter == 3 ? 17U : 8U); ++i) {
            layer.mask.elements[filter * 256 + 128 + (i * 7 + filter) % 128] = 1;
        }
    }
    hardware.crossbar.compaction = Compaction::None;
    const MappedLayer sparse = mapLayer(layer, hardware);
    CHECK(sparse.columnCells == 17);
    CHECK(sparse.adcBits == 6);  // 17 * 3 = 51
    for (const char* scheme : {"offset", "reference-column", "isqed21"}) {
        hardware.crossbar.signScheme = scheme;
        CHECK(mapLayer(layer, hardware).columnCells == 128);
    }
    hardware.crossbar.signScheme = "fragment-sign";
    hardware.crossbar.fragmentRows = 8;
    const MappedLayer fragments = mapLayer(layer, hardware);
    CHECK(fragments.columnCells <= 8);
    CHECK(fragments.readsPerCycle == 16);
    CHECK(fragments.crossbars * 2 == sparse.crossbars * fragments.slices / sparse.slices);
}

TEST_CASE("Slices on neighbouring bit lines share arrays, a unit column is converted too")
{
    Hardware hardware;  // ISAAC: 16-bit weights in eight 2-bit cells, 128 x 128
    hardware.device.cellBits = 2;
    hardware.crossbar.columns = 128;
    hardware.crossbar.baselineBits = 16;
    hardware.crossbar.signScheme = "offset";
    hardware.crossbar.slices = SlicePlacement::BitLines;
    hardware.crossbar.adcRule = AdcRule::Flipped;
    const MappedLayer mapped = mapLayer(layerOf(20, 130, 1, 3), hardware);
    CHECK(mapped.slices == 8);
    CHECK(mapped.crossbars == 2 * 2);  // 16 weights an array
    CHECK(mapped.adcBits == 8);
    CHECK(mapped.bitLinesRead == 2 * ((16 * 8 + 1) + (4 * 8 + 1)));
    CHECK(mapped.conversions == 3 * 16 * mapped.bitLinesRead);
    // A pair of bit lines subtracted before the ADC is one conversion.
    hardware.crossbar.signScheme = "differential-pair";
    hardware.crossbar.adcRule = AdcRule::Exact;
    hardware.crossbar.baselineBits = 9;
    const MappedLayer pair = mapLayer(layerOf(16, 128, 1, 1), hardware);
    CHECK(pair.slices == 4);
    CHECK(pair.crossbars == 1);
    CHECK(pair.sliceArrays == 1);
    CHECK(pair.signArrays == 1);
    CHECK(pair.bitLinesRead == 128);
    CHECK(pair.conversions == 16 * 64);
    CHECK(pair.adcBits == 10);
}

TEST_CASE("Copies take arrays and save steps, not conversions")
{
    Hardware hardware;
    const Network lenet = makeZooNetwork("lenet5");
    const MappedNetwork plain = mapDense(lenet, hardware);
    hardware.crossbar.pipelinePositions = 64;
    hardware.crossbar.replication = {{"conv2", 2}};
    const MappedNetwork copied = mapDense(lenet, hardware);
    CHECK(copied.layers[0].copies == 9);  // 576 positions / 64
    CHECK(copied.layers[1].copies == 2);
    CHECK(copied.layers[2].copies == 1);
    CHECK(copied.layers[0].crossbars == 9 * plain.layers[0].crossbars);
    CHECK(copied.layers[0].conversions == plain.layers[0].conversions);
    CHECK(copied.layers[0].steps() == 64 * 16);
    CHECK(copied.layers[0].occupancy == Approx(plain.layers[0].occupancy));
    hardware.crossbar.replication = {{"conv3", 2}};
    CHECK_THROWS_WITH(mapDense(lenet, hardware), Catch::Contains("conv3"));
}

TEST_CASE("A follower maps like mapNetwork after each change")
{
    const auto network = std::make_shared<const Network>(makeZooNetwork("resnet20-cifar10"));
    CompressedNetwork compressed = uncompressed(network);
    const Hardware hardware;
    MappingFollower follower(compressed, hardware);
    for (std::size_t layer : {0U, 3U, 4U, 19U, 3U}) {
        for (std::size_t filter = layer % 3; filter < compressed.layers[layer].mask.rows.size(); filter += 3) {
            compressed.layers[layer].mask.rows[filter] ^= 1U;
        }
        std::vector<std::uint8_t> changed(compressed.layers.size(), 0);
        changed[layer] = 1;
        const MappedNetwork& followed = follower.follow(compressed, changed);
        const MappedNetwork anew = mapNetwork(compressed, hardware);
        CHECK(followed.crossbars == anew.crossbars);
        for (std::size_t i = 0; i < anew.layers.size(); ++i) {
            CHECK(followed.layers[i].wordLines == anew.layers[i].wordLines);
            CHECK(followed.layers[i].filters == anew.layers[i].filters);
            CHECK(followed.layers[i].conversions == anew.layers[i].conversions);
        }
    }
}

TEST_CASE("Weights that only dead channels feed take no cell and do no work")
{
    // conv1 keeps 5 of 20 filters: conv2 reads 5 channels of 25 positions.
    CompressedNetwork compressed = uncompressed(std::make_shared<const Network>(makeZooNetwork("lenet5")));
    for (std::size_t filter = 5; filter < 20; ++filter) {
        compressed.layers[0].mask.rows[filter] = 0;
    }
    for (const bool elements : {false, true}) {
        if (elements) {
            compressed.layers[1].mask.elements = compressed.layers[1].mask.expanded();
        }
        const MappedNetwork mapped = mapNetwork(compressed, Hardware{});
        const MappedLayer& second = mapped.layers[1];
        CHECK(second.weightsInMask == 50 * 500);
        CHECK(second.weightsKept == 50 * 125);
        CHECK(second.weightsMapped == 50 * 125);
        CHECK(second.wordLines == 125);
        CHECK(second.programmedCells == 50 * 125 * 2);
        CHECK(second.macsPerInference == 50 * 125 * 64);
        CHECK(second.occupancy == Approx(second.utilisation / 2.0));
    }
}

TEST_CASE("Arrays that are not compacted hold what only dead channels feed, and it does not count as kept")
{
    CompressedNetwork compressed = uncompressed(std::make_shared<const Network>(makeZooNetwork("lenet5")));
    std::fill(compressed.layers[0].mask.rows.begin() + 5, compressed.layers[0].mask.rows.end(), std::uint8_t{0});
    Hardware hardware;
    hardware.crossbar.compaction = Compaction::None;
    MappingFollower follower(compressed, hardware);
    const MappedLayer second = follower.mapped().layers[1];
    CHECK(second.weightsInMask == 50 * 500);
    CHECK(second.weightsKept == 50 * 125);
    CHECK(second.weightsMapped == 50 * 500);
    CHECK(second.wordLines == 500);
    // Also where the layer before it changes.
    std::fill(compressed.layers[0].mask.rows.begin(), compressed.layers[0].mask.rows.end(), std::uint8_t{1});
    CHECK(follower.follow(compressed, {1, 0, 0, 0}).layers[1].weightsKept == 50 * 500);
}
