// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/compressed_arrays.h"

#include "core/base/error.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace mho;

namespace {

/// Two weight layers: 3x2 weights by convolution, 2x3 by a linear layer.
Network smallNetwork()
{
    Network network("small", {2, 1, 1});
    Convolution convolution;
    convolution.filters = 3;
    network.add("conv/a", convolution);
    network.add("flat", Flatten{});
    network.add("fc", Linear{2, false});
    return network;
}

CompressedNetwork smallCompressed()
{
    Network network = smallNetwork();
    network.setParameter(1, "weight", Tensor(Shape{3, 2, 1, 1}, std::vector<float>{1, -2, 3, -4, 5, 0.1F}));
    network.setParameter(1, "bias", Tensor(Shape{3}, std::vector<float>{0, -0.0F, 1e-40F}));
    network.setParameter(3, "weight", Tensor(Shape{2, 3}, std::vector<float>{6, 5, 4, 3, 2, 1}));
    CompressedNetwork result;
    result.network = std::make_shared<const Network>(network);
    for (const WeightLayer& layer : weightLayers(network)) {
        result.layers.push_back({layer, LayerMask::dense(layer.filters, layer.columns), std::nullopt});
    }
    result.layers[0].mask.rows = {1, 0, 1};
    result.layers[0].mask.elements = {1, 1, 0, 0, 0, 1};
    result.layers[1].mask.columns = {0, 1, 1};
    result.layers[1].levels = LayerLevels{LevelSet{{0.25F, 0.5F, 0.75F, 1.0F}, 3}, 0.3F};
    return result;
}

Checkpoint::Array& arrayOf(Checkpoint& arrays, const std::string& name)
{
    const auto found =
        std::find_if(arrays.arrays.begin(), arrays.arrays.end(), [&](const auto& array) { return array.name == name; });
    REQUIRE(found != arrays.arrays.end());
    return *found;
}

}  // namespace

TEST_CASE("weights, masks and levels come back from their arrays")
{
    const CompressedNetwork original = smallCompressed();
    const CompressedNetwork read = fromArrays(toArrays(original), smallNetwork());
    CHECK(networkHash(*read.network) == networkHash(*original.network));
    REQUIRE(read.layers.size() == 2);
    CHECK(read.layers[0].layer.name == "conv/a");
    CHECK(read.layers[0].mask == original.layers[0].mask);
    CHECK_FALSE(read.layers[0].levels);
    CHECK(read.layers[1].mask == original.layers[1].mask);
    REQUIRE(read.layers[1].levels);
    CHECK(read.layers[1].levels->set.magnitudes == std::vector<float>{0.25F, 0.5F, 0.75F, 1.0F});
    CHECK(read.layers[1].levels->set.bits == 3);
    CHECK(read.layers[1].levels->scale == 0.3F);
}

TEST_CASE("a network without values keeps only masks and levels")
{
    CompressedNetwork original = smallCompressed();
    original.network = std::make_shared<const Network>(smallNetwork());
    CHECK_FALSE(fromArrays(toArrays(original), smallNetwork()).network->hasWeights());
}

TEST_CASE("arrays that do not fit the network are refused by name")
{
    Checkpoint arrays = toArrays(smallCompressed());
    const auto failsWith = [&](const char* part) {
        CHECK_THROWS_WITH(fromArrays(arrays, smallNetwork()), Catch::Contains(part));
    };
    SECTION("a mask that is missing")
    {
        arrayOf(arrays, "mask_rows/fc").name = "other";
        failsWith("mask_rows/fc");
    }
    SECTION("a mask of a wrong size")
    {
        arrayOf(arrays, "mask_columns/fc").values.pop_back();
        failsWith("2 values instead of 3");
    }
    SECTION("a mask with other values than 0 and 1")
    {
        arrayOf(arrays, "mask_elements/conv/a").values[0] = 0.5F;
        failsWith("mask_elements/conv/a");
    }
    SECTION("weights of a wrong size")
    {
        arrayOf(arrays, "parameter/weight/fc").values.push_back(0.0F);
        failsWith("7 values instead of 6");
    }
    SECTION("levels that do not rise")
    {
        arrayOf(arrays, "level_magnitudes/fc").values[1] = 0.25F;
        failsWith("level_magnitudes/fc");
    }
    SECTION("too few levels for the bits")
    {
        arrayOf(arrays, "level_bits/fc").values[0] = 4.0F;
        failsWith("level_magnitudes/fc");
    }
    SECTION("a scale of zero")
    {
        arrayOf(arrays, "level_scale/fc").values[0] = 0.0F;
        failsWith("level_magnitudes/fc");
    }
}
