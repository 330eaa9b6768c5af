// SPDX-License-Identifier: GPL-3.0-or-later
// Every published number of the ADC laws, to its printed digits.
#include "core/cost/adc_law.h"
#include "core/base/error.h"

#include <catch2/catch.hpp>

#include <random>
#include <utility>

using namespace mho;
using Catch::Matchers::Contains;

namespace {

AdcContext at(double nodeNm, double rateHz)
{
    AdcContext context;
    context.nodeNm = nodeNm;
    context.rateHz = rateHz;
    return context;
}

double picojoule(const AdcLaw& law, int bits, const AdcContext& context = {})
{
    return law.at(bits, context).energyJ * 1e12;
}

double um2(const AdcLaw& law, int bits, const AdcContext& context = {})
{
    return law.at(bits, context).areaMm2.value() * 1e6;
}

/// A printed number allows half a unit of its last digit.
Approx printed(double value, double lastDigit)
{
    return Approx(value).margin(0.500001 * lastDigit).epsilon(0.0);
}

}  // namespace

TEST_CASE("FORMS: 0.475 mW and 285 um2 at 4 bits, and the table from 3 to 10 bits")
{
    const AdcLaw forms = loadAdcLaw("forms");
    CHECK(forms.at(4).powerW == Approx(0.475e-3).epsilon(1e-12));
    CHECK(um2(forms, 4) == Approx(285.0).epsilon(1e-12));
    // 32 of them in FORMS, Table III: 15.2 mW; printed 0.0091 mm2, the law's share of 0.4 gives 9120 um2.
    CHECK(32 * forms.at(4).powerW == Approx(15.2e-3).epsilon(1e-12));
    CHECK(32 * um2(forms, 4) == Approx(9120.0).epsilon(1e-12));
    // At its own 2.1 GS/s: 0.22619 pJ (hwcomponents-library, library/forms.py).
    CHECK(picojoule(forms, 4, at(32, 2.1e9)) == printed(0.22619, 1e-5));
    const double powerMw[] = {0.338, 0.475, 0.650, 0.900, 1.300, 2.0, 3.3, 5.8};
    const double areaUm2[] = {203, 285, 390, 540, 780, 1200, 1980, 3480};
    for (int bits = 3; bits <= 10; ++bits) {
        CHECK(forms.at(bits).powerW * 1e3 == printed(powerMw[bits - 3], 1e-3));
        CHECK(um2(forms, bits) == printed(areaUm2[bits - 3], 1.0));
    }
}

TEST_CASE("Saberi: the scaled ISAAC ADC from 4 to 10 bits")
{
    const AdcLaw saberi = loadAdcLaw("saberi");
    const double energyPj[] = {0.79, 0.99, 1.20, 1.42, 1.67, 1.969, 2.379};
    const double areaUm2[] = {361.04, 476.91, 626.91, 845.18, 1200, 1827.9, 3002.0};
    for (int bits = 4; bits <= 10; ++bits) {
        CHECK(picojoule(saberi, bits) == Approx(energyPj[bits - 4]).epsilon(1e-12));
        CHECK(um2(saberi, bits) == Approx(areaUm2[bits - 4]).epsilon(1e-12));
        // The two-term fits 0.1953 b + 0.000415 2^b pJ and 81.73 b + 2.1335 2^b um2 are within 0.3 and 0.005 % of the table.
        CHECK(picojoule(saberi, bits) == Approx(0.1953 * bits + 0.000415 * std::exp2(bits)).epsilon(0.003));
        CHECK(um2(saberi, bits) == Approx(81.73 * bits + 2.1335 * std::exp2(bits)).epsilon(0.00005));
    }
    CHECK(saberi.at(8).powerW == Approx(2e-3).epsilon(0.005));  // ISAAC, Table I: 16 mW / 8
    CHECK(saberi.minBits() == 4);
    CHECK(saberi.maxBits() == 10);
}

TEST_CASE("Plain 2^b doubles from ISAAC's 8-bit ADC, Walden from its figure of merit")
{
    const AdcLaw doubling = loadAdcLaw("exponential");
    CHECK(doubling.at(8).powerW == Approx(2e-3));
    CHECK(picojoule(doubling, 8) == Approx(1.5625));  // ISAAC at 1.28 GS/s
    CHECK(um2(doubling, 8) == Approx(1200.0));
    const AdcLaw walden = loadAdcLaw("walden");
    CHECK(picojoule(walden, 8) == Approx(2e-3 / 1.2e9 * 1e12));
    CHECK(walden.at(8, at(32, 1.2e9)).powerW == Approx(2e-3));
    CHECK_FALSE(walden.at(8).areaMm2.has_value());
    for (int bits = 1; bits < 16; ++bits) {
        CHECK(doubling.at(bits + 1).powerW == Approx(2.0 * doubling.at(bits).powerW).epsilon(1e-12));
        CHECK(um2(doubling, bits + 1) == Approx(2.0 * um2(doubling, bits)).epsilon(1e-12));
        CHECK(walden.at(bits).energyJ / std::exp2(bits) * 1e15 == printed(6.5, 0.1));
    }
}

TEST_CASE("PUMA: energy of its table, area of 0.0012 mm2 at all bits")
{
    const AdcLaw puma = loadAdcLaw("puma");
    const std::pair<int, std::pair<double, double>> rows[] = {
        {1, {0.0244, 1e-4}}, {2, {0.0977, 1e-4}}, {3, {0.220, 1e-3}},  {4, {0.391, 1e-3}}, {5, {0.610, 1e-3}},
        {6, {0.879, 1e-3}},  {7, {1.196, 1e-3}},  {8, {1.5625, 1e-4}}, {9, {1.978, 1e-3}}, {16, {6.25, 1e-2}}};
    for (const auto& [bits, energy] : rows) {
        CHECK(picojoule(puma, bits) == printed(energy.first, energy.second));
        CHECK(um2(puma, bits) == Approx(1200.0));
    }
    CHECK(puma.at(8).powerW == Approx(2e-3));  // 1.8 + 0.2 mW
    CHECK(puma.at(8).conversionS * 128 == Approx(100e-9));
}

TEST_CASE("Accelergy: energy and area of the model itself, three rates and three nodes")
{
    const AdcLaw accelergy = loadAdcLaw("accelergy");
    struct Value {
        double nm, hz;
        int bits;
        double pj, pjDigit, um2;
    };
    const Value values[] = {
        {32, 1e8, 4, .9237, 1e-4, 3274},    {32, 1e8, 5, .9363, 1e-4, 3287},     {32, 1e8, 6, 1.065, 1e-3, 3417},
        {32, 1e8, 7, 1.312, 1e-3, 3637},    {32, 1e8, 8, 1.714, 1e-3, 3939},     {32, 1e8, 9, 2.34, 1e-2, 4324},
        {32, 1e8, 10, 3.31, 1e-2, 4796},    {32, 1e8, 12, 29.1, 1e-1, 9185},     {32, 1e9, 4, .9237, 1e-4, 4964},
        {32, 1e9, 5, .9363, 1e-4, 4984},    {32, 1e9, 6, 1.065, 1e-3, 5180},     {32, 1e9, 7, 1.312, 1e-3, 5513},
        {32, 1e9, 8, 1.714, 1e-3, 5972},    {32, 1e9, 9, 4.697, 1e-3, 8074},     {32, 1e9, 10, 13.95, 1e-2, 11180},
        {32, 1e9, 12, 133, 1, 21959},       {32, 1.28e9, 4, .9237, 1e-4, 5190},  {32, 1.28e9, 5, .9363, 1e-4, 5211},
        {32, 1.28e9, 6, 1.065, 1e-3, 5416}, {32, 1.28e9, 7, 1.312, 1e-3, 5765},  {32, 1.28e9, 8, 1.929, 1e-3, 6469},
        {32, 1.28e9, 9, 5.53, 1e-2, 8865},  {32, 1.28e9, 10, 16.4, 1e-1, 12275}, {32, 1.28e9, 12, 157, 1, 24110},
        {22, 1e9, 4, .4567, 1e-4, 2771},    {22, 1e9, 6, .5266, 1e-4, 2892},     {22, 1e9, 8, .8472, 1e-4, 3334},
        {65, 1e9, 4, 3.501, 1e-3, 14948},   {65, 1e9, 6, 4.036, 1e-3, 15598},    {65, 1e9, 8, 6.494, 1e-3, 17983},
        {45, 1.28e9, 8, 3.66, 1e-2, 10995}};
    for (const Value& value : values) {
        CAPTURE(value.nm, value.hz, value.bits);
        CHECK(picojoule(accelergy, value.bits, at(value.nm, value.hz)) == printed(value.pj, value.pjDigit));
        CHECK(um2(accelergy, value.bits, at(value.nm, value.hz)) == printed(value.um2, 1.0));
    }
    CHECK_THAT(accelergy.outOfRange(3).value(), Contains("3 bits") && Contains("4 to 20"));
    CHECK_THROWS_WITH(accelergy.at(3), Contains("accelergy") && Contains("3 bits are outside its range of 4 to 20 bits"));
    CHECK_THAT(accelergy.outOfRange(8, at(32, 2e10)).value(), Contains("above its range"));
}

TEST_CASE("NeuroSim SAR: base energy at 32 nm, column term and temperature by hand, implied areas")
{
    const AdcLaw sar = loadAdcLaw("neurosim-sar");
    // (1.1294 b + 8.8998) (b + 1), worked out by hand; printed elsewhere to three digits as 67.1, 87.3, 110, 134, 161.
    const double femtojoule[] = {67.087, 87.2808, 109.7334, 134.4448, 161.415};
    for (int bits = 4; bits <= 8; ++bits) {
        CHECK(sar.at(bits).energyJ * 1e15 == Approx(femtojoule[bits - 4]).epsilon(1e-9));
        CHECK(sar.at(bits).conversionS == Approx((bits + 1) * 1e-9));
    }
    // 0.079449 exp(-2.297 * 4) = 8.1316 uW beside 1.1294 * 5 + 8.8998 = 14.5468 uW.
    AdcContext column;
    column.columnOhm = 1e4;
    CHECK(sar.at(5, column).powerW * 1e6 == Approx(14.5468 + 0.079449e6 * std::exp(-9.188)).epsilon(1e-12));
    CHECK(sar.at(5, column).powerW * 1e6 == printed(22.67, 0.02));
    // Half the read voltage looks like twice the resistance.
    AdcContext halved = column;
    halved.readVoltageV = 0.25;
    column.columnOhm = 2e4;
    CHECK(sar.at(5, halved).energyJ == Approx(sar.at(5, column).energyJ).epsilon(1e-12));
    AdcContext hot;
    hot.temperatureK = 400;
    CHECK(sar.at(5, hot).energyJ == Approx(1.13 * sar.at(5).energyJ).epsilon(1e-12));
    AdcContext fast = at(22, 1e9);
    fast.roadmap = AdcRoadmap::HighPerformance;
    CHECK(sar.at(6, fast).powerW * 1e6 == Approx(0.7213 * 6 + 3.3041).epsilon(1e-12));
    CHECK(sar.at(6, at(7, 1e9)).powerW * 1e6 == Approx(0.1061 * 6 + 0.8847).epsilon(1e-12));
    // Areas that runs of V1.4 at 32 nm imply: 262.8 um2 at 5 bits, 381.8 um2 at 8 bits.
    CHECK(um2(sar, 5) == printed(262.8, 0.1));
    CHECK(um2(sar, 8) == printed(381.8, 0.1));
    CHECK_FALSE(sar.at(5, at(14, 1e9)).areaMm2.has_value());
    CHECK_THAT(sar.outOfRange(5, at(28, 1e9)).value(), Contains("28 nm") && Contains("7, 10, 14, 22, 32, 45, 65, 90, 130"));
}

TEST_CASE("NeuroSim flash: comparators, column term, implied area of V1.3")
{
    const AdcLaw flash = loadAdcLaw("neurosim-flash");
    CHECK(flash.at(4).energyJ * 1e15 == Approx(3.0875 * 15).epsilon(1e-12));
    CHECK(flash.at(8).energyJ / flash.at(4).energyJ == Approx(17.0).epsilon(1e-12));  // 255 / 15 comparators
    AdcContext column = at(22, 1e9);
    column.columnOhm = 300;
    CHECK(flash.at(5, column).powerW * 1e6 ==
          Approx(1.7 * 31 + 0.0631e6 * std::exp(-2.303 * std::log10(300.0))).epsilon(1e-12));
    AdcContext hot;
    hot.temperatureK = 400;
    CHECK(flash.at(5, hot).energyJ == Approx(1.13 * flash.at(5).energyJ).epsilon(1e-12));
    // A V1.3 run at 22 nm, 5 bits implies 378.8 um2 with its layout's rounding to the array's width.
    CHECK(um2(flash, 5, at(22, 1e9)) == Approx(378.8).epsilon(0.01));
    CHECK_THAT(flash.outOfRange(10).value(), Contains("1 to 9"));
}

TEST_CASE("MNSIM: power times (b + 2) / rate, ten times ISAAC's own at 8 bits")
{
    const AdcLaw mnsim = loadAdcLaw("mnsim");
    CHECK(picojoule(mnsim, 4) == printed(4.2, 0.1));
    CHECK(picojoule(mnsim, 6) == printed(10.1, 0.1));
    CHECK(picojoule(mnsim, 8) == printed(15.6, 0.1));
    CHECK(picojoule(mnsim, 10) == Approx(6.92 * 12 / 1.5));
    CHECK(picojoule(mnsim, 8) / 1.5625 == Approx(10.0));
    CHECK(um2(mnsim, 4) == Approx(500.0));
    CHECK(um2(mnsim, 6) == Approx(580.0));
    CHECK(um2(mnsim, 8) == Approx(1200.0));
    CHECK(um2(mnsim, 10) == Approx(1600.0));
    CHECK_THAT(mnsim.outOfRange(5).value(), Contains("no 5 bits") && Contains("4, 6, 8, 10"));
}

TEST_CASE("ZigZag at 28 nm: printed energies, areas and the settling time of 128 rows")
{
    const AdcLaw zigzag = loadAdcLaw("zigzag");
    const double femtojoule[] = {324, 406, 489, 580, 701};
    for (int bits = 4; bits <= 8; ++bits) {
        CHECK(zigzag.at(bits).energyJ * 1e15 == printed(femtojoule[bits - 4], 1.0));
    }
    CHECK(um2(zigzag, 4) == printed(183, 1));
    CHECK(um2(zigzag, 6) == printed(618, 1));
    CHECK(um2(zigzag, 8) == printed(2085, 1));
    CHECK(zigzag.at(8).conversionS * 1e9 == Approx(8 * (0.00653 * 128 + 0.640)));
}

TEST_CASE("Newton: 2.583 pJ at 9 bits, linear below, one area")
{
    const AdcLaw newton = loadAdcLaw("newton");
    CHECK(picojoule(newton, 9) == printed(2.583333, 1e-6));
    CHECK(newton.at(9).powerW == Approx(3.1e-3));
    for (int bits = 1; bits <= 9; ++bits) {
        CHECK(newton.at(bits).powerW == Approx(3.1e-3 * bits / 9));
        CHECK(um2(newton, bits) == Approx(1500.0));
    }
    CHECK_THROWS_AS(newton.at(10), Error);
}

TEST_CASE("From 8 to 4 bits the laws save what was found for each of them")
{
    const auto saving = [](const char* name, const AdcContext& context = {}) {
        const AdcLaw law = loadAdcLaw(name);
        return law.at(8, context).energyJ / law.at(4, context).energyJ;
    };
    CHECK(saving("accelergy", at(32, 1e9)) == printed(1.86, 0.01));
    CHECK(saving("saberi") == printed(2.1, 0.1));
    CHECK(saving("zigzag") == printed(2.2, 0.1));
    CHECK(saving("neurosim-sar") == printed(2.4, 0.1));
    CHECK(saving("mnsim") == printed(3.7, 0.1));
    CHECK(saving("puma") == printed(4, 0.01));
    CHECK(saving("forms") == printed(4.2, 0.1));
    CHECK(saving("exponential") == printed(16, 0.01));
    CHECK(saving("neurosim-flash") == printed(17, 0.1));
}

TEST_CASE("Every law: no ADC costs nothing, more bits never cost less, power times time is energy")
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> decades(6.0, 10.0);
    const double nodes[] = {130, 90, 65, 45, 32, 22, 14, 10, 7};
    for (const AdcLaw& law : loadAdcLaws()) {
        CAPTURE(law.name());
        CHECK(law.minBits() >= 1);
        CHECK(law.at(0).energyJ == 0.0);
        CHECK(law.at(0).powerW == 0.0);
        CHECK(law.at(0).areaMm2 == 0.0);
        for (int trial = 0; trial < 100; ++trial) {
            AdcContext context = at(nodes[random() % 9], std::pow(10.0, decades(random)));
            context.columnOhm = trial % 2 == 0 ? 0.0 : 1e3;
            context.rows = 1 + static_cast<std::int64_t>(random() % 1024);
            context.roadmap = trial % 3 == 0 ? AdcRoadmap::HighPerformance : AdcRoadmap::LowStandbyPower;
            AdcFigures before;
            for (int bits = law.minBits(); bits <= law.maxBits(); ++bits) {
                if (law.outOfRange(bits, context)) {
                    continue;
                }
                const AdcFigures figures = law.at(bits, context);
                CHECK(figures.energyJ > before.energyJ);
                CHECK(std::isfinite(figures.energyJ));
                CHECK(figures.powerW * figures.conversionS == Approx(figures.energyJ).epsilon(1e-12));
                if (figures.areaMm2) {
                    CHECK(*figures.areaMm2 > 0.0);
                    CHECK(*figures.areaMm2 >= before.areaMm2.value_or(0.0));
                }
                before = figures;
            }
            CHECK(before.energyJ > 0.0);
        }
    }
}
