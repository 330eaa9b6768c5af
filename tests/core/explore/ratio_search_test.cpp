// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/ratio_search.h"

#include "core/explore/evolution.h"
#include "core/network/zoo.h"
#include "core/run/target.h"
#include "tests/core/explore/random_plans.h"
#include "tests/core/explore/search_cases.h"

#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

/// A space, its prices, and every plan of it.
struct Bench {
    explicit Bench(SearchCase c, SearchSpaceOptions options = small()) : given(std::move(c))
    {
        space = searchSpace(given.network, given.asked, target, AccuracyEstimator(given.table, {}), options);
        pricer.emplace(space, target, hardware, model);
    }

    static SearchSpaceOptions small()
    {
        SearchSpaceOptions options;
        options.ratios = {1.5, 2.0, 3.0, 4.0, 6.0};
        return options;
    }

    RatedChoice bruteForce(const SearchTarget& asked)
    {
        const PlanOrder order(asked);
        std::optional<RatedChoice> best;
        std::vector<std::size_t> choice(space.units.size(), 0);
        for (bool more = true; more;) {
            const RatedChoice rated{choice, space.lossRise(choice), pricer->price(choice)};
            if (!best || order.better(rated, *best)) {
                best = rated;
            }
            std::size_t at = 0;
            while (at < choice.size() && ++choice[at] == space.units[at].choices.size()) {
                choice[at++] = 0;
            }
            more = at < choice.size();
        }
        return *best;
    }

    SearchCase given;
    Hardware hardware = smallArrays();
    Target target = targetOf(hardware);
    CostModel model{loadComponents(hardware.preset)};
    SearchSpace space;
    std::optional<PlanPricer> pricer;
};

SearchTarget within(SearchMetric metric, double rise)
{
    SearchTarget target;
    target.metric = metric;
    target.mostLossRise = rise;
    return target;
}

SearchTarget withBudget(SearchMetric metric, double budget)
{
    SearchTarget target;
    target.metric = metric;
    target.mostMetric = budget;
    return target;
}

}  // namespace

TEST_CASE("Crossbars and ADC bits are searched exactly where layers do not couple")
{
    const auto kind = GENERATE(as<std::string>{}, "filter-shape", "unstructured");
    const auto metric = GENERATE(SearchMetric::Crossbars, SearchMetric::AdcBits);
    for (std::uint64_t seed = 0; seed < 4; ++seed) {
        // The neurons that a linear layer reads no more go from the layer before it, so these are left dense.
        SearchCase given = searchCase(makeZooNetwork("lenet5"), kind, {1.5, 2.0, 3.0, 4.0, 6.0, 8.0}, seed);
        SearchSpaceOptions options = Bench::small();
        options.locked = kind == "filter-shape" ? std::vector<std::string>{"fc1", "fc2"} : std::vector<std::string>{"fc2"};
        for (const std::string& locked : options.locked) {
            given.asked.find(locked)->constraints.clear();
        }
        Bench bench(std::move(given), options);
        REQUIRE(bench.space.plans() >= 36.0);
        for (const double rise : {0.02, 0.2, 1.0, 5.0}) {
            const SearchTarget target = within(metric, rise);
            const SearchResult result = searchRatios(bench.space, *bench.pricer, target, {}, ignoreProgress);
            const RatedChoice best = bench.bruteForce(target);
            CHECK(result.exact);
            CHECK(result.best.metrics.value(metric) == best.metrics.value(metric));
            CHECK(result.best.lossRise == Approx(best.loss).margin(1e-12));
            // Turned round: with that many crossbars or bits no plan loses less.
            const double budget = best.metrics.value(metric);
            const SearchResult turned = searchRatios(bench.space, *bench.pricer, withBudget(metric, budget), {}, ignoreProgress);
            CHECK(turned.best.lossRise == Approx(bench.bruteForce(withBudget(metric, budget)).loss).margin(1e-12));
            CHECK(turned.best.metrics.value(metric) <= budget);
        }
    }
}

TEST_CASE("An evolutionary search finds what trying every plan finds")
{
    const auto metric = GENERATE(SearchMetric::Crossbars, SearchMetric::Energy, SearchMetric::Area);
    int found = 0;
    int asked = 0;
    for (std::uint64_t seed = 0; seed < 3; ++seed) {
        Bench bench(searchCase(makeZooNetwork("lenet5"), "filter", {1.5, 2.0, 3.0, 4.0, 6.0, 8.0}, seed));
        for (const double rise : {0.05, 0.3, 2.0}) {
            const SearchTarget target = within(metric, rise);
            SearchOptions options;
            options.evaluations = 600;
            const SearchResult result = searchRatios(bench.space, *bench.pricer, target, options, ignoreProgress);
            CHECK_FALSE(result.exact);
            CHECK(result.best.lossRise <= rise);
            const double best = bench.bruteForce(target).metrics.value(metric);
            ++asked;
            found += result.best.metrics.value(metric) <= best * (1.0 + 1e-12) ? 1 : 0;
            CHECK(result.best.metrics.value(metric) <= best * 1.05);
            REQUIRE(result.baselines.size() == 1);
            CHECK(result.best.metrics.value(metric) <= result.baselines[0].metrics.value(metric));
            // Same seed, same plan.
            CHECK(searchRatios(bench.space, *bench.pricer, target, options, ignoreProgress).best.choice == result.best.choice);
        }
    }
    CHECK(found * 10 >= asked * 8);
}

TEST_CASE("Locked layers stay, and targets that no plan meets name the nearest")
{
    SearchCase given = searchCase(makeZooNetwork("lenet5"), "filter-shape", {1.5, 2.0, 3.0, 4.0, 6.0, 8.0}, 1);
    SearchSpaceOptions options = Bench::small();
    options.locked = {"conv2"};
    Bench bench(given, options);
    const SearchResult result = searchRatios(bench.space, *bench.pricer, within(SearchMetric::Crossbars, 10.0), {}, ignoreProgress);
    CHECK(*result.best.plan.find("conv2") == *given.asked.find("conv2"));
    CHECK_THROWS_WITH(searchRatios(bench.space, *bench.pricer, within(SearchMetric::Crossbars, 1e-9), {}, ignoreProgress),
                      Contains("the least is"));
    CHECK_THROWS_WITH(searchRatios(bench.space, *bench.pricer, withBudget(SearchMetric::Crossbars, 1.0), {}, ignoreProgress),
                      Contains("No plan needs as little as 1 (crossbars); the least is"));
    CHECK_THROWS_WITH(searchRatios(bench.space, *bench.pricer, SearchTarget{}, {}, ignoreProgress), Contains("give either"));
    options.locked = {"conv9"};
    options.ratios = {0.5};
    CHECK_THROWS_WITH(Bench(given, options), Contains("conv9") && Contains("ratios[0]"));
}

TEST_CASE("A search can be cancelled")
{
    Bench bench(searchCase(makeZooNetwork("lenet5"), "filter", {1.5, 2.0, 3.0, 4.0, 6.0, 8.0}, 1));
    const auto abort = [](const Progress&) { return Verdict::Abort; };
    CHECK_THROWS_WITH(searchRatios(bench.space, *bench.pricer, within(SearchMetric::Area, 1.0), {}, abort), Contains("cancelled"));
}
