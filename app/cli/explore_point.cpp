// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explore.h"
#include "app/cli/output.h"
#include "app/cli/run_start.h"
#include "core/explore/point_preview.h"
#include "core/explore/study.h"
#include "core/project/project.h"

#include <fmt/format.h>

#include <filesystem>

namespace mho::cli {
namespace {

struct Options {
    std::string folder;
    std::size_t point = 0;
    int threads = 1;
    std::optional<std::string> device;
};

/// What all points start from.
Network networkOf(const StudyFolder& study)
{
    const std::string& weights = study.places().weights;
    return weights.empty() ? study.graph() : withWeights(study.graph(), weights);
}

/// The main job of the point, begun or gone on with; its outcome's exit code.
int runPoint(const StudyFolder& study, const Options& options)
{
    RunOptions run;
    run.project = study.projectPath(options.point);
    run.data = study.places().data;
    if (std::filesystem::exists(run.project)) {
        run.resume = true;
        return runMainJob(run);
    }
    run.threads = options.threads;
    run.device = options.device;
    return runMainJob(run, startOf(run, study.recipe(options.point), networkOf(study)));
}

int work(const Options& options)
{
    const StudyFolder study = StudyFolder::open(options.folder);
    if (options.point >= study.size()) {
        throw WrongUse(fmt::format("{} has points 0 to {}", options.folder, study.size() - 1));
    }
    if (study.point(options.point).state == PointState::Done) {
        return kDone;
    }
    StudyPoint outcome;
    try {
        if (study.spec().mode == SweepMode::Preview) {
            outcome.resultJson = previewResult(std::make_shared<const Network>(networkOf(study)), study.recipe(options.point));
        } else {
            const int code = runPoint(study, options);
            if (code != kDone) {
                return code;
            }
            outcome.resultJson = comparableResult(*Project::open(study.projectPath(options.point))->resultJson());
        }
        outcome.state = PointState::Done;
    } catch (const Error& error) {
        outcome.state = PointState::Failed;
        outcome.reason = error.what();
    } catch (const WrongUse& error) {
        outcome.state = PointState::Failed;
        outcome.reason = error.what();
    }
    study.keep(options.point, outcome);
    if (outcome.state == PointState::Failed) {
        fmt::print(stderr, "mho: point {}: {}\n", options.point, outcome.reason);
        return kFailed;
    }
    return kDone;
}

}  // namespace

void addExplorePoint(CLI::App& explore, int& exitCode)
{
    CLI::App* command = explore.add_subcommand("point", "Work on one point of a sweep, as its processes and cluster tasks do");
    const auto options = std::make_shared<Options>();
    command->add_option("FOLDER", options->folder, "Folder of the study")->required();
    command->add_option("POINT", options->point, "Number of the point, from 0")->required();
    command->add_option("--threads", options->threads, "Compute threads")->check(CLI::Range(1, 1024))->capture_default_str();
    command->add_option("--device", options->device, "Where to train")->type_name("cpu|cuda");
    command->callback([options, &exitCode] { exitCode = work(*options); });
}

}  // namespace mho::cli
