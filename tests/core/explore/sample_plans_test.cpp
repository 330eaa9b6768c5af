// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/sample_plans.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/explore/plan_list.h"
#include "core/explore/sweep.h"
#include "core/network/zoo.h"
#include "tests/core/explore/search_cases.h"

#include <catch2/catch.hpp>

#include <set>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

SearchSpace space(const std::vector<double>& ratios)
{
    const SearchCase given = searchCase(makeZooNetwork("lenet5"), "filter-shape", {1.5, 2.0, 4.0, 8.0}, 5);
    SearchSpaceOptions options;
    options.ratios = ratios;
    return searchSpace(given.network, given.asked, Target{}, AccuracyEstimator(given.table, {}), options);
}

}  // namespace

TEST_CASE("Sampled plans differ, cover the space, and come again with their seed")
{
    const SearchSpace given = space({1.5, 2.0, 4.0, 8.0});
    const auto choices = sampleChoices(given, 150, 7);
    CHECK(std::set(choices.begin(), choices.end()).size() == 150);
    CHECK(choices == sampleChoices(given, 150, 7));
    CHECK(choices != sampleChoices(given, 150, 8));
    for (std::size_t unit = 0; unit < given.units.size(); ++unit) {
        std::vector<int> counts(given.units[unit].choices.size(), 0);
        for (const auto& choice : choices) {
            ++counts.at(choice[unit]);
        }
        // About 30 of each of five are expected.
        for (const int count : counts) {
            CHECK(count > 8);
        }
    }
    CHECK_THROWS_WITH(sampleChoices(given, 0, 1), Contains("At least one"));
    CHECK_THROWS_WITH(sampleChoices(space({2.0}), 9, 1), Contains("space of 16"));
    CHECK(sampleChoices(space({2.0}), 8, 1).size() == 8);
}

TEST_CASE("A list of plans is read back, as are a search's result, a recipe and a plan alone")
{
    const SearchSpace given = space({2.0, 4.0});
    std::vector<NamedPlan> plans;
    for (const auto& choice : sampleChoices(given, 3, 1)) {
        plans.push_back({"random " + std::to_string(plans.size() + 1), given.plan(choice)});
    }
    const auto read = planListFromJson(planListToJson(plans), "file", "here");
    REQUIRE(read.size() == 3);
    CHECK(read[2].name == "random 3");
    CHECK(read[2].plan == plans[2].plan);
    const auto alone = planListFromJson(planToJson(plans[1].plan), "file", "here");
    REQUIRE(alone.size() == 1);
    CHECK(alone[0].name == "file");
    CHECK(alone[0].plan == plans[1].plan);
    const auto recipe = planListFromJson(recipeToJson(loadRecipe("s0-lenet5-37x")), "file", "here");
    REQUIRE(recipe.size() == 1);
    CHECK(recipe[0].name == "s0-lenet5-37x");
    const std::string entry = planSetting(plans[0]);
    const auto search = planListFromJson(R"({"best": )" + entry + R"(, "baselines": [)" + planSetting(plans[1]) + "]}", "file", "here");
    REQUIRE(search.size() == 2);
    CHECK(search[1].plan == plans[1].plan);
    CHECK_THROWS_WITH(planListFromJson(R"({"plans": []})", "file", "here"), Contains("no plan"));
    CHECK_THROWS_WITH(planListFromJson(R"({"thing": 1})", "file", "here"), Contains("here") && Contains("list of plans"));

    // As an axis of a sweep they go by their names.
    SweepSpec spec;
    spec.name = "plans";
    spec.base.network = "lenet5";
    spec.grid = {{"plan", {planSetting(plans[0]), planSetting(plans[1])}}, {"seed", {"1", "2"}}};
    const std::vector<SweepPoint> points = sweepPoints(spec, *given.network);
    REQUIRE(points.size() == 4);
    CHECK(points[2].recipe.plan == plans[1].plan);
    CHECK(points[3].recipe.seed == 2);
    CHECK(settingsText(points[3].settings) == "plan random 2, seed 2");
}
