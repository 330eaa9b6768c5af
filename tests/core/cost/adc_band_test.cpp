// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/cost/adc_law.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace mho;
using Catch::Matchers::Contains;

namespace {

const AdcBand::Entry* entryOf(const AdcBand& band, const std::string& law)
{
    const auto found = std::find_if(band.laws.begin(), band.laws.end(), [&](const auto& entry) { return entry.law == law; });
    return found == band.laws.end() ? nullptr : &*found;
}

std::string reasonFor(const std::vector<AdcBand::LeftOut>& leftOut, const std::string& law)
{
    const auto found = std::find_if(leftOut.begin(), leftOut.end(), [&](const auto& entry) { return entry.law == law; });
    return found == leftOut.end() ? std::string() : found->reason;
}

}  // namespace

TEST_CASE("The band's ends are the least and greatest law, found by looking at each")
{
    const std::vector<AdcLaw> laws = loadAdcLaws();
    for (int bits = 1; bits <= 16; ++bits) {
        const AdcContext context;
        const AdcBand band = adcBand(bits, context, laws);
        CHECK(band.laws.size() + band.leftOut.size() == laws.size());
        double low = INFINITY;
        double high = 0.0;
        double lowArea = INFINITY;
        double highArea = 0.0;
        for (const AdcLaw& law : laws) {
            if (law.outOfRange(bits, context)) {
                CHECK(reasonFor(band.leftOut, law.name()) == law.outOfRange(bits, context));
                CHECK(entryOf(band, law.name()) == nullptr);
                CHECK_THROWS_WITH(law.at(bits, context), Contains(law.name()) && Contains(*law.outOfRange(bits, context)));
                continue;
            }
            const AdcFigures figures = law.at(bits, context);
            REQUIRE(entryOf(band, law.name()) != nullptr);
            CHECK(entryOf(band, law.name())->figures.energyJ == figures.energyJ);
            low = std::min(low, figures.energyJ);
            high = std::max(high, figures.energyJ);
            if (figures.areaMm2) {
                lowArea = std::min(lowArea, *figures.areaMm2);
                highArea = std::max(highArea, *figures.areaMm2);
            }
        }
        REQUIRE(band.energyJ);
        REQUIRE(band.areaMm2);
        CHECK(band.energyJ->low == low);
        CHECK(band.energyJ->high == high);
        CHECK(entryOf(band, band.energyJ->lowLaw)->figures.energyJ == low);
        CHECK(entryOf(band, band.energyJ->highLaw)->figures.energyJ == high);
        CHECK(band.areaMm2->low == lowArea);
        CHECK(band.areaMm2->high == highArea);
    }
}

TEST_CASE("At 4 bits and 32 nm the band is wider than sixty times, from NeuroSim flash to MNSIM")
{
    const AdcBand band = adcBand(4, {});
    CHECK(band.energyJ->lowLaw == "neurosim-flash");
    CHECK(band.energyJ->highLaw == "mnsim");
    CHECK(band.energyJ->high / band.energyJ->low > 60.0);
    CHECK(band.areaMm2->highLaw == "accelergy");
    CHECK_FALSE(reasonFor(band.leftOutOfArea, "walden").empty());
    CHECK(band.leftOut.empty());
}

TEST_CASE("A law out of its range is left out and named, alone it is refused")
{
    const AdcBand band = adcBand(3, {});
    CHECK_THAT(reasonFor(band.leftOut, "accelergy"), Contains("3 bits are outside its range of 4 to 20 bits"));
    CHECK_THAT(reasonFor(band.leftOut, "saberi"), Contains("4 to 10"));
    CHECK_THAT(reasonFor(band.leftOut, "mnsim"), Contains("4 to 10"));
    CHECK(band.leftOut.size() == 3);
    AdcContext between;
    between.nodeNm = 28;
    CHECK_THAT(reasonFor(adcBand(8, between).leftOut, "neurosim-sar"), Contains("28 nm") && Contains("lstp"));
    CHECK_THROWS_WITH(loadAdcLaw("saberi").at(3), Contains("\"saberi\" cannot be used"));
    CHECK_THROWS_AS(loadAdcLaw("forms").at(-1), Error);
    CHECK_THROWS_AS(loadAdcLaw("forms").at(17), Error);
}

TEST_CASE("No ADC is no cost under every law, and where no law answers there is no band")
{
    const AdcBand none = adcBand(0, {});
    CHECK(none.laws.size() == adcLawNames().size());
    CHECK(none.energyJ->high == 0.0);
    CHECK(none.areaMm2->high == 0.0);
    const AdcBand tooMany = adcBand(40, {});
    CHECK(tooMany.laws.empty());
    CHECK_FALSE(tooMany.energyJ);
    CHECK_FALSE(tooMany.areaMm2);
    CHECK(tooMany.leftOut.size() == adcLawNames().size());
}

TEST_CASE("Laws say what they are not rescaled to and where they are extrapolated")
{
    AdcContext context;
    context.nodeNm = 45;
    CHECK_THAT(loadAdcLaw("zigzag").notes(8, context).at(0), Contains("28 nm") && Contains("45 nm"));
    CHECK(loadAdcLaw("accelergy").notes(8, context).empty());
    CHECK(loadAdcLaw("forms").notes(6, {}).empty());
    CHECK_THAT(loadAdcLaw("forms").notes(3, {}).at(0), Contains("4 to 8 bits"));
    CHECK(loadAdcLaw("forms").notes(0, context).empty());
    // Not rescaled means not rescaled.
    for (const char* fixed : {"saberi", "forms", "exponential", "newton", "puma", "mnsim", "zigzag", "walden"}) {
        CHECK(loadAdcLaw(fixed).at(8, context).energyJ == loadAdcLaw(fixed).at(8, {}).energyJ);
    }
}

TEST_CASE("A context that cannot be is refused, all problems at once")
{
    AdcContext context;
    context.nodeNm = 0.0;
    context.rateHz = NAN;
    context.columnOhm = -1.0;
    context.readVoltageV = 0.0;
    context.rows = 0;
    context.temperatureK = 0.0;
    CHECK(context.validate().size() == 6);
    CHECK_THROWS_WITH(loadAdcLaw("forms").at(4, context), Contains("node_nm") && Contains("rate_Hz") &&
                                                              Contains("column_ohm") && Contains("read_voltage_V") &&
                                                              Contains("rows") && Contains("temperature_K"));
    CHECK_THROWS_WITH(adcBand(-1, context), Contains("bits") && Contains("node_nm"));
}
