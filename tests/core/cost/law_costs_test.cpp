// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/law_costs.h"

#include "core/cost/adc_law.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

using namespace mho;

namespace {

/// One layer on one array of 128 x 128 cells whose ADCs have so many bits.
MappedNetwork networkOf(int adcBits)
{
    MappedLayer layer;
    layer.name = "layer";
    layer.wordLines = 128;
    layer.filters = 128;
    layer.adcBits = adcBits;
    layer.crossbars = 1;
    layer.wordLinesDriven = 128;
    layer.bitLinesRead = 128;
    layer.inputCycles = 16;
    layer.conversions = std::int64_t{16} * 128;
    layer.rowDrives = std::int64_t{16} * 128;
    layer.arrayReads = 16;
    MappedNetwork network;
    network.hardware.crossbar.rows = 128;
    network.hardware.crossbar.columns = 128;
    network.crossbars = 1;
    network.layers = {layer};
    return network;
}

/// The first preset that prices arrays whole; empty = there is none.
std::string wholePreset()
{
    for (const std::string& name : presetNames()) {
        if (loadComponents(name).adcLaw.empty()) {
            return name;
        }
    }
    return {};
}

}  // namespace

TEST_CASE("a design under every law is what each law makes of it alone; those that cannot price it are named")
{
    const ComponentFile components = loadComponents("isaac");
    const LawModels models(components, adcLawNames());
    const MappedNetwork dense = networkOf(8);
    const MappedNetwork compressed = networkOf(3);
    const LawCosts costs = models.price(dense, &compressed);
    std::set<std::string> seen;
    for (const LawCosts::Cost& one : costs.costs) {
        INFO(one.dense.adcLaw);
        CHECK(seen.insert(one.dense.adcLaw).second);
        const CostModel alone(components, one.dense.adcLaw);
        CHECK(one.dense.total.energyJ == alone.estimate(dense).total.energyJ);
        REQUIRE(one.compressed);
        CHECK(one.compressed->adcLaw == one.dense.adcLaw);
        CHECK(one.compressed->total.energyJ == alone.estimate(compressed).total.energyJ);
        CHECK(one.compressed->total.areaMm2 == alone.estimate(compressed).total.areaMm2);
    }
    CHECK(costs.costs.size() > 2);
    CHECK_FALSE(costs.leftOut.empty());  // 3 bits are too few for some
    for (const LawCosts::LeftOut& out : costs.leftOut) {
        INFO(out.law);
        CHECK(seen.insert(out.law).second);
        const CostModel alone(components, out.law);
        const auto reason = alone.outOfRange(dense) ? alone.outOfRange(dense) : alone.outOfRange(compressed);
        REQUIRE(reason);
        CHECK(out.reason == *reason);
    }
    const std::vector<std::string> names = adcLawNames();
    CHECK(seen == std::set<std::string>(names.begin(), names.end()));
}

TEST_CASE("a law that prices only one of both networks is left out, and none where there is no other")
{
    const ComponentFile components = loadComponents("isaac");
    const LawModels models(components, adcLawNames());
    const MappedNetwork fine = networkOf(16);  // beyond what some laws are stated for
    const MappedNetwork coarse = networkOf(8);
    const auto named = [](const LawCosts& costs) {
        std::set<std::string> names;
        for (const LawCosts::Cost& one : costs.costs) {
            names.insert(one.dense.adcLaw);
        }
        return names;
    };
    const std::set<std::string> ofFine = named(models.price(fine, nullptr));
    const std::set<std::string> ofCoarse = named(models.price(coarse, nullptr));
    REQUIRE(ofFine.size() < ofCoarse.size());
    CHECK(named(models.price(coarse, &fine)) == ofFine);
    CHECK(named(models.price(fine, &coarse)) == ofFine);
    const LawCosts alone = models.price(coarse, nullptr);
    CHECK(std::none_of(alone.costs.begin(), alone.costs.end(),
                       [](const LawCosts::Cost& one) { return one.compressed.has_value(); }));
}

TEST_CASE("the file's own law, one law asked for twice, a law that is not there, and a preset that prices arrays whole")
{
    const ComponentFile components = loadComponents("isaac");
    const MappedNetwork dense = networkOf(8);
    const LawCosts own = LawModels(components, {""}).price(dense, nullptr);
    REQUIRE(own.costs.size() == 1);
    CHECK(own.costs[0].dense.adcLaw == components.adcLaw);
    CHECK(own.costs[0].dense.total.energyJ == estimateCost(dense, components).total.energyJ);
    CHECK(LawModels(components, {"", components.adcLaw}).price(dense, nullptr).costs.size() == 2);
    CHECK_THROWS_AS(LawModels(components, {"absent"}), Error);
    CHECK(LawModels(components, {}).price(dense, nullptr).costs.empty());

    const std::string whole = wholePreset();
    REQUIRE_FALSE(whole.empty());
    const LawCosts left = LawModels(loadComponents(whole), {"", "isaac-like", components.adcLaw}).price(dense, nullptr);
    REQUIRE(left.costs.size() == 1);
    CHECK(left.costs[0].dense.adcLaw.empty());
    REQUIRE(left.leftOut.size() == 2);
    CHECK(left.leftOut[1].law == components.adcLaw);
    CHECK(left.leftOut[1].reason.find("whole") != std::string::npos);
}
