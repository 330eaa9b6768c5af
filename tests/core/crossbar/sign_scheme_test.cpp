// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/sign_scheme.h"
#include "core/base/error.h"

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace mho;

TEST_CASE("Every scheme gives the product back, for all weights of 2 to 9 bits")
{
    for (const SignScheme* scheme : signSchemes()) {
        INFO(scheme->name());
        for (int bits = 2; bits <= 9; ++bits) {
            const int top = (1 << (bits - 1)) - 1;
            const auto limit = std::uint32_t{1} << static_cast<unsigned>(scheme->codeBits(bits));
            for (int weight = -top; weight <= top; ++weight) {
                const auto codes = scheme->encode(weight, bits);
                CHECK(codes[0] < limit);
                CHECK(codes[1] < limit);
                // One row with input 3.
                std::int64_t product =
                    3 * (std::int64_t{codes[0]} - std::int64_t{codes[1]}) + scheme->inputCoefficient(bits) * 3;
                if (scheme->byFragments() && weight < 0) {
                    product = -product;
                }
                CHECK(product == 3 * weight);
            }
            if (scheme->zeroIsZeroCurrent()) {
                CHECK(scheme->encode(0, bits) == std::array<std::uint32_t, 2>{0, 0});
            } else {
                CHECK(scheme->encode(0, bits)[0] + scheme->encode(0, bits)[1] > 0);
            }
        }
    }
}

TEST_CASE("ISQED'21: a zero weight sets both cells to the top, so zeros draw the most current")
{
    const SignScheme& scheme = findSignScheme("isqed21");
    CHECK(scheme.encode(0, 8) == std::array<std::uint32_t, 2>{127, 127});
    CHECK(scheme.encode(127, 8) == std::array<std::uint32_t, 2>{127, 0});
    CHECK(scheme.encode(-127, 8) == std::array<std::uint32_t, 2>{0, 127});
}

TEST_CASE("ISAAC stores a 16-bit weight with a bias of 2^15")
{
    const SignScheme& scheme = findSignScheme("offset");
    CHECK(scheme.encode(0, 16)[0] == 32768);
    CHECK(scheme.encode(-32767, 16)[0] == 1);
    CHECK(scheme.inputCoefficient(16) == -32768);
    CHECK(scheme.unitColumns() == 1);
}

TEST_CASE("An unknown scheme is refused with the names there are")
{
    CHECK_THROWS_WITH(findSignScheme("twins"), Catch::Contains("two-arrays") && Catch::Contains("fragment-sign"));
}
