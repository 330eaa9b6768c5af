// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explore.h"
#include "app/cli/output.h"
#include "app/cli/study_source.h"
#include "core/report/front_report.h"

namespace mho::cli {
namespace {

struct Options {
    StudySource source;
    std::vector<std::string> metrics{"crossbars", "accuracy"};
    std::vector<double> reference;
    std::string json;
};

/// "ratio, crossbars, ..."
std::string metricNames()
{
    std::string names;
    for (const StudyMetric& metric : studyMetrics()) {
        names += (names.empty() ? "" : ", ") + std::string(metric.name);
    }
    return names;
}

}  // namespace

void addExploreFront(CLI::App& explore, int& exitCode)
{
    CLI::App* command = explore.add_subcommand("front", "The points of a study that no other beats: Pareto front, hypervolume, knee");
    const auto options = std::make_shared<Options>();
    addStudySource(*command, options->source);
    command->add_option("--metrics", options->metrics, metricNames() + " (accuracy: runs only)")
        ->type_name("NAME,...")
        ->delimiter(',')->allow_extra_args(false)
        ->capture_default_str();
    command->add_option("--reference", options->reference, "A value for each metric, up to which volume counts; default the worst of the points")
        ->type_name("VALUE,...")
        ->delimiter(',')->allow_extra_args(false);
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] {
        const StudyContent study = studyOf(options->source);
        const StudyFront front = studyFront(study, options->metrics, options->reference);
        writeReport(options->json, [&] { return frontText(study, front); }, [&] { return frontToJson(study, front); });
        exitCode = kDone;
    });
}

}  // namespace mho::cli
