// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explore.h"
#include "app/cli/explore_study.h"
#include "app/cli/network_source.h"
#include "app/cli/option_checks.h"
#include "app/cli/output.h"
#include "app/cli/run_start.h"
#include "app/cli/terminal.h"
#include "core/base/process.h"
#include "core/base/resources.h"
#include "core/explore/plan_list.h"
#include "core/explore/slurm.h"
#include "core/explore/study.h"
#include "core/network/weight_layer.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <map>
#include <set>

namespace mho::cli {
namespace {

struct Options {
    RunOptions run;
    std::string folder;
    std::string name = "sweep";
    std::string mode = "preview";
    std::vector<std::string> plans;
    std::vector<std::string> grid;
    std::vector<std::string> points;
    std::string engine = "local";
    std::int64_t jobs = 0;
    int threads = 1;
    SlurmOptions slurm;
    bool retry = false;
};

/// "FIELD=VALUE" cut at the first "=".
std::pair<std::string, std::string> cut(const char* option, const std::string& text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
        throw WrongUse(fmt::format("{} {}: give FIELD=VALUE", option, text));
    }
    return {text.substr(0, equals), text.substr(equals + 1)};
}

/// Cut at commas outside of brackets and quotes, so that lists can be values.
std::vector<std::string> listOf(const std::string& text)
{
    std::vector<std::string> parts{""};
    int depth = 0;
    bool inText = false;
    for (const char character : text) {
        inText = inText != (character == '"');
        depth += !inText && (character == '[' || character == '{') ? 1 : 0;
        depth -= !inText && (character == ']' || character == '}') ? 1 : 0;
        if (character == ',' && depth == 0 && !inText) {
            parts.emplace_back();
        } else {
            parts.back() += character;
        }
    }
    return parts;
}

/// Plans of several files; two of one name get their file's name before it, so that a study tells them apart.
std::vector<NamedPlan> plansOfFiles(const std::vector<std::string>& files)
{
    std::vector<NamedPlan> plans;
    std::vector<std::string> stems;
    std::map<std::string, int> uses;
    for (const std::string& file : files) {
        const std::string stem = std::filesystem::path(file).stem().string();
        for (NamedPlan& plan : planListFromJson(readTextFile(file), stem, file)) {
            ++uses[plan.name];
            plans.push_back(std::move(plan));
            stems.push_back(stem);
        }
    }
    std::set<std::string> names;
    for (std::size_t at = 0; at < plans.size(); ++at) {
        if (uses[plans[at].name] > 1) {
            plans[at].name = stems[at] + " " + plans[at].name;
        }
        if (!names.insert(plans[at].name).second) {
            throw WrongUse(fmt::format("--plans: two plans are called \"{}\"; rename one", plans[at].name));
        }
    }
    return plans;
}

SweepSpec specOf(const Options& options)
{
    SweepSpec spec;
    spec.name = options.name;
    if (options.mode != "preview" && options.mode != "run") {
        throw WrongUse(fmt::format("--mode {}: choose preview or run", options.mode));
    }
    spec.mode = options.mode == "run" ? SweepMode::Run : SweepMode::Preview;
    spec.base = recipeOf(options.run, spec.mode == SweepMode::Run ? dataKindOf(options.run) : "");
    if (!options.plans.empty()) {
        SweepAxis& axis = spec.grid.emplace_back();
        axis.field = "plan";
        for (const NamedPlan& plan : plansOfFiles(options.plans)) {
            axis.values.push_back(planSetting(plan));
        }
    }
    for (const std::string& axis : options.grid) {
        const auto [field, values] = cut("--grid", axis);
        spec.grid.push_back({field, listOf(values)});
    }
    for (const std::string& point : options.points) {
        std::vector<SweepSetting> settings;
        for (const std::string& setting : listOf(point)) {
            const auto [field, value] = cut("--point", setting);
            settings.push_back({field, value});
        }
        spec.list.push_back(std::move(settings));
    }
    return spec;
}

std::string absolute(const std::string& path)
{
    return path.empty() ? path : std::filesystem::absolute(path).string();
}

/// LibTorch, what a training holds per weight (weights, gradients, momentum, copies, duals), and activations.
std::int64_t bytesOf(const StudyFolder& study, const Network& network)
{
    constexpr std::int64_t kPreview = 200LL << 20U;
    constexpr std::int64_t kRun = 900LL << 20U;
    constexpr std::int64_t kPerWeight = 40;
    std::int64_t weights = 0;
    for (const WeightLayer& layer : weightLayers(network)) {
        weights += layer.weights();
    }
    return (study.spec().mode == SweepMode::Run ? kRun : kPreview) + kPerWeight * weights;
}

int runLocally(const StudyFolder& study, const std::vector<std::size_t>& open, const Options& options, const Network& network)
{
    const std::int64_t jobs = options.jobs > 0 ? options.jobs : fittingProcesses(options.threads, bytesOf(study, network));
    std::vector<LoggedCommand> commands;
    for (const std::size_t point : open) {
        commands.push_back(
            {{ownProgram(), "explore", "point", study.folder(), std::to_string(point), "--threads", std::to_string(options.threads)},
             study.logPath(point),
             {}});
    }
    watchSignals();
    const auto begin = std::chrono::steady_clock::now();
    {
        ProgressDisplay display;
        std::size_t told = 0;
        runProcesses(commands, jobs, [&](std::size_t ended) {
            Progress progress;
            progress.stage = study.spec().name;
            progress.elapsedS = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            progress.totalFraction = progress.stageFraction = static_cast<double>(ended) / static_cast<double>(commands.size());
            progress.remainingS = ended > 0 ? progress.elapsedS / static_cast<double>(ended) * static_cast<double>(commands.size() - ended) : -1.0;
            if (ended != told) {
                told = ended;
                display.line(fmt::format("{} of {} points done", ended, commands.size()));
            }
            return display.progress(progress);
        });
    }
    return wasInterrupted() ? int{kCancelled} : int{kDone};
}

int sweep(const Options& options)
{
    const SweepSpec spec = specOf(options);
    const Network network = [&] {
        if (spec.mode == SweepMode::Run) {
            return startNetworkOf(options.run, spec.base);
        }
        NetworkSource source = options.run.source;
        source.what = options.run.what();
        return startNetwork(source);
    }();
    std::string data = dataPathOf(options.run);
    if (options.run.data.empty() && options.run.network.ends_with(".mho")) {
        data = Project::openToRead(options.run.network)->dataFolder();
    }
    const StudyFolder study = StudyFolder::create(options.folder, spec, {data, absolute(options.run.source.weights)}, network);
    std::vector<std::size_t> open;
    for (std::size_t point = 0; point < study.size(); ++point) {
        if (options.retry) {
            study.reopen(point);
        }
        if (study.point(point).state == PointState::Open) {
            open.push_back(point);
        }
    }
    int code = kDone;
    if (!open.empty() && options.engine == "slurm") {
        SlurmOptions slurm = options.slurm;
        slurm.cpus = options.threads;
        const std::string job = submitToSlurm(ownProgram(), study.folder(), open, slurm);
        writeOutput("-", fmt::format("job {}: {} points; see how far it is with: mho explore status {}\n", job, open.size(), study.folder()));
        return kDone;
    }
    if (!open.empty()) {
        code = runLocally(study, open, options, network);
    }
    writeOutput("-", studyText(study, false));
    return code;
}

}  // namespace

void addExploreSweep(CLI::App& explore, int& exitCode)
{
    CLI::App* command = explore.add_subcommand("sweep", "Many previews or runs over recipe fields, here or on a Slurm cluster; goes on where it was left");
    const auto options = std::make_shared<Options>();
    command->add_option("RECIPE", options->run.recipe, "Recipe that the points vary (see `mho list`)");
    command
        ->add_option("--network", options->run.network,
                     "A network by name or a trained one (FILE.onnx, or a file of weights), or a project (FILE.mho) with its recipe and dense weights, in place of a recipe or with the stages of RECIPE")
        ->type_name("NAME|FILE");
    addSourceOptions(*command, options->run.source);
    repeatable(command->add_option("--stage", options->run.stages, "Change one field of the stages of all points, e.g. retrain.epochs=20; may be repeated")
        ->type_name("FIELD=VALUE"));
    command->add_option("--data", options->run.data, "Folder of the data set, for runs")->type_name("DIR");
    command->add_option("--folder", options->folder, "Folder that keeps the study")->type_name("DIR")->required();
    command->add_option("--name", options->name, "Of the study")->capture_default_str();
    command->add_option("--mode", options->mode, "What a point is: preview (one-shot masks and cost) or run (the main job)")
        ->type_name("preview|run")
        ->capture_default_str();
    command
        ->add_option("--plans", options->plans,
                     "Plans in place of the recipe's: files of plans or recipes, of `mho explore sample`, or of `mho explore search --json`")
        ->type_name("FILE.json,...")
        ->delimiter(',')->allow_extra_args(false);
    repeatable(command->add_option("--grid", options->grid, "Values of a field; repeat it for all combinations: seed=1,2,3  hardware.crossbar.rows=64,128  'plan.*.filter=2,4'")
        ->type_name("FIELD=V,V,..."));
    repeatable(command->add_option("--point", options->points, "One more point; repeat it")->type_name("FIELD=V,FIELD=V,..."));
    command->add_option("--engine", options->engine, "Where the points are worked on: local (processes here) or slurm")
        ->type_name("local|slurm")
        ->check(CLI::IsMember({"local", "slurm"}))
        ->capture_default_str();
    command->add_option("--jobs", options->jobs, "local: processes at once; default as many as fit cores and free memory");
    command->add_option("--threads", options->threads, "Threads of each point")->check(CLI::Range(1, 1024))->capture_default_str();
    command->add_option("--partition", options->slurm.partition, "slurm: partition")->type_name("NAME");
    command->add_option("--account", options->slurm.account, "slurm: account")->type_name("NAME");
    command->add_option("--time", options->slurm.time, "slurm: time limit of a point")->type_name("D-HH:MM:SS");
    command->add_option("--memory", options->slurm.memory, "slurm: memory of a point")->type_name("SIZE");
    command->add_option("--gpus", options->slurm.gpus, "slurm: GPUs of a point");
    command->add_option("--at-once", options->slurm.atOnce, "slurm: points that may run at once");
    command->add_flag("--retry", options->retry, "Work on failed points again");
    command->callback([options, &exitCode] { exitCode = sweep(*options); });
}

}  // namespace mho::cli
