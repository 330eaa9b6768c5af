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
    writeFileWhole(path, R"({"name": "parts", "description": "test", "constants": [)" + constants + "]}");
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
    CHECK(isaac.value("adc.power", "W") == Approx(2e-3));
    CHECK_NOTHROW(CostModel(isaac));
}

TEST_CASE("Constants without unit, source or number are refused by name")
{
    CHECK(refusal(R"({"name": "a", "value": 1, "unit": "W", "source": "s"})").empty());
    CHECK_THAT(refusal(R"({"name": "a", "value": 1, "source": "s"})"), Contains("a: the unit is missing"));
    CHECK_THAT(refusal(R"({"name": "a", "value": 1, "unit": "W"})"), Contains("a: the source is missing"));
    CHECK_THAT(refusal(R"({"name": "a", "value": 1, "unit": "W", "source": 3})"), Contains("a: the source is missing"));
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
    CHECK_THROWS_WITH(isaac.value("adc.power", "J"), Contains("adc.power") && Contains("W") && Contains("J"));
    CHECK_THROWS_AS(loadComponents("no-such-preset"), Error);
}

TEST_CASE("A model is not made from constants that cannot be")
{
    const ComponentFile isaac = loadComponents("isaac");
    for (const char* count : {"tile.router.shared_by", "core.crossbars", "tile.cores", "chip.tiles", "crossbar.rows"}) {
        for (const double value : {0.0, 1.5, 1e12}) {
            ComponentFile broken = isaac;
            set(broken, count, value);
            CHECK_THROWS_WITH(CostModel(broken), Contains(count));
        }
    }
    for (const auto& [name, value] : std::vector<std::pair<std::string, double>>{
             {"adc.rate", 0.0}, {"crossbar.read_cycle", 0.0}, {"crossbar.read_cycle", 1e-12}, {"adc.linear_share", 1.1}}) {
        ComponentFile broken = isaac;
        set(broken, name, value);
        CHECK_THROWS_AS(CostModel(broken), Error);
    }
}
