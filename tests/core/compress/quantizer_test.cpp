// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/quantizer.h"
#include "core/base/error.h"
#include "core/base/random.h"
#include "core/network/compressed_network.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

using namespace mho;

namespace {

constexpr double kFloor = 0.1;

struct Sample {
    std::vector<float> weights;
    std::vector<std::uint8_t> kept;

    std::vector<float> quantized(const LayerLevels& levels) const
    {
        std::vector<float> result(weights.size(), 0.0F);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            result[i] = kept[i] != 0 ? levels.quantize(weights[i]) : 0.0F;
        }
        return result;
    }
    double squaredError(const LayerLevels& levels) const
    {
        double sum = 0.0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (kept[i] != 0 && weights[i] != 0.0F) {
                const double error = static_cast<double>(weights[i]) - static_cast<double>(levels.quantize(weights[i]));
                sum += error * error;
            }
        }
        return sum;
    }
};

/// Normal weights of any size, some zero, some pruned.
Sample sample(std::size_t count, RandomStream& random)
{
    Sample result;
    const double width = std::pow(10.0, random.uniform(-4.0, 2.0));
    for (std::size_t i = 0; i < count; ++i) {
        result.weights.push_back(random.below(10) == 0 ? 0.0F : static_cast<float>(width * random.normal()));
        result.kept.push_back(random.below(4) != 0 ? 1 : 0);
    }
    result.weights[0] = static_cast<float>(width);
    result.kept[0] = 1;
    return result;
}

/// Every value the layer can hold, by its definition.
std::vector<float> values(const LayerLevels& levels)
{
    std::vector<float> result;
    if (levels.hasZero()) {
        result.push_back(0.0F);
    }
    for (const float magnitude : levels.set.magnitudes) {
        result.push_back(magnitude * levels.scale);
        result.push_back(-magnitude * levels.scale);
    }
    return result;
}

template <typename Check>
void forEachSet(const Check& check)
{
    for (const Quantizer* quantizer : quantizers()) {
        for (int bits = quantizer->leastBits(); bits <= std::min(9, quantizer->mostBits()); ++bits) {
            INFO(quantizer->name() << ", " << bits << " bits");
            check(*quantizer, bits);
        }
    }
}

}  // namespace

TEST_CASE("Quantisers: names, order and the sets they promise")
{
    std::vector<std::string> names;
    for (const Quantizer* quantizer : quantizers()) {
        names.emplace_back(quantizer->name());
        CHECK(&findQuantizer(quantizer->name()) == quantizer);
        CHECK_FALSE(quantizer->description().empty());
    }
    CHECK(names == std::vector<std::string>{"device", "equal-interval", "fixed-point", "power-of-two", "binary", "ternary"});
    CHECK_THROWS_WITH(findQuantizer("octal"), Catch::Contains("octal") && Catch::Contains("power-of-two"));
    forEachSet([](const Quantizer& quantizer, int bits) {
        const LevelSet set = quantizer.levels(bits, kFloor);
        CHECK(set.isAnalog() == quantizer.isAnalog());
        CHECK(set.bitsInMemory() == bits);
        CHECK(set.bits <= 17);
        REQUIRE_FALSE(set.magnitudes.empty());
        CHECK(set.magnitudes.front() > 0.0F);
        CHECK(set.magnitudes.back() <= 1.0F);
        CHECK(std::is_sorted(set.magnitudes.begin(), set.magnitudes.end(), std::less_equal<>()));
        for (std::size_t i = 0; !set.isAnalog() && i < set.magnitudes.size(); ++i) {
            CHECK(set.magnitudes[i] == static_cast<float>(set.multiple(i)) / static_cast<float>(set.steps));
            CHECK(set.multiple(i) < 1 << (set.bits - 1));
        }
    });
}

TEST_CASE("Quantisers refuse bits out of range")
{
    for (const Quantizer* quantizer : quantizers()) {
        for (const int bits : {quantizer->leastBits() - 1, quantizer->mostBits() + 1, -3, 40}) {
            INFO(quantizer->name() << ", " << bits << " bits");
            CHECK_THROWS_AS(quantizer->levels(bits, kFloor), Error);
            CHECK_THROWS_AS(quantizer->fit(bits, kFloor, {}, {}), Error);
        }
    }
}

TEST_CASE("Level sets by hand")
{
    const LevelSet equal = findQuantizer("equal-interval").levels(3, 0.0);
    CHECK(equal.magnitudes == std::vector<float>{1.0F / 3.0F, 2.0F / 3.0F, 1.0F});
    // S2's LeNet-5: 63, 31, 7 and 31 levels on each side.
    CHECK(findQuantizer("equal-interval").levels(7, 0.0).magnitudes.size() == 63);
    CHECK(findQuantizer("equal-interval").levels(4, 0.0).magnitudes.size() == 7);
    CHECK(findQuantizer("fixed-point").levels(3, 0.0).magnitudes == std::vector<float>{0.25F, 0.5F, 0.75F});
    CHECK(findQuantizer("fixed-point").levels(16, 0.0).multiple(32766) == 32767);
    const LevelSet powers = findQuantizer("power-of-two").levels(3, 0.0);
    CHECK(powers.magnitudes == std::vector<float>{0.25F, 0.5F, 1.0F});
    CHECK((powers.bits == 4 && powers.bitsInMemory() == 3 && powers.multiple(2) == 4));
    CHECK(findQuantizer("power-of-two").levels(5, 0.0).multiple(14) == 16384);
    const LevelSet binary = findQuantizer("binary").levels(1, 0.0);
    CHECK((binary.magnitudes == std::vector<float>{1.0F} && binary.bits == 2 && binary.bitsInMemory() == 1));
    CHECK((findQuantizer("ternary").followsWeights() && findQuantizer("binary").followsWeights()));
    CHECK(findQuantizer("ternary").gradientLimit() == 1.0F);
}

TEST_CASE("Every weight takes the nearest value its layer can hold")
{
    RandomStream random{31};
    forEachSet([&](const Quantizer& quantizer, int bits) {
        for (int trial = 0; trial < 5; ++trial) {
            const Sample weights = sample(200, random);
            const LayerLevels levels = quantizer.fit(bits, kFloor, weights.weights, weights.kept);
            REQUIRE(levels.scale > 0.0F);
            const std::vector<float> all = values(levels);
            for (std::size_t i = 0; i < weights.weights.size(); ++i) {
                const double weight = weights.weights[i];
                const double found = levels.quantize(weights.weights[i]);
                if (quantizer.name() == "ternary") {
                    // Its zero reaches to D, not half-way.
                    CHECK(found ==
                          (std::abs(weights.weights[i]) < levels.zeroBelow ? 0.0 : std::copysign(levels.scale, weight)));
                    continue;
                }
                double nearest = std::numeric_limits<double>::infinity();
                for (const float value : all) {
                    nearest = std::min(nearest, std::abs(weight - static_cast<double>(value)));
                }
                CHECK(std::abs(weight - found) <= nearest + 2e-7 * std::abs(weight));
                CHECK(std::count(all.begin(), all.end(), static_cast<float>(found)) == 1);
            }
        }
    });
}

TEST_CASE("Values on levels stay the same to the bit, and a second fit changes nothing")
{
    RandomStream random{32};
    forEachSet([&](const Quantizer& quantizer, int bits) {
        for (int trial = 0; trial < 20; ++trial) {
            const Sample weights = sample(trial < 10 ? 12 : 400, random);
            const LayerLevels levels = quantizer.fit(bits, kFloor, weights.weights, weights.kept);
            for (const float value : values(levels)) {
                CHECK(levels.quantize(value) == value);
                CHECK(std::signbit(levels.quantize(value)) == (value < 0.0F));
            }
            const Sample on{weights.quantized(levels), weights.kept};
            const LayerLevels again = quantizer.fit(bits, kFloor, on.weights, on.kept);
            for (std::size_t i = 0; i < on.weights.size(); ++i) {
                if (on.kept[i] != 0) {
                    REQUIRE(again.quantize(on.weights[i]) == on.weights[i]);
                }
            }
            const bool manyLevels = trial >= 10;
            if (quantizer.name() == "ternary") {
                CHECK(again.scale == levels.scale);
                CHECK(again.zeroBelow <= levels.zeroBelow);
            } else if (!levels.set.isAnalog() || manyLevels) {
                // Few weights on levels may lie on those of another scale too.
                const bool unique = manyLevels || quantizer.name() != "equal-interval";
                CHECK((!unique || again.scale == Approx(static_cast<double>(levels.scale)).epsilon(3e-7)));
                CHECK((!levels.hasZero() || again == levels));
            }
        }
    });
}

TEST_CASE("Zeros and pruned weights do not count in a fit")
{
    RandomStream random{33};
    forEachSet([&](const Quantizer& quantizer, int bits) {
        const Sample weights = sample(150, random);
        const LayerLevels levels = quantizer.fit(bits, kFloor, weights.weights, weights.kept);
        std::vector<float> counted;
        Sample other = weights;
        for (std::size_t i = 0; i < weights.weights.size(); ++i) {
            if (weights.kept[i] != 0 && weights.weights[i] != 0.0F) {
                counted.push_back(weights.weights[i]);
            } else if (weights.kept[i] == 0) {
                other.weights[i] = 1e6F;
            }
        }
        CHECK(quantizer.fit(bits, kFloor, counted, {}) == levels);
        CHECK(quantizer.fit(bits, kFloor, other.weights, other.kept) == levels);
        const LayerLevels none = quantizer.fit(bits, kFloor, weights.weights, std::vector<std::uint8_t>(150, 0));
        CHECK(none.scale == 1.0F);
        CHECK(none.hasZero() == levels.hasZero());
        CHECK(none == quantizer.fit(bits, kFloor, {}, {}));
    });
}

TEST_CASE("Scales that are powers of two: no other power is better")
{
    RandomStream random{34};
    for (const char* name : {"fixed-point", "power-of-two"}) {
        const Quantizer& quantizer = findQuantizer(name);
        for (int bits = 2; bits <= 5; ++bits) {
            for (int trial = 0; trial < 20; ++trial) {
                const Sample weights = sample(trial < 10 ? 7 : 300, random);
                const LayerLevels levels = quantizer.fit(bits, 0.0, weights.weights, weights.kept);
                INFO(name << ", " << bits << " bits, scale " << levels.scale);
                int exponent = 0;
                CHECK(std::frexp(levels.scale, &exponent) == 0.5F);
                CHECK(levels.zeroBelow == 0.5F * levels.scale * levels.set.magnitudes.front());
                const double found = weights.squaredError(levels);
                for (int other = exponent - 30; other <= exponent + 30; ++other) {
                    LayerLevels tried = levels;
                    tried.scale = std::ldexp(1.0F, other);
                    tried.zeroBelow = 0.5F * tried.scale * levels.set.magnitudes.front();
                    CHECK(found <= weights.squaredError(tried) * (1.0 + 1e-12));
                }
            }
        }
    }
}

TEST_CASE("Binary and ternary scales by hand, and the best for their signs and support")
{
    const LayerLevels binary =
        findQuantizer("binary").fit(1, 0.0, std::vector<float>{1.0F, -3.0F, 0.0F, 8.0F}, std::vector<std::uint8_t>{1, 1, 1, 0});
    CHECK((binary.scale == 2.0F && !binary.hasZero()));
    const std::vector<float> weights{1.0F, -0.04F, 0.05F, -0.5F, 0.0F, 0.049F, 7.0F};
    const LayerLevels ternary = findQuantizer("ternary").fit(2, 0.0, weights, std::vector<std::uint8_t>{1, 1, 1, 1, 1, 1, 0});
    CHECK(ternary.zeroBelow == 0.05F);
    CHECK(static_cast<double>(ternary.scale) == Approx(1.55 / 3.0));
    CHECK(ternary.quantize(0.05F) == ternary.scale);
    CHECK(ternary.quantize(-0.049F) == 0.0F);
    RandomStream random{35};
    for (const char* name : {"binary", "ternary"}) {
        const Quantizer& quantizer = findQuantizer(name);
        const Sample drawn = sample(500, random);
        LayerLevels levels = quantizer.fit(quantizer.leastBits(), 0.0, drawn.weights, drawn.kept);
        const double best = drawn.squaredError(levels);
        for (const float factor : {0.9F, 0.99F, 1.01F, 1.1F}) {
            LayerLevels other = levels;
            other.scale *= factor;
            CHECK(best < drawn.squaredError(other));
        }
    }
}
