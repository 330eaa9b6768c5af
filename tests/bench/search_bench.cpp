// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a ratio search answers once sensitivities are known: VGG-16 (CIFAR), 20 ratios a layer; and 10,000 previews of it.
#include "core/base/random.h"
#include "core/cost/cost_model.h"
#include "core/explore/ratio_search.h"
#include "core/network/zoo.h"
#include "core/run/target.h"
#include "tests/core/explore/search_cases.h"

#include <benchmark/benchmark.h>

#include <cmath>

namespace {

const std::vector<double>& ratios()
{
    static const std::vector<double> list = [] {
        std::vector<double> made;
        for (int step = 1; step <= 20; ++step) {
            made.push_back(std::pow(40.0, step / 20.0));
        }
        return made;
    }();
    return list;
}

/// VGG-16 under one kind of constraint, with its sensitivities made up.
struct Case {
    explicit Case(const std::string& kind)
        : given(mho::test::searchCase(mho::makeZooNetwork("vgg16-cifar10"), kind, ratios(), 1)), target(mho::targetOf(hardware)),
          model(mho::loadComponents(hardware.preset)), estimator(given.table, {})
    {
        options.ratios = ratios();
    }

    mho::Hardware hardware;
    mho::test::SearchCase given;
    mho::Target target;
    mho::CostModel model;
    mho::AccuracyEstimator estimator;
    mho::SearchSpaceOptions options;
};

void search(benchmark::State& state, const std::string& kind, mho::SearchMetric metric)
{
    const Case with(kind);
    double crossbars = 0.0;
    double uniform = 0.0;
    for (auto unused : state) {
        static_cast<void>(unused);
        const mho::SearchSpace space = mho::searchSpace(with.given.network, with.given.asked, with.target, with.estimator, with.options);
        mho::PlanPricer pricer(space, with.target, with.hardware, with.model);
        mho::SearchTarget target;
        target.metric = metric;
        target.mostLossRise = 0.5;
        const mho::SearchResult result = mho::searchRatios(space, pricer, target, {}, mho::ignoreProgress);
        crossbars = static_cast<double>(result.best.metrics.crossbars);
        uniform = static_cast<double>(result.baselines.front().metrics.crossbars);
    }
    state.counters["uniform/found"] = uniform / crossbars;
}

/// Random plans of the space, masks and mapping and cost of each.
void previews(benchmark::State& state, const std::string& kind)
{
    const Case with(kind);
    constexpr int kPlans = 10'000;
    for (auto unused : state) {
        static_cast<void>(unused);
        const mho::SearchSpace space = mho::searchSpace(with.given.network, with.given.asked, with.target, with.estimator, with.options);
        mho::PlanPricer pricer(space, with.target, with.hardware, with.model);
        mho::RandomStream random({1});
        for (int plan = 0; plan < kPlans; ++plan) {
            std::vector<std::size_t> choice;
            for (const mho::SearchUnit& unit : space.units) {
                choice.push_back(static_cast<std::size_t>(random.below(unit.choices.size())));
            }
            benchmark::DoNotOptimize(pricer.price(choice));
        }
    }
}

BENCHMARK_CAPTURE(search, filter_shape_crossbars, "filter-shape", mho::SearchMetric::Crossbars)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, filter_crossbars, "filter", mho::SearchMetric::Crossbars)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, filter_energy, "filter", mho::SearchMetric::Energy)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, unstructured_crossbars, "unstructured", mho::SearchMetric::Crossbars)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(previews, filter, "filter")->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK_CAPTURE(previews, filter_shape, "filter-shape")->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace

BENCHMARK_MAIN();
