// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/recipe.h"

#include "core/base/resources.h"
#include "core/compress/plan_settings.h"
#include "core/network/zoo.h"
#include "core/run/option_fields.h"
#include "core/run/target.h"

#include <fmt/format.h>

#include <cmath>

namespace mho {
namespace {

using detail::addProblems;
using detail::prefixed;

}  // namespace

std::vector<Problem> AdmmOptions::validate() const
{
    std::vector<Problem> problems;
    const auto countProblem = [&](const char* field, std::int64_t value) {
        if (value < 1 || value > 100'000) {
            problems.push_back({field, fmt::format("{} is not in 1..100000", value)});
        }
    };
    countProblem("rounds", rounds);
    countProblem("epochs_per_round", epochsPerRound);
    if (!(rho > 0.0) || !std::isfinite(rho)) {
        problems.push_back({"rho", fmt::format("{} is not a number above 0", rho)});
    }
    if (!(rhoFactor >= 1.0) || !std::isfinite(rhoFactor)) {
        problems.push_back({"rho_factor", fmt::format("{} is not a number of 1 or more", rhoFactor)});
    }
    addProblems(problems, prefixed("training", training.validate()));
    return problems;
}

namespace detail {

std::vector<Problem> recipeProblems(const Recipe& recipe)
{
    std::vector<Problem> problems;
    if (recipe.network.empty()) {
        problems.push_back({"network", "A network's name is needed, e.g. \"lenet5\""});
    }
    if (recipe.data.empty()) {
        problems.push_back({"data", "A data set's name is needed, e.g. \"synthetic-digits\""});
    }
    addProblems(problems, prefixed("execution", recipe.execution.validate()));
    addProblems(problems, prefixed("hardware", recipe.hardware.validate()));
    addProblems(problems, planProblems(recipe.plan, "plan"));
    addProblems(problems, prefixed("train", recipe.train.validate()));
    addProblems(problems, prefixed("admm", recipe.admm.validate()));
    addProblems(problems, prefixed("retrain", recipe.retrain.validate()));
    addProblems(problems, prefixed("quantize", recipe.quantize.validate()));
    addProblems(problems, prefixed("finetune", recipe.finetune.validate()));
    return problems;
}

}  // namespace detail

std::vector<Problem> Recipe::validate() const
{
    std::vector<Problem> problems = detail::recipeProblems(*this);
    if (!problems.empty()) {
        return problems;
    }
    try {
        return prefixed("plan", plan.validate(makeZooNetwork(network), targetOf(hardware)));
    } catch (const Error& unknown) {
        return {{"network", unknown.what()}};
    }
}

Recipe loadRecipe(const std::string& nameOrPath)
{
    const std::string path = resourcePath("recipes", nameOrPath);
    Recipe recipe = recipeFromJson(readTextFile(path), path);
    try {
        recipe.plan = completedPlan(recipe.plan, makeZooNetwork(recipe.network));
    } catch (const Error& unknown) {
        throw Error(unknown.code(), unknown.textTemplate(), unknown.arguments(), path + ": network");
    }
    throwIfProblems(recipe.validate(), path);
    return recipe;
}

std::vector<std::string> recipeNames()
{
    return resourceNames("recipes");
}

}  // namespace mho
