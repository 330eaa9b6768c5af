// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explore_study.h"

#include "app/cli/estimate_records.h"
#include "app/cli/explore.h"
#include "app/cli/output.h"
#include "core/base/units.h"
#include "core/explore/slurm.h"
#include "core/explore/study_metrics.h"
#include "core/report/table.h"

#include <fmt/format.h>

#include <functional>
#include <map>

namespace mho::cli {
namespace {

std::string metricText(const StudyPoint& point, SweepMode mode, const char* name, const std::function<std::string(double)>& text)
{
    const auto value = studyMetric(name).value(point.resultJson, mode);
    return value ? text(*value) : "-";
}

std::vector<std::string> figures(const StudyPoint& point, SweepMode mode)
{
    if (point.state != PointState::Done) {
        return {point.state == PointState::Failed ? "failed: " + point.reason : "open", "-", "-", "-", "-"};
    }
    return {"done", metricText(point, mode, "ratio", ratioText),
            metricText(point, mode, "crossbars", [](double value) { return countText(static_cast<std::int64_t>(value)); }),
            metricText(point, mode, "energy", [](double value) { return quantityText(value, "J"); }),
            metricText(point, mode, "accuracy", [](double value) { return fmt::format("{:.2f} %", value); })};
}

struct StatusOptions {
    std::string folder;
    bool cancel = false;
};

struct CollectOptions {
    std::string folder;
    std::string project;
    std::string out;
};

int collect(const CollectOptions& options)
{
    const StudyFolder study = StudyFolder::open(options.folder);
    const std::string text = studyToJson(study.spec(), study.points());
    if (!options.project.empty()) {
        const auto project = Project::open(options.project);
        project->setStudyJson(study.spec().name, text);
        if (study.spec().mode == SweepMode::Run) {
            recordStudy(*project, study);
        }
    }
    if (!options.out.empty()) {
        writeOutput(options.out, text);
    }
    if (options.out != "-") {
        writeOutput("-", studyText(study, false));
    }
    return kDone;
}

}  // namespace

std::string studyText(const StudyFolder& study, bool askSlurm)
{
    Table table;
    table.columns = {{"point", Align::Right}, {"settings", Align::Left},  {"state", Align::Left},    {"ratio", Align::Right},
                     {"crossbars", Align::Right}, {"energy", Align::Right}, {"accuracy", Align::Right}};
    const std::map<std::size_t, std::string> states = askSlurm ? slurmStates(study.folder()) : std::map<std::size_t, std::string>();
    std::map<PointState, std::size_t> counts;
    const std::vector<StudyPoint> points = study.points();
    for (std::size_t at = 0; at < points.size(); ++at) {
        ++counts[points[at].state];
        std::vector<std::string> row{std::to_string(at), settingsText(points[at].settings)};
        std::vector<std::string> rest = figures(points[at], study.spec().mode);
        if (const auto state = states.find(at); points[at].state == PointState::Open && state != states.end()) {
            rest.front() = "slurm: " + state->second;
        }
        row.insert(row.end(), rest.begin(), rest.end());
        table.rows.push_back(std::move(row));
    }
    return fmt::format("{}\n{} points: {} done, {} failed, {} open\n", tableText(table), points.size(), counts[PointState::Done],
                       counts[PointState::Failed], counts[PointState::Open]);
}

void addExploreStatus(CLI::App& explore, int& exitCode)
{
    CLI::App* command = explore.add_subcommand("status", "How far a sweep is");
    const auto options = std::make_shared<StatusOptions>();
    command->add_option("FOLDER", options->folder, "Folder of the study")->required();
    command->add_flag("--cancel", options->cancel, "Take its jobs off the cluster; checkpoints stay, and the same sweep goes on from them");
    command->callback([options, &exitCode] {
        const StudyFolder study = StudyFolder::open(options->folder);
        if (options->cancel) {
            cancelSlurm(options->folder);
        }
        writeOutput("-", studyText(study, !slurmJobs(options->folder).empty()));
        exitCode = kDone;
    });
}

void addExploreCollect(CLI::App& explore, int& exitCode)
{
    CLI::App* command = explore.add_subcommand("collect", "Bring a sweep's points together: into a project, or as one JSON file");
    const auto options = std::make_shared<CollectOptions>();
    command->add_option("FOLDER", options->folder, "Folder of the study")->required();
    command->add_option("--into", options->project, "Project that keeps the study")->type_name("FILE.mho");
    command->add_option("--out", options->out, "Write the study as JSON; - for standard output")->type_name("FILE.json");
    command->callback([options, &exitCode] { exitCode = collect(*options); });
}

}  // namespace mho::cli
