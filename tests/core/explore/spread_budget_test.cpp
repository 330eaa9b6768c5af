// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/spread_budget.h"

#include "core/cost/component_file.h"
#include "core/explore/pruning_ladder.h"
#include "core/network/zoo.h"
#include "core/run/target.h"
#include "tests/core/explore/search_cases.h"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

/// LeNet-5 with made-up sensitivities, the same for each seed.
struct Case {
    explicit Case(const std::string& kind, std::uint64_t seed = 1)
        : given(searchCase(makeZooNetwork("lenet5"), kind, {1.5, 2.0, 3.0, 4.0}, seed)), plan(densePlan(*given.network))
    {
        given.table.networkHash = networkHash(*given.network);
        request.kind = kind;
    }

    SpreadBudget spread(bool sensitive) const
    {
        return spreadBudget(given.network, plan, hardware, sensitive ? &given.table : nullptr, request, ignoreProgress);
    }

    PlanMetrics priced(const Plan& of) const
    {
        Preview preview(given.network, targetOf(hardware));
        return priced(preview, of);
    }
    PlanMetrics priced(Preview& preview, const Plan& of) const
    {
        return metricsOf(mapNetwork(preview.apply(of), hardware), model);
    }

    double ratio(const PlanMetrics& metrics) const { return 430'500.0 / static_cast<double>(metrics.weightsKept); }

    SearchCase given;
    Hardware hardware = smallArrays();
    CostModel model{loadComponents(hardware.preset)};
    Plan plan;
    BudgetRequest request;
};

/// The least loss of all plans of the space within a limit; none where no plan meets it.
std::optional<double> leastLoss(const Case& given, SearchMetric metric, double most)
{
    const Target target = targetOf(given.hardware);
    SearchSpaceOptions options;
    options.locked = given.request.locked;
    options.lockedMayBeUnmeasured = true;
    Plan asked = given.given.asked;
    for (const std::string& locked : options.locked) {
        *asked.find(locked) = *given.plan.find(locked);
    }
    const SearchSpace space =
        searchSpace(given.given.network, asked, target, AccuracyEstimator(given.given.table, {}), options);
    PlanPricer pricer(space, target, given.hardware, given.model);
    std::optional<double> least;
    std::vector<std::size_t> choice(space.units.size(), 0);
    for (bool more = true; more;) {
        if (pricer.price(choice).value(metric) <= most) {
            const double loss = space.lossRise(choice);
            least = least ? std::min(*least, loss) : loss;
        }
        std::size_t at = 0;
        while (at < choice.size() && ++choice[at] == space.units[at].choices.size()) {
            choice[at++] = 0;
        }
        more = at < choice.size();
    }
    return least;
}

}  // namespace

TEST_CASE("A budget of crossbars is spread by sensitivity as trying every plan would")
{
    for (std::uint64_t seed = 0; seed < 3; ++seed) {
        Case given("filter-shape", seed);
        given.request.goal = BudgetGoal::Crossbars;
        const auto dense = static_cast<double>(given.priced(given.plan).crossbars);
        const auto check = [&](double value) {
            given.request.value = std::floor(value);
            const SpreadBudget spread = given.spread(true);
            CHECK_FALSE(spread.whyUniform);
            CHECK_FALSE(spread.uniformRatio);
            CHECK(static_cast<double>(spread.metrics.crossbars) <= given.request.value);
            CHECK(spread.metrics == given.priced(spread.plan));
            const double least = *leastLoss(given, SearchMetric::Crossbars, given.request.value);
            CHECK(*spread.lossRise == Approx(least).margin(1e-12).epsilon(spread.exact ? 0.0 : 0.02));
            return spread.exact;
        };
        for (const double part : {0.8, 0.5, 0.35}) {
            CHECK_FALSE(check(part * dense));  // Neurons of fc1 go that fc2 does not read.
        }
        given.request.locked = {"fc1", "fc2"};
        MappedNetwork mapped = mapDense(*given.given.network, given.hardware);
        const auto convolutions = static_cast<double>(mapped.layers[0].crossbars + mapped.layers[1].crossbars);
        for (const double part : {0.1, 0.3, 0.6}) {
            CHECK(check(dense - part * convolutions));
        }
    }
}

TEST_CASE("A ratio of the whole network is spread by sensitivity, and locked layers stay")
{
    Case given("filter-shape");
    given.plan.find("conv2")->constraints = {{"unstructured", 5.0}};
    given.plan.find("fc1")->levelBits = 2;
    given.request.locked = {"conv2"};
    given.request.value = 3.0;
    const SpreadBudget spread = given.spread(true);
    CHECK(*spread.plan.find("conv2") == *given.plan.find("conv2"));
    CHECK(spread.plan.find("fc1")->levelBits == 2);
    CHECK(spread.moved == std::vector<std::string>{"conv1", "fc1", "fc2"});
    REQUIRE(spread.left.size() == 1);
    CHECK(spread.left[0].field == "conv2");
    CHECK(spread.ratio >= 3.0);
    CHECK(spread.ratio == Approx(given.ratio(given.priced(spread.plan))));
    Case same = given;
    same.given.asked.find("fc1")->levelBits = 2;
    const double least = *leastLoss(same, SearchMetric::Weights, 430'500.0 / 3.0);
    CHECK(*spread.lossRise == Approx(least).epsilon(0.02));
    CHECK(*spread.lossRise >= least - 1e-12);
    CHECK(given.spread(true).plan == spread.plan);
}

TEST_CASE("Without sensitivities of the kind one ratio is found for all layers, the smallest that does")
{
    Case given("filter");
    given.request.locked = {"conv1"};
    for (const double ratio : {1.2, 2.0, 3.7, 9.0}) {
        given.request.value = ratio;
        const SpreadBudget spread = given.spread(false);
        REQUIRE(spread.uniformRatio);
        CHECK(std::string(spread.whyUniform->what()) == "No sensitivities are known");
        CHECK(spread.ratio >= ratio);
        CHECK(spread.plan.find("conv1")->constraints.empty());
        // Every ratio at which some layer loses a group: 50, 500 and 10 filters.
        std::set<double> ratios;
        for (const int groups : {50, 500, 10}) {
            for (int kept = 1; kept <= groups; ++kept) {
                ratios.insert(static_cast<double>(groups) / kept);
            }
        }
        std::optional<Plan> least;
        Preview preview(given.given.network, targetOf(given.hardware));
        for (const double common : ratios) {
            Plan plan = given.plan;
            for (const auto& [layer, groups] : {std::pair{"conv2", 50}, std::pair{"fc1", 500}, std::pair{"fc2", 10}}) {
                const auto kept = keptCount(groups, common);
                if (kept < groups) {
                    plan.find(layer)->constraints = {{"filter", static_cast<double>(groups) / static_cast<double>(kept)}};
                }
            }
            if (given.ratio(given.priced(preview, plan)) >= ratio) {
                least = plan;
                break;
            }
        }
        REQUIRE(least);
        CHECK(given.priced(*least) == spread.metrics);
        CHECK(least->layers.size() == spread.plan.layers.size());
        for (const LayerPlan& layer : least->layers) {
            const LayerPlan& found = *spread.plan.find(layer.layer);
            REQUIRE(found.constraints.size() == layer.constraints.size());
            if (!layer.constraints.empty()) {
                CHECK(found.constraints[0].ratio == Approx(layer.constraints[0].ratio));
            }
        }
    }
    // Nothing to do is no pruning.
    given.request.value = 1.0;
    CHECK(given.spread(false).plan == given.plan);
}

TEST_CASE("A budget that cannot be met names the nearest, which can")
{
    Case given("filter");
    given.request.locked = {"fc1"};
    given.request.value = 60.0;
    // All of conv1, conv2 and fc2 but one filter each may go: 25 + 25 + 500 x 16 that read conv2's filter + 500 weights stay.
    CHECK_THROWS_WITH(given.spread(false), Contains("smaller by 60.00x; the most is 50.35x"));
    given.request.value = 430'500.0 / 8'550.0;
    CHECK(given.spread(false).metrics.weightsKept == 8'550);
    given.request.goal = BudgetGoal::Crossbars;
    given.request.value = 3.0;
    CHECK_THROWS_WITH(given.spread(false), Contains("as few as 3 crossbars; the fewest are"));
    given.request.goal = BudgetGoal::Ratio;
    given.request.value = 50.0;
    CHECK_THROWS_WITH(given.spread(true), Contains("50.00x") && Contains("the least is"));
}

TEST_CASE("What a budget asks for is checked, all at once, and why sensitivities do not serve is said")
{
    Case given("filter");
    given.request.kind = "column-proportional";
    given.request.value = 0.5;
    given.request.locked = {"conv9"};
    CHECK_THROWS_WITH(given.spread(false), Contains("column-proportional") && Contains("0.5") && Contains("conv9"));
    given.request = {"filter", BudgetGoal::Crossbars, 10.5, {}};
    CHECK_THROWS_WITH(given.spread(false), Contains("whole number"));
    given.request = {"unstructured", BudgetGoal::Ratio, 2.0, {}};
    CHECK_THAT(given.spread(true).whyUniform->what(), Contains("No sensitivities of unstructured are known"));
    given.given.table.networkHash = "other";
    CHECK_THAT(given.spread(true).whyUniform->what(), Contains("other weights"));
    given.request.locked = {"conv1", "conv2", "fc1", "fc2"};
    CHECK_THROWS_WITH(given.spread(true), Contains("No layer that is not locked"));
    given.request.locked = {};
    const auto abort = [](const Progress&) { return Verdict::Abort; };
    CHECK_THROWS_WITH(spreadBudget(given.given.network, given.plan, given.hardware, nullptr, given.request, abort),
                      Contains("cancelled"));
}

TEST_CASE("Layers that share channels with a locked one stay where sensitivities decide")
{
    Case given("filter");
    given.given = searchCase(makeZooNetwork("resnet20-cifar10"), "filter", {1.5, 2.0, 3.0, 4.0}, 1);
    given.given.table.networkHash = networkHash(*given.given.network);
    given.plan = densePlan(*given.given.network);
    const auto unit = std::find_if(given.given.table.units.begin(), given.given.table.units.end(),
                                   [](const SensitivityUnit& u) { return u.layers.size() > 1; });
    REQUIRE(unit != given.given.table.units.end());
    given.request.locked = {unit->layers[1]};
    given.request.value = 1.5;
    const SpreadBudget spread = given.spread(true);
    CHECK_FALSE(spread.whyUniform);
    REQUIRE(spread.left.size() >= unit->layers.size());
    for (const std::string& layer : unit->layers) {
        CHECK(spread.plan.find(layer)->constraints.empty());
        CHECK(std::any_of(spread.left.begin(), spread.left.end(), [&](const Problem& p) { return p.field == layer; }));
    }
    CHECK(spread.ratio >= 1.5);
}
