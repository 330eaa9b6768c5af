// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/estimate_records.h"
#include "app/cli/explore.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "core/compress/plan_settings.h"
#include "core/cost/engines/engine.h"
#include "core/explore/ratio_search.h"
#include "core/report/exploration_report.h"

#include <fmt/format.h>


namespace mho::cli {
namespace {

struct Options {
    ExploreSource source;
    std::string sensitivity;
    std::string metric = "crossbars";
    std::optional<double> accuracy;         ///< After training, percent.
    std::optional<double> oneShotAccuracy;  ///< Percent.
    std::optional<double> lossRise;
    std::optional<double> budget;
    std::vector<std::string> published;
    std::string engine;
    SearchSpaceOptions space;
    SearchOptions search;
    std::string out;
    std::string json;
};

double riseFor(const char* option, double percent, const std::optional<double>& rise, double mostPercent)
{
    if (!rise) {
        throw Error(ErrorCode::Infeasible, MHO_TEXT("%1 %2: no plan is estimated at that; the most is %3"),
                    {option, fmt::format("{:g}", percent), fmt::format("{:.2f}", mostPercent)}, "search");
    }
    return *rise;
}

SearchTarget targetOfSearch(const Options& options, const AccuracyEstimator& estimator)
{
    const int given = (options.accuracy ? 1 : 0) + (options.oneShotAccuracy ? 1 : 0) + (options.lossRise ? 1 : 0) + (options.budget ? 1 : 0);
    if (given != 1) {
        throw WrongUse("Give one target: --accuracy, --one-shot-accuracy, --loss-rise or --budget");
    }
    SearchTarget target;
    target.metric = searchMetricOf(options.metric);
    target.mostMetric = options.budget;
    if (options.lossRise) {
        target.mostLossRise = options.lossRise;
    } else if (options.oneShotAccuracy) {
        target.mostLossRise = riseFor("--one-shot-accuracy", *options.oneShotAccuracy, estimator.riseAtOneShot(*options.oneShotAccuracy),
                                      estimator.oneShot(0.0).top1Percent);
    } else if (options.accuracy) {
        const auto trained = estimator.trained(0.0);
        if (!trained) {
            throw WrongUse("--accuracy: no finished run is known yet that tells what training wins back; "
                           "give --one-shot-accuracy, --loss-rise or --budget");
        }
        target.mostLossRise = riseFor("--accuracy", *options.accuracy, estimator.riseAtTrained(*options.accuracy), trained->top1Percent);
    }
    return target;
}

/// A recipe's plan beside the search, where its sensitivities were measured.
FoundPlan publishedPlan(const std::string& recipe, const Explored& what, const AccuracyEstimator& estimator, const CostModel& model)
{
    FoundPlan found;
    found.name = recipe;
    found.plan = completedPlan(loadRecipe(recipe).plan, *what.network);
    throwIfProblems(found.plan.validate(*what.network, what.target), recipe);
    Preview preview(what.network, what.target);
    const CompressedNetwork& compressed = preview.apply(found.plan);
    std::vector<std::string> reasons;
    const auto rise = estimator.lossRise(found.plan, compressed, preview.ownCounts(), reasons);
    if (!rise) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("Its accuracy cannot be estimated: %1"), {fmt::format("{}", fmt::join(reasons, "; "))},
                    recipe);
    }
    found.lossRise = *rise;
    found.metrics = metricsOf(mapNetwork(compressed, what.hardware), model);
    return found;
}

std::string text(const SearchSpace& space, const SearchResult& result, const AccuracyEstimator& estimator)
{
    return fmt::format("{}: {} ({:.3g} plans in the space, {} priced)\n\n{}\n{}", space.network->name(),
                       result.exact ? "the best plan, searched exactly" : "the best plan found", space.plans(), result.evaluations,
                       tableText(searchTable(result, estimator)), tableText(searchLayersTable(space, result.best)));
}

int search(const Options& options)
{
    Explored what = explored(options.source);
    const SensitivityTable table = knownSensitivity(what, options.sensitivity);
    const AccuracyEstimator estimator(table, what.project ? recordsOf(*what.project) : std::vector<EstimateRecord>{});
    SearchSpaceOptions spaceOptions = options.space;
    spaceOptions.locked = keepLocked(what, table, spaceOptions.locked);
    if (!options.engine.empty()) {
        spaceOptions.engine = loadEngine(options.engine);
    }
    const SearchTarget target = targetOfSearch(options, estimator);
    const SearchSpace space = searchSpace(what.network, what.asked, what.target, estimator, spaceOptions);
    const CostModel model(loadComponents(what.hardware.preset), what.hardware.adcLaw);
    PlanPricer pricer(space, what.target, what.hardware, model);
    watchSignals();
    SearchResult result;
    {
        ProgressDisplay display;
        result = searchRatios(space, pricer, target, options.search, [&](const Progress& progress) { return display.progress(progress); });
    }
    for (const std::string& recipe : options.published) {
        FoundPlan found = publishedPlan(recipe, what, estimator, model);
        found.meets = target.mostLossRise ? found.lossRise <= *target.mostLossRise : found.metrics.value(target.metric) <= *target.mostMetric;
        result.baselines.push_back(std::move(found));
    }
    if (!options.out.empty()) {
        writeOutput(options.out, planToJson(result.best.plan));
    }
    writeReport(options.json, [&] { return text(space, result, estimator); }, [&] { return searchToJson(result, target, estimator); });
    return kDone;
}

}  // namespace

void addExploreSearch(CLI::App& explore, int& exitCode)
{
    CLI::App* command = explore.add_subcommand("search", "The ratios that need least of a metric for an accuracy, or lose least for a budget");
    const auto options = std::make_shared<Options>();
    addExploreSource(*command, options->source);
    command->add_option("--metric", options->metric, "What to need little of: crossbars, energy, area, adc-bits or weights")
        ->type_name("NAME")
        ->capture_default_str();
    command->add_option("--accuracy", options->accuracy, "Least top-1 after training, as estimated from finished runs")->type_name("PERCENT");
    command->add_option("--one-shot-accuracy", options->oneShotAccuracy, "Least top-1 without training, as estimated")->type_name("PERCENT");
    command->add_option("--loss-rise", options->lossRise, "Most rise of the loss over the dense network, as estimated")->type_name("NATS");
    command->add_option("--budget", options->budget, "Most of the metric; the loss is made small (crossbars, J, mm2, bits or weights kept)")->type_name("VALUE");
    addSpaceOptions(*command, options->sensitivity, options->space);
    command->add_option("--engine", options->engine, "Leave out ratios that do not pay on this engine (see `mho list`)")->type_name("NAME");
    command->add_option("--beside", options->published, "Recipes whose plans are put beside")->type_name("RECIPE,...")->delimiter(',')->allow_extra_args(false);
    command->add_option("--evaluations", options->search.evaluations, "Plans priced at most where the search is not exact")->capture_default_str();
    command->add_option("--seed", options->search.seed, "Of the search where it is not exact")->capture_default_str();
    command->add_option("--out", options->out, "Write the plan found, for --plan of other commands; - for standard output")
        ->type_name("PLAN.json");
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] { exitCode = search(*options); });
}

}  // namespace mho::cli
