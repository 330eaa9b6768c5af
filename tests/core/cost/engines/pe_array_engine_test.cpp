// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/engines/pe_array_engine.h"

#include "core/base/error.h"
#include "tests/core/cost/engines/engine_nets.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

struct Walked {
    std::int64_t passes = 0;
    std::int64_t weights = 0;
    std::int64_t groups = 0;
};

/// Group by group, weight by weight.
Walked walk(const CompressedLayer& compressed, std::int64_t tm, std::int64_t tn)
{
    const WeightLayer& l = compressed.layer;
    const std::int64_t m = l.filters / l.groups;
    Walked walked;
    for (std::int64_t g = 0; g < l.groups; ++g) {
        for (std::int64_t to = 0; to < m; to += tm) {
            for (std::int64_t ti = 0; ti < l.channels; ti += tn) {
                bool any = false;
                std::int64_t weights = 0;
                for (std::int64_t row = to; row < std::min(to + tm, m); ++row) {
                    for (std::int64_t k = ti * l.kernelPositions(); k < std::min(ti + tn, l.channels) * l.kernelPositions(); ++k) {
                        any = any || compressed.mask.kept(g * m + row, k);
                        ++weights;
                    }
                }
                ++walked.groups;
                walked.passes += any ? 1 : 0;
                walked.weights += any ? weights : 0;
            }
        }
    }
    return walked;
}

}  // namespace

TEST_CASE("Passes, cycles and stored weights equal the enumerated groups")
{
    RandomStream random{4, 1};
    std::int64_t skipped = 0;
    for (int trial = 0; trial < 200; ++trial) {
        CompressedNetwork network = randomNetwork(random);
        ComponentFile file = engineFile("pe-ternary");
        set(file, "pe.filter_lanes", static_cast<double>(1 + random.below(5)));
        set(file, "pe.channel_lanes", static_cast<double>(1 + random.below(5)));
        const PeArrayEngine engine(file);
        for (CompressedLayer& layer : network.layers) {
            layer.mask = trial % 2 == 0 ? randomMask(layer.layer, 0.05, random)
                                        : LayerMask::dense(layer.layer.filters, layer.layer.columns);
        }
        const EngineReport report = engine.price(network);
        for (std::size_t i = 0; i < network.layers.size(); ++i) {
            const CompressedLayer& layer = network.layers[i];
            const Walked walked = walk(layer, engine.options().filterLanes, engine.options().channelLanes);
            const WeightLayer& l = layer.layer;
            CHECK(engine.passes(layer) == walked.passes);
            CHECK(report.layers[i].cycles == walked.passes * l.outputPositions * l.kernelPositions());
            CHECK(report.layers[i].executedOperations == 2 * walked.weights * l.outputPositions);
            CHECK(report.layers[i].weightBits == 2 * walked.weights);
            CHECK(report.layers[i].indexBits == 32 + (walked.passes < walked.groups ? walked.groups : 0));
            CHECK(engine.groupSparsity(layer) ==
                  Approx(1.0 - static_cast<double>(walked.weights) / static_cast<double>(l.weights())).margin(1e-12));
            skipped += walked.groups - walked.passes;
        }
    }
    CHECK(skipped > 1000);
}

TEST_CASE("Compression is 32/2 / (1 - group sparsity); 21x needs 24 % of the groups gone (AAAI 2020)")
{
    const PeArrayEngine engine(engineFile("pe-ternary"));
    CompressedNetwork network = oneLayer(160, 160, 3, 8);
    CHECK(engine.price(network).weightCompression() == Approx(16.0));
    // 24 of 100 groups of 16 x 16 x 9.
    LayerMask& mask = network.layers[0].mask;
    mask.elements.assign(160U * 1440U, 1);
    for (std::size_t group = 0; group < 24; ++group) {
        for (std::size_t row = group / 10 * 16; row < group / 10 * 16 + 16; ++row) {
            for (std::size_t k = group % 10 * 144; k < group % 10 * 144 + 144; ++k) {
                mask.elements[row * 1440 + k] = 0;
            }
        }
    }
    CHECK(engine.groupSparsity(network.layers[0]) == Approx(0.24));
    const EngineReport report = engine.price(network);
    CHECK(report.weightCompression() == Approx(16.0 / 0.76));
    CHECK(report.weightCompression() == Approx(21.0).epsilon(0.01));
    CHECK(report.floatCompression() == Approx(32.0 * 230400 / (2.0 * 175104 + 100 + 32)));
    CHECK(report.total.cycles == 76 * 64 * 9);
}

TEST_CASE("A ternary layer needs two bits a weight only where zeros are stored")
{
    const PeArrayEngine engine(engineFile("pe-ternary"));
    CompressedNetwork network = oneLayer(16, 16, 3, 8);
    // One magnitude and its sign: binary, one bit.
    network.layers[0].levels = LayerLevels{{{1.0F}, 1}, 0.1F};
    CHECK(engine.price(network).total.weightBits == 16 * 144);
    RandomStream random{4, 3};
    network.layers[0].mask = randomMask(network.layers[0].layer, 0.5, random);
    CHECK(engine.price(network).total.weightBits == 2 * 16 * 144);
    // With a zero of its own the set has three codes, pruned weights or not.
    network.layers[0].levels = LayerLevels{{{1.0F}, 2, 0, 1}, 0.1F, 0.01F};
    CHECK(engine.price(network).total.weightBits == 2 * 16 * 144);
    network.layers[0].mask = LayerMask::dense(16, 144);
    CHECK(engine.price(network).total.weightBits == 2 * 16 * 144);
}

TEST_CASE("A buffer that is too small is refused")
{
    ComponentFile file = engineFile("pe-ternary");
    set(file, "device.buffer", 1000);
    CHECK_THROWS_WITH(PeArrayEngine(file).price(oneLayer(16, 16, 3, 8)), Contains("buffer bits: 29184 are needed"));
}

TEST_CASE("Traffic, latency and energy of the PE array by hand")
{
    const PeArrayEngine engine(engineFile("pe-ternary"));
    // Four groups of 16 x 16 x 9; the first is empty. Each pass reads its 16 channels of 10 x 10 pixels.
    CompressedNetwork network = oneLayer(32, 32, 3, 8);
    LayerMask& mask = network.layers[0].mask;
    mask.elements.assign(32U * 288U, 1);
    for (std::size_t row = 0; row < 16; ++row) {
        std::fill_n(mask.elements.begin() + static_cast<std::ptrdiff_t>(row * 288), 144, std::uint8_t{0});
    }
    const EngineReport report = engine.price(network);
    const std::int64_t bits = 3 * 2304 * 2 + 4 + 32 + (3 * 16 * 100 + 32 * 64) * 8;
    const double computeS = 3 * 64 * 9 / 200e6;
    CHECK(report.total.movedBits == bits);
    CHECK(report.total.latencyS == Approx(computeS));
    CHECK(report.total.energyJ() == Approx(3.0 * computeS + 3.0 * 2304 * 64 * 3e-12 + static_cast<double>(bits) * 20e-12));
}
