// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/recipe.h"

#include "core/base/phrasing.h"
#include "core/base/resources.h"
#include "core/compress/plan_settings.h"
#include "core/network/zoo.h"
#include "core/run/fragment_signs.h"
#include "core/run/option_fields.h"
#include "core/run/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace mho {
namespace {

using detail::addProblems;
using detail::prefixed;

/// The network came from a file: its name has an ending, or is that of the weights; and none of the zoo has it.
bool isOfNetworkFile(const Recipe& recipe)
{
    const std::vector<ZooEntry>& known = zoo();
    return std::none_of(known.begin(), known.end(), [&](const ZooEntry& entry) { return entry.name == recipe.network; }) &&
           (recipe.network == recipe.weights || std::filesystem::path(recipe.network).has_extension());
}

}  // namespace

namespace detail {

std::vector<Problem> recipeProblems(const Recipe& recipe)
{
    std::vector<Problem> problems;
    if (recipe.network.empty()) {
        problems.push_back({"network", MHO_TEXT("A network's name is needed, e.g. \"lenet5\"")});
    }
    if (recipe.data.empty()) {
        problems.push_back({"data", MHO_TEXT("A data set's name is needed, e.g. \"synthetic-digits\"")});
    }
    addProblems(problems, prefixed("hardware", recipe.hardware.validate()));
    addProblems(problems, planProblems(recipe.plan, "plan"));
    addProblems(problems, recipe.Stages::validate());
    for (const LayerPlan& layer : recipe.plan.layers) {
        const auto isGroup = [](const ConstraintSpec& spec) {
            const auto& all = constraints();
            const auto found = std::find_if(all.begin(), all.end(), [&](const Constraint* c) { return c->name() == spec.kind; });
            return found != all.end() && (*found)->asGroups() != nullptr;
        };
        if (recipe.prune == PruneMethod::GroupRegularizer && !layer.constraints.empty() &&
            std::none_of(layer.constraints.begin(), layer.constraints.end(), isGroup)) {
            problems.push_back(
                {fmt::format("plan.{}", layer.layer), MHO_TEXT("\"prune\": \"group-regularizer\" needs a constraint over "
                                                               "groups (filter, channel, pe-group, ...) in each layer "
                                                               "that is pruned")});
        }
    }
    if (recipe.mean.size() != recipe.deviation.size()) {
        problems.push_back({"mean", MHO_TEXT("mean and deviation need as many numbers as images have channels, or none")});
    }
    if (std::any_of(recipe.deviation.begin(), recipe.deviation.end(), [](double d) { return !(d > 0.0); })) {
        problems.push_back({"deviation", MHO_TEXT("every deviation must be above 0")});
    }
    return problems;
}

}  // namespace detail

namespace {

/// The plan with each entry of which planProblems() tells something dense: what its layer can take is not asked.
Plan soundPlan(const Plan& plan)
{
    Plan sound;
    for (const LayerPlan& layer : plan.layers) {
        if (layer.layer.empty() || sound.find(layer.layer) != nullptr) {
            continue;
        }
        if (detail::planProblems(Plan{{layer}}, "").empty()) {
            sound.layers.push_back(layer);
        } else {
            sound.layers.emplace_back().layer = layer.layer;
        }
    }
    return sound;
}

/// What is wrong with the plan of a recipe whose hardware is sound. @param completed layers that the plan does not name stay dense
std::vector<Problem> problemsOfPlan(const Recipe& recipe, bool completed)
{
    const Plan sound = soundPlan(recipe.plan);
    std::vector<Problem> problems;
    // The network of a file is not at hand: whoever has it checks the plan against it.
    if (!isOfNetworkFile(recipe) && !recipe.network.empty()) {
        try {
            const Network zoo = makeZooNetwork(recipe.network);
            problems = prefixed("plan", (completed ? completedPlan(sound, zoo) : sound).validate(zoo, targetOf(recipe.hardware)));
        } catch (const Error& unknown) {
            problems.push_back({"network", unknown.what()});
        }
    }
    addProblems(problems, prefixed("plan", mixedSigns(sound, recipe.hardware)));
    return problems;
}

std::vector<Problem> allProblems(const Recipe& recipe, bool completed)
{
    std::vector<Problem> problems = detail::recipeProblems(recipe);
    if (recipe.hardware.validate().empty()) {
        addProblems(problems, problemsOfPlan(recipe, completed));
    }
    return problems;
}

}  // namespace

std::vector<Problem> Recipe::validate() const
{
    return allProblems(*this, false);
}

Recipe loadRecipe(const std::string& nameOrPath)
{
    const std::string path = resourcePath("recipes", nameOrPath);
    Recipe recipe = detail::typedRecipe(readTextFile(path), path);
    throwIfProblems(allProblems(recipe, true), path);
    try {
        recipe.plan = completedPlan(recipe.plan, makeZooNetwork(recipe.network));
    } catch (const Error& unknown) {
        throw Error(unknown.code(), unknown.textTemplate(), unknown.arguments(), path + ": network");
    }
    return recipe;
}

std::vector<std::string> recipeNames()
{
    return resourceNames("recipes");
}

}  // namespace mho
