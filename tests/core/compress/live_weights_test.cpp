// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/live_weights.h"

#include "tests/core/compress/constraints/small_layers.h"

#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;

TEST_CASE("Live weights are zero in dead columns and the layer's own elsewhere, however the dead columns change")
{
    RandomStream random{51};
    for (int round = 0; round < 30; ++round) {
        const WeightLayer layer = matrixLayer(1 + static_cast<std::int64_t>(random.below(5)), 1 + static_cast<std::int64_t>(random.below(9)), 2);
        const std::vector<float> weights = randomWeights(layer, random);
        LiveWeights live(layer, weights);
        const auto k = static_cast<std::size_t>(layer.columns);
        std::vector<std::uint8_t> dead(k, 0);
        CHECK(live.under(dead).data() == weights.data());  // no copy as long as nothing is dead
        for (int step = 0; step < 10; ++step) {
            const std::uint64_t share = random.below(4);
            for (std::uint8_t& flag : dead) {
                flag = random.below(3) < share ? static_cast<std::uint8_t>(random.below(2)) : flag;
            }
            const auto values = live.under(dead);
            REQUIRE(values.size() == weights.size());
            for (std::size_t i = 0; i < weights.size(); ++i) {
                REQUIRE(values[i] == (dead[i % k] != 0 ? 0.0F : weights[i]));
            }
        }
    }
}
