// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/levels.h"
#include "core/base/error.h"
#include "core/base/random.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

double squaredError(const mho::LevelSet& set, float scale, const std::vector<float>& weights,
                    const std::vector<std::uint8_t>& kept)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] != 0.0F && (kept.empty() || kept[i] != 0)) {
            const double error = static_cast<double>(weights[i]) - static_cast<double>(set.quantize(weights[i], scale));
            sum += error * error;
        }
    }
    return sum;
}

}  // namespace

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

TEST_CASE("The scale found is as good as the best of a fine grid")
{
    for (const int bits : {2, 3, 5, 8}) {
        const mho::LevelSet set = mho::deviceLevels(bits, 0.1);
        for (std::uint64_t seed = 0; seed < 4; ++seed) {
            mho::RandomStream random{seed, 3};
            std::vector<float> weights(3000);
            std::vector<std::uint8_t> kept(weights.size());
            float largest = 0.0F;
            for (std::size_t i = 0; i < weights.size(); ++i) {
                weights[i] = static_cast<float>(0.05 * random.normal());
                kept[i] = random.below(3) != 0 ? 1 : 0;
                largest = kept[i] != 0 ? std::max(largest, std::abs(weights[i])) : largest;
            }
            const float scale = mho::searchScale(set, weights, kept);
            double best = std::numeric_limits<double>::infinity();
            for (int step = 1; step <= 1000; ++step) {
                best =
                    std::min(best, squaredError(set, largest * (0.15F + 0.00105F * static_cast<float>(step)), weights, kept));
            }
            INFO(bits << " bits, seed " << seed);
            CHECK(squaredError(set, scale, weights, kept) <= best * 1.005);
        }
    }
}

TEST_CASE("Weights that are levels already give their scale back; pruned weights and zeros do not count")
{
    const mho::LevelSet set = mho::deviceLevels(4, 0.1);
    std::vector<float> weights;
    std::vector<std::uint8_t> kept;
    for (const float magnitude : set.magnitudes) {
        weights.insert(weights.end(), {0.5F * magnitude, -0.5F * magnitude, 0.0F, 9.0F});
        kept.insert(kept.end(), {1, 1, 1, 0});
    }
    const float scale = mho::searchScale(set, weights, kept);
    CHECK(static_cast<double>(scale) == Approx(0.5).epsilon(2e-3));
    CHECK(mho::searchScale(set, weights, std::vector<std::uint8_t>(weights.size(), 0)) == 1.0F);
    CHECK(mho::searchScale(set, {}, {}) == 1.0F);
}
