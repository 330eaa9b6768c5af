// SPDX-License-Identifier: GPL-3.0-or-later
/// How recipes, plans and hardware are read, whatever is in them.
#include "core/base/error.h"
#include "core/run/recipe.h"

#include <catch2/catch.hpp>

#include <ctime>
#include <string>

using namespace mho;
using Catch::Contains;

namespace {

std::string repeated(const std::string& item, int times)
{
    std::string list = item;
    for (int i = 1; i < times; ++i) {
        list += "," + item;
    }
    return list;
}

/// {"0":0,"1":0,...}
std::string unknownKeys(int count)
{
    std::string object = "{";
    for (int i = 0; i < count; ++i) {
        object += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":0";
    }
    return object + "}";
}

/// Of planFromJson(); none where it can be read.
std::vector<Problem> problemsOf(const std::string& plan)
{
    try {
        planFromJson(plan, "plan.json");
    } catch (const Error& error) {
        return error.problems();
    }
    return {};
}

}  // namespace

TEST_CASE("the first hundred problems of a text are listed, and how many more there are")
{
    CHECK(problemsOf("[" + repeated("0", 100) + "]").size() == 100);
    const std::vector<Problem> problems = problemsOf("[" + repeated("0", 101) + "," + unknownKeys(200) + "]");
    REQUIRE(problems.size() == 101);
    CHECK(problems[99].field == "plan[99]");
    CHECK(problems[100].field == "plan");
    CHECK_THAT(problems[100].message, Contains("201 more"));
    CHECK_THROWS_WITH(recipeFromJson(unknownKeys(101), "r.json"), Contains("(whole text): 1 more"));
}

TEST_CASE("lists have six thousand entries at most, all together")
{
    const auto layers = [](int count, const std::string& constraints) {
        std::string plan;
        for (int i = 0; i < count; ++i) {
            plan += (i == 0 ? "" : ",") + std::string(R"({"layer":"l)") + std::to_string(i) + R"(","constraints":[)" + constraints + "]}";
        }
        return "[" + plan + "]";
    };
    const std::string constraint = R"({"kind":"filter"})";
    CHECK(problemsOf(layers(6'000, "")).empty());
    CHECK(problemsOf(layers(1'000, repeated(constraint, 5))).empty());
    CHECK_THAT(problemsOf(layers(6'001, "")).at(0).message, Contains("6001 entries are too many"));
    const auto nested = problemsOf(layers(1'000, repeated(constraint, 6)));
    CHECK(nested.at(0).field == "plan[833].constraints");
    CHECK_THROWS_WITH(hardwareFromJson(R"({"device":{"levels_S":[)" + repeated("1", 6'001) + "]}}", "h"),
                      Contains("device.levels_S: 6001 entries"));
    CHECK_THROWS_WITH(planFromJson(layers(1, R"({"kind":"filter","options":)" + unknownKeys(6'000) + "}"), "p"),
                      Contains("plan[0].constraints[0].options: 6000 entries"));
    // What was read can be written and read again.
    const Plan plan = planFromJson(layers(1'000, repeated(constraint, 5)), "p");
    CHECK(planFromJson(planToJson(plan), "p").layers.size() == 1'000);
}

TEST_CASE("texts of very many objects, keys and letters are refused at once")
{
    const std::string letters(900'000, 'a');
    const std::clock_t start = std::clock();
    for (const std::string& text : {"[" + repeated("{}", 300'000) + "]", unknownKeys(90'000), "{\"" + letters + "\":0}",
                                    R"({"prune":")" + letters + "\"}", R"([{"levels":")" + letters + "\"}]"}) {
        CHECK_THROWS_AS(recipeFromJson(text, "r"), Error);
        CHECK_THROWS_AS(planFromJson(text, "p"), Error);
        CHECK_THROWS_AS(hardwareFromJson(text, "h"), Error);
    }
    // Some tenths of a second; many seconds where each object is looked for among all others.
    CHECK(std::clock() - start < 3 * CLOCKS_PER_SEC);
}
