// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/cost/cost_model.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mho;
using Catch::Matchers::Contains;

namespace {

/// What loading a file with these constants says; empty when it is taken.
std::string refusal(const std::string& constants)
{
    const test::TemporaryFolder folder;
    const std::string path = folder.file("parts.json");
    writeFileWhole(path, R"({"name": "parts", "description": "test", "weakness": "none", "allocation": "cores", "levels": [],
        "hardware": {"sign_scheme": "two-arrays", "slices": "arrays", "mapping": "gemm", "compaction": "layer",
                     "adc_rule": "exact", "source": "test"}, "constants": [)" +
                             constants + "]}");
    try {
        loadComponents(path);
    } catch (const Error& error) {
        CHECK_THAT(error.what(), Contains("parts.json"));
        return error.what();
    }
    return {};
}

void set(ComponentFile& file, const std::string& name, double value)
{
    const auto found =
        std::find_if(file.constants.begin(), file.constants.end(), [&](const Constant& c) { return c.name == name; });
    REQUIRE(found != file.constants.end());
    found->value = value;
}

}  // namespace

TEST_CASE("The isaac preset is there, complete and with sources")
{
    const std::vector<std::string> names = presetNames();
    CHECK(std::find(names.begin(), names.end(), "isaac") != names.end());
    const ComponentFile isaac = loadComponents("isaac");
    CHECK(isaac.name == "isaac");
    for (const Constant& constant : isaac.constants) {
        CHECK_FALSE(constant.unit.empty());
        CHECK_FALSE(constant.source.empty());
    }
    CHECK(isaac.value("ima.adc.power", "W") == Approx(2e-3));
    CHECK_NOTHROW(CostModel(isaac));
}

TEST_CASE("Constants without unit, source or number are refused by name")
{
    CHECK(refusal(R"({"name": "a", "value": 1, "unit": "W", "source": "s"})").empty());
    CHECK_THAT(refusal(R"({"name": "a", "value": 1, "source": "s"})"), Contains("a: the unit is missing"));
    CHECK_THAT(refusal(R"({"name": "a", "value": 1, "unit": "W"})"), Contains("a: the source is missing"));
    CHECK_THAT(refusal(R"({"name": "a", "value": 1, "unit": "W", "source": 3})"), Contains("a: the source is missing"));
    CHECK_THAT(refusal(R"({"name": "a", "value": 1, "unit": " ", "source": " "})"),
               Contains("a: the unit") && Contains("a: the source"));
    CHECK_THAT(refusal(R"({"name": "a", "value": -1, "unit": "W", "source": "s"})"), Contains("a: -1 is not 0 or more"));
    CHECK_THAT(refusal(R"({"name": "a", "value": "1", "unit": "W", "source": "s"})"), Contains("\"a\" has no number"));
    CHECK_THAT(refusal(R"({"name": "a", "unit": "W", "source": "s"})"), Contains("\"a\" has no number"));
    CHECK_THAT(refusal(R"({"name": "a", "value": 1e999, "unit": "W", "source": "s"})"), Contains("cannot be read"));
    CHECK_THAT(
        refusal(
            R"({"name": "a", "value": 1, "unit": "W", "source": "s"}, {"name": "a", "value": 2, "unit": "W", "source": "s"})"),
        Contains("a: the constant stands twice"));
    CHECK_THAT(refusal(R"({"name": "a", "value": 1, "source": "s"}, {"name": "b", "value": 1, "unit": "W"})"),
               Contains("a: the unit") && Contains("b: the source"));
    CHECK_THAT(refusal("{"), Contains("cannot be read"));
}

TEST_CASE("Asking for a constant checks name and unit")
{
    const ComponentFile isaac = loadComponents("isaac");
    CHECK_THROWS_WITH(isaac.value("adc.colour", "W"), Contains("isaac") && Contains("adc.colour"));
    CHECK_THROWS_WITH(isaac.value("ima.adc.power", "J"), Contains("adc.power") && Contains("W") && Contains("J"));
    CHECK_THROWS_AS(loadComponents("no-such-preset"), Error);
}

TEST_CASE("A model is not made from constants that cannot be")
{
    const ComponentFile isaac = loadComponents("isaac");
    for (const char* count : {"ima.holds", "tile.holds", "chip.holds", "adc.columns"}) {
        for (const double value : {0.0, 1.5, 1e12}) {
            ComponentFile broken = isaac;
            set(broken, count, value);
            CHECK_THROWS_WITH(CostModel(broken), Contains(count));
        }
    }
    for (const auto& [name, value] : std::vector<std::pair<std::string, double>>{
             {"adc.rate", 0.0}, {"array.read_cycle", 0.0}, {"technology.node", 1.0}, {"tile.router.count", 0.0}}) {
        INFO(name);
        ComponentFile broken = isaac;
        set(broken, name, value);
        CHECK_THROWS_AS(CostModel(broken), Error);
    }
}

TEST_CASE("A component file that does not fit together is refused, all problems at once")
{
    const ComponentFile isaac = loadComponents("isaac");
    ComponentFile broken = isaac;
    for (Constant& constant : broken.constants) {
        if (constant.name == "ima.dac.power") {
            constant.name = "ima.dac.powr";
        }
        if (constant.name == "tile.edram.energy") {
            constant.unit = "W";
        }
    }
    broken.levels[0].components[0].action = "dance";
    broken.levels[1].components[1].per = "moon";
    broken.allocation = "thirds";
    CHECK_THROWS_WITH(CostModel(broken), Contains("ima.dac.powr: no component uses this constant") &&
                                             Contains("ima.dac.energy: the constant is missing") &&
                                             Contains("tile.edram.energy: is in W but must be in J") && Contains("\"dance\"") &&
                                             Contains("\"moon\"") && Contains("\"thirds\""));
    ComponentFile none = isaac;
    none.levels.clear();
    CHECK_THROWS_WITH(CostModel(none), Contains("levels: there must be one"));
    ComponentFile lawless = isaac;
    lawless.adcLaw.clear();
    CHECK_THROWS_WITH(CostModel(lawless), Contains("adc_law"));
    ComponentFile priced = isaac;
    priced.constants.push_back({"ima.adc.energy", 1e-12, "J", "test"});
    CHECK_THROWS_WITH(CostModel(priced), Contains("ima.adc.energy"));
    ComponentFile floors = loadComponents("neurosim-22");
    floors.levels.pop_back();
    CHECK_THROWS_WITH(CostModel(floors), Contains("allocation \"tiles\" needs a level above"));
}

TEST_CASE("A preset's hardware that cannot be is refused with all problems")
{
    ComponentFile broken = loadComponents("isaac");
    set(broken, "hardware.rows", 0);
    set(broken, "hardware.cell_bits", 40);
    set(broken, "hardware.g_min", 1.0);
    CHECK_THROWS_WITH(presetHardware(broken), Contains("crossbar.rows") && Contains("device.cell_bits") && Contains("g_min_S"));
    set(broken, "hardware.rows", 0.5);
    CHECK_THROWS_WITH(presetHardware(broken), Contains("hardware.rows") && Contains("whole number"));
}
