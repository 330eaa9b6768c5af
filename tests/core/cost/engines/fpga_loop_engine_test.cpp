// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/engines/fpga_loop_engine.h"

#include "core/base/error.h"
#include "core/network/zoo.h"
#include "tests/core/cost/engines/engine_nets.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <vector>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

/// What walking the loops step by step gives for one layer.
struct Walked {
    std::int64_t cycles = 0;
    std::int64_t macs = 0;
    std::int64_t movedBits = 0;
    std::int64_t weightBits = 0;
    double latencyS = 0.0;
};

/// Lines between the first and the last that a tile reads, without padding.
std::int64_t window(std::int64_t first, std::int64_t last, std::int64_t stride, std::int64_t kernel, std::int64_t dilation,
                    std::int64_t pad, std::int64_t size)
{
    std::int64_t low = std::numeric_limits<std::int64_t>::max();
    std::int64_t high = std::numeric_limits<std::int64_t>::min();
    for (std::int64_t out = first; out <= last; ++out) {
        for (std::int64_t k = 0; k < kernel; ++k) {
            low = std::min(low, out * stride + k * dilation - pad);
            high = std::max(high, out * stride + k * dilation - pad);
        }
    }
    std::int64_t lines = 0;
    for (std::int64_t line = 0; line < size; ++line) {
        lines += line >= low && line <= high ? 1 : 0;
    }
    return lines;
}

/// The loop nest of the engine, one iteration after the other: row, column, group, to, ti, i, j, then pixels in lanes.
Walked walk(const CompressedNetwork& network, const CompressedLayer& compressed, const FpgaLoopOptions& o, double bitsPerS)
{
    const WeightLayer& l = compressed.layer;
    const Node& node = network.network->nodes()[l.node];
    Convolution conv;
    Shape in{l.channels, 1, 1};
    Shape out{l.filters, 1, 1};
    if (std::holds_alternative<Convolution>(node.operation)) {
        conv = std::get<Convolution>(node.operation);
        in = network.network->shapeOf(node.inputs[0]);
        out = network.network->shapeOf(l.node);
    }
    const std::int64_t m = l.filters / l.groups;
    const std::int64_t n = l.channels;
    const bool dense = compressed.mask.keptWeights() == l.weights();
    bool somethingDropped = false;
    Walked w;
    std::vector<std::int64_t> computes;
    std::vector<std::int64_t> transfers;
    std::int64_t bitmaps = 0;
    for (std::int64_t row = 0; row < out[1]; row += o.tileHeight) {
        for (std::int64_t column = 0; column < out[2]; column += o.tileWidth) {
            const std::int64_t lastRow = std::min(row + o.tileHeight, out[1]) - 1;
            const std::int64_t lastColumn = std::min(column + o.tileWidth, out[2]) - 1;
            const std::int64_t pixelsIn =
                window(row, lastRow, conv.stride.h, conv.kernel.h, conv.dilation.h, conv.pads.top, in[1]) *
                window(column, lastColumn, conv.stride.w, conv.kernel.w, conv.dilation.w, conv.pads.left, in[2]);
            for (std::int64_t g = 0; g < l.groups; ++g) {
                for (std::int64_t to = 0; to < m; to += o.filterLanes) {
                    for (std::int64_t ti = 0; ti < n; ti += o.channelLanes) {
                        std::int64_t cycles = 0;
                        std::int64_t bits = 0;
                        std::int64_t stored = 0;
                        for (std::int64_t i = 0; i < conv.kernel.h; ++i) {
                            for (std::int64_t j = 0; j < conv.kernel.w; ++j) {
                                bool any = false;
                                std::int64_t weights = 0;
                                for (std::int64_t too = to; too < std::min(to + o.filterLanes, m); ++too) {
                                    for (std::int64_t tii = ti; tii < std::min(ti + o.channelLanes, n); ++tii) {
                                        const std::int64_t k = (tii * conv.kernel.h + i) * conv.kernel.w + j;
                                        any = any || compressed.mask.kept(g * m + too, k);
                                        ++weights;
                                    }
                                }
                                if (!any) {
                                    somethingDropped = true;
                                    continue;
                                }
                                stored += weights;
                                std::int64_t lane = 0;
                                for (std::int64_t r = row; r <= lastRow; ++r) {
                                    for (std::int64_t c = column; c <= lastColumn; ++c) {
                                        cycles += lane == 0 ? 1 : 0;
                                        lane = lane + 1 == o.pixelLanes ? 0 : lane + 1;
                                        w.macs += weights;
                                    }
                                }
                            }
                        }
                        if (stored > 0) {
                            cycles += o.pipelineDepth;
                            bits += std::min(o.channelLanes, n - ti) * pixelsIn * o.activationBits;
                        }
                        bits += stored * o.weightBits;
                        if (ti + o.channelLanes >= n) {
                            bits += std::min(o.filterLanes, m - to) * (lastRow - row + 1) * (lastColumn - column + 1) *
                                    o.activationBits;
                        }
                        if (row == 0 && column == 0) {
                            w.weightBits += stored * o.weightBits;
                        }
                        ++bitmaps;
                        computes.push_back(cycles);
                        transfers.push_back(bits);
                    }
                }
            }
        }
    }
    CHECK((dense ? !somethingDropped : true));
    for (std::size_t i = 0; i < computes.size(); ++i) {
        const std::int64_t bits = transfers[i] + (somethingDropped ? conv.kernel.h * conv.kernel.w : 0);
        const double computeS = static_cast<double>(computes[i]) / o.clockHz;
        const double transferS = static_cast<double>(bits) / bitsPerS;
        w.cycles += computes[i];
        w.movedBits += bits;
        w.latencyS += o.doubleBuffered ? std::max(computeS, transferS) : computeS + transferS;
    }
    return w;
}

void setLanes(ComponentFile& file, std::int64_t filters, std::int64_t channels, std::int64_t pixels, std::int64_t height,
              std::int64_t width)
{
    set(file, "engine.filter_lanes", static_cast<double>(filters));
    set(file, "engine.channel_lanes", static_cast<double>(channels));
    set(file, "engine.pixel_lanes", static_cast<double>(pixels));
    set(file, "engine.tile_height", static_cast<double>(height));
    set(file, "engine.tile_width", static_cast<double>(width));
}

}  // namespace

TEST_CASE("FPGA cycles, traffic and latency equal the enumerated loop nest, dense, block-punched and irregular")
{
    RandomStream random{3, 1};
    std::int64_t punchedFaster = 0;
    for (int trial = 0; trial < 300; ++trial) {
        CompressedNetwork network = randomNetwork(random);
        ComponentFile file = engineFile("zcu102-loop");
        const auto pick = [&](std::uint64_t most) { return static_cast<std::int64_t>(1 + random.below(most)); };
        setLanes(file, pick(5), pick(5), pick(7), pick(6), pick(6));
        set(file, "engine.pipeline_depth", static_cast<double>(random.below(4)));
        set(file, "engine.double_buffered", static_cast<double>(random.below(2)));
        set(file, "weights.bits", static_cast<double>(pick(16)));
        set(file, "activations.bits", static_cast<double>(pick(16)));
        // Slow enough memory that now arithmetic, now transfers bind.
        set(file, "memory.bandwidth", 1e8 * static_cast<double>(pick(40)));
        const FpgaLoopEngine engine(file);
        const std::int64_t kind = trial % 3;
        for (CompressedLayer& layer : network.layers) {
            if (kind == 1) {
                // Sometimes the tile, sometimes another block: then fewer positions can be skipped.
                const bool same = random.below(2) == 0;
                layer.mask = blockPunched(layer.layer, same ? engine.options().filterLanes : pick(6),
                                          same ? engine.options().channelLanes : pick(6), 0.7, random);
            } else if (kind == 2) {
                layer.mask = randomMask(layer.layer, 0.1, random);
                layer.mask.rows[0] = 0;
            }
        }
        const EngineReport report = engine.price(network);
        const double bitsPerS = 8.0 * file.value("memory.bandwidth", "B/s") * file.value("memory.efficiency", "1");
        REQUIRE(report.layers.size() == 2);
        for (std::size_t i = 0; i < report.layers.size(); ++i) {
            const Walked walked = walk(network, network.layers[i], engine.options(), bitsPerS);
            const EngineLayer& layer = report.layers[i];
            CHECK(layer.cycles == walked.cycles);
            CHECK(layer.executedOperations == 2 * walked.macs);
            CHECK(layer.movedBits == walked.movedBits);
            CHECK(layer.weightBits == walked.weightBits);
            CHECK(layer.latencyS == Approx(walked.latencyS));
            CHECK(layer.effectiveOperations <= layer.executedOperations);
            CHECK(layer.executedOperations <= layer.denseOperations);
            punchedFaster += kind == 1 && layer.executedOperations < layer.denseOperations ? 1 : 0;
        }
    }
    CHECK(punchedFaster > 100);
}

TEST_CASE("Dense cycles are ceil(M/Tm) ceil(N/Tn) R C K K, group by group")
{
    RandomStream random{3, 2};
    for (int trial = 0; trial < 100; ++trial) {
        const auto pick = [&](std::uint64_t most) { return static_cast<std::int64_t>(1 + random.below(most)); };
        const std::int64_t m = pick(40);
        const std::int64_t n = pick(40);
        const std::int64_t k = pick(5);
        const std::int64_t size = pick(20);
        const std::int64_t groups = pick(3);
        const std::int64_t tm = pick(16);
        const std::int64_t tn = pick(16);
        ComponentFile file = engineFile("zcu102-loop");
        setLanes(file, tm, tn, 1, pick(8), pick(8));
        const EngineReport report = FpgaLoopEngine(file).price(oneLayer(m * groups, n, k, size, groups));
        CHECK(report.total.cycles == groups * ((m + tm - 1) / tm) * ((n + tn - 1) / tn) * size * size * k * k);
    }
}

TEST_CASE("AlexNet's convolutions on 64 x 7 lanes, by hand")
{
    // One of the two halves of each layer, the lanes of Zhang et al. (FPGA 2015): e.g. layer 2 has 128 filters of 48 channels,
    // 27 x 27 pixels, 5 x 5 kernels: 2 * 7 * 729 * 25.
    ComponentFile file = engineFile("zcu102-loop");
    setLanes(file, 64, 7, 1, 14, 14);
    const FpgaLoopEngine engine(file);
    CHECK(engine.price(oneLayer(48, 3, 11, 55)).total.cycles == 366025);
    CHECK(engine.price(oneLayer(128, 48, 5, 27)).total.cycles == 255150);
    CHECK(engine.price(oneLayer(192, 256, 3, 13)).total.cycles == 168831);
    CHECK(engine.price(oneLayer(192, 192, 3, 13)).total.cycles == 127764);
    CHECK(engine.price(oneLayer(128, 192, 3, 13)).total.cycles == 85176);
}

TEST_CASE("Wider lanes than the layer change nothing, and one more filter than the lanes costs a whole pass")
{
    ComponentFile file = engineFile("zcu102-loop");
    const FpgaLoopEngine engine(file);
    const std::int64_t full = engine.price(oneLayer(64, 32, 3, 14)).total.cycles;
    CHECK(full == 14 * 14 * 9);
    CHECK(engine.price(oneLayer(1, 1, 3, 14)).total.cycles == full);
    CHECK(engine.price(oneLayer(65, 32, 3, 14)).total.cycles == 2 * full);
}

TEST_CASE("A position is skipped only when it is zero for all filters and channels of the tile")
{
    ComponentFile file = engineFile("zcu102-loop");
    setLanes(file, 4, 2, 1, 8, 8);
    const FpgaLoopEngine engine(file);
    CompressedNetwork network = oneLayer(4, 2, 3, 8);
    LayerMask& mask = network.layers[0].mask;
    mask.elements.assign(4 * 18, 1);
    for (std::size_t row = 0; row < 4; ++row) {
        mask.elements[row * 18 + 4] = 0;
        mask.elements[row * 18 + 9 + 4] = 0;
    }
    CHECK(engine.price(network).total.cycles == 64 * 8);
    mask.elements[2 * 18 + 9 + 4] = 1;
    CHECK(engine.price(network).total.cycles == 64 * 9);
    mask.elements.assign(4 * 18, 0);
    CHECK(engine.price(network).total.cycles == 0);
}

TEST_CASE("More pruning with the tile's blocks never takes longer")
{
    ComponentFile file = engineFile("zcu102-block");
    const FpgaLoopEngine engine(file);
    const auto vgg = std::make_shared<const Network>(makeZooNetwork("vgg16-cifar10"));
    double before = engine.price(uncompressed(vgg)).total.latencyS;
    std::int64_t cycles = engine.price(uncompressed(vgg)).total.cycles;
    for (const double dropped : {0.2, 0.4, 0.6, 0.8, 0.9}) {
        CompressedNetwork network = uncompressed(vgg);
        for (CompressedLayer& layer : network.layers) {
            // The same draws each time: a position dropped once stays dropped.
            RandomStream random{3, 4, layer.layer.node};
            layer.mask = blockPunched(layer.layer, 8, 4, dropped, random);
        }
        const EngineReport report = engine.price(network);
        CHECK(report.total.cycles < cycles);
        CHECK(report.total.latencyS <= before);
        before = report.total.latencyS;
        cycles = report.total.cycles;
    }
}

TEST_CASE("DSP slices: two 8-bit and four 4-bit multipliers a slice, one of 16 bits, several for wide ones, none for additions")
{
    ComponentFile file = engineFile("zcu102-loop");
    const auto dsp = [&](int weights, int activations) {
        set(file, "weights.bits", weights);
        set(file, "activations.bits", activations);
        return FpgaLoopEngine(file).dspUsed();
    };
    CHECK(dsp(8, 8) == 1024);
    CHECK(dsp(8, 4) == 1024);
    CHECK(dsp(4, 4) == 512);
    CHECK(dsp(16, 16) == 2048);
    CHECK(dsp(18, 27) == 2048);
    CHECK(dsp(19, 27) == 4096);
    CHECK(dsp(32, 32) == 4 * 2048);
    set(file, "engine.add_only", 1);
    CHECK(dsp(2, 8) == 0);
    const EngineReport report = FpgaLoopEngine(file).price(oneLayer(64, 32, 3, 14));
    REQUIRE(report.resources.size() == 3);
    CHECK(report.resources[2].name == "LUT");
    CHECK(report.resources[2].used == 2048 * 32);
}

TEST_CASE("Block RAM by hand: 72 bits x 512 words each, twice for double buffers")
{
    ComponentFile file = engineFile("zcu102-loop");
    const EngineReport report = FpgaLoopEngine(file).price(oneLayer(64, 32, 3, 28));
    // Inputs 32 * 8 = 256 bits -> 4 wide, 16 * 16 words; weights 2048 * 8 = 16384 bits -> 228 wide; outputs 64 * 32 = 2048
    // bits -> 29 wide, 196 words.
    CHECK(report.resources[1].used == 2 * (4 + 228 + 29));
    // 28 x 28 output pixels at once: 30 x 30 = 900 input words and 784 output words take two blocks each.
    set(file, "engine.tile_height", 28);
    set(file, "engine.tile_width", 28);
    set(file, "engine.double_buffered", 0);
    CHECK(FpgaLoopEngine(file).price(oneLayer(64, 32, 3, 28)).resources[1].used == 4 * 2 + 228 + 29 * 2);
}

TEST_CASE("What does not fit on the device is refused, all of it at once")
{
    ComponentFile file = engineFile("zcu102-loop");
    set(file, "weights.bits", 32);
    set(file, "activations.bits", 32);
    const FpgaLoopEngine engine(file);
    CHECK_THROWS_WITH(engine.price(oneLayer(64, 32, 3, 28)),
                      Contains("DSP: 8192 are needed, there are 2520") && Contains("BRAM36"));
    // Levels wider than the data path.
    CompressedNetwork network = oneLayer(4, 2, 3, 8);
    network.layers[0].levels = LayerLevels{{std::vector<float>(256, 0.5F), 9}, 1.0F};
    CHECK_THROWS_WITH(FpgaLoopEngine(engineFile("zcu102-loop")).price(network), Contains("conv") && Contains("9 bits"));
}

TEST_CASE("Energy by hand")
{
    const ComponentFile file = engineFile("zcu102-loop");
    const EngineReport report = FpgaLoopEngine(file).price(oneLayer(64, 32, 3, 14));
    // One tile: inputs 32 x 16 x 16, weights 64 x 32 x 9, outputs 64 x 14 x 14, 8 bits each.
    const std::int64_t bits = 8 * (32 * 256 + 64 * 288 + 64 * 196);
    const double transferS = static_cast<double>(bits) / (8 * 19.2e9 * 0.7);
    const double computeS = 1764 / 200e6;
    CHECK(report.total.movedBits == bits);
    CHECK(computeS > transferS);
    CHECK(report.total.latencyS == Approx(computeS));
    CHECK(report.total.energyJ() == Approx(3.0 * computeS + 64.0 * 288 * 196 * 10e-12 + static_cast<double>(bits) * 20e-12));
    CHECK(report.powerW() == Approx(report.total.energyJ() / computeS));
    CHECK(report.inferencesPerS() / report.powerW() == Approx(report.inferencesPerJ()));
    CHECK(report.floatCompression() == Approx(4.0));
}
