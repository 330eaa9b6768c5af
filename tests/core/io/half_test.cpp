// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/half.h"

#include "core/base/random.h"

#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <limits>

using namespace mho;

TEST_CASE("Half-precision numbers by hand (IEEE 754 binary16)")
{
    CHECK(floatFromHalf(0x3c00) == 1.0F);
    CHECK(floatFromHalf(0xc000) == -2.0F);
    CHECK(floatFromHalf(0x7bff) == 65504.0F);
    CHECK(floatFromHalf(0x0001) == 0x1p-24F);
    CHECK(floatFromHalf(0x0400) == 0x1p-14F);
    CHECK(floatFromHalf(0x3555) == 0.333251953125F);
    CHECK(std::signbit(floatFromHalf(0x8000)));
    CHECK(floatFromHalf(0xfc00) == -std::numeric_limits<float>::infinity());
    CHECK(std::isnan(floatFromHalf(0x7e00)));

    CHECK(halfFromFloat(65519.0F) == 0x7bff);
    CHECK(halfFromFloat(65520.0F) == 0x7c00);
    CHECK(halfFromFloat(1.0F + 0x1p-11F) == 0x3c00);      // half-way: to even
    CHECK(halfFromFloat(1.0F + 3 * 0x1p-11F) == 0x3c02);  // half-way: to even
    CHECK(halfFromFloat(2.0F - 0x1p-12F) == 0x4000);      // rounds up over the exponent
    CHECK(halfFromFloat(0x1p-14F - 0x1p-26F) == 0x0400);  // the largest subnormal rounds up to the smallest normal
    CHECK(halfFromFloat(0x1p-25F) == 0x0000);             // half-way to the smallest: to even
    CHECK(halfFromFloat(0x1.8p-24F) == 0x0002);
    CHECK(std::isnan(floatFromHalf(halfFromFloat(NAN))));
}

TEST_CASE("Every half survives the way to float and back, and every float goes to the nearest half")
{
    for (std::uint32_t bits = 0; bits < 0x10000; ++bits) {
        const float value = floatFromHalf(static_cast<std::uint16_t>(bits));
        if (!std::isnan(value)) {
            REQUIRE(halfFromFloat(value) == bits);
        }
    }
    RandomStream stream{3};
    for (int i = 0; i < 200'000; ++i) {
        const auto value = static_cast<float>(std::ldexp(stream.uniform(0.5, 1.0), static_cast<int>(stream.below(42)) - 25));
        if (value >= 65504.0F) {
            continue;
        }
        const std::uint16_t bits = halfFromFloat(value);
        const double error = std::abs(static_cast<double>(floatFromHalf(bits)) - value);
        REQUIRE(error <= std::abs(static_cast<double>(floatFromHalf(static_cast<std::uint16_t>(bits + 1))) - value));
        if (bits > 0) {
            REQUIRE(error <= std::abs(static_cast<double>(floatFromHalf(static_cast<std::uint16_t>(bits - 1))) - value));
        }
    }
}

TEST_CASE("bfloat16 is the upper half of a float, rounded to even")
{
    CHECK(floatFromBfloat16(0x3f80) == 1.0F);
    CHECK(floatFromBfloat16(0xc049) == -3.140625F);
    CHECK(bfloat16FromFloat(std::bit_cast<float>(0x3f808000U)) == 0x3f80);
    CHECK(bfloat16FromFloat(std::bit_cast<float>(0x3f818000U)) == 0x3f82);
    CHECK(bfloat16FromFloat(std::bit_cast<float>(0x3f808001U)) == 0x3f81);
    CHECK(bfloat16FromFloat(std::numeric_limits<float>::max()) == 0x7f80);
    CHECK(std::isnan(floatFromBfloat16(bfloat16FromFloat(std::bit_cast<float>(0x7f800001U)))));
}
