// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/estimate_records.h"
#include "app/cli/explore.h"
#include "app/cli/output.h"
#include "core/project/saved_network.h"
#include "core/report/exploration_report.h"

#include <fmt/format.h>

namespace mho::cli {
namespace {

struct Options {
    std::string project;
    std::string json;
};

int show(const Options& options)
{
    const auto project = Project::openToRead(options.project);
    const auto table = sensitivityOf(*project, networkHash(denseNetwork(*project)));
    if (!table) {
        throw WrongUse(fmt::format("{} holds no sensitivities of its network; measure them first (mho explore sensitivity)", options.project));
    }
    const std::vector<EstimateRecord> records = recordsOf(*project);
    writeReport(options.json, [&] { return estimatesText(*table, records); }, [&] { return estimatesToJson(*table, records); });
    return kDone;
}

}  // namespace

void addExploreEstimates(CLI::App& explore, int& exitCode)
{
    CLI::App* command = explore.add_subcommand("estimates", "What was foretold of finished runs, what they reached, and how well that ranks plans");
    const auto options = std::make_shared<Options>();
    command->add_option("PROJECT", options->project, "The project with the sensitivities")->type_name("FILE.mho")->required();
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] { exitCode = show(*options); });
}

}  // namespace mho::cli
