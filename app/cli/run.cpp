// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run.h"
#include "app/cli/command.h"
#include "app/cli/data_source.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "core/base/error.h"
#include "core/learn/learner.h"
#include "core/network/zoo.h"
#include "core/project/project.h"
#include "core/project/run_lock.h"
#include "core/report/summary.h"
#include "core/run/compressed_arrays.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <memory>
#include <optional>

namespace mho::cli {
namespace {

struct RunOptions {
    std::string recipe;
    std::string data;
    std::string project;
    std::string json;
    std::optional<std::string> device;
    std::optional<int> threads;
    std::optional<std::uint64_t> seed;
    bool resume = false;

    std::string recipeOrDefault() const { return recipe.empty() ? "lenet5-digits" : recipe; }
    std::string projectPath() const
    {
        return project.empty() ? "./" + std::filesystem::path(recipeOrDefault()).stem().string() + ".mho" : project;
    }
};

Recipe recipeOf(const RunOptions& options)
{
    Recipe recipe;
    try {
        recipe = loadRecipe(options.recipeOrDefault());
    } catch (const Error& error) {
        if (error.code() == ErrorCode::NotFound) {
            throw WrongUse(error.what());
        }
        throw;
    }
    recipe.execution.device = options.device.value_or(recipe.execution.device);
    recipe.execution.threads = options.threads.value_or(recipe.execution.threads);
    recipe.seed = options.seed.value_or(recipe.seed);
    throwIfProblems(recipe.validate(), recipe.name);
    recipe.execution = recipe.execution.resolved();
    return recipe;
}

/// A recipe without what the command line may set, to tell whether a project belongs to it.
std::string planOfWork(Recipe recipe)
{
    recipe.execution.device = "cpu";
    recipe.execution.threads = 1;
    // Which precision "auto" became belongs to the machine and device, and stays with the run.
    recipe.execution.precision = Precision::Automatic;
    recipe.seed = 0;
    return recipeToJson(recipe);
}

/// The project file of a new run; a finished run of the same recipe is replaced, anything else in the file is kept safe.
std::unique_ptr<Project> projectForNewRun(const std::string& path, const Recipe& recipe)
{
    if (!std::filesystem::exists(path)) {
        auto project = Project::create(path, recipe, makeZooNetwork(recipe.network));
        project->beginRun(recipe);
        return project;
    }
    auto project = Project::open(path);
    // Without a checkpoint there is nothing to lose: the run ended before its first epoch did.
    if (project->hasUnfinishedRun() && project->loadCheckpoint()) {
        throw WrongUse(fmt::format(
            "{} holds an unfinished run; go on with it (--resume), or name another file (--project FILE.mho)", path));
    }
    if (planOfWork(project->recipe()) != planOfWork(recipe)) {
        throw WrongUse(fmt::format(
            "{} belongs to another recipe or was changed in the studio; name another file (--project FILE.mho)", path));
    }
    project->setRecipe(recipe, "run");
    project->beginRun(recipe);
    return project;
}

template <typename T>
void refuseContradiction(const char* option, const std::optional<T>& given, const T& stored)
{
    if (given && *given != stored) {
        throw WrongUse(fmt::format("The run was started with {} {}; a resumed run keeps its settings, so leave {} out", option,
                                   stored, option));
    }
}

/// The project of a run to go on with, after a check that the options do not contradict it.
std::unique_ptr<Project> projectToResume(const RunOptions& options)
{
    const std::string path = options.projectPath();
    if (!std::filesystem::exists(path)) {
        throw WrongUse(fmt::format(
            "There is no project {} to resume; name the recipe or the file (--project FILE.mho) it was started with", path));
    }
    auto project = Project::open(path);
    if (!project->hasUnfinishedRun() && !project->resultJson()) {
        throw WrongUse(fmt::format("{} holds no run; leave out --resume to start one", path));
    }
    const Recipe stored = project->runRecipe();
    refuseContradiction("--seed", options.seed, stored.seed);
    refuseContradiction("--threads", options.threads, stored.execution.threads);
    refuseContradiction("--device", options.device, stored.execution.device);
    if (!options.recipe.empty() && planOfWork(recipeOf(options)) != planOfWork(stored)) {
        throw WrongUse(
            fmt::format("{} holds a run of recipe \"{}\", not of {} as it is now", path, stored.name, options.recipe));
    }
    return project;
}

void showResult(const RunOptions& options, const std::string& summary, const std::string& json)
{
    if (!options.json.empty()) {
        writeOutput(options.json, json);
    }
    // With the JSON on standard output, a pipe must get nothing else.
    fmt::print(options.json == "-" ? stderr : stdout, "{}", summary);
}

int perform(const Recipe& recipe, const DataSet& data, Project& project, const RunOptions& options)
{
    watchSignals();
    RunResult result;
    {
        ProgressDisplay display;
        RunCallbacks callbacks;
        callbacks.progress = [&](const Progress& progress) { return display.progress(progress); };
        callbacks.epoch = [&](const EpochMetric& metric) { display.epoch(metric); };
        callbacks.log = [&](const std::string& line) { display.line(line); };
        result = runRecipe(recipe, project.network(), data, &project, callbacks);
    }
    if (result.end == RunEnd::Cancelled) {
        fmt::print(stderr, "mho: cancelled; go on with: mho run --resume --project {}\n", project.path());
        return kCancelled;
    }
    const std::string json = resultToJson(result);
    project.saveResult(json, toArrays(result.compressed));
    showResult(options, "\n" + summaryText(result), json);
    return kDone;
}

int run(const RunOptions& options)
{
    std::unique_ptr<Project> project;
    Recipe recipe;
    if (options.resume) {
        project = projectToResume(options);
        if (const auto json = project->resultJson(); json && !project->hasUnfinishedRun()) {
            showResult(options,
                       fmt::format("The run in {} is finished; leave out --resume to start it anew.\n", project->path()),
                       *json);
            return kDone;
        }
        recipe = project->runRecipe();
    } else {
        recipe = recipeOf(options);
    }
    // Whatever can be wrong with data and module shows before a file is made or changed.
    const std::string folder = dataFolder(recipe, options.data, project ? project->dataFolder() : std::string());
    const DataSet data = openRecipeData(recipe, folder);
    warnOfSlowBlas(learner().environment());
    const RunLock lock(project ? project->path() : options.projectPath());
    if (!project) {
        project = projectForNewRun(options.projectPath(), recipe);
    }
    if (project->dataFolder() != folder) {
        project->setDataFolder(folder);
    }
    return perform(recipe, data, *project, options);
}

/// What is wrong with a seed, or nothing: CLI11 alone would take -1 for 2^64 - 1.
std::string seedCheck(const std::string& text)
{
    std::uint64_t seed = 0;
    const char* const end = text.data() + text.size();
    const auto [next, failure] = std::from_chars(text.data(), end, seed);
    return failure == std::errc() && next == end ? std::string() : fmt::format("{} is not a whole number of 0 or more", text);
}

}  // namespace

void addRun(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand("run", "Train, compress and map a network, and tell what it costs before and after");
    const auto options = std::make_shared<RunOptions>();
    command->add_option("RECIPE", options->recipe, "Name (see `mho list`) or path of a recipe; default lenet5-digits");
    command->add_option("--data", options->data, "Folder of the data set the recipe is for")->type_name("DIR");
    command->add_option("--project", options->project, "Project file that keeps the run; default ./RECIPE.mho")
        ->type_name("FILE.mho");
    command->add_option("--json", options->json, "Write the result as JSON; - is standard output")->type_name("FILE");
    command->add_option("--device", options->device, "Where to train")
        ->check(CLI::IsMember({"cpu", "cuda"}))
        ->type_name("cpu|cuda");
    command->add_option("--threads", options->threads, "Compute threads; default all cores")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    command->add_option("--seed", options->seed, "Seed of all that is random; default the recipe's")
        ->check(seedCheck)
        ->type_name("N");
    command->add_flag("--resume", options->resume, "Go on with an unfinished run");
    command->callback([options, &exitCode] { exitCode = run(*options); });
}

}  // namespace mho::cli
