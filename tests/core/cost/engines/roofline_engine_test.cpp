// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/engines/roofline_engine.h"

#include "tests/core/cost/engines/engine_nets.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;

namespace {

/// Round numbers: 1 Top/s at 50 %, 10 GB/s, 4 lanes, 2 pixels, 6 decode steps, blocks of 8 x 4, 16 bit.
ComponentFile roundFile()
{
    ComponentFile file = engineFile("snapdragon865-gpu");
    set(file, "peak.rate", 1e12);
    set(file, "peak.efficiency", 0.5);
    set(file, "memory.bandwidth", 1e10);
    set(file, "memory.efficiency", 1.0);
    set(file, "kernel.pixels", 2);
    set(file, "sparse.decode_steps", 6);
    set(file, "launch.time", 1e-5);
    set(file, "power.static", 2.0);
    return file;
}

}  // namespace

TEST_CASE("Dense roofline by hand, on both sides of the ridge")
{
    const RooflineEngine engine(roundFile());
    // 64 x 32 x 9 weights, 30 x 30 pixels: 33.2 Mop over 500 Gop/s; inputs 32 * 32 * 32, outputs 64 * 900 of 2 bytes.
    const EngineLayer conv = engine.price(oneLayer(64, 32, 3, 30)).layers[0];
    const double bytes = 2.0 * (64 * 288 + 32 * 1024 + 64 * 900);
    CHECK(conv.computeS == Approx(2.0 * 64 * 288 * 900 / 5e11));
    CHECK(conv.transferS == Approx(bytes / 1e10));
    CHECK(conv.limit == EngineLimit::Compute);
    CHECK(conv.latencyS == Approx(1e-5 + conv.computeS));
    CHECK(conv.energyJ() == Approx(2.0 * conv.latencyS));
    // One pixel, 1000 x 4000 weights: each weight is used once.
    const EngineLayer linear = engine.price(oneLayer(1000, 4000, 1, 1)).layers[0];
    CHECK(linear.limit == EngineLimit::Bandwidth);
    CHECK(linear.latencyS == Approx(1e-5 + 2.0 * (4e6 + 5000) / 1e10));
    // Hardly any work: starting it takes longest.
    CHECK(engine.price(oneLayer(4, 4, 1, 1)).layers[0].limit == EngineLimit::Launch);
    CHECK(engine.price(oneLayer(4, 4, 1, 1)).total.limit == EngineLimit::Launch);
}

TEST_CASE("Idle lanes: 5 filters take the time of 8")
{
    const RooflineEngine engine(roundFile());
    CHECK(engine.denseSteps(oneLayer(5, 32, 3, 30).layers[0]) == engine.denseSteps(oneLayer(8, 32, 3, 30).layers[0]));
    // Depthwise: one filter a group uses one lane of four.
    CHECK(engine.denseSteps(oneLayer(64, 1, 3, 30, 64).layers[0]) == 64 * 9);
}

TEST_CASE("Efficiency against block size")
{
    const RooflineEngine engine(roundFile());
    // 8 x 4: 8 useful steps, 8 + 6/2 in all. One pixel: 8 + 6.
    CHECK(engine.blockEfficiency(8, 4, 100) == Approx(8.0 / 11.0));
    CHECK(engine.blockEfficiency(8, 4, 1) == Approx(8.0 / 14.0));
    // Six filters fill one and a half vectors.
    CHECK(engine.blockEfficiency(6, 4, 100) == Approx(6.0 / 11.0));
    CHECK(engine.blockEfficiency(1, 1, 100) == Approx(0.25 / 4.0));
    // Grows with the block's channels, and with its filters in whole vectors, towards 1.
    double before = 0.0;
    for (const std::int64_t size : {4, 8, 16, 32, 64, 1024}) {
        CHECK(engine.blockEfficiency(size, 4, 100) > before);
        CHECK(engine.blockEfficiency(8, size, 100) > engine.blockEfficiency(8, size / 2, 100));
        before = engine.blockEfficiency(size, 4, 100);
        CHECK(before <= 1.0);
    }
    CHECK(before > 0.99);
}

TEST_CASE("The shipped phone's efficiencies as docs/engines.md states them")
{
    const RooflineEngine gpu(engineFile("snapdragon865-gpu"));
    CHECK(gpu.blockEfficiency(8, 4, 1024) == Approx(8.0 / 9.0));
    CHECK(gpu.blockEfficiency(4, 4, 1024) == Approx(4.0 / 5.0));
    CHECK(gpu.blockEfficiency(1, 1, 1024) == Approx(1.0 / 8.0));
    CHECK(engineFile("snapdragon865-cpu").value("peak.rate", "op/s") == Approx((2.84e9 + 3 * 2.42e9) * 16).epsilon(1e-3));
}

TEST_CASE("Block-sparse steps by hand and by enumeration")
{
    const RooflineEngine engine(roundFile());
    CompressedNetwork network = oneLayer(16, 8, 3, 30);
    // Four blocks; three positions stay in each.
    LayerMask& mask = network.layers[0].mask;
    mask.columns.assign(72, 0);
    for (std::size_t channel = 0; channel < 8; ++channel) {
        for (const std::size_t position : {1U, 4U, 7U}) {
            mask.columns[channel * 9 + position] = 1;
        }
    }
    CHECK(engine.sparseSteps(network.layers[0]) == Approx(4 * 3 * (2 * 4 + 3.0)));
    const EngineLayer layer = engine.price(network).layers[0];
    CHECK(layer.computeS == Approx(2.0 * 4 * 900 * 132 / 5e11));
    CHECK(layer.weightBits == 16 * 16 * 24);
    CHECK(layer.indexBits == 4 * 9);
    CHECK(layer.executedOperations == 2 * 16 * 24 * 900);

    RandomStream random{5, 1};
    for (int trial = 0; trial < 100; ++trial) {
        CompressedNetwork other = randomNetwork(random);
        for (CompressedLayer& compressed : other.layers) {
            compressed.mask = blockPunched(compressed.layer, 8, 4, 0.6, random);
            const WeightLayer& l = compressed.layer;
            const std::int64_t m = l.filters / l.groups;
            double steps = 0.0;
            for (std::int64_t g = 0; g < l.groups; ++g) {
                for (std::int64_t f = 0; f < m; f += 8) {
                    for (std::int64_t c = 0; c < l.channels; c += 4) {
                        for (std::int64_t position = 0; position < l.kernelPositions(); ++position) {
                            // Masks have whole blocks: the first weight stands for all.
                            if (!compressed.mask.kept(g * m + f, c * l.kernelPositions() + position)) {
                                continue;
                            }
                            for (std::int64_t channel = c; channel < std::min(c + 4, l.channels); ++channel) {
                                for (std::int64_t filter = f; filter < std::min(f + 8, m); filter += 4) {
                                    steps += 1.0;
                                }
                            }
                            steps += l.outputPositions == 1 ? 6.0 : 3.0;
                        }
                    }
                }
            }
            CHECK(engine.sparseSteps(compressed) == Approx(steps));
        }
    }
}

TEST_CASE("Operations are saved only where a position is gone from the whole block; a layer never gets slower than dense")
{
    const RooflineEngine engine(roundFile());
    const CompressedNetwork dense = oneLayer(64, 32, 3, 30);
    CompressedNetwork network = dense;
    RandomStream random{5, 2};
    // Half of the weights gone at random: hardly any block position is empty, so the dense kernel stays.
    network.layers[0].mask = randomMask(network.layers[0].layer, 0.5, random);
    const EngineReport irregular = engine.price(network);
    CHECK(irregular.total.latencyS == engine.price(dense).total.latencyS);
    CHECK(irregular.total.executedOperations == irregular.total.denseOperations);
    CHECK(irregular.total.effectiveOperations < irregular.total.denseOperations * 6 / 10);
    double before = engine.price(dense).total.latencyS;
    for (const double dropped : {0.1, 0.3, 0.5, 0.7, 0.9}) {
        RandomStream same{5, 3};
        network.layers[0].mask = blockPunched(network.layers[0].layer, 8, 4, dropped, same);
        const double now = engine.price(network).total.latencyS;
        CHECK(now <= before);
        before = now;
    }
    // A tenth of the operations at 8 / 11 of the dense efficiency; launch and memory traffic stay.
    CHECK(engine.price(network).total.computeS < engine.price(dense).total.computeS / 5.0);
}
