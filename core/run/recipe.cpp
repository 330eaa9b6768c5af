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

constexpr std::int64_t kMostRounds = 100'000;

/// The network came from a file: its name has an ending, or is that of the weights; and none of the zoo has it.
bool isOfNetworkFile(const Recipe& recipe)
{
    const std::vector<ZooEntry>& known = zoo();
    return std::none_of(known.begin(), known.end(), [&](const ZooEntry& entry) { return entry.name == recipe.network; }) &&
           (recipe.network == recipe.weights || std::filesystem::path(recipe.network).has_extension());
}

template <class Number>
void require(std::vector<Problem>& problems, bool good, const char* field, Number value, const char* range)
{
    if (!good) {
        problems.push_back({field, phrase(MHO_TEXT("%1 is not %2"), value, range)});
    }
}

}  // namespace

std::vector<Problem> AdmmOptions::validate() const
{
    std::vector<Problem> problems;
    require(problems, rounds >= 0 && rounds <= kMostRounds, "rounds", rounds, MHO_TEXT("in 0..100000"));
    require(problems, epochsPerRound >= 1 && epochsPerRound <= kMostRounds, "epochs_per_round", epochsPerRound,
            MHO_TEXT("in 1..100000"));
    require(problems, rho > 0.0 && std::isfinite(rho), "rho", rho, MHO_TEXT("a number above 0"));
    require(problems, rhoFactor >= 1.0 && std::isfinite(rhoFactor), "rho_factor", rhoFactor, MHO_TEXT("a number of 1 or more"));
    require(problems, rhoEvery >= 1 && rhoEvery <= kMostRounds, "rho_every", rhoEvery, MHO_TEXT("in 1..100000"));
    require(problems, tolerance >= 0.0 && tolerance < 1.0, "tolerance", tolerance, MHO_TEXT("in 0 <= t < 1"));
    addProblems(problems, prefixed("training", training.validate()));
    return problems;
}

double AdmmOptions::rhoAt(std::int64_t round) const
{
    double value = rho;
    for (std::int64_t passed = rhoEvery; passed <= round; passed += rhoEvery) {
        value *= rhoFactor;
    }
    return value;
}

std::vector<Problem> RegularizeOptions::validate() const
{
    std::vector<Problem> problems;
    require(problems, strength >= 0.0 && std::isfinite(strength), "strength", strength, MHO_TEXT("a number of 0 or more"));
    require(problems, clipRatio > 0.0 && std::isfinite(clipRatio), "clip_ratio", clipRatio, MHO_TEXT("a number above 0"));
    require(problems, epsilon > 0.0 && std::isfinite(epsilon), "epsilon", epsilon, MHO_TEXT("a number above 0"));
    require(problems, refreshEpochs >= 1 && refreshEpochs <= kMostRounds, "refresh_epochs", refreshEpochs,
            MHO_TEXT("in 1..100000"));
    addProblems(problems, prefixed("training", training.validate()));
    return problems;
}

std::vector<Problem> ProgressiveOptions::validate() const
{
    std::vector<Problem> problems;
    require(problems, steps >= 0 && steps <= kMostRounds, "steps", steps, MHO_TEXT("in 0..100000"));
    require(problems, share > 0.0 && share <= 1.0, "share", share, MHO_TEXT("in 0 < s <= 1"));
    addProblems(problems, prefixed("training", training.validate()));
    return problems;
}

std::vector<Problem> RetrainTeacher::validate() const
{
    std::vector<Problem> problems;
    require(problems, mix >= 0.0 && mix <= 1.0, "mix", mix, MHO_TEXT("in 0..1"));
    require(problems, temperature > 0.0 && std::isfinite(temperature), "temperature", temperature,
            MHO_TEXT("a number above 0"));
    return problems;
}

std::vector<Problem> StraightThroughOptions::validate() const
{
    std::vector<Problem> problems = RetrainTeacher{mix, temperature}.validate();
    if (teacherMean.size() != teacherDeviation.size()) {
        problems.push_back(
            {"teacher_mean",
             MHO_TEXT("teacher_mean and teacher_deviation need as many numbers as images have channels, or none")});
    }
    if (!std::all_of(teacherDeviation.begin(), teacherDeviation.end(), [](double d) { return d > 0.0; })) {
        problems.push_back({"teacher_deviation", MHO_TEXT("every deviation must be above 0")});
    }
    if (teacher.empty() && !teacherMean.empty()) {
        problems.push_back(
            {"teacher_mean",
             MHO_TEXT("there is no \"teacher\" that it is for; the network's own original is normalised as the network")});
    }
    addProblems(problems, prefixed("training", training.validate()));
    return problems;
}

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
    addProblems(problems, prefixed("execution", recipe.execution.validate()));
    addProblems(problems, prefixed("hardware", recipe.hardware.validate()));
    addProblems(problems, planProblems(recipe.plan, "plan"));
    addProblems(problems, prefixed("train", recipe.train.validate()));
    addProblems(problems, prefixed("admm", recipe.admm.validate()));
    addProblems(problems, prefixed("regularize", recipe.regularize.validate()));
    addProblems(problems, prefixed("purify", recipe.purify.thresholds.validate()));
    addProblems(problems, prefixed("retrain", recipe.retrain.validate()));
    addProblems(problems, prefixed("retrain_teacher", recipe.retrainTeacher.validate()));
    addProblems(problems, prefixed("quantize", recipe.quantize.validate()));
    addProblems(problems, prefixed("progressive", recipe.progressive.validate()));
    addProblems(problems, prefixed("straight_through", recipe.straightThrough.validate()));
    addProblems(problems, prefixed("finetune", recipe.finetune.validate()));
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
