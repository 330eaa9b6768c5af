// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/published_rows.h"

#include "core/base/error.h"
#include "core/cost/engines/engine.h"
#include "core/report/measures.h"
#include "core/run/recipe_work.h"
#include "tests/core/report/result_files.h"

#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;

namespace {

constexpr const char* kHead = R"({"papers": [{"key": "P", "title": "T", "where": "W"}], "rows": [)";

std::string row(const std::string& name, const std::string& more)
{
    return R"({"name": ")" + name + R"(", "paper": "P", "source": "s", "network": "n", "data": "d", "ratio": "ratio_conv", )" +
           more + "}";
}

}  // namespace

TEST_CASE("published rows are read, with bars")
{
    const PublishedTables tables = publishedFromJson(
        kHead +
            row("a",
                R"("bits": 5, "published": {"pruned": 99.15}, "bars": [{"measure": "pruned", "at_least": 99.15, "slack": 0.1},
                            {"measure": "loss_original", "at_most": 0.5}, {"measure": "quantized", "above": "b"},
                            {"measure": "minutes", "at_most": 30, "threads": 2}], "seeds": 3)") +
            "," + row("b", R"("simulate_images": 10, "published": {}, "bars": [])") + "]}",
        "text");
    REQUIRE(tables.rows.size() == 2);
    CHECK(tables.rows[0].bits == 5);
    CHECK(tables.rows[0].published.at("pruned") == 99.15);
    REQUIRE(tables.rows[0].bars.size() == 4);
    CHECK(tables.rows[0].bars[0].slack == 0.1);
    CHECK(tables.rows[0].bars[1].kind == Bar::Kind::AtMost);
    CHECK(tables.rows[0].bars[2].row == "b");
    CHECK(tables.rows[0].bars[2].threads == 0);
    CHECK(tables.rows[0].bars[3].threads == 2);
    CHECK(tables.rows[0].seeds == 3);
    CHECK(tables.find("b")->seeds == 1);
    CHECK(tables.find("b")->simulateImages == 10);
    CHECK(tables.find("c") == nullptr);
}

TEST_CASE("all that is wrong with published rows is told at once")
{
    const std::string text =
        kHead +
        row("a",
            R"("bits": -1, "published": {"accuracy": 1}, "bars": [{"measure": "speed", "at_least": 1}, {"measure": "pruned"},
                           {"measure": "pruned", "above": "a"}, {"measure": "pruned", "at_least": 1, "threads": 2}], "colour": 1,
               "seeds": 0)") +
        "," + row("a", R"("published": {}, "bars": 3)") + "]}";
    std::string message;
    try {
        publishedFromJson(text, "text");
    } catch (const Error& error) {
        message = error.what();
    }
    for (const char* part : {"rows[0].bits", "published.accuracy", "\"speed\" is not a measure", "one of at_least",
                             "\"a\" is not another row", "colour", "\"a\" is there twice", "rows[1].bars: a list", "rows[0].seeds: at least one",
                             "bars[3].threads: only a bar of at_most"}) {
        CHECK_THAT(message, Catch::Contains(part));
    }
    CHECK_THROWS_AS(publishedFromJson("{", "text"), Error);
}

TEST_CASE("every row has a recipe of its data, which reaches its ratio and ADC bits by the plan alone")
{
    const PublishedTables tables = loadPublished();
    REQUIRE(tables.rows.size() >= 19);
    for (const PublishedRow& published : tables.rows) {
        INFO(published.name);
        const Recipe recipe = loadRecipe(published.name);
        CHECK(recipe.name == published.name);
        CHECK(recipe.data == (published.data == "MNIST" ? "mnist" : "cifar10"));
        CHECK(recipeEpochs(recipe) > 0);
        const Folder folder;
        const std::string path = folder.file(resultFileName(published.name, 1));
        writeFileWhole(path, resultFileText(resultToJson(untrainedResult(recipe)), std::nullopt));
        const SeedResult counted = readSeedResult(path, published.name);
        bool barred = false;
        for (const Bar& bar : published.bars) {
            const Measure& measure = findMeasure(bar.measure);
            if (measure.kind == Measure::Kind::Ratio) {
                CHECK(counted.values.at(bar.measure) >= bar.value - bar.slack);
                barred = true;
            } else if (measure.kind == Measure::Kind::Bits) {
                CHECK(counted.values.at(bar.measure) <= bar.value + bar.slack);
                barred = true;
            }
        }
        CHECK(barred);
        // Where the paper names the bits of the levels, all weight layers have them.
        for (const LayerPlan& layer : recipe.plan.layers) {
            CHECK((published.bits == 0 || layer.levelBits == published.bits));
        }
    }
}

TEST_CASE("Tables and results nested without end are refused")
{
    const std::string deep(500'000, '[');
    CHECK_THROWS_WITH(publishedFromJson(deep, "file"), Catch::Contains("nested deeper"));
    const Folder folder;
    writeFileWhole(folder.file("a.json"), deep);
    CHECK_THROWS_WITH(readSeedResult(folder.file("a.json"), "s0-lenet5-17x"), Catch::Contains("nested deeper"));
    CHECK_THROWS_WITH(loadEngine(folder.file("a.json")), Catch::Contains("nested deeper"));
}
