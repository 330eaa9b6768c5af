// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explore_study.h"

#include "app/cli/explore.h"
#include "app/cli/output.h"
#include "core/base/units.h"
#include "core/explore/slurm.h"
#include "core/report/table.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>

namespace mho::cli {
namespace {

using nlohmann::json;

std::string numberText(const json& object, const char* pointer, const char* format)
{
    const json::json_pointer at(pointer);
    if (!object.contains(at) || !object.at(at).is_number()) {
        return "-";
    }
    const double value = object.at(at).get<double>();
    return value < 0.0 ? "-" : fmt::format(fmt::runtime(format), value);
}

std::vector<std::string> figures(const StudyPoint& point, SweepMode mode)
{
    if (point.state != PointState::Done) {
        return {point.state == PointState::Failed ? "failed: " + point.reason : "open", "-", "-", "-", "-"};
    }
    const json result = json::parse(point.resultJson);
    if (mode == SweepMode::Preview) {
        return {"done", numberText(result, "/ratio_all", "{:.2f}x"), numberText(result, "/compressed/crossbars", "{:.0f}"),
                numberText(result, "/compressed/energy_J", "{:.4g} J"), "-"};
    }
    const json::json_pointer quantized("/accuracy/quantized");
    const bool hasLevels = result.contains(quantized) && result.at(quantized).is_number() && result.at(quantized).get<double>() >= 0.0;
    return {"done", numberText(result, "/compression/ratio_all", "{:.2f}x"), numberText(result, "/cost/compressed/crossbars", "{:.0f}"),
            numberText(result, "/cost/compressed/energy_J", "{:.4g} J"),
            numberText(result, hasLevels ? "/accuracy/quantized" : "/accuracy/pruned", "{:.2f} %")};
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
        Project::open(options.project)->setStudyJson(study.spec().name, text);
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
