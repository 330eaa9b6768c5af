// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/plan_pricer.h"

#include "core/network/zoo.h"
#include "core/run/target.h"
#include "tests/core/explore/random_plans.h"
#include "tests/core/explore/search_cases.h"

#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;

TEST_CASE("A pricer's figures are those of preview, mapper and cost model")
{
    const auto kind = GENERATE(as<std::string>{}, "filter", "filter-shape", "unstructured");
    const auto name = GENERATE(as<std::string>{}, "lenet5", "resnet20-cifar10");
    const bool mild = GENERATE(true, false);
    SearchCase given = searchCase(makeZooNetwork(name), kind, {1.25, 1.5, 2.0, 4.0, 8.0}, 3);
    const Hardware hardware = smallArrays();
    const Target target = targetOf(hardware);
    const AccuracyEstimator estimator(given.table, {});
    SearchSpaceOptions options;
    options.ratios = mild ? std::vector<double>{1.25, 1.5} : std::vector<double>{2.0, 4.0, 7.0};
    if (mild) {
        // What a linear layer does not read its neurons give for nothing.
        for (const WeightLayer& layer : weightLayers(*given.network)) {
            if (!layer.convolution) {
                given.asked.find(layer.name)->constraints.clear();
                options.locked.push_back(layer.name);
            }
        }
    }
    const SearchSpace space = searchSpace(given.network, given.asked, target, estimator, options);
    const CostModel model(loadComponents(hardware.preset));
    PlanPricer pricer(space, target, hardware, model);
    CHECK(pricer.separable() == (mild && kind != "filter"));
    Preview preview(given.network, target);
    for (std::uint64_t trial = 0; trial < 12; ++trial) {
        RandomStream random({trial});
        std::vector<std::size_t> choice;
        for (const SearchUnit& unit : space.units) {
            choice.push_back(static_cast<std::size_t>(random.below(unit.choices.size())));
        }
        const CompressedNetwork& compressed = preview.apply(space.plan(choice));
        const MappedNetwork mapped = mapNetwork(compressed, hardware);
        const CostReport report = model.estimate(mapped);
        const PlanMetrics metrics = pricer.priceWhole(choice);
        CHECK(metrics.crossbars == mapped.crossbars);
        CHECK(metrics.energyJ == report.total.energyJ);
        CHECK(metrics.areaMm2 == report.total.areaMm2);
        CHECK(metrics.weightsKept == compressed.counts().kept);
        int most = 0;
        for (const MappedLayer& layer : mapped.layers) {
            most = std::max(most, layer.adcBits);
        }
        CHECK(metrics.adcBits == most);
        if (pricer.separable() || kind == "filter-shape") {
            CHECK(pricer.price(choice) == metrics);
        } else {
            // Other filters that stay let other weights read zeros; on these layers by a few in a hundred.
            CHECK(static_cast<double>(pricer.price(choice).weightsKept) == Approx(static_cast<double>(metrics.weightsKept)).epsilon(0.1));
        }
    }
}
