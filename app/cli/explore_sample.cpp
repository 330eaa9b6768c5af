// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explore.h"
#include "app/cli/output.h"
#include "core/cost/engines/engine.h"
#include "core/explore/plan_list.h"
#include "core/explore/sample_plans.h"

#include <fmt/format.h>

namespace mho::cli {
namespace {

struct Options {
    ExploreSource source;
    std::string sensitivity;
    SearchSpaceOptions space;
    std::size_t count = 20;
    std::uint64_t seed = 1;
    std::string out = "-";
};

int sample(const Options& options)
{
    Explored what = explored(options.source);
    const SensitivityTable table = knownSensitivity(what, options.sensitivity);
    const AccuracyEstimator estimator(table, {});
    SearchSpaceOptions spaceOptions = options.space;
    spaceOptions.locked = keepLocked(what, table, spaceOptions.locked);
    const SearchSpace space = searchSpace(what.network, what.asked, what.target, estimator, spaceOptions);
    std::vector<NamedPlan> plans;
    for (const std::vector<std::size_t>& choice : sampleChoices(space, options.count, options.seed)) {
        plans.push_back({fmt::format("random {}", plans.size() + 1), space.plan(choice)});
    }
    writeOutput(options.out, planListToJson(plans));
    return kDone;
}

}  // namespace

void addExploreSample(CLI::App& explore, int& exitCode)
{
    CLI::App* command = explore.add_subcommand("sample", "Random plans of a search's space, to hold its estimates against real runs (sweep --plans)");
    const auto options = std::make_shared<Options>();
    addExploreSource(*command, options->source);
    addSpaceOptions(*command, options->sensitivity, options->space);
    command->add_option("--count", options->count, "Plans")->capture_default_str();
    command->add_option("--seed", options->seed, "Of the plans")->capture_default_str();
    command->add_option("--out", options->out, "Write the plans; - for standard output")->type_name("PLANS.json")->capture_default_str();
    command->callback([options, &exitCode] { exitCode = sample(*options); });
}

}  // namespace mho::cli
