// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/ratio_search.h"

#include "core/base/phrasing.h"
#include "core/base/random.h"
#include "core/base/units.h"
#include "core/explore/evolution.h"
#include "core/explore/exact_plan.h"
#include "core/explore/exact_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace mho {
namespace {

constexpr std::uint64_t kStartStream = 0x73746172;  // "star"

FoundPlan foundPlan(std::string name, const SearchSpace& space, const RatedChoice& rated, const PlanOrder& order)
{
    return {std::move(name), space.plan(rated.choice), rated.choice, rated.loss, rated.metrics, order.meets(rated)};
}

double weightsOf(const SearchSpace& space)
{
    double weights = 0.0;
    for (const WeightLayer& layer : weightLayers(*space.network)) {
        weights += static_cast<double>(layer.weights());
    }
    return weights;
}

std::string metricText(const SearchSpace& space, SearchMetric metric, double value)
{
    switch (metric) {
        case SearchMetric::Energy:
            return quantityText(value, "J");
        case SearchMetric::Area:
            return areaText(value);
        case SearchMetric::Weights:
            return fmt::format("{}, {}", countText(static_cast<std::int64_t>(value)), ratioText(weightsOf(space) / value));
        default:
            return countText(static_cast<std::int64_t>(value));
    }
}

[[noreturn]] void throwInfeasible(const SearchSpace& space, const SearchTarget& target, double nearest)
{
    if (target.mostLossRise) {
        throw Error(ErrorCode::Infeasible, MHO_TEXT("No plan keeps the rise of the loss at or below %1; the least is %2"),
                    {fmt::format("{:.4g}", *target.mostLossRise), fmt::format("{:.4g}", nearest)}, space.network->name());
    }
    throw Error(ErrorCode::Infeasible, MHO_TEXT("No plan needs as little as %1 (%2); the least is %3"),
                {metricText(space, target.metric, *target.mostMetric), std::string(searchMetricName(target.metric)),
                 metricText(space, target.metric, nearest)},
                space.network->name());
}

/// The plans of one ratio for all units: each takes its harshest choice that is no harsher than a common ratio.
std::vector<std::vector<std::size_t>> uniformPlans(const SearchSpace& space)
{
    std::set<double> ratios;
    for (const SearchUnit& unit : space.units) {
        for (const UnitChoice& choice : unit.choices) {
            ratios.insert(choice.ratio);
        }
    }
    std::vector<std::vector<std::size_t>> plans;
    for (const double ratio : ratios) {
        std::vector<std::size_t> plan;
        for (const SearchUnit& unit : space.units) {
            std::size_t best = 0;
            for (std::size_t i = 1; i < unit.choices.size(); ++i) {
                const bool fits = unit.choices[i].ratio <= ratio;
                if (fits && (unit.choices[best].ratio > ratio || unit.choices[i].ratio > unit.choices[best].ratio)) {
                    best = i;
                }
            }
            plan.push_back(best);
        }
        if (plans.empty() || plans.back() != plan) {
            plans.push_back(std::move(plan));
        }
    }
    return plans;
}

/// Per unit and choice, its share of the metric while all others are at their first choice, in whole thousandths of the sum.
std::vector<std::vector<AdditiveChoice>> singleCosts(const SearchSpace& space, Evolution& evolution, SearchMetric metric)
{
    std::vector<std::size_t> choice(space.units.size(), 0);
    const double all = std::max(evolution.rate(choice).metrics.value(metric), 1e-300);
    std::vector<std::vector<AdditiveChoice>> units;
    for (std::size_t at = 0; at < space.units.size(); ++at) {
        units.emplace_back();
        for (choice[at] = 0; choice[at] < space.units[at].choices.size(); ++choice[at]) {
            const double saved = all - evolution.rate(choice).metrics.value(metric);
            units.back().push_back({std::llround(1000.0 * (1.0 - saved / all)), space.units[at].choices[choice[at]].lossRise});
        }
        choice[at] = 0;
    }
    return units;
}

std::vector<std::vector<std::size_t>> startsOf(const SearchSpace& space, Evolution& evolution, const SearchTarget& target,
                                               const SearchOptions& options)
{
    std::vector<std::vector<std::size_t>> starts = uniformPlans(space);
    const std::vector<AdditivePlan> front = additiveFront(singleCosts(space, evolution, target.metric));
    const auto wanted = static_cast<std::size_t>(options.population);
    const std::size_t stride = std::max<std::size_t>(1, front.size() / wanted);
    for (std::size_t at = 0; at < front.size(); at += stride) {
        starts.push_back(front[at].choice);
    }
    for (std::size_t plan = 0; plan < wanted / 4; ++plan) {
        RandomStream random({options.seed, kStartStream, plan});
        std::vector<std::size_t> choice;
        for (const SearchUnit& unit : space.units) {
            choice.push_back(static_cast<std::size_t>(random.below(unit.choices.size())));
        }
        starts.push_back(std::move(choice));
    }
    return starts;
}

}  // namespace

std::vector<Problem> SearchTarget::validate() const
{
    std::vector<Problem> problems;
    if (mostLossRise.has_value() == mostMetric.has_value()) {
        problems.push_back({"target", MHO_TEXT("give either a limit on the loss (or accuracy) or one on the metric")});
    }
    if (mostLossRise && !(*mostLossRise >= 0.0)) {
        problems.push_back({"most_loss_rise", phrase(MHO_TEXT("%1 must be at least 0"), *mostLossRise)});
    }
    if (mostMetric && !(*mostMetric > 0.0)) {
        problems.push_back({"most_metric", phrase(MHO_TEXT("%1 must be above 0"), *mostMetric)});
    }
    return problems;
}

std::vector<Problem> SearchOptions::validate() const
{
    std::vector<Problem> problems;
    if (evaluations < 1) {
        problems.push_back({"evaluations", phrase(MHO_TEXT("%1 must be at least 1"), evaluations)});
    }
    if (population < 4) {
        problems.push_back({"population", phrase(MHO_TEXT("%1 must be at least 4"), population)});
    }
    return problems;
}

SearchResult searchRatios(const SearchSpace& space, PlanPricer& pricer, const SearchTarget& target, const SearchOptions& options,
                          const ProgressCallback& progress)
{
    std::vector<Problem> problems = target.validate();
    const std::vector<Problem> more = options.validate();
    problems.insert(problems.end(), more.begin(), more.end());
    throwIfProblems(problems, "search");
    Evolution evolution(space, pricer, target, options, progress);
    const PlanOrder order(target);
    if (target.metric == SearchMetric::Energy && evolution.rate(std::vector<std::size_t>(space.units.size(), 0)).metrics.energyJ == 0.0) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The hardware preset states no times, so energy is not known; search for area, "
                                                         "crossbars or ADC bits, or choose another preset"),
                    {}, "search");
    }

    SearchResult result;
    RatedChoice best;
    result.exact = pricer.separable() && (target.metric == SearchMetric::Crossbars || target.metric == SearchMetric::AdcBits);
    if (result.exact) {
        best = exactPlan(space, pricer, target);
    } else {
        best = evolution.run(startsOf(space, evolution, target, options));
    }
    if (!order.meets(best)) {
        throwInfeasible(space, target, target.mostLossRise ? best.loss : best.metrics.value(target.metric));
    }
    best.metrics = pricer.priceWhole(best.choice);
    result.best = foundPlan("search", space, best, order);
    std::optional<RatedChoice> uniform;
    for (const std::vector<std::size_t>& plan : uniformPlans(space)) {
        const RatedChoice& rated = evolution.rate(plan);
        if (!uniform || order.better(rated, *uniform)) {
            uniform = rated;
        }
    }
    uniform->metrics = pricer.priceWhole(uniform->choice);
    result.baselines.push_back(foundPlan("uniform", space, *uniform, order));
    result.evaluations = evolution.evaluations() + (result.exact ? 1 : 0);
    return result;
}

}  // namespace mho
