// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/search_space.h"

#include "core/compress/preview.h"
#include "core/network/zoo.h"
#include "core/run/target.h"
#include "tests/core/explore/search_cases.h"

#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;

TEST_CASE("The ratio of each choice is that of the masks it stands for")
{
    const auto kind = GENERATE(as<std::string>{}, "filter", "filter-shape", "unstructured");
    const SearchCase given = searchCase(makeZooNetwork("resnet20-cifar10"), kind, {1.5, 2.0, 4.0, 8.0}, 3);
    const Target target = targetOf(smallArrays());
    SearchSpaceOptions options;
    options.ratios = {1.7, 3.0, 6.5};
    const SearchSpace space = searchSpace(given.network, given.asked, target, AccuracyEstimator(given.table, {}), options);
    Preview preview(given.network, target);
    std::size_t compared = 0;
    std::vector<std::size_t> choice(space.units.size(), 0);
    for (std::size_t at = 0; at < space.units.size(); ++at) {
        for (; choice[at] < space.units[at].choices.size(); ++choice[at]) {
            const CompressedNetwork& compressed = preview.apply(space.plan(choice));
            std::int64_t weights = 0;
            std::int64_t kept = 0;
            for (const std::size_t layer : space.units[at].layers) {
                weights += compressed.layers[layer].layer.weights();
                kept += compressed.layers[layer].mask.keptWeights();
            }
            CHECK(space.units[at].choices[choice[at]].ratio == static_cast<double>(weights) / static_cast<double>(kept));
            ++compared;
        }
        choice[at] = 0;
    }
    CHECK(compared > 2 * space.units.size());
}
