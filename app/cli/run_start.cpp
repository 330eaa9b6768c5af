// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_start.h"

#include "app/cli/data_source.h"
#include "core/base/error.h"
#include "core/compress/live_paths.h"
#include "core/compress/preview.h"
#include "core/network/zoo.h"
#include "core/project/project.h"
#include "core/run/network_recipe.h"
#include "core/run/recipe_data.h"
#include "core/run/stage_settings.h"
#include "core/run/target.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <memory>

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
        return Project::openToRead(network)->recipe();
    }
    if (isNetworkFile(network)) {
        // Its weights are trained.
        Recipe recipe = recipeForNetwork(std::filesystem::path(network).filename().string(), networkOfFile(network));
        recipe.weights = recipe.network;
        return recipe;
    }
    try {
        return recipeForNetwork(network, makeZooNetwork(network));
    } catch (const Error& unknown) {
        throw WrongUse(fmt::format("{} (or give a project, FILE.mho, or a trained network, FILE.onnx or a file of weights)", unknown.what()));
    }
}

/// The graph that a run is of; its weights do not matter.
Network graphOf(const RunOptions& options, const Recipe& recipe)
{
    if (options.network.ends_with(".mho")) {
        return Project::openToRead(options.network)->network();
    }
    return isNetworkFile(options.network) ? networkOfFile(options.network) : makeZooNetwork(recipe.network);
}

}  // namespace

bool compressesNothing(const Plan& plan)
{
    return std::all_of(plan.layers.begin(), plan.layers.end(), [](const LayerPlan& layer) { return layer.constraints.empty() && layer.levelBits == 0; });
}

std::string dataPathOf(const RunOptions& options)
{
    return options.data.empty() || options.data == kBuiltIn ? "" : std::filesystem::absolute(options.data).lexically_normal().string();
}

std::string dataKindOf(const RunOptions& options)
{
    if (options.network.empty() || options.data.empty()) {
        return {};
    }
    return options.data == kBuiltIn ? kBuiltIn : openDataSet(dataPathOf(options)).name;
}

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
        throw WrongUse(fmt::format("A run of the network in {0} needs a file of its own: --project FILE.mho (mho run {0} runs the project itself)", network));
    }
    return "./" + std::filesystem::path(what()).stem().string() + ".mho";
}

bool RunOptions::changesRecipe() const
{
    return !recipe.empty() || !network.empty() || !source.plan.empty() || !source.planSettings.empty() ||
           !source.hardware.empty() || !source.settings.empty() || !stages.empty() || !mean.empty() || !deviation.empty() || !teacherMean.empty() ||
           !teacherDeviation.empty();
}

Recipe recipeOf(const RunOptions& options, const std::string& dataKind)
{
    const bool both = !options.network.empty() && !options.recipe.empty();
    Recipe recipe = options.network.empty() ? namedRecipe(options.what()) : networkRecipe(options.network);
    const Network graph = graphOf(options, recipe);
    if (both) {
        recipe = recipeOnNetwork(namedRecipe(options.recipe), recipe, graph);
    }
    if (!options.network.empty() && !dataKind.empty()) {
        recipe.data = dataKind;
    }
    NetworkSource source = options.source;
    source.what = both ? options.recipe : options.what();
    recipe.hardware = hardwareOf(source);
    std::vector<Problem> problems;
    recipe.plan = changedPlan(source, recipe.plan, graph, problems);
    if (both && compressesNothing(recipe.plan)) {
        throw WrongUse(fmt::format("The plan of {} is for other layers than {} has; give one with --plan or --set", options.recipe, options.network));
    }
    const auto channels = static_cast<std::size_t>(graph.inputShape().front());
    const auto take = [&](const char* meanOption, const std::string& mean, const char* deviationOption, const std::string& deviation,
                          std::vector<double>& means, std::vector<double>& deviations) {
        if (mean.empty() != deviation.empty()) {
            throw WrongUse(fmt::format("{} and {} belong together: a network was trained with both", meanOption, deviationOption));
        }
        if (!mean.empty()) {
            means = channelValues(meanOption, mean, channels);
            deviations = channelValues(deviationOption, deviation, channels);
        }
    };
    static_cast<Stages&>(recipe) = applyStageSettings(recipe, options.stages, "--stage");
    take("--mean", options.mean, "--std", options.deviation, recipe.mean, recipe.deviation);
    take("--teacher-mean", options.teacherMean, "--teacher-std", options.teacherDeviation, recipe.straightThrough.teacherMean,
         recipe.straightThrough.teacherDeviation);
    if (!source.weights.empty()) {
        recipe.weights = std::filesystem::path(source.weights).filename().string();
    }
    recipe.execution.device = options.device.value_or(recipe.execution.device);
    recipe.execution.threads = options.threads.value_or(recipe.execution.threads);
    recipe.seed = options.seed.value_or(recipe.seed);
    std::vector<Problem> more = recipe.validate();
    if (more.empty()) {
        more = recipe.plan.validate(graph, targetOf(recipe.hardware));
    }
    problems.insert(problems.end(), more.begin(), more.end());
    throwIfProblems(problems, recipe.name);
    recipe.execution = recipe.execution.resolved();
    return recipe;
}

namespace {

/// Of trained weights it shows before anything is written whether the plan keeps a way from the input to the output.
void requireWayThrough(const Network& network, const Recipe& recipe)
{
    if (!network.hasWeights()) {
        return;
    }
    Preview preview(std::make_shared<const Network>(network), targetOf(recipe.hardware));
    preview.apply(recipe.plan);
    requireConnected(network, preview.ownMasks());
}

}  // namespace

Network startNetworkOf(const RunOptions& options, const Recipe& recipe)
{
    // A recipe that starts from trained weights never trains from scratch in their place.
    NetworkSource source = options.source;
    source.what = options.what();
    Network network = startNetwork(source);
    if (recipe.weights.empty() || network.hasWeights()) {
        return network;
    }
    if (const char* root = std::getenv("MHO_DATA_DIR")) {
        source.weights = (std::filesystem::path(root) / "weights" / recipe.weights).string();
        if (std::filesystem::exists(source.weights)) {
            return startNetwork(source);
        }
    }
    throw WrongUse(
        fmt::format("Recipe \"{}\" starts from the trained weights {}: --weights FILE", recipe.name, recipe.weights));
}

RunStart startOf(const RunOptions& options, Recipe recipe, Network network)
{
    recipe.execution.device = options.device.value_or(recipe.execution.device);
    recipe.execution.threads = options.threads.value_or(recipe.execution.threads);
    recipe.execution = recipe.execution.resolved();
    RunStart start{std::move(recipe), {}, {}, std::move(network)};
    start.folder = dataFolder(start.recipe, options.data, {});
    start.data = openRecipeData(start.recipe, start.folder);
    requireWayThrough(start.network, start.recipe);
    requireImages(start.data, start.network);
    return start;
}

RunStart startOf(const RunOptions& options)
{
    RunStart start;
    if (options.network.empty()) {
        start.recipe = recipeOf(options);
        start.folder = dataFolder(start.recipe, options.data, {});
        start.data = openRecipeData(start.recipe, start.folder);
        start.network = startNetworkOf(options, start.recipe);
        requireWayThrough(start.network, start.recipe);
        return start;
    }
    // A network takes any data that fit it: what the folder holds, the project's, or what its input shape suggests.
    if (!options.data.empty() && options.data != kBuiltIn) {
        start.folder = dataPathOf(options);
        start.data = openDataSet(start.folder);
        start.recipe = recipeOf(options, start.data.name);
        start.data = withNormalization(std::move(start.data), start.recipe);
    } else {
        const Recipe usual = networkRecipe(options.network);
        const std::string kind = options.data.empty() ? usual.data : kBuiltIn;
        if (kind.empty()) {
            throw WrongUse(fmt::format("--data DIR is needed: no data set Mho knows has images of {}",
                                       shapeText(graphOf(options, usual).inputShape())));
        }
        const std::string stored = options.network.ends_with(".mho") ? Project::openToRead(options.network)->dataFolder() : "";
        start.recipe = recipeOf(options, kind);
        start.folder = dataFolder(start.recipe, options.data, kind == usual.data ? stored : "");
        start.data = openRecipeData(start.recipe, start.folder);
    }
    start.network = startNetworkOf(options, start.recipe);
    requireWayThrough(start.network, start.recipe);
    requireImages(start.data, start.network);
    return start;
}

}  // namespace mho::cli
