// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/accuracy_estimate.h"

#include "core/compress/preview.h"
#include "core/network/zoo.h"
#include "tests/core/explore/search_cases.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

/// One layer, loss 0.5 at ratio 2 and 1.5 at ratio 4 above the dense network's.
SensitivityTable twoPoints()
{
    SensitivityTable table;
    table.key = "two";
    table.top1Percent = 90.0;
    table.meanLoss = 1.0;
    table.units = {{{"a"}, {"filter"}, {{2.0, 0, 80.0, 1.5}, {4.0, 0, 60.0, 2.5}}, {{1.0, 4, 88.0, 1.1}, {1.0, 2, 50.0, 3.0}}}};
    std::swap(table.units[0].bits[0], table.units[0].bits[1]);
    return table;
}

}  // namespace

TEST_CASE("Loss rises are straight over the logarithm of the ratio")
{
    const AccuracyEstimator estimator(twoPoints(), {});
    CHECK(*estimator.ratioRise(0, 1.0) == 0.0);
    CHECK(*estimator.ratioRise(0, 2.0) == Approx(0.5));
    CHECK(*estimator.ratioRise(0, std::sqrt(2.0)) == Approx(0.25));
    CHECK(*estimator.ratioRise(0, std::sqrt(8.0)) == Approx(1.0));
    CHECK_FALSE(estimator.ratioRise(0, 4.1));
    CHECK(*estimator.bitsRise(0, 0) == 0.0);
    CHECK(*estimator.bitsRise(0, 3) == Approx(1.05));
    CHECK(*estimator.bitsRise(0, 8) == Approx(0.1));
    CHECK_FALSE(estimator.bitsRise(0, 1));
}

TEST_CASE("Accuracy follows plans that were measured, and says how well")
{
    SensitivityTable table = twoPoints();
    const AccuracyEstimator alone(table, {});
    CHECK(alone.oneShot(0.0).top1Percent == Approx(90.0));
    CHECK(alone.oneShot(0.5).top1Percent == Approx(80.0));
    CHECK_FALSE(alone.oneShot(0.5).errorPoints);
    CHECK_FALSE(alone.trained(0.5));
    CHECK(*alone.riseAtOneShot(80.0) == Approx(0.5));

    table.probes = {{{0}, 76.0, 1.7}};
    const AccuracyEstimator probed(table, {});
    CHECK(*probed.oneShot(0.5).errorPoints == Approx(4.0));
    CHECK(probed.oneShot(0.5).top1Percent == Approx(78.0));

    const std::vector<EstimateRecord> records{{"other", 1, "two", "shorter", "p", 0.5, std::nullopt, 20.0},
                                              {"r1", 1, "two", "s", "p", 0.0, std::nullopt, 92.0},
                                              {"r2", 1, "two", "s", "p", 1.0, std::nullopt, 91.0},
                                              {"r3", 1, "two", "s", "p", 2.0, std::nullopt, 88.0},
                                              {"other", 1, "another table", "s", "p", 0.5, std::nullopt, 10.0}};
    const AccuracyEstimator recorded(table, records);
    CHECK(recorded.trained(0.5)->top1Percent == Approx(91.5));
    CHECK(recorded.trained(0.5)->samples == 3);
    CHECK(*recorded.riseAtTrained(91.0) == Approx(1.0));
    CHECK_FALSE(recorded.riseAtTrained(93.0));
    // Left out in turn: 91 for 92, 90 for 91, 91 for 88.
    CHECK(*recorded.trained(0.5)->errorPoints == Approx(std::sqrt((1.0 + 1.0 + 9.0) / 3.0)));
}

TEST_CASE("A plan beyond what was measured has no estimate but reasons")
{
    const SearchCase given = searchCase(makeZooNetwork("lenet5"), "filter", {1.5, 2.0, 4.0}, 5);
    const AccuracyEstimator estimator(given.table, {});
    Preview preview(given.network, Target{});
    std::vector<std::string> reasons;
    const auto riseOf = [&](const Plan& plan) {
        const CompressedNetwork& compressed = preview.apply(plan);
        return estimator.lossRise(plan, compressed, preview.ownCounts(), reasons);
    };
    const auto rise = riseOf(given.asked);
    REQUIRE(rise);
    CHECK(reasons.empty());
    double sum = 0.0;
    for (std::size_t unit = 0; unit < given.table.units.size(); ++unit) {
        const LayerMask& mask = preview.ownMask(unit);
        sum += *estimator.ratioRise(unit, static_cast<double>(mask.expanded().size()) / static_cast<double>(mask.keptWeights()));
    }
    CHECK(*rise == Approx(sum));

    Plan far = given.asked;
    far.layers[1].constraints[0].ratio = 10.0;
    far.layers[2].constraints = {{"unstructured", 2.0}};
    far.layers[3].levelBits = 1;
    far.layers[3].levels = "binary";
    CHECK_FALSE(riseOf(far));
    REQUIRE(reasons.size() == 3);
    CHECK_THAT(reasons[0], Contains("conv2") && Contains("10.00") && Contains("4.00"));
    CHECK_THAT(reasons[1], Contains("fc1") && Contains("unstructured"));
    CHECK_THAT(reasons[2], Contains("fc2") && Contains("1 bits"));
}
