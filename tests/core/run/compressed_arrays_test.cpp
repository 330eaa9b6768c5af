// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/compressed_arrays.h"

#include "core/base/error.h"
#include "core/compress/quantizer.h"

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

/// One value of an array, or its number of values, becomes another.
void change(Checkpoint& arrays, const std::string& name, std::size_t index, float value)
{
    FloatArray& array = arrayOf(arrays, name).values;
    std::vector<float> values(array.begin(), array.end());
    values.at(index) = value;
    array = values;
}

void resize(Checkpoint& arrays, const std::string& name, std::size_t count)
{
    FloatArray& array = arrayOf(arrays, name).values;
    std::vector<float> values(array.begin(), array.end());
    values.resize(count);
    array = values;
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

TEST_CASE("levels of every quantiser come back from their arrays")
{
    for (const Quantizer* quantizer : quantizers()) {
        for (int bits = quantizer->leastBits(); bits <= quantizer->mostBits(); ++bits) {
            INFO(quantizer->name() << ", " << bits << " bits");
            CompressedNetwork original = smallCompressed();
            const auto weights = original.network->nodes()[3].parameter("weight")->values();
            original.layers[1].levels = quantizer->fit(bits, 0.1, weights, {});
            const CompressedNetwork read = fromArrays(toArrays(original), smallNetwork());
            REQUIRE(read.layers[1].levels);
            CHECK(read.layers[1].levels == original.layers[1].levels);
            CHECK(read.weights(1) == original.weights(1));
            CHECK(read.levelCodes(1) == original.levelCodes(1));
        }
    }
}

TEST_CASE("results of versions that knew device levels alone are read")
{
    Checkpoint arrays = toArrays(smallCompressed());
    std::erase_if(arrays.arrays, [](const Checkpoint::Array& array) {
        return array.name.starts_with("level_storage") || array.name.starts_with("level_steps") ||
               array.name.starts_with("level_zero");
    });
    CHECK(fromArrays(arrays, smallNetwork()).layers[1].levels == smallCompressed().layers[1].levels);
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
        resize(arrays, "mask_columns/fc", 2);
        failsWith("2 values instead of 3");
    }
    SECTION("a mask with other values than 0 and 1")
    {
        change(arrays, "mask_elements/conv/a", 0, 0.5F);
        failsWith("mask_elements/conv/a");
    }
    SECTION("weights of a wrong size")
    {
        resize(arrays, "parameter/weight/fc", 7);
        failsWith("7 values instead of 6");
    }
    SECTION("levels that do not rise")
    {
        change(arrays, "level_magnitudes/fc", 1, 0.25F);
        failsWith("level_magnitudes/fc");
    }
    SECTION("more levels than the bits of a code tell apart")
    {
        change(arrays, "level_storage_bits/fc", 0, 2.0F);
        failsWith("level_magnitudes/fc");
    }
    SECTION("bits and steps that are no whole numbers")
    {
        const char* kind = GENERATE("level_bits/fc", "level_storage_bits/fc", "level_steps/fc");
        change(arrays, kind, 0, GENERATE(-1.0F, 2.5F, 1e9F));
        failsWith("level_magnitudes/fc");
    }
    SECTION("magnitudes that are no multiples of the step")
    {
        change(arrays, "level_steps/fc", 0, 3.0F);
        failsWith("no multiple");
    }
    SECTION("multiples beyond the bits")
    {
        change(arrays, "level_steps/fc", 0, 4.0F);  // 1/4 to 4/4 take 3 bits and a sign
        failsWith("no multiple");
    }
    SECTION("a zero beyond the smallest level")
    {
        change(arrays, "level_zero_below/fc", 0, 0.08F);
        failsWith("zero reaches");
    }
    SECTION("a scale of zero")
    {
        change(arrays, "level_scale/fc", 0, 0.0F);
        failsWith("level_magnitudes/fc");
    }
}
