// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/adc.h"
#include "core/base/error.h"
#include "core/crossbar/simulator/input_format.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace mho;

TEST_CASE("Clipping ADC: one code a unit, the ends hold what is beyond")
{
    const Adc adc = makeAdc(AdcMode::Clip, 4, {.low = 0, .high = 40}, {.low = 0, .high = 40});
    CHECK(adc.code(0) == 0);
    CHECK(adc.code(15) == 15);
    CHECK(adc.code(16) == 15);
    CHECK(adc.step() == 1.0);
    const Adc pair = makeAdc(AdcMode::Clip, 4, {.low = -40, .high = 40}, {.low = -40, .high = 40});
    CHECK(pair.code(-9) == -8);
    CHECK(pair.code(9) == 7);
    // A range that fits need not be centred at 0.
    const Adc shifted = makeAdc(AdcMode::Clip, 4, {.low = -10, .high = 5}, {.low = -10, .high = 5});
    CHECK(shifted.code(-10) == -10);
    CHECK(shifted.code(5) == 5);
    CHECK(bitsFor({.low = -10, .high = 5}) == 4);
    CHECK(bitsFor({.low = -10, .high = 6}) == 5);
    CHECK(bitsFor({.low = 0, .high = 384}) == 9);
}

TEST_CASE("Rounding ADC: nearest code of the full-scale range, against floating point")
{
    for (int bits = 1; bits <= 8; ++bits) {
        for (const std::int64_t top : {1, 7, 100, 384, 30000}) {
            const Adc adc = makeAdc(AdcMode::Round, bits, {.low = 0, .high = top}, {.low = 0, .high = top});
            const double step = std::max(1.0, static_cast<double>(top) / (std::pow(2.0, bits) - 1.0));
            CHECK(adc.step() == Approx(step));
            for (std::int64_t sum = 0; sum <= top; sum += 1 + top / 50) {
                CHECK(std::abs(static_cast<double>(adc.code(sum)) * step - static_cast<double>(sum)) <= step / 2 * (1 + 1e-9));
            }
            CHECK(adc.code(2 * top + 1) ==
                  (static_cast<double>(2 * top + 1) < std::pow(2.0, bits) ? 2 * top + 1 : adc.highest));
        }
    }
    const Adc pair = makeAdc(AdcMode::Round, 3, {.low = -70, .high = 70}, {.low = -70, .high = 70});
    CHECK(pair.step() == 20.0);
    CHECK(pair.code(-30) == -2);  // halves away from zero
    CHECK(pair.code(30) == 2);
    CHECK(pair.code(29) == 1);
}

TEST_CASE("Inputs: bits a cycle, and the sign bit by itself")
{
    const InputFormat unsigned8{.bits = 8};
    CHECK(unsigned8.cycles(1).size() == 8);
    CHECK(unsigned8.cycles(3).size() == 3);
    CHECK(unsigned8.cycles(3).back().width == 2);
    const InputFormat signed8{.bits = 8, .isSigned = true};
    CHECK(signed8.cycles(1).size() == 8);
    CHECK(signed8.cycles(2).size() == 5);
    CHECK(signed8.cycles(2).back().weight() == -128);
    // The cycles of every number put it together again.
    for (int value = -127; value <= 127; ++value) {
        const auto pattern = static_cast<std::uint16_t>(value & 0xFF);
        CHECK(signed8.valueOf(pattern) == value);
        for (int dac = 1; dac <= 8; ++dac) {
            std::int64_t sum = 0;
            for (const InputCycle& cycle : signed8.cycles(dac)) {
                sum += cycle.weight() * ((pattern >> cycle.shift) & cycle.top());
            }
            CHECK(sum == value);
        }
    }
}

TEST_CASE("Inputs are rounded to the nearest step and clipped")
{
    const InputFormat format = inputFormatFor(0.0, 51.0, 8, "layer");
    CHECK_FALSE(format.isSigned);
    CHECK(format.scale == Approx(0.2));
    const std::vector<float> values{0.0F, 0.09F, 0.11F, 10.0F, 51.0F, 60.0F, -3.0F};
    std::vector<std::uint16_t> patterns(values.size());
    format.quantize(values, patterns.data());
    CHECK(patterns == std::vector<std::uint16_t>{0, 0, 1, 50, 255, 255, 0});
    const InputFormat both = inputFormatFor(-0.5, 12.7, 8, "layer");
    CHECK(both.isSigned);
    const std::vector<float> more{-0.5F, 12.7F, -20.0F, 0.04F};
    patterns.resize(more.size());
    both.quantize(more, patterns.data());
    CHECK(both.valueOf(patterns[0]) == -5);
    CHECK(both.valueOf(patterns[1]) == 127);
    CHECK(both.valueOf(patterns[2]) == -127);
    CHECK(both.valueOf(patterns[3]) == 0);
    CHECK_THROWS_AS(inputFormatFor(-1.0, 1.0, 1, "layer"), Error);
    CHECK(inputFormatFor(0.0, 0.0, 8, "layer").scale == 1.0);
}
