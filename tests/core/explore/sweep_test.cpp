// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/sweep.h"

#include "core/network/zoo.h"

#include <catch2/catch.hpp>

using namespace mho;
using Catch::Matchers::Contains;

namespace {

SweepSpec spec()
{
    SweepSpec made;
    made.name = "test";
    made.base.network = "lenet5";
    return made;
}

const Network& lenet()
{
    static const Network network = makeZooNetwork("lenet5");
    return network;
}

}  // namespace

TEST_CASE("A grid is every combination, the last axis fastest, and the list follows")
{
    SweepSpec made = spec();
    made.grid = {{"hardware.crossbar.rows", {"64", "128"}}, {"plan.*.filter-shape", {"2", "4", "8"}}};
    made.list = {{{"seed", "9"}, {"admm.rho", "0.5"}, {"hardware.preset", "forms"}}};
    const std::vector<SweepPoint> points = sweepPoints(made, lenet());
    REQUIRE(points.size() == 7);
    CHECK(points[0].recipe.hardware.crossbar.rows == 64);
    CHECK(points[2].recipe.plan.find("conv2")->constraints == std::vector<ConstraintSpec>{{"filter-shape", 8.0}});
    CHECK(points[3].recipe.hardware.crossbar.rows == 128);
    CHECK(points[3].recipe.plan.find("conv2")->constraints == std::vector<ConstraintSpec>{{"filter-shape", 2.0}});
    CHECK(points[6].recipe.seed == 9);
    CHECK(points[6].recipe.admm.rho == 0.5);
    CHECK(points[6].recipe.hardware.preset == "forms");
    CHECK(settingsText(points[4].settings) == "rows 128, *.filter-shape 4");
    CHECK(settingsText({}) == "as the base");
    CHECK(settingsText({{"admm.rounds", "4"}, {"quantize.rounds", "2"}, {"seed", "3"}}) == "admm.rounds 4, quantize.rounds 2, seed 3");
}

TEST_CASE("Points are made one by one as they are all at once")
{
    SweepSpec made = spec();
    made.grid = {{"hardware.crossbar.rows", {"64", "128"}}, {"plan.*.filter-shape", {"2", "4", "8"}}};
    made.list = {{{"seed", "9"}}};
    const std::vector<SweepPoint> points = sweepPoints(made, lenet());
    REQUIRE(sweepSize(made) == points.size());
    for (std::size_t point = 0; point < points.size(); ++point) {
        CHECK(sweepSettings(made, point) == points[point].settings);
        CHECK(recipeToJson(sweepRecipe(made, sweepSettings(made, point), lenet())) == recipeToJson(points[point].recipe));
    }
    CHECK_NOTHROW(checkSweep(made, lenet()));
    made.grid[0].values[1] = "0";
    CHECK_THROWS_WITH(checkSweep(made, lenet()), Contains("rows 0"));
}

TEST_CASE("A sweep has at most 20,000 points, of the grid and the list together")
{
    SweepSpec made = spec();
    made.grid = {{"seed", std::vector<std::string>(200, "1")}, {"admm.rho", std::vector<std::string>(100, "0.1")}};
    CHECK(sweepSize(made) == kMostSweepPoints);
    made.list = {{{"seed", "2"}}};
    CHECK_THROWS_WITH(sweepSize(made), Contains("20001 points are more than 20000"));
    made.grid.clear();
    made.list.assign(kMostSweepPoints + 1, {{"seed", "2"}});
    CHECK_THROWS_WITH(checkSweep(made, lenet()), Contains("20001 points are more than 20000"));
    made.list.clear();
    for (int i = 0; i < 1'001; ++i) {
        made.grid.push_back({"field" + std::to_string(i), {"1"}});
    }
    CHECK_THROWS_WITH(sweepSize(made), Contains("1001 fields are more than 1000"));
}

TEST_CASE("Nonsense is refused before anything runs, all at once")
{
    CHECK_THROWS_WITH(sweepPoints(spec(), lenet()), Contains("there is no point"));
    SweepSpec made = spec();
    made.grid = {{"seed", {}}, {"seed", {"1"}}, {"", {"1"}}};
    CHECK_THROWS_WITH(sweepPoints(made, lenet()), Contains("has no values") && Contains("named twice") && Contains("names no field"));
    made.grid = {};
    made.list = {{{"seed", "1"}, {"seed", "2"}}};
    CHECK_THROWS_WITH(sweepPoints(made, lenet()), Contains("list[0]") && Contains("named twice"));
    made.list = {{{"seed", std::string(200'000, '[') + std::string(200'000, ']')}}, {{"seed", "\xff"}}, {{"name", "\xfe"}}};
    CHECK_THROWS_WITH(sweepPoints(made, lenet()), Contains("list[0]") && Contains("nested") && Contains("list[1]") && Contains("UTF-8") &&
                                                      Contains("list[2]"));
    made.list = {{{"seed", std::string(5000, 'x')}}};
    CHECK_THROWS_WITH(sweepPoints(made, lenet()), Contains("xxx...") && !Contains(std::string(100, 'x')));
    // Fragments of one sign can be previewed without a constraint that makes them so, but not run.
    made.list = {{{"hardware.crossbar.sign_scheme", "fragment-sign"}}};
    CHECK(sweepPoints(made, lenet()).size() == 1);
    made.mode = SweepMode::Run;
    CHECK_THROWS_WITH(sweepPoints(made, lenet()), Contains("conv1"));
    made.mode = SweepMode::Preview;
    made.list = {};
    made.grid = {{"admm.rhoo", {"1"}}};
    CHECK_THROWS_WITH(sweepPoints(made, lenet()), Contains("admm.rhoo") && Contains("Did you mean"));
    made.grid = {{"seed.deeper", {"1"}}};
    CHECK_THROWS_WITH(sweepPoints(made, lenet()), Contains("no field below"));
    made.grid = {{"plan.conv1.filter", {"2", "1000"}}, {"plan.fc9.filter", {"2"}}};
    CHECK_THROWS_WITH(sweepPoints(made, lenet()), Contains("fc9"));
    made.grid = {{"plan.conv1.filter", {"2", "1000"}}};
    CHECK_THROWS_WITH(sweepPoints(made, lenet()), Contains("conv1.filter 1000"));
    made.grid = {{"hardware.crossbar.rows", {"0", "\"many\""}}};
    CHECK_THROWS_WITH(sweepPoints(made, lenet()), Contains("rows 0") && Contains("rows \"many\""));
}
