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
}
