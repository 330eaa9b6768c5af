// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/adc_bits.h"

#include <catch2/catch.hpp>

using namespace mho;

TEST_CASE("ADC bits by rule, 1-bit DAC and 2-bit cells (ISAAC, FORMS)")
{
    CrossbarOptions crossbar;
    const auto bits = [&](std::int64_t cells, std::int64_t rows, bool isSigned = false) {
        return adcBits({.cells = cells, .rows = rows, .isSigned = isSigned}, crossbar, 2);
    };
    crossbar.adcRule = AdcRule::Exact;
    CHECK(bits(128, 128) == 9);
    CHECK(bits(8, 8) == 5);  // FORMS' 4 bits at 8 rows are one under the lossless bound
    CHECK(bits(1, 128) == 2);
    CHECK(bits(0, 128) == 0);
    CHECK(bits(128, 128, true) == 10);
    crossbar.adcRule = AdcRule::Isaac;
    // log2 R + v + w - 1; the same as the exact rule for v = 1, w = 2 and powers of two.
    for (std::int64_t rows = 1; rows <= 128; rows *= 2) {
        CHECK(bits(rows, rows) == adcBits(rows, 1, 2));
    }
    crossbar.dacBits = 2;
    CHECK(bits(128, 128) == 7 + 2 + 2);
    crossbar.dacBits = 1;
    crossbar.adcRule = AdcRule::Flipped;
    // ISAAC's 8 bits at 128 rows: the row "A - 1" of the table.
    for (std::int64_t rows = 128, expected = 8; rows >= 2; rows /= 2, --expected) {
        CHECK(bits(rows, rows) == expected);
    }
    // With 1-bit cells the unit column, 128 ones, sets the bits.
    CHECK(adcBits({.cells = 128, .rows = 128}, crossbar, 1) == 8);
    crossbar.adcBits = 5;
    CHECK(bits(128, 128) == 5);
    CHECK(bits(0, 0) == 0);
}
