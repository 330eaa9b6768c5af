// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/level_set.h"
#include "core/network/compressed_network.h"
#include "core/network/mask.h"

#include <catch2/catch.hpp>

using namespace mho;

TEST_CASE("Levels: ties go down, ends clamp, signs stay")
{
    const LevelSet set{{0.25F, 0.5F, 1.0F}, 3};
    CHECK(set.nearest(0.0F, 1.0F) == 0);
    CHECK(set.nearest(0.375F, 1.0F) == 0);
    CHECK(set.nearest(0.376F, 1.0F) == 1);
    CHECK(set.nearest(0.75F, 1.0F) == 1);
    CHECK(set.nearest(9.0F, 1.0F) == 2);
    CHECK(set.quantize(-0.9F, 2.0F) == -1.0F);
    CHECK(set.quantize(-9.0F, 2.0F) == -2.0F);
    CHECK(set.quantize(0.0F, 2.0F) == 0.5F);
    CHECK(set.quantize(-0.0F, 2.0F) == 0.5F);
}

TEST_CASE("Layer levels with a zero: what lies below the bound is zero, levels stay levels, codes tell them apart")
{
    const LayerLevels levels{{{0.25F, 0.5F, 1.0F}, 4, 3, 4}, 2.0F, 0.25F};
    CHECK((levels.hasZero() && levels.codes() == 7 && levels.set.bitsInMemory() == 3 && !levels.set.isAnalog()));
    CHECK((levels.set.multiple(0) == 1 && levels.set.multiple(1) == 2 && levels.set.multiple(2) == 4));
    const std::vector<float> weights{0.0F, -0.0F, 0.2499F, -0.2499F, 0.25F, -0.25F, 0.76F, -1.4F, 9.0F};
    const std::vector<float> quantized{0.0F, 0.0F, 0.0F, 0.0F, 0.5F, -0.5F, 1.0F, -1.0F, 2.0F};
    const std::vector<std::int16_t> codes{0, 0, 0, 0, 1, -1, 2, -2, 3};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        INFO(weights[i]);
        CHECK(levels.quantize(weights[i]) == quantized[i]);
        CHECK(levels.quantize(quantized[i]) == quantized[i]);
        CHECK(levels.code(weights[i]) == codes[i]);
        CHECK(levels.code(quantized[i]) == codes[i]);
    }
}

TEST_CASE("Layer levels without a zero: zero takes the smallest positive level")
{
    const LayerLevels levels{{{0.25F, 1.0F}, 2}, 2.0F};
    CHECK((!levels.hasZero() && levels.codes() == 4 && levels.set.bitsInMemory() == 2 && levels.set.isAnalog()));
    CHECK(levels.quantize(0.0F) == 0.5F);
    CHECK((levels.code(0.0F) == 1 && levels.code(-0.1F) == -1 && levels.code(-7.0F) == -2));
}

TEST_CASE("Masks count, expand and intersect")
{
    LayerMask mask = LayerMask::dense(2, 3);
    CHECK(mask.keptWeights() == 6);
    mask.columns[1] = 0;
    CHECK(mask.keptWeights() == 4);
    LayerMask other = LayerMask::dense(2, 3);
    other.elements = {0, 1, 1, 1, 1, 1};
    const LayerMask both = mask & other;
    CHECK(both.expanded() == std::vector<std::uint8_t>{0, 0, 1, 1, 0, 1});
    CHECK(both.keptWeights() == 3);
    CHECK(both.keptColumns() == 2);
    CHECK(both.keptRows() == 2);
    CHECK_FALSE(both.kept(0, 0));
    CHECK(both.kept(1, 2));
}

TEST_CASE("Compressed weights, codes and ratios")
{
    Network net("n", {2});
    net.add("fc", Linear{.features = 2, .bias = false});
    net.setParameter(1, "weight", Tensor({2, 2}, {0.9F, -0.3F, 0.1F, -1.0F}));
    CompressedNetwork compressed = uncompressed(std::make_shared<const Network>(net));
    CHECK(compressed.weights(0) == std::vector<float>{0.9F, -0.3F, 0.1F, -1.0F});
    compressed.layers[0].mask.elements = {1, 1, 0, 0};
    compressed.layers[0].levels = LayerLevels{{{0.25F, 1.0F}, 2}, 1.0F};
    CHECK(compressed.weights(0) == std::vector<float>{1.0F, -0.25F, 0.0F, 0.0F});
    CHECK(compressed.levelCodes(0) == std::vector<std::int16_t>{2, -1, 0, 0});
    CHECK(compressed.ratioAll() == 2.0);
    // A kept weight at the level zero has code 0 and stays kept.
    compressed.layers[0].mask.elements = {1, 1, 1, 0};
    compressed.layers[0].levels->zeroBelow = 0.2F;
    CHECK(compressed.weights(0) == std::vector<float>{1.0F, -0.25F, 0.0F, 0.0F});
    CHECK(compressed.levelCodes(0) == std::vector<std::int16_t>{2, -1, 0, 0});
    CHECK(compressed.counts().kept == 3);
}
