// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/scale_search.h"
#include "core/base/random.h"
#include "core/compress/quantizer.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace mho;

namespace {

double squaredError(const LevelSet& set, float scale, const std::vector<float>& weights, const std::vector<std::uint8_t>& kept)
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

TEST_CASE("The scale found is as good as the best of a dense scan, ADMM-NN's included")
{
    for (const char* name : {"device", "equal-interval"}) {
        for (const int bits : {2, 3, 5, 8}) {
            const LevelSet set = findQuantizer(name).levels(bits, 0.1);
            for (std::uint64_t seed = 0; seed < 6; ++seed) {
                RandomStream random{seed, 3};
                std::vector<float> weights(seed < 3 ? 3000 : 200);
                std::vector<std::uint8_t> kept(weights.size());
                float largest = 0.0F;
                for (std::size_t i = 0; i < weights.size(); ++i) {
                    weights[i] = static_cast<float>(0.05 * random.normal());
                    kept[i] = random.below(3) != 0 ? 1 : 0;
                    largest = kept[i] != 0 ? std::max(largest, std::abs(weights[i])) : largest;
                }
                const double found = squaredError(set, searchScale(set, weights, kept), weights, kept);
                INFO(name << ", " << bits << " bits, seed " << seed);
                double scanned = std::numeric_limits<double>::infinity();
                double everywhere = std::numeric_limits<double>::infinity();
                for (int step = 50; step <= 1500; ++step) {
                    const double error = squaredError(set, largest * 0.001F * static_cast<float>(step), weights, kept);
                    everywhere = std::min(everywhere, error);
                    scanned = step >= 900 && step <= 1100 ? std::min(scanned, error) : scanned;
                }
                CHECK(found <= scanned * 1.0005);
                CHECK(found <= everywhere * 1.002);
            }
        }
    }
}

TEST_CASE("One level on each side: the mean magnitude is the best scale")
{
    const LevelSet set = findQuantizer("equal-interval").levels(2, 0.0);
    std::vector<float> weights(1000, 0.01F);
    weights[3] = -5.0F;  // far below 0.15 of the largest
    double sum = 0.0;
    for (const float weight : weights) {
        sum += std::abs(static_cast<double>(weight));
    }
    CHECK(static_cast<double>(searchScale(set, weights, {})) == Approx(sum / 1000.0));
}

TEST_CASE("Weights that are levels already give their scale back; pruned weights and zeros do not count")
{
    RandomStream random{4};
    for (const char* name : {"device", "equal-interval"}) {
        for (const int bits : {4, 6, 9}) {
            const LevelSet set = findQuantizer(name).levels(bits, 0.1);
            for (int trial = 0; trial < 20; ++trial) {
                const auto scale = static_cast<float>(random.uniform(0.001, 3.0));
                std::vector<float> weights;
                std::vector<std::uint8_t> kept;
                for (const float magnitude : set.magnitudes) {
                    weights.insert(weights.end(), {scale * magnitude, -scale * magnitude, 0.0F, 9.0F});
                    kept.insert(kept.end(), {1, 1, 1, 0});
                }
                const float found = searchScale(set, weights, kept);
                CHECK(static_cast<double>(found) == Approx(static_cast<double>(scale)).epsilon(1.2e-7));
                for (std::size_t i = 0; i < weights.size(); i += 4) {
                    CHECK(set.quantize(weights[i], found) == weights[i]);
                }
            }
            CHECK(searchScale(set, std::vector<float>(4, 1.0F), std::vector<std::uint8_t>(4, 0)) == 1.0F);
        }
    }
    CHECK(searchScale(findQuantizer("device").levels(4, 0.1), {}, {}) == 1.0F);
}
