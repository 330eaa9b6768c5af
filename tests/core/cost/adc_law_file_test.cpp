// SPDX-License-Identifier: GPL-3.0-or-later
// The data files of core/cost and the page that explains the laws.
#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/cost/adc_law.h"
#include "tests/test_main.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>

using namespace mho;
using Catch::Matchers::Contains;

namespace {

std::string withConstants(const std::string& formula, const std::string& constants)
{
    return R"({"name": "own", "description": "d", "weakness": "w", "formula": ")" + formula + R"(", "constants": [)" +
           constants + "]}";
}

/// What loading such a file says; empty when it is taken.
std::string refusal(const std::string& text)
{
    const test::TemporaryFolder folder;
    const std::string path = folder.file("own.json");
    writeFileWhole(path, text);
    try {
        loadAdcLaw(path);
    } catch (const Error& error) {
        CHECK_THAT(error.what(), Contains("own.json"));
        return error.what();
    }
    return {};
}

std::string constant(const std::string& name, const std::string& value, const std::string& unit)
{
    return fmt::format(R"({{"name": "{}", "value": {}, "unit": "{}", "source": "s"}})", name, value, unit);
}

std::string walden(const std::string& more)
{
    return withConstants("walden", constant("fom", "6.5e-15", "J") + ", " + constant("bits.min", "1", "bit") + ", " +
                                       constant("bits.max", "8", "bit") + more);
}

}  // namespace

TEST_CASE("No data file has a constant without number, unit or source")
{
    // Read as plain JSON, so that a fault in the reader hides nothing.
    std::size_t files = 0;
    std::size_t constants = 0;
    for (const char* kind : {"hardware", "adc-laws"}) {
        for (const std::string& name : resourceNames(kind)) {
            CAPTURE(kind, name);
            const auto json = nlohmann::json::parse(readTextFile(resourcePath(kind, name)));
            CHECK(json.at("name") == name);
            CHECK_FALSE(json.at("description").get<std::string>().empty());
            ++files;
            for (const auto& entry : json.at("constants")) {
                CAPTURE(entry.at("name").get<std::string>());
                CHECK(entry.at("value").is_number());
                CHECK_FALSE(entry.at("unit").get<std::string>().empty());
                CHECK(entry.at("source").get<std::string>().size() > 5);
                ++constants;
            }
        }
    }
    CHECK(files >= 12);
    CHECK(constants > 200);
}

TEST_CASE("Each constant's source can be traced: a table, section, file, setup or abstract, or it says that it is ours and how")
{
    // A bare name of a paper is not enough. Texts that stand in files whose digests published results name are given whole.
    const std::regex traced(
        "Table [0-9IV]+|section [0-9IVX]+|eq\\. [0-9]|abstract|setup|arXiv|\\.(py|cpp|ini|json|yaml|csv)|issues "
        "[0-9]+|calibrated run|"
        "[Ff]loorplan|^Derived|^Calibrated|^Choice of this file|^Limit of this file|^Definition of this law|^Not stated by|"
        "^Arrays are priced one by one$|^CiMLoop, ISAAC macro: read at 0.2 V$|^ISAAC: 32 nm$|^ISAAC: weights biased by 2.15");
    for (const char* folder : {"hardware", "adc-laws"}) {
        for (const std::string& name : resourceNames(folder)) {
            const auto json = nlohmann::json::parse(readTextFile(resourcePath(folder, name)));
            for (const auto& constant : json.at("constants")) {
                const auto text = constant.at("source").get<std::string>();
                INFO(name << ", " << constant.at("name").get<std::string>() << ": " << text);
                CHECK(std::regex_search(text, traced));
            }
            if (json.contains("hardware")) {
                INFO(name << ", layout");
                CHECK(std::regex_search(json.at("hardware").at("source").get<std::string>(), traced));
            }
        }
    }
}

TEST_CASE("All eleven laws are there and each has its section")
{
    const std::vector<std::string> names = adcLawNames();
    const std::vector<std::string> expected = {"accelergy", "exponential", "forms",  "mnsim",  "neurosim-flash", "neurosim-sar",
                                               "newton",    "puma",        "saberi", "walden", "zigzag"};
    CHECK(std::includes(names.begin(), names.end(), expected.begin(), expected.end()));
    const std::string page = readTextFile(MHO_SOURCE_FOLDER "/docs/adc-laws.md");
    for (const std::string& name : expected) {
        CAPTURE(name);
        const AdcLaw law = loadAdcLaw(name);
        CHECK(law.name() == name);
        CHECK_FALSE(law.weakness().empty());
        CHECK(law.sha256().size() == 64);
        const std::size_t start = page.find("\n## `" + name + "`");
        REQUIRE(start != std::string::npos);
        const std::string section = page.substr(start, page.find("\n## ", start + 1) - start);
        for (const char* part : {"Formula", "Symbols", "Source", "Range", "Weakness"}) {
            CHECK_THAT(section, Contains(std::string("**") + part));
        }
    }
}

TEST_CASE("The page's tables of energy and area are what the program computes")
{
    const std::string page = readTextFile(MHO_SOURCE_FOLDER "/docs/adc-laws.md");
    for (int bits = 1; bits <= 10; ++bits) {
        std::string energies = fmt::format("| {} |", bits);
        std::string areas = energies;
        const AdcBand band = adcBand(bits, {});
        for (const char* name : {"saberi", "forms", "exponential", "puma", "accelergy", "neurosim-sar", "neurosim-flash",
                                 "mnsim", "zigzag", "walden", "newton"}) {
            const auto found =
                std::find_if(band.laws.begin(), band.laws.end(), [&](const auto& entry) { return entry.law == name; });
            const bool inRange = found != band.laws.end();
            energies += inRange ? fmt::format(" {:.3g} |", found->figures.energyJ * 1e12) : " - |";
            areas += inRange && found->figures.areaMm2 ? fmt::format(" {:.4g} |", *found->figures.areaMm2 * 1e6) : " - |";
        }
        INFO(energies << "\n" << areas);
        CHECK_THAT(page, Contains("\n" + energies + "\n") && Contains("\n" + areas + "\n"));
    }
}

TEST_CASE("A copied law takes its own constants, and says what is wrong with them")
{
    CHECK(refusal(walden("")).empty());
    CHECK_THAT(refusal(walden(", " + constant("fomm", "1", "J"))), Contains("uses no constant \"fomm\""));
    CHECK_THAT(refusal(walden(R"(, {"name": "x", "value": 1, "unit": "J"})")), Contains("x: the source is missing"));
    CHECK_THAT(refusal(walden(R"(, {"name": "x", "value": 1, "source": "s"})")), Contains("x: the unit is missing"));
    CHECK_THAT(refusal(withConstants("quadratic", "")), Contains("no ADC formula \"quadratic\"") && Contains("walden"));
    CHECK_THAT(refusal(withConstants("walden", "")), Contains("\"fom\" is missing"));
    CHECK_THAT(refusal(withConstants("walden", constant("fom", "0", "J"))), Contains("must be above 0"));
    CHECK_THAT(refusal(withConstants("walden", constant("fom", "6.5", "fJ"))), Contains("is in fJ but must be in J"));
    CHECK_THAT(refusal(withConstants("walden", constant("fom", "1", "J") + ", " + constant("bits.min", "2.5", "bit"))),
               Contains("\"bits.min\" is 2.5"));
    CHECK_THAT(refusal(withConstants("walden", constant("fom", "1", "J") + ", " + constant("bits.min", "5", "bit") + ", " +
                                                   constant("bits.max", "4", "bit"))),
               Contains("5 to 4 bits"));
    CHECK_THAT(
        refusal(withConstants("table", constant("technology.rate", "1e9", "Hz") + ", " + constant("energy.x", "1", "J"))),
        Contains("\"energy.x\""));
    CHECK_THAT(refusal("{"), Contains("cannot be read"));
    CHECK_THAT(refusal("{}"), Contains("cannot be read"));

    const test::TemporaryFolder folder;
    std::string text = readTextFile(resourcePath("adc-laws", "forms"));
    const std::string before = "\"reference.power\", \"value\": 0.002";
    REQUIRE(text.find(before) != std::string::npos);
    text.replace(text.find(before), before.size(), "\"reference.power\", \"value\": 0.004");
    writeFileWhole(folder.file("mine.json"), text);
    const AdcLaw mine = loadAdcLaw(folder.file("mine.json"));
    CHECK(mine.at(4).powerW == Approx(2 * 0.475e-3));
    CHECK(mine.sha256() != loadAdcLaw("forms").sha256());
    CHECK_THROWS_WITH(loadAdcLaw("no-such-law"), Contains("no-such-law") && Contains("saberi"));
}
