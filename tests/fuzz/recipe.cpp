// SPDX-License-Identifier: GPL-3.0-or-later
/// Recipes, plans, lists of plans and hardware.
#include "core/run/recipe.h"

#include "core/explore/plan_list.h"
#include "core/network/zoo.h"
#include "core/run/target.h"
#include "tests/fuzz/fuzz.h"

void mho::fuzz::check(std::string_view input)
{
    static const Network network = makeZooNetwork("lenet5");
    checkText(input, [](std::string_view text) { return recipeFromJson(text, "recipe"); }, recipeToJson);
    checkText(input, [](std::string_view text) { return hardwareFromJson(text, "hardware"); }, hardwareToJson);
    checkText(input, [](std::string_view text) { return planFromJson(text, "plan"); }, planToJson);
    checkText(input, [](std::string_view text) { return planListFromJson(text, "plan", "plans"); }, planListToJson);
    if (const auto plan = attempt([&] { return planFromJson(input, "plan"); })) {
        attempt([&] { return plan->validate(network, targetOf(Hardware{})).size(); });
    }
}
