// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_start.h"

#include "app/cli/data_source.h"
#include "core/base/error.h"
#include "core/network/zoo.h"
#include "core/project/project.h"
#include "core/run/network_recipe.h"

#include <fmt/format.h>

#include <filesystem>

namespace mho::cli {
namespace {

constexpr const char* kDefaultRecipe = "lenet5-digits";
constexpr const char* kBuiltIn = "synthetic-digits";

Recipe namedRecipe(const std::string& name)
{
    try {
        return loadRecipe(name);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::NotFound) {
            throw WrongUse(fmt::format("{} (a run of a network without a recipe: --network NAME)", error.what()));
        }
        throw;
    }
}

Recipe networkRecipe(const std::string& network)
{
    if (network.ends_with(".mho")) {
        return Project::open(network)->recipe();
    }
    try {
        return recipeForNetwork(network, makeZooNetwork(network));
    } catch (const Error& unknown) {
        throw WrongUse(fmt::format("{} (or give a project, FILE.mho)", unknown.what()));
    }
}

}  // namespace

std::string RunOptions::what() const
{
    return !network.empty() ? network : recipe.empty() ? kDefaultRecipe : recipe;
}

std::string RunOptions::projectPath() const
{
    if (!project.empty()) {
        return project;
    }
    if (network.ends_with(".mho")) {
        throw WrongUse(fmt::format("A run of the network in {} needs a file of its own: --project FILE.mho", network));
    }
    return "./" + std::filesystem::path(what()).stem().string() + ".mho";
}

bool RunOptions::changesRecipe() const
{
    return !recipe.empty() || !network.empty() || !source.plan.empty() || !source.planSettings.empty() ||
           !source.hardware.empty() || !source.settings.empty();
}

Recipe recipeOf(const RunOptions& options, const std::string& dataKind)
{
    Recipe recipe = options.network.empty() ? namedRecipe(options.what()) : networkRecipe(options.network);
    if (!options.network.empty() && !dataKind.empty()) {
        recipe.data = dataKind;
    }
    NetworkSource source = options.source;
    source.what = options.what();
    recipe.hardware = hardwareOf(source);
    std::vector<Problem> problems;
    recipe.plan = changedPlan(source, recipe.plan, makeZooNetwork(recipe.network), problems);
    recipe.execution.device = options.device.value_or(recipe.execution.device);
    recipe.execution.threads = options.threads.value_or(recipe.execution.threads);
    recipe.seed = options.seed.value_or(recipe.seed);
    const std::vector<Problem> more = recipe.validate();
    problems.insert(problems.end(), more.begin(), more.end());
    throwIfProblems(problems, recipe.name);
    recipe.execution = recipe.execution.resolved();
    return recipe;
}

RunStart startOf(const RunOptions& options)
{
    RunStart start;
    if (options.network.empty()) {
        start.recipe = recipeOf(options);
        start.folder = dataFolder(start.recipe, options.data, {});
        start.data = openRecipeData(start.recipe, start.folder);
        return start;
    }
    // A network takes any data that fit it: what the folder holds, the project's, or what its input shape suggests.
    if (!options.data.empty() && options.data != kBuiltIn) {
        start.folder = std::filesystem::absolute(options.data).lexically_normal().string();
        start.data = openDataSet(start.folder);
        start.recipe = recipeOf(options, start.data.name);
    } else {
        const Recipe usual = networkRecipe(options.network);
        const std::string kind = options.data.empty() ? usual.data : kBuiltIn;
        if (kind.empty()) {
            throw WrongUse(fmt::format("--data DIR is needed: no data set Mho knows has images of {}",
                                       shapeText(makeZooNetwork(usual.network).inputShape())));
        }
        const std::string stored = options.network.ends_with(".mho") ? Project::open(options.network)->dataFolder() : "";
        start.recipe = recipeOf(options, kind);
        start.folder = dataFolder(start.recipe, options.data, kind == usual.data ? stored : "");
        start.data = openRecipeData(start.recipe, start.folder);
    }
    requireImages(start.data, makeZooNetwork(start.recipe.network));
    return start;
}

}  // namespace mho::cli
