// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/engines/sparse_accelerator.h"

#include "core/base/error.h"
#include "tests/core/cost/engines/engine_nets.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

WeightLayer layerOf(std::int64_t filters, std::int64_t columns, std::int64_t positions)
{
    WeightLayer layer;
    layer.name = "layer";
    layer.filters = filters;
    layer.columns = columns;
    layer.channels = columns;
    layer.outputPositions = positions;
    return layer;
}

CompressedLayer compressedOf(WeightLayer layer)
{
    LayerMask mask = LayerMask::dense(layer.filters, layer.columns);
    return {std::move(layer), std::move(mask), std::nullopt};
}

}  // namespace

TEST_CASE("The break-even equals a brute-force scan over every number of weights kept")
{
    RandomStream random{6, 1};
    int pays = 0;
    int never = 0;
    for (int trial = 0; trial < 400; ++trial) {
        ComponentFile file = engineFile("sparse-45nm");
        set(file, "dense.pes", static_cast<double>(4 + random.below(64)));
        set(file, "sparse.decoder_area", random.uniform(0.0, 0.004));
        set(file, "sparse.start_cycles", static_cast<double>(random.below(8)));
        set(file, "sparse.imbalance", trial % 3 == 0 ? 0.0 : random.uniform(0.0, 2.0));
        const SparseAccelerator accelerator(file);
        const auto pick = [&](std::uint64_t most) { return static_cast<std::int64_t>(1 + random.below(most)); };
        const CompressedLayer layer = compressedOf(layerOf(pick(40), pick(60), pick(30)));
        const std::int64_t dense = accelerator.denseCycles(layer.layer);
        std::optional<std::int64_t> most;
        std::int64_t before = 0;
        for (std::int64_t kept = 0; kept <= layer.layer.weights(); ++kept) {
            const std::int64_t cycles = accelerator.sparseCycles(layer.layer, kept);
            CHECK(cycles >= before);
            before = cycles;
            if (static_cast<double>(dense) / static_cast<double>(cycles) >= 1.0) {
                most = kept;
            }
        }
        const BreakEven found = accelerator.breakEven(layer);
        CHECK(found.mostKept == most);
        CHECK(found.prunedPercent().has_value() == most.has_value());
        if (most) {
            CHECK(*found.prunedPercent() == Approx(100.0 * static_cast<double>(layer.layer.weights() - *most) /
                                                   static_cast<double>(layer.layer.weights()))
                                                .margin(1e-9));
        }
        pays += most && *most > 0 && *most < layer.layer.weights() ? 1 : 0;
        never += most ? 0 : 1;
    }
    CHECK(pays > 100);
    CHECK(never > 0);
}

TEST_CASE("The cycles expected never fall when weights are added, on a layer of real size")
{
    const SparseAccelerator accelerator(engineFile("sparse-45nm"));
    const WeightLayer layer = layerOf(256, 2304, 64);
    std::int64_t before = 0;
    for (std::int64_t kept = 0; kept <= layer.weights(); ++kept) {
        const std::int64_t cycles = accelerator.sparseCycles(layer, kept);
        if (cycles < before) {
            FAIL(kept);
        }
        before = cycles;
    }
    CHECK(before == (256 * 64 + accelerator.sparsePes() - 1) / accelerator.sparsePes() * 2305);
}

TEST_CASE("Areas, PEs at equal area and cycles by hand")
{
    ComponentFile file = engineFile("sparse-45nm");
    const SparseAccelerator accelerator(file);
    CHECK(accelerator.densePeMm2() == Approx(419e-6 + 512 * 8 * 0.7e-6));
    CHECK(accelerator.sparsePeMm2() == Approx(419e-6 + 512 * 12 * 0.7e-6 + 1e-3));
    CHECK(accelerator.sparsePes() == static_cast<std::int64_t>(1024.0 * 3286.2 / 5719.8));
    // Equal filters, no start: the break-even is the PEs' ratio, up to whole columns and rounds.
    set(file, "sparse.imbalance", 0.0);
    set(file, "sparse.start_cycles", 0);
    const SparseAccelerator even(file);
    const WeightLayer layer = layerOf(512, 4608, 4096);
    CHECK(even.denseCycles(layer) == 2048 * 4608);
    CHECK(even.sparseCycles(layer, layer.weights() / 2) == (512 * 4096 + 587) / 588 * 2304);
    const BreakEven found = even.breakEven(compressedOf(layer));
    CHECK(*found.prunedPercent() == Approx(100.0 * (1.0 - 588.0 / 1024.0)).margin(0.1));
    // Random zeros make filters unequally long, so more must go.
    CHECK(*accelerator.breakEven(compressedOf(layer)).prunedPercent() > *found.prunedPercent());
}

TEST_CASE("No extra area and no overhead: every pruned weight pays from the first on")
{
    ComponentFile file = engineFile("sparse-45nm");
    set(file, "sparse.decoder_area", 0.0);
    set(file, "pe.area_per_bit", 0.0);
    set(file, "sparse.start_cycles", 0);
    const SparseAccelerator accelerator(file);
    CHECK(accelerator.sparsePes() == 1024);
    const BreakEven found = accelerator.breakEven(compressedOf(layerOf(512, 4608, 64)));
    CHECK(*found.prunedPercent() == 0.0);
    CHECK(*found.ratio() == 1.0);
}

TEST_CASE("A larger decoder moves the break-even up")
{
    double before = -1.0;
    for (const double area : {0.0, 5e-4, 1e-3, 2e-3, 4e-3}) {
        ComponentFile file = engineFile("sparse-45nm");
        set(file, "sparse.decoder_area", area);
        const double percent = *SparseAccelerator(file).breakEven(compressedOf(layerOf(256, 2304, 64))).prunedPercent();
        CHECK(percent > before);
        before = percent;
    }
}

TEST_CASE("A mask's cycles and entries equal a walk over its dot products")
{
    RandomStream random{6, 2};
    for (int trial = 0; trial < 100; ++trial) {
        CompressedNetwork network = randomNetwork(random);
        ComponentFile file = engineFile("sparse-45nm");
        set(file, "dense.pes", static_cast<double>(4 + random.below(40)));
        set(file, "sparse.index_bits", static_cast<double>(1 + random.below(4)));
        const SparseAccelerator accelerator(file);
        const std::int64_t pes = accelerator.sparsePes();
        const EngineReport dense = accelerator.price(network);
        for (CompressedLayer& layer : network.layers) {
            layer.mask = randomMask(layer.layer, random.uniform(0.05, 0.9), random);
        }
        const EngineReport report = accelerator.price(network);
        for (std::size_t i = 0; i < network.layers.size(); ++i) {
            const CompressedLayer& layer = network.layers[i];
            // EIE's encoding, entry by entry: the longest run before a value is 2^bits - 1, then a zero is stored.
            const std::int64_t longest = (std::int64_t{1} << accelerator.options().indexBits) - 1;
            std::vector<std::int64_t> lengths;
            for (std::int64_t row = 0; row < layer.layer.filters; ++row) {
                std::int64_t last = -1;
                for (std::int64_t k = 0; k < layer.layer.columns; ++k) {
                    last = layer.mask.kept(row, k) ? k : last;
                }
                std::int64_t length = 0;
                std::int64_t run = 0;
                for (std::int64_t k = 0; k <= last; ++k) {
                    if (layer.mask.kept(row, k) || run == longest) {
                        ++length;
                        run = 0;
                    } else {
                        ++run;
                    }
                }
                lengths.push_back(length);
            }
            CHECK(accelerator.entries(layer) == lengths);
            // PEs take the next dot product each; a round ends with its slowest.
            std::int64_t cycles = 0;
            std::vector<std::int64_t> round;
            for (std::int64_t pixel = 0; pixel < layer.layer.outputPositions; ++pixel) {
                for (const std::int64_t length : lengths) {
                    if (length == 0) {
                        continue;  // a filter that is gone has no product
                    }
                    round.push_back(length + 1);
                    if (static_cast<std::int64_t>(round.size()) == pes) {
                        cycles += *std::max_element(round.begin(), round.end());
                        round.clear();
                    }
                }
            }
            cycles += round.empty() ? 0 : *std::max_element(round.begin(), round.end());
            CHECK(report.layers[i].cycles == cycles);
            std::int64_t stored = 0;
            for (const std::int64_t length : lengths) {
                stored += length;
            }
            CHECK(report.layers[i].weightBits == 8 * stored);
            CHECK(report.layers[i].indexBits == accelerator.options().indexBits * stored);
            CHECK(report.layers[i].cycles <= dense.layers[i].cycles);
        }
    }
}

TEST_CASE("Half the filters take half the rounds")
{
    Network network("one", {3, 8, 8});
    Convolution convolution;
    convolution.filters = 64;
    convolution.kernel = {3, 3};
    network.add("conv", convolution);
    CompressedNetwork compressed = uncompressed(std::make_shared<const Network>(network));
    ComponentFile file = engineFile("sparse-45nm");
    const SparseAccelerator accelerator(file);
    const std::int64_t dense = accelerator.sparseCycles(compressed.layers[0]);
    for (std::size_t row = 0; row < 64; row += 2) {
        compressed.layers[0].mask.rows[row] = 0;
    }
    CHECK(accelerator.sparseCycles(compressed.layers[0]) <= dense / 2 + 27 + accelerator.options().startCycles);
    std::fill(compressed.layers[0].mask.rows.begin(), compressed.layers[0].mask.rows.end(), std::uint8_t{0});
    CHECK(accelerator.sparseCycles(compressed.layers[0]) == 0);
}

TEST_CASE("The estimate for random zeros is near a random mask's cycles")
{
    ComponentFile file = engineFile("sparse-45nm");
    set(file, "sparse.index_bits", 16);
    const SparseAccelerator accelerator(file);
    RandomStream random{6, 3};
    CompressedLayer layer = compressedOf(layerOf(512, 2304, 16));
    for (const double kept : {0.1, 0.3, 0.5, 0.8}) {
        layer.mask = randomMask(layer.layer, kept, random);
        const auto real = static_cast<double>(accelerator.sparseCycles(layer));
        const auto expected = static_cast<double>(accelerator.sparseCycles(layer.layer, layer.mask.keptWeights()));
        // The longest filter of one mask is a single draw, with a spread of some percent.
        CHECK(expected >= real * 0.95);
        CHECK(expected <= real * 1.05);
    }
}

TEST_CASE("Sparse PEs larger than all dense ones together are refused")
{
    ComponentFile file = engineFile("sparse-45nm");
    set(file, "dense.pes", 1);
    CHECK_THROWS_WITH(SparseAccelerator(file), Contains("raise dense.pes"));
}

TEST_CASE("Traffic, latency and energy of the sparse accelerator by hand")
{
    const SparseAccelerator accelerator(engineFile("sparse-45nm"));
    // 8 filters of 36 weights, 64 pixels: 512 dot products in one round of 588 PEs.
    const EngineReport report = accelerator.price(oneLayer(8, 4, 3, 8));
    const std::int64_t bits = 288 * 12 + (4 * 100 + 8 * 64) * 8;
    const double transferS = static_cast<double>(bits) / (8 * 12.8e9 * 0.7);
    CHECK(report.total.cycles == 37);
    CHECK(report.total.movedBits == bits);
    CHECK(report.total.latencyS == Approx(transferS));
    CHECK(report.total.limit == EngineLimit::Bandwidth);
    CHECK(report.total.energyJ() == Approx(0.1 * transferS + 288.0 * 64 * 0.3e-12 + static_cast<double>(bits) * 20e-12));
    CHECK(report.floatCompression() == Approx(32.0 / 12.0));
    CHECK(report.weightCompression() == Approx(4.0));
}
