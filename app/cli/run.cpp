// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run.h"
#include "app/cli/command.h"
#include "app/cli/data_source.h"
#include "app/cli/estimate_records.h"
#include "app/cli/option_checks.h"
#include "app/cli/output.h"
#include "app/cli/run_start.h"
#include "app/cli/terminal.h"
#include "core/base/error.h"
#include "core/learn/learner.h"
#include "core/project/project.h"
#include "core/project/run_lock.h"
#include "core/report/summary.h"
#include "core/run/compressed_arrays.h"
#include "core/run/recipe_work.h"
#include "core/run/run_check.h"
#include "core/run/stage_settings.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

namespace mho::cli {
namespace {

/// A recipe without what the command line may set, to tell whether a project belongs to it.
std::string planOfWork(Recipe recipe)
{
    recipe.execution.device = "cpu";
    recipe.execution.threads = 1;
    // Which precision "auto" became belongs to the machine and device, and stays with the run.
    recipe.execution.precision = Precision::Automatic;
    recipe.seed = 0;
    // The network's hash tells whether the weights are the same, under any name.
    recipe.weights.clear();
    return recipeToJson(recipe);
}

/// The project file of a new run; a finished run of the same recipe and network is replaced, anything else in the file is kept
/// safe.
std::unique_ptr<Project> projectForNewRun(const std::string& path, const Recipe& recipe, const Network& network)
{
    if (!std::filesystem::exists(path)) {
        auto project = Project::create(path, recipe, network);
        project->beginRun(recipe);
        return project;
    }
    auto project = Project::open(path);
    // Without a checkpoint there is nothing to lose: the run ended before its first epoch did.
    if (project->hasUnfinishedRun() && project->loadCheckpoint()) {
        throw WrongUse(fmt::format(
            "{} holds an unfinished run; go on with it (--resume), or name another file (--project FILE.mho)", path));
    }
    const Recipe stored = project->recipe();
    if (planOfWork(stored) != planOfWork(recipe)) {
        throw WrongUse(fmt::format(
            "{0} asks for another run: its recipe, plan, hardware or stages differ. Change it first (mho plan set {0} ...) and run it (mho run {0}), or "
            "name another file (--project FILE.mho)", path));
    }
    if (networkHash(project->network()) != networkHash(network)) {
        throw WrongUse(fmt::format("{} holds a network with other weights; name another file (--project FILE.mho)", path));
    }
    // The run has its seed and what it is computed on in its own recipe; the project's stay as a person left them.
    Recipe kept = recipe;
    kept.seed = stored.seed;
    kept.execution = stored.execution;
    project->setRecipe(kept, "run");
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

bool holdsRun(const std::string& path)
{
    if (!std::filesystem::exists(path)) {
        return false;
    }
    const auto project = Project::open(path);
    return project->hasUnfinishedRun() || project->resultJson();
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
    Stages asked = applyStageSettings(stored, options.stages, "--stage");
    asked.execution = asked.execution.resolved();
    if (const std::vector<std::string> others = stageSettingsBetween(stored, asked); !others.empty()) {
        throw WrongUse(fmt::format("The run was started with other stages; a resumed run keeps them, so leave --stage {} out", others.front()));
    }
    if (options.recipe.empty() && options.network.empty() && options.changesRecipe()) {
        throw WrongUse("A resumed run keeps its plan, hardware and stages; leave out --plan, --set, --hardware, --with, --stage, --mean, "
                       "--std, --teacher-mean and --teacher-std");
    }
    if (options.changesRecipe() && planOfWork(recipeOf(options, stored.data)) != planOfWork(stored)) {
        throw WrongUse(fmt::format("{} holds a run of \"{}\" that was started with other options than {} and these", path,
                                   stored.name, options.what()));
    }
    NetworkSource given;
    given.what = path;
    given.weights = options.source.weights;
    if (!given.weights.empty() && networkHash(startNetwork(given)) != networkHash(project->network())) {
        throw WrongUse(fmt::format("The run was started with other weights than those of {}; leave out --weights",
                                   options.source.weights));
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

/// The teacher that the recipe names, with its weights; nullptr where it names none.
std::shared_ptr<const Network> teacherOf(const Recipe& recipe, const RunOptions& options)
{
    if (!needsTeacher(recipe)) {
        if (!options.teacher.empty()) {
            throw WrongUse(fmt::format("--teacher {}: recipe \"{}\" {}", options.teacher, recipe.name,
                                       recipe.straightThrough.teacher.empty() ? "names no teacher (straight_through.teacher)"
                                                                              : "learns from none (levels in its plan, straight_through.mix and .training.epochs)"));
        }
        return nullptr;
    }
    if (options.teacher.empty()) {
        throw WrongUse(fmt::format("Recipe \"{}\" learns from {}: give its weights, --teacher FILE", recipe.name, recipe.straightThrough.teacher));
    }
    NetworkSource source;
    source.what = recipe.straightThrough.teacher;
    source.weights = options.teacher;
    return std::make_shared<const Network>(startNetwork(source));
}

/// Into the run's own project, and into the one that its network came from.
void recordEstimates(Project& project, const RunOptions& options, const std::string& resultJson)
{
    try {
        const auto start = std::make_shared<const Network>(project.network());
        recordRun(project, start, resultJson);
        if (options.network.ends_with(".mho")) {
            recordRun(*Project::open(options.network), start, resultJson);
        }
    } catch (const Error& error) {
        // The run is done and saved.
        fmt::print(stderr, "mho: warning: no record of the estimate could be kept: {}\n", error.what());
    }
}

void keepPoint(Project& project, const RunResult& result)
{
    try {
        project.addRunPoint(result);
    } catch (const Error& error) {
        // The run is done and saved.
        fmt::print(stderr, "mho: warning: no design point could be kept: {}\n", error.what());
    }
}

/// Where the run was stopped and kept, and that it was not where it was to be.
void tellStop(const RunOptions& options, const RunResult& result)
{
    const std::string at = result.stoppedAt ? stopPointText(*result.stoppedAt) : "";
    if (!at.empty()) {
        fmt::print(stderr, "mho: stopped at {} and kept\n", at);
    }
    if (!options.stopAt.empty() && at != options.stopAt) {
        fmt::print(stderr, "mho: warning: --stop-at {}: {}\n", options.stopAt,
                   at.empty() ? "the run did not come to that step" : "the run was past that step when it began to train");
    }
}

/// A stage that the run has not would be waited for in vain.
void checkStop(const RunOptions& options, const Recipe& recipe, const Network& network)
{
    if (options.stopAt.empty()) {
        return;
    }
    const std::string stage = stopPointOf(options.stopAt).stage;
    std::string names;
    for (const StageWork& work : stagesOf(recipe, network.hasWeights())) {
        if (work.stage == stage) {
            return;
        }
        names += (names.empty() ? "" : ", ") + work.stage;
    }
    throw WrongUse(fmt::format("--stop-at {}: this run has no stage {}; it has: {}", options.stopAt, stage, names));
}

int perform(const Recipe& recipe, const DataSet& data, Project& project, const RunOptions& options,
            std::shared_ptr<const Network> teacher)
{
    watchSignals();
    RunResult result;
    {
        ProgressDisplay display;
        RunCallbacks callbacks;
        callbacks.progress = [&](const Progress& progress) { return display.progress(progress); };
        callbacks.epoch = [&](const EpochMetric& metric) { display.epoch(metric); };
        callbacks.log = [&](const std::string& line) { display.line(line); };
        if (!options.stopAt.empty()) {
            callbacks.stopAt = stopPointOf(options.stopAt);
        }
        result = runRecipe(recipe, project.network(), data, &project, callbacks, std::move(teacher));
    }
    if (result.end == RunEnd::Cancelled) {
        project.noteRun(kCancelRunCommand);
        fmt::print(stderr, "mho: cancelled; go on with: mho run --resume --project {}{}\n", project.path(),
                   options.stopAt.empty() ? "" : " --stop-at " + options.stopAt);
        return kCancelled;
    }
    const std::string json = resultToJson(result);
    project.saveResult(json, toArrays(result.compressed));
    showResult(options, "\n" + summaryText(result), json);
    tellStop(options, result);
    refuseBroken(result.violations, project.path());
    recordEstimates(project, options, json);
    keepPoint(project, result);
    return kDone;
}

/// @param project that holds the run to go on with; nullptr = a new one
int begin(const RunOptions& options, RunStart start, std::unique_ptr<Project> project)
{
    checkStop(options, start.recipe, project ? project->network() : start.network);
    warnOfSlowBlas(learner().environment());
    std::shared_ptr<const Network> teacher = teacherOf(start.recipe, options);
    const RunLock lock(options.projectPath());
    if (!project) {
        project = projectForNewRun(options.projectPath(), start.recipe, start.network);
    } else {
        project->noteRun(kResumeRunCommand);
    }
    if (project->dataFolder() != start.folder) {
        project->setDataFolder(start.folder);
    }
    return perform(start.recipe, start.data, *project, options, std::move(teacher));
}

}  // namespace

int runMainJob(const RunOptions& options)
{
    const std::string path = options.projectPath();
    std::unique_ptr<Project> project;
    RunStart start;
    if (options.resume || (options.goOn && holdsRun(path))) {
        project = projectToResume(options);
        if (const auto json = project->resultJson(); json && !project->hasUnfinishedRun()) {
            showResult(options,
                       fmt::format("The run in {} is finished; leave out --resume to start it anew.\n", project->path()),
                       *json);
            refuseBroken(violationsOf(*json), project->path());
            return kDone;
        }
        start.recipe = project->runRecipe();
        start.folder = dataFolder(start.recipe, options.data, project->dataFolder());
        start.data = openRecipeData(start.recipe, start.folder);
    } else {
        // Whatever can be wrong with plan, weights, data and module shows before a file is made or changed.
        start = startOf(options);
    }
    return begin(options, std::move(start), std::move(project));
}

int runMainJob(const RunOptions& options, RunStart start)
{
    return begin(options, std::move(start), nullptr);
}

void addRun(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand("run", "Train, compress and map a network, and tell what it costs before and after");
    const auto options = std::make_shared<RunOptions>();
    command->add_option("RECIPE", options->recipe, "Name (see `mho list`) or path of a recipe, or a project (FILE.mho) to run as it is; default lenet5-digits");
    command
        ->add_option("--network", options->network,
                     "A network's name (see `mho list`), a trained network (FILE.onnx, or a file of weights) or a project (FILE.mho): run it with the schedules of its "
                     "family or project, or with the stages of RECIPE")
        ->type_name("NAME|FILE");
    addSourceOptions(*command, options->source, "A plan to run in place of the recipe's or project's");
    repeatable(command
        ->add_option("--stage", options->stages,
                     "Change one field of the stages, e.g. retrain.epochs=20 (docs/file-format.md; `mho plan show --stages` lists those of a project); may be repeated")
        ->type_name("FIELD=VALUE"));
    command->add_option("--data", options->data, "Folder of the data set the recipe is for; a network takes any that fits it")
        ->type_name("DIR");
    command->add_option("--mean", options->mean, "Mean per channel of pixels in 0..1; default the recipe's or the data set's")
        ->type_name("R,G,B");
    command->add_option("--std", options->deviation, "Deviation per channel; default the recipe's or the data set's")
        ->type_name("R,G,B");
    command->add_option("--teacher", options->teacher, "Weights of the teacher that the recipe names")->type_name("FILE");
    command->add_option("--teacher-mean", options->teacherMean, "Mean that the teacher was trained with; default the recipe's or --mean")
        ->type_name("R,G,B");
    command->add_option("--teacher-std", options->teacherDeviation, "Deviation that the teacher was trained with")->type_name("R,G,B");
    command->add_option("--project", options->project, "Project file that keeps the run; default ./RECIPE.mho or ./NETWORK.mho")
        ->type_name("FILE.mho");
    addJsonOption(*command, options->json);
    command->add_option("--device", options->device, "Where to train")
        ->check(CLI::IsMember({"cpu", "cuda"}))
        ->type_name("cpu|cuda");
    command->add_option("--threads", options->threads, "Compute threads; default all cores")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    command->add_option("--seed", options->seed, "Seed of all that is random; default the recipe's")
        ->check(seedCheck)
        ->type_name("N");
    command
        ->add_option("--stop-at", options->stopAt,
                     "Stop before a step of training and keep what is there, as Stop and Keep of Mho Studio does; results name the step as stopped_at. STAGE: train, admm, "
                     "retrain, quantize, progressive, straight-through, finetune; ROUND and STEP count from 0 (docs/result-json.md)")
        ->check(stopPointCheck)
        ->type_name("STAGE:ROUND:STEP");
    CLI::Option* resume = command->add_flag("--resume", options->resume, "Go on with an unfinished run");
    command->add_flag("--continue", options->goOn, "As --resume where the project holds a run, else start one")->excludes(resume);
    command->callback([options, &exitCode] {
        if (options->recipe.ends_with(".mho")) {
            // A project runs as it is, into itself.
            if (!options->network.empty() || !options->project.empty()) {
                throw WrongUse(fmt::format("{} is a project: alone it is run as it is; a run of its network in another file is --network {} --project FILE.mho",
                                           options->recipe, options->recipe));
            }
            options->network = std::exchange(options->recipe, {});
            options->project = options->network;
        }
        exitCode = runMainJob(*options);
    });
}

}  // namespace mho::cli
