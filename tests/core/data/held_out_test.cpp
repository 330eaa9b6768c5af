// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/held_out.h"

#include "core/base/error.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mho;

TEST_CASE("Held-out images and training images part the set")
{
    const TrainingSplit split = splitTraining(60'000, 7);
    CHECK(split.heldOut.size() == 5000);
    CHECK(split.train.size() == 55'000);
    CHECK(std::is_sorted(split.train.begin(), split.train.end()));
    CHECK(std::is_sorted(split.heldOut.begin(), split.heldOut.end()));
    std::vector<std::uint32_t> all = split.train;
    all.insert(all.end(), split.heldOut.begin(), split.heldOut.end());
    std::sort(all.begin(), all.end());
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        REQUIRE(all[i] == i);
    }
    // Spread over the set: 2500 of either half expected, deviation 34.
    const auto low = std::lower_bound(split.heldOut.begin(), split.heldOut.end(), 30'000U) - split.heldOut.begin();
    CHECK(std::abs(low - 2500) < 200);
}

TEST_CASE("The split follows from the seed")
{
    CHECK(splitTraining(100, 1, 20).heldOut == splitTraining(100, 1, 20).heldOut);
    CHECK(splitTraining(100, 1, 20).heldOut != splitTraining(100, 2, 20).heldOut);
    CHECK(splitTraining(100, 1, 0).train.size() == 100);
    CHECK(splitTraining(100, 1, 50).train.size() == 50);
    CHECK_THROWS_AS(splitTraining(100, 1, 51), Error);
}
