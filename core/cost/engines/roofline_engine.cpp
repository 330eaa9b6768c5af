// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/engines/roofline_engine.h"

#include <algorithm>

namespace mho {

RooflineEngine::RooflineEngine(const ComponentFile& file) : Engine(file)
{
    ConstantReader constants(file);
    options_.peakOpsPerS = constants.positive("peak.rate", "op/s");
    options_.denseEfficiency = constants.real("peak.efficiency", "1", 0.0, 1.0, false);
    options_.vectorLanes = constants.whole("vector.lanes", "1", 1, 1024);
    options_.kernelPixels = constants.whole("kernel.pixels", "1", 1, 1024);
    options_.decodeSteps = constants.real("sparse.decode_steps", "1", 0.0, 1e6);
    options_.blockFilters = constants.whole("block.filters", "1", 1, 4096);
    options_.blockChannels = constants.whole("block.channels", "1", 1, 4096);
    options_.weightBits = constants.whole("weights.bits", "bit", 1, 64);
    options_.activationBits = constants.whole("activations.bits", "bit", 1, 64);
    options_.launchS = constants.real("launch.time", "s", 0.0, 1.0);
    options_.arithmeticJ = constants.real("op.energy", "J", 0.0, 1.0);
    memory_.read(constants);
    constants.finish();
}

double RooflineEngine::blockEfficiency(std::int64_t filters, std::int64_t channels, std::int64_t pixels) const
{
    const double useful = static_cast<double>(filters * channels) / static_cast<double>(options_.vectorLanes);
    const double decode = options_.decodeSteps / static_cast<double>(std::min(options_.kernelPixels, pixels));
    return useful / (static_cast<double>(ceilDivide(filters, options_.vectorLanes) * channels) + decode);
}

double RooflineEngine::denseSteps(const CompressedLayer& layer) const
{
    const WeightLayer& l = layer.layer;
    return static_cast<double>(l.groups * ceilDivide(l.filters / l.groups, options_.vectorLanes) * l.columns);
}

double RooflineEngine::sparseSteps(const CompressedLayer& layer) const
{
    return sparseSteps(layer, blockCounts(layer, options_.blockFilters, options_.blockChannels));
}

double RooflineEngine::sparseSteps(const CompressedLayer& layer, const BlockCounts& blocks) const
{
    const WeightLayer& l = layer.layer;
    std::int64_t steps = 0;
    std::int64_t decoded = 0;
    for (std::int64_t tile = 0; tile < l.groups * blocks.filterBlocks; ++tile) {
        const std::int64_t block = tile % blocks.filterBlocks;
        const std::int64_t vectors =
            ceilDivide(extent(block, options_.blockFilters, l.filters / l.groups), options_.vectorLanes);
        for (std::int64_t part = 0; part < blocks.channelBlocks; ++part) {
            const std::int64_t kept = blocks.at(tile / blocks.filterBlocks, block, part);
            steps += kept * vectors * extent(part, options_.blockChannels, l.channels);
            decoded += kept;
        }
    }
    const double pixels = static_cast<double>(std::min(options_.kernelPixels, l.outputPositions));
    return static_cast<double>(steps) + static_cast<double>(decoded) * options_.decodeSteps / pixels;
}

void RooflineEngine::priceLayers(const CompressedNetwork& network, EngineReport& report, std::vector<Problem>& problems) const
{
    const RooflineOptions& o = options_;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const CompressedLayer& compressed = network.layers[i];
        const WeightLayer& l = compressed.layer;
        EngineLayer& layer = report.layers[i];
        const LoopBounds bounds = loopBounds(network, compressed);
        const BlockCounts blocks = blockCounts(compressed, o.blockFilters, o.blockChannels);
        const double dense = denseSteps(compressed);
        const double sparse = sparseSteps(compressed, blocks);
        const auto seconds = [&](double steps) {
            return 2.0 * static_cast<double>(o.vectorLanes * l.outputPositions) * steps / (o.peakOpsPerS * o.denseEfficiency);
        };
        // Each layer gets the kernel that is faster as a whole, its traffic included.
        const auto fill = [&](EngineLayer& priced, bool blockSparse, std::vector<Problem>& found) {
            const std::int64_t stored =
                blockSparse ? storedWeights(bounds, blocks, o.blockFilters, o.blockChannels) : l.weights();
            priced.weightBits = stored * storedBits(compressed, stored, o.weightBits, found);
            priced.indexBits = blockSparse ? static_cast<std::int64_t>(blocks.kept.size()) * l.kernelPositions() : 0;
            priced.executedOperations = 2 * stored * l.outputPositions;
            const std::int64_t inputs =
                l.groups * bounds.channels * bounds.rowsRead(0, bounds.outH) * bounds.columnsRead(0, bounds.outW);
            priced.movedBits =
                priced.weightBits + priced.indexBits + (inputs + l.filters * l.outputPositions) * o.activationBits;
            priced.computeS = seconds(blockSparse ? sparse : dense);
            priced.launchS = o.launchS;
            priced.arithmeticJ = static_cast<double>(priced.executedOperations) * o.arithmeticJ;
            memory_.finish(priced, true);
        };
        EngineLayer blockSparse = layer;
        fill(layer, false, problems);
        if (blocks.anyDropped) {
            std::vector<Problem> saidAlready;
            fill(blockSparse, true, saidAlready);
            if (blockSparse.latencyS <= layer.latencyS) {
                layer = blockSparse;
            }
        }
    }
}

}  // namespace mho
