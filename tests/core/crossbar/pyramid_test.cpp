// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/pyramid.h"
#include "core/base/random.h"
#include "core/crossbar/mapped_network.h"

#include <catch2/catch.hpp>

#include <memory>
#include <numeric>

using namespace mho;

namespace {

CompressedNetwork randomlyMasked(std::int64_t filters, std::int64_t features)
{
    Network network("linear", {features, 1, 1});
    network.add("flat", Flatten{});
    network.add("linear", Linear{filters, false});
    CompressedNetwork compressed = uncompressed(std::make_shared<const Network>(std::move(network)));
    LayerMask& mask = compressed.layers[0].mask;
    RandomStream random({7});
    for (std::int64_t i = 0; i < filters * features; ++i) {
        mask.elements.push_back(random.below(3) == 0 ? 1 : 0);
    }
    return compressed;
}

Hardware arrays(std::int64_t rows, std::int64_t columns)
{
    Hardware hardware;
    hardware.crossbar.rows = rows;
    hardware.crossbar.columns = columns;
    return hardware;
}

double sum(const PyramidLevel& level)
{
    return std::accumulate(level.values.begin(), level.values.end(), 0.0);
}

}  // namespace

TEST_CASE("Every level of a pyramid of sums holds the same programmed cells")
{
    const CompressedNetwork network = randomlyMasked(23, 37);
    const auto kept = static_cast<double>(network.layers[0].mask.keptWeights());
    const OccupancyPyramid pyramid = occupancyPyramid(network, 0, arrays(10, 6), Reduction::Sum, 4);
    REQUIRE(pyramid.levels.size() == 4);
    for (const PyramidLevel& level : pyramid.levels) {
        INFO(level.name);
        CHECK(sum(level) == kept);
        CHECK(static_cast<std::int64_t>(level.values.size()) == level.rows * level.columns);
    }
    CHECK(pyramid.levels[0].rows == 40);
    CHECK(pyramid.levels[0].columns == 24);
    CHECK(pyramid.levels[1].rows == 4 * 3);  // 10 rows in blocks of 4, 4, 2
    CHECK(pyramid.levels[1].columns == 4 * 2);
    CHECK(pyramid.levels[2].rows == 4);
    CHECK(pyramid.levels[3].values.size() == 1);
}

TEST_CASE("The mean of a crossbar is twice its occupancy over both signs; the most is 0 or 1")
{
    const CompressedNetwork network = randomlyMasked(23, 37);
    const Hardware hardware = arrays(10, 6);
    const OccupancyPyramid mean = occupancyPyramid(network, 0, hardware, Reduction::Mean);
    const std::vector<float> occupancy = occupancyPerBlock(network, 0, hardware);
    REQUIRE(mean.levels[2].values.size() == occupancy.size());
    for (std::size_t i = 0; i < occupancy.size(); ++i) {
        CHECK(mean.levels[2].values[i] == Approx(2.0F * occupancy[i]));
    }
    const OccupancyPyramid most = occupancyPyramid(network, 0, hardware, Reduction::Most, 2);
    for (std::int64_t row = 0; row < most.levels[1].rows; ++row) {
        for (std::int64_t column = 0; column < most.levels[1].columns; ++column) {
            float expected = 0.0F;
            for (std::int64_t cell = 0; cell < 4; ++cell) {
                expected = std::max(expected, most.levels[0].values[static_cast<std::size_t>(
                                                  (row * 2 + cell / 2) * most.levels[0].columns + column * 2 + cell % 2)]);
            }
            CHECK(most.levels[1].values[static_cast<std::size_t>(row * most.levels[1].columns + column)] == expected);
        }
    }
}

TEST_CASE("Under a biased scheme every cell in use counts; a layer without weights has no pyramid")
{
    CompressedNetwork network = randomlyMasked(3, 5);
    Hardware hardware = arrays(5, 8);
    hardware.crossbar.signScheme = "reference-column";
    hardware.crossbar.slices = SlicePlacement::BitLines;  // 9 bits in three 4-bit cells: 2 weights an array
    network.layers[0].mask.elements.clear();
    const OccupancyPyramid pyramid = occupancyPyramid(network, 0, hardware, Reduction::Sum);
    CHECK(pyramid.levels.back().values[0] == 3.0F * 5.0F * 3.0F);
    network.layers[0].mask.columns.assign(5, 0);
    CHECK(occupancyPyramid(network, 0, hardware, Reduction::Sum).levels.empty());
}
