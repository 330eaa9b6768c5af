// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/network_source.h"
#include "app/cli/output.h"
#include "core/explore/break_even_plan.h"
#include "core/report/break_even_report.h"
#include "core/run/recipe.h"
#include "core/run/target.h"

#include <fmt/format.h>

#include <memory>
#include <optional>

namespace mho::cli {
namespace {

struct Options {
    NetworkSource source;
    std::string engine;
    std::string budget = "weights";
    BreakEvenOptions breakEven;
    std::string out;
    std::string json;
};

/// The plan of the options: that of the project or recipe, --plan, --set.
Plan askedPlan(const NetworkSource& source, const Network& network, const Target& target)
{
    Plan own;
    if (const std::optional<Recipe> recipe = recipeOfSource(source.what)) {
        own = recipe->plan;
    } else if (source.plan.empty() && source.planSettings.empty()) {
        throw WrongUse(fmt::format("{} has no plan of its own; give one with --plan or --set", source.what));
    }
    std::vector<Problem> problems;
    Plan plan = changedPlan(source, own, network, problems);
    const std::vector<Problem> more = plan.validate(network, target);
    problems.insert(problems.end(), more.begin(), more.end());
    throwIfProblems(problems, "plan");
    return plan;
}

std::string text(const BreakEvenPlan& plan, const Engine& engine)
{
    std::string text = fmt::format("{} on {} ({}), {} kept stay the same\n\n{}\n{}", plan.network, plan.engine,
                                   engine.description(), keptBudgetName(plan.options.budget),
                                   tableText(breakEvenPlanTable(plan)), tableText(breakEvenTotalsTable(plan)));
    if (plan.masksAreGuesses) {
        text += std::string("\n") + kPlaceholderNote;
    }
    return text;
}

void breakEven(const Options& options)
{
    if (options.out == "-" && options.json == "-") {
        throw WrongUse("--out and --json cannot both go to standard output; --json has the plan in it");
    }
    BreakEvenOptions chosen = options.breakEven;
    chosen.budget = keptBudgetOf(options.budget);
    const auto engine = loadEngine(options.engine);
    const auto network = std::make_shared<const Network>(startNetwork(options.source));
    const Target target = targetOf(hardwareOf(options.source));
    const BreakEvenPlan plan = breakEvenPlan(network, askedPlan(options.source, *network, target), target, *engine, chosen);
    if (!options.out.empty()) {
        writeOutput(options.out, planToJson(plan.plan));
    }
    const std::string json = breakEvenPlanToJson(plan);
    if (options.out == "-") {  // the plan alone
        if (!options.json.empty()) {
            writeOutput(options.json, json);
        }
        return;
    }
    writeReport(options.json, [&] { return text(plan, *engine); }, [&] { return json; });
}

}  // namespace

void addBreakEven(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand(
        "break-even",
        "Leave layers dense that pruning would slow down on an engine, and prune the others so much more. ADMM-NN's "
        "computation-first pruning is --budget operations --convolutions-first");
    const auto options = std::make_shared<Options>();
    addNetworkOptions(*command, options->source);
    addPresetOption(*command, options->source);
    command->add_option("--engine", options->engine, "The engine (see `mho list`), or FILE.json")
        ->type_name("NAME")
        ->required();
    command
        ->add_option("--budget", options->budget, "What the new plan keeps as much of as the asked one: weights or operations")
        ->type_name("weights|operations")
        ->capture_default_str();
    command->add_option("--most-ratio", options->breakEven.mostRatio,
                        "Push no layer above this ratio (weights / weights kept); default as far as its groups allow");
    command->add_flag("--convolutions-first", options->breakEven.convolutionsFirst,
                      "Push fully connected layers only when all convolutions are at their largest ratio (computation-first)");
    command
        ->add_option("--least-speed-up", options->breakEven.leastSpeedUp, "A layer pays when it gets so much faster than dense")
        ->capture_default_str();
    command->add_option("--out", options->out, "Write the new plan, for --plan of other commands; - for standard output")
        ->type_name("PLAN.json");
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] {
        breakEven(*options);
        exitCode = kDone;
    });
}

}  // namespace mho::cli
