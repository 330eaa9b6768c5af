// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/levels.h"
#include "core/base/error.h"

#include <catch2/catch.hpp>

TEST_CASE("Levels are the middles of equal conductance intervals")
{
    const mho::LevelSet set = mho::deviceLevels(5, 0.1);
    REQUIRE(set.magnitudes.size() == 16);
    CHECK(set.bits == 5);
    for (int i = 0; i < 16; ++i) {
        CHECK(static_cast<double>(set.magnitudes[static_cast<std::size_t>(i)]) == Approx(0.1 + (i + 0.5) * 0.05625));
    }
    const mho::LevelSet sign = mho::deviceLevels(2, 0.0);
    CHECK(sign.magnitudes == std::vector<float>{0.25F, 0.75F});
    CHECK_THROWS_AS(mho::deviceLevels(1, 0.1), mho::Error);
    CHECK_THROWS_AS(mho::deviceLevels(10, 0.1), mho::Error);
    CHECK_THROWS_AS(mho::deviceLevels(5, 1.0), mho::Error);
    CHECK_THROWS_AS(mho::deviceLevels(5, -0.1), mho::Error);
}
