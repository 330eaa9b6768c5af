// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/engines/fpga_loop_engine.h"

#include "core/base/phrasing.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

constexpr std::int64_t kMostLanes = 4096;

/// Block RAMs of 36 Kbit as 72-bit x 512 words (the widest simple dual-port form of an UltraScale+ block RAM).
std::int64_t blockRams(std::int64_t bitsWide, std::int64_t words)
{
    return ceilDivide(bitsWide, 72) * ceilDivide(words, 512);
}

}  // namespace

FpgaLoopEngine::FpgaLoopEngine(const ComponentFile& file) : Engine(file)
{
    ConstantReader constants(file);
    const auto lanes = [&](const char* name) { return constants.whole(name, "1", 1, kMostLanes); };
    options_.filterLanes = lanes("engine.filter_lanes");
    options_.channelLanes = lanes("engine.channel_lanes");
    options_.pixelLanes = lanes("engine.pixel_lanes");
    options_.tileHeight = lanes("engine.tile_height");
    options_.tileWidth = lanes("engine.tile_width");
    options_.pipelineDepth = constants.whole("engine.pipeline_depth", "1", 0, 1024);
    options_.doubleBuffered = constants.flag("engine.double_buffered");
    options_.clockHz = constants.positive("engine.clock", "Hz");
    options_.weightBits = constants.whole("weights.bits", "bit", 1, 32);
    options_.activationBits = constants.whole("activations.bits", "bit", 1, 32);
    options_.accumulatorBits = constants.whole("accumulator.bits", "bit", 1, 64);
    options_.addOnly = constants.flag("engine.add_only");
    options_.arithmeticJ = constants.real("mac.energy", "J", 0.0, 1.0);
    options_.macsPerDsp4 = constants.real("dsp.macs_4_bit", "1", 1.0, 8.0);
    options_.macsPerDsp8 = constants.real("dsp.macs_8_bit", "1", 1.0, 8.0);
    options_.lutPerAdderBit = constants.real("lut.per_adder_bit", "1", 0.0, 16.0, false);
    options_.dsp = constants.whole("device.dsp", "1", 0, 1 << 24);
    options_.bram = constants.whole("device.bram36", "1", 0, 1 << 24);
    options_.lut = constants.whole("device.lut", "1", 0, 1 << 28);
    memory_.read(constants);
    if (options_.addOnly && options_.weightBits > 2) {
        constants.problem("engine.add_only",
                          phrase(MHO_TEXT("weights of %1 bits need multipliers; only 1 (binary) and 2 (ternary) do not"),
                                 options_.weightBits));
    }
    constants.finish();
}

std::int64_t FpgaLoopEngine::dspUsed() const
{
    if (options_.addOnly) {
        return 0;
    }
    const auto [narrow, wide] = std::minmax(options_.weightBits, options_.activationBits);
    if (wide <= 8) {
        const double packed = wide <= 4 ? options_.macsPerDsp4 : options_.macsPerDsp8;
        return static_cast<std::int64_t>(std::ceil(static_cast<double>(macs()) / packed));
    }
    // A DSP48E2 multiplies 27 x 18 bits; wider products are put together from several.
    return macs() * ceilDivide(narrow, 18) * ceilDivide(wide, 27);
}

std::int64_t FpgaLoopEngine::bramUsed(const LoopBounds& bounds) const
{
    const FpgaLoopOptions& o = options_;
    const std::int64_t rows = std::min(o.tileHeight, bounds.outH);
    const std::int64_t columns = std::min(o.tileWidth, bounds.outW);
    const std::int64_t inRows = (rows - 1) * bounds.stride.h + (bounds.kernel.h - 1) * bounds.dilation.h + 1;
    const std::int64_t inColumns = (columns - 1) * bounds.stride.w + (bounds.kernel.w - 1) * bounds.dilation.w + 1;
    const std::int64_t in =
        blockRams(o.channelLanes * o.pixelLanes * o.activationBits, ceilDivide(inRows * inColumns, o.pixelLanes));
    const std::int64_t weights = blockRams(o.filterLanes * o.channelLanes * o.weightBits, bounds.kernelPositions());
    const std::int64_t out =
        blockRams(o.filterLanes * o.pixelLanes * o.accumulatorBits, ceilDivide(rows * columns, o.pixelLanes));
    return (in + weights + out) * (o.doubleBuffered ? 2 : 1);
}

void FpgaLoopEngine::priceLayer(const LoopBounds& b, const BlockCounts& blocks, std::int64_t weightBits,
                                EngineLayer& layer) const
{
    const FpgaLoopOptions& o = options_;
    const std::int64_t bitmap = blocks.anyDropped ? b.kernelPositions() : 0;
    std::int64_t macsDone = 0;
    for (std::int64_t row = 0; row < b.outH; row += o.tileHeight) {
        const std::int64_t rows = std::min(o.tileHeight, b.outH - row);
        for (std::int64_t column = 0; column < b.outW; column += o.tileWidth) {
            const std::int64_t columns = std::min(o.tileWidth, b.outW - column);
            const std::int64_t pixels = rows * columns;
            const std::int64_t steps = ceilDivide(pixels, o.pixelLanes);
            const std::int64_t inputs = b.rowsRead(row, rows) * b.columnsRead(column, columns);
            for (std::int64_t tile = 0; tile < b.groups * blocks.filterBlocks; ++tile) {
                const std::int64_t group = tile / blocks.filterBlocks;
                const std::int64_t block = tile % blocks.filterBlocks;
                const std::int64_t filters = extent(block, o.filterLanes, b.filters);
                for (std::int64_t part = 0; part < blocks.channelBlocks; ++part) {
                    const std::int64_t kept = blocks.at(group, block, part);
                    const std::int64_t channels = extent(part, o.channelLanes, b.channels);
                    const std::int64_t cycles = kept > 0 ? kept * steps + o.pipelineDepth : 0;
                    std::int64_t bits = filters * channels * kept * weightBits + bitmap;
                    bits += kept > 0 ? channels * inputs * o.activationBits : 0;
                    bits += part + 1 == blocks.channelBlocks ? filters * pixels * o.activationBits : 0;
                    macsDone += filters * channels * kept * pixels;
                    layer.cycles += cycles;
                    layer.movedBits += bits;
                    const double computeS = static_cast<double>(cycles) / o.clockHz;
                    const double transferS = static_cast<double>(bits) / memory_.bitsPerS;
                    layer.latencyS += o.doubleBuffered ? std::max(computeS, transferS) : computeS + transferS;
                }
            }
        }
    }
    layer.executedOperations = 2 * macsDone;
    layer.computeS = static_cast<double>(layer.cycles) / o.clockHz;
    layer.arithmeticJ = static_cast<double>(macsDone) * o.arithmeticJ;
    memory_.finish(layer, o.doubleBuffered);
}

void FpgaLoopEngine::priceLayers(const CompressedNetwork& network, EngineReport& report, std::vector<Problem>& problems) const
{
    std::int64_t bram = 0;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const CompressedLayer& compressed = network.layers[i];
        EngineLayer& layer = report.layers[i];
        const LoopBounds bounds = loopBounds(network, compressed);
        const BlockCounts blocks = blockCounts(compressed, options_.filterLanes, options_.channelLanes);
        const std::int64_t stored = storedWeights(bounds, blocks, options_.filterLanes, options_.channelLanes);
        const std::int64_t bits = storedBits(compressed, stored, options_.weightBits, problems);
        layer.weightBits = stored * bits;
        layer.indexBits = blocks.anyDropped ? static_cast<std::int64_t>(blocks.kept.size()) * bounds.kernelPositions() : 0;
        priceLayer(bounds, blocks, bits, layer);
        bram = std::max(bram, bramUsed(bounds));
    }
    const auto luts = options_.addOnly ? static_cast<std::int64_t>(std::ceil(
                                             static_cast<double>(macs() * options_.accumulatorBits) * options_.lutPerAdderBit))
                                       : 0;
    report.resources = {{"DSP", dspUsed(), options_.dsp}, {"BRAM36", bram, options_.bram}, {"LUT", luts, options_.lut}};
    checkResources(report.resources, problems);
}

}  // namespace mho
