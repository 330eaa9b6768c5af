// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reproduce_task.h"

#include "app/cli/command.h"
#include "app/cli/data_source.h"
#include "app/cli/network_source.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "core/base/resources.h"
#include "core/crossbar/simulator/simulate.h"
#include "core/network/zoo.h"
#include "core/project/project.h"
#include "core/project/run_lock.h"
#include "core/report/reproduction.h"
#include "core/report/seed_result.h"
#include "core/run/compressed_arrays.h"
#include "core/run/recipe_data.h"
#include "core/run/recipe_work.h"
#include "core/run/run.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <memory>

namespace mho::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kCalibrationImages = 256;  ///< As `mho simulate`.

std::string rootFolder(const ReproduceOptions& options)
{
    const char* variable = std::getenv("MHO_DATA_DIR");
    return !options.data.empty() ? options.data : variable != nullptr ? variable : "";
}

Network startOf(const Recipe& recipe, const ReproduceOptions& options)
{
    if (recipe.weights.empty()) {
        return makeZooNetwork(recipe.network);
    }
    const fs::path folder = options.weights.empty() ? fs::path(rootFolder(options)) / "weights" : fs::path(options.weights);
    NetworkSource source;
    source.what = recipe.network;
    source.weights = (folder / recipe.weights).string();
    return startNetwork(source);
}

/// Puts test images through the crossbars of the finished network.
std::optional<CrossbarCheck> crossbarCheck(const ReproduceTask& task, const CompressedNetwork& network, const DataSet& data)
{
    if (task.row->simulateImages == 0) {
        return std::nullopt;
    }
    SimulationOptions options;
    options.floatReference = false;
    options.threads = static_cast<unsigned>(task.recipe.execution.threads);
    ProgressDisplay display;
    const SimulationResult result =
        simulate(network, task.recipe.hardware, options, imageSource(*data.train, data.normalization, kCalibrationImages),
                 imageSource(*data.test, data.normalization, static_cast<std::size_t>(task.row->simulateImages)),
                 [&](const Progress& progress) {
                     Progress shown = progress;
                     shown.stage = "crossbars";
                     return display.progress(shown);
                 });
    return CrossbarCheck{static_cast<std::int64_t>(result.images), result.crossbars.correct,
                         static_cast<std::int64_t>(result.identicalImages)};
}

/// The project to run in, with a run of the task's recipe begun. An unfinished or finished run of the same recipe is taken up;
/// its device, threads and precision then hold. One of another recipe is dropped where it is to be renewed, else refused.
std::unique_ptr<Project> projectOf(ReproduceTask& task, const ReproduceOptions& options)
{
    if (!fs::exists(task.project)) {
        auto project = Project::create(task.project, task.recipe, startOf(task.recipe, options));
        project->beginRun(task.recipe);
        return project;
    }
    auto project = Project::open(task.project);
    if (project->hasUnfinishedRun() || project->resultJson()) {
        const Recipe stored = project->runRecipe();
        if (stored.seed == task.recipe.seed && isRunOf(task.asked, stored)) {
            if (task.recipe.execution.threads != stored.execution.threads ||
                task.recipe.execution.device != stored.execution.device) {
                fmt::print(stderr, "{}: goes on as it was begun, with {} threads on {}\n", task.row->name,
                           stored.execution.threads, stored.execution.device);
            }
            task.recipe = stored;
            return project;
        }
        // Without a checkpoint there is nothing to lose.
        if (!options.renew && (project->resultJson() || project->loadCheckpoint())) {
            throw WrongUse(fmt::format("the recipe was changed since {} was {}; --renew drops that and starts anew", task.project,
                                       project->hasUnfinishedRun() ? "begun" : "finished"));
        }
        fmt::print(stderr, "{}: the recipe was changed since {} was begun; it starts anew\n", task.row->name, task.project);
    }
    project->setRecipe(task.recipe, "reproduce");
    project->setNetwork(startOf(task.recipe, options), "reproduce");
    project->beginRun(task.recipe);
    return project;
}

}  // namespace

std::string projectFileName(const std::string& row, std::uint64_t seed)
{
    return fmt::format("{}.seed{}.mho", row, seed);
}

ReproduceTask taskOf(const PublishedRow& row, std::uint64_t seed, const ReproduceOptions& options)
{
    ReproduceTask task;
    task.row = &row;
    task.seed = seed;
    task.asked = loadRecipe(row.name);
    task.recipe = task.asked;
    task.recipe.seed = seed;
    task.recipe.execution.threads = options.threads.value_or(task.recipe.execution.threads);
    task.recipe.execution.device = options.device.value_or(task.recipe.execution.device);
    task.recipe.execution = task.recipe.execution.resolved();
    task.work = recipeWork(task.recipe);
    task.result = (fs::path(options.results) / resultFileName(row.name, seed)).string();
    task.project = (fs::path(options.work) / projectFileName(row.name, seed)).string();
    return task;
}

bool isDone(const ReproduceTask& task, bool renew)
{
    if (!fs::exists(task.result)) {
        return false;
    }
    const std::optional<Recipe> ran = readSeedResult(task.result, task.row->name).recipe;
    if (ran && isRunOf(task.asked, *ran)) {
        return true;
    }
    if (!renew) {
        fmt::print(stderr, "{}, seed {}: the result is of an older recipe; --renew runs it again\n", task.row->name, task.seed);
    }
    return !renew;
}

ReproduceData::ReproduceData(const ReproduceOptions& options) : root_(rootFolder(options)) {}

std::string ReproduceData::folder(const Recipe& recipe) const
{
    if (recipe.data == "synthetic-digits") {
        return {};
    }
    const fs::path kind = fs::path(root_) / recipe.data;
    return dataFolder(recipe, !root_.empty() && fs::is_directory(kind) ? kind.string() : root_, {});
}

DataSet ReproduceData::open(const Recipe& recipe)
{
    if (recipe.data != kind_) {
        Recipe usual = recipe;
        usual.mean.clear();
        usual.deviation.clear();
        set_ = openRecipeData(usual, folder(recipe));
        kind_ = recipe.data;
    }
    return withNormalization(set_, recipe);
}

bool perform(ReproduceTask& task, const ReproduceOptions& options, ReproduceData& data,
             const std::function<Progress(const Progress&)>& over)
{
    const DataSet set = data.open(task.recipe);
    warnOfSlowBlas(learner().environment());
    const RunLock lock(task.project);
    const std::unique_ptr<Project> project = projectOf(task, options);
    project->setDataFolder(data.folder(task.recipe));
    if (project->hasUnfinishedRun() || !project->resultJson()) {
        RunResult result;
        {
            ProgressDisplay display;
            RunCallbacks callbacks;
            callbacks.progress = [&](const Progress& progress) { return display.progress(over(progress)); };
            callbacks.epoch = [&](const EpochMetric& metric) { display.epoch(metric); };
            callbacks.log = [&](const std::string& line) { display.line(line); };
            result = runRecipe(task.recipe, project->network(), set, project.get(), callbacks);
        }
        if (result.end != RunEnd::Finished && result.end != RunEnd::PlanBroken) {
            return false;
        }
        project->saveResult(resultToJson(result), toArrays(result.compressed));
    }
    refuseBroken(violationsOf(*project->resultJson()), task.project);
    const CompressedNetwork network = fromArrays(*project->resultArrays(), project->network());
    const std::optional<CrossbarCheck> check = crossbarCheck(task, network, set);
    writeFileWhole(task.result, resultFileText(*project->resultJson(), check));
    return true;
}

}  // namespace mho::cli
