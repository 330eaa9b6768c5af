// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/fragment_signs.h"

#include "core/network/zoo.h"
#include "core/run/recipe.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace mho;
using Catch::Contains;

namespace {

/// A dense LeNet-5 on hardware that reads fragments of 8 word lines of one sign.
Recipe onFragments()
{
    Recipe recipe;
    recipe.plan = densePlan(makeZooNetwork("lenet5"));
    recipe.hardware.crossbar.signScheme = "fragment-sign";
    return recipe;
}

std::vector<std::string> fields(const std::vector<Problem>& problems)
{
    std::vector<std::string> names;
    for (const Problem& problem : problems) {
        names.push_back(problem.field);
    }
    return names;
}

}  // namespace

TEST_CASE("A run on hardware that reads fragments of one sign is refused, all layers at once, until each binds its signs")
{
    Recipe recipe = onFragments();
    const std::vector<Problem> problems = recipe.validate();
    CHECK(fields(problems) == std::vector<std::string>{"plan.conv1", "plan.conv2", "plan.fc1", "plan.fc2"});
    for (const Problem& problem : problems) {
        CHECK_THAT(problem.message, Contains("8 word lines") && Contains("fragment-sign") &&
                                        Contains("add the constraint \"sign-polarisation\""));
    }
    recipe.plan.find("conv1")->constraints = {{.kind = "sign-polarisation"}};
    recipe.plan.find("fc1")->constraints = {{.kind = "filter", .ratio = 2.0}, {.kind = "sign-polarisation"}};
    recipe.plan.find("fc2")->constraints = {{.kind = "filter", .ratio = 2.0}};
    CHECK(fields(recipe.validate()) == std::vector<std::string>{"plan.conv2", "plan.fc2"});
    // What else is wrong stands beside it.
    recipe.plan.find("fc1")->constraints[0].ratio = 1e6;
    const std::vector<std::string> all = fields(recipe.validate());
    REQUIRE(all.size() == 3);
    CHECK_THAT(all[0], Contains("plan.fc1"));
    recipe.plan.find("fc1")->constraints[0].ratio = 2.0;
    recipe.plan.find("conv2")->constraints = {{.kind = "sign-polarisation", .options = {{"rows", 16.0}}}};
    recipe.plan.find("fc2")->constraints.insert(recipe.plan.find("fc2")->constraints.begin(), {.kind = "sign-polarisation"});
    CHECK(recipe.validate().empty());
}

TEST_CASE("No other kind of constraint binds signs, and other hardware asks for none")
{
    Recipe recipe = onFragments();
    for (const Constraint* kind : constraints()) {
        INFO(kind->name());
        recipe.plan.find("conv1")->constraints = {{.kind = std::string(kind->name())}};
        const std::vector<std::string> found = fields(mixedSigns(recipe.plan, recipe.hardware));
        const bool binds = std::find(found.begin(), found.end(), "conv1") == found.end();
        CHECK(binds == (kind->name() == "sign-polarisation"));
        CHECK(found.size() == (binds ? 3U : 4U));
    }
    recipe.hardware.crossbar.fragmentRows = 1;
    CHECK(mixedSigns(recipe.plan, recipe.hardware).empty());
    recipe.hardware.crossbar.fragmentRows = 8;
    for (const char* scheme : {"two-arrays", "differential-pair", "offset", "reference-column", "isqed21"}) {
        recipe.hardware.crossbar.signScheme = scheme;
        CHECK(mixedSigns(recipe.plan, recipe.hardware).empty());
    }
}
