// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/engines/pe_array_engine.h"

#include <algorithm>

namespace mho {
namespace {

/// What the groups of a layer that are not all zero add up to.
struct Groups {
    std::int64_t all = 0;
    std::int64_t passes = 0;
    std::int64_t weights = 0;   ///< In groups that make a pass.
    std::int64_t channels = 0;  ///< Input channels read, over all passes.
};

Groups groupsOf(const CompressedLayer& compressed, const PeArrayOptions& options)
{
    const WeightLayer& layer = compressed.layer;
    const BlockCounts blocks = blockCounts(compressed, options.filterLanes, options.channelLanes);
    Groups groups;
    groups.all = static_cast<std::int64_t>(blocks.kept.size());
    for (std::int64_t at = 0; at < groups.all; ++at) {
        if (blocks.kept[static_cast<std::size_t>(at)] > 0) {
            const std::int64_t channels = extent(at % blocks.channelBlocks, options.channelLanes, layer.channels);
            const std::int64_t filters =
                extent(at / blocks.channelBlocks % blocks.filterBlocks, options.filterLanes, layer.filters / layer.groups);
            ++groups.passes;
            groups.weights += filters * channels * layer.kernelPositions();
            groups.channels += channels;
        }
    }
    return groups;
}

}  // namespace

PeArrayEngine::PeArrayEngine(const ComponentFile& file) : Engine(file)
{
    ConstantReader constants(file);
    options_.filterLanes = constants.whole("pe.filter_lanes", "1", 1, 4096);
    options_.channelLanes = constants.whole("pe.channel_lanes", "1", 1, 4096);
    options_.clockHz = constants.positive("pe.clock", "Hz");
    options_.weightBits = constants.whole("weights.bits", "bit", 1, 32);
    options_.scaleBits = constants.whole("weights.scale_bits", "bit", 0, 64);
    options_.activationBits = constants.whole("activations.bits", "bit", 1, 32);
    options_.accumulatorBits = constants.whole("accumulator.bits", "bit", 1, 64);
    options_.bufferBits = constants.whole("device.buffer", "bit", 1, std::int64_t{1} << 40);
    options_.arithmeticJ = constants.real("add.energy", "J", 0.0, 1.0);
    memory_.read(constants);
    constants.finish();
}

std::int64_t PeArrayEngine::passes(const CompressedLayer& layer) const
{
    return groupsOf(layer, options_).passes;
}

double PeArrayEngine::groupSparsity(const CompressedLayer& layer) const
{
    return 1.0 - static_cast<double>(groupsOf(layer, options_).weights) / static_cast<double>(layer.layer.weights());
}

void PeArrayEngine::priceLayers(const CompressedNetwork& network, EngineReport& report, std::vector<Problem>& problems) const
{
    std::int64_t buffer = 0;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const CompressedLayer& compressed = network.layers[i];
        EngineLayer& layer = report.layers[i];
        const LoopBounds bounds = loopBounds(network, compressed);
        const Groups groups = groupsOf(compressed, options_);
        const std::int64_t bits = storedBits(compressed, groups.weights, options_.weightBits, problems);
        const std::int64_t positions = bounds.outputPositions();
        const std::int64_t macs = groups.weights * positions;
        layer.cycles = groups.passes * positions * bounds.kernelPositions();
        layer.executedOperations = 2 * macs;
        layer.weightBits = groups.weights * bits;
        layer.indexBits = (groups.passes < groups.all ? groups.all : 0) + options_.scaleBits;
        const std::int64_t inputs = groups.channels * bounds.rowsRead(0, bounds.outH) * bounds.columnsRead(0, bounds.outW);
        layer.movedBits =
            layer.weightBits + layer.indexBits + (inputs + compressed.layer.filters * positions) * options_.activationBits;
        layer.computeS = static_cast<double>(layer.cycles) / options_.clockHz;
        layer.arithmeticJ = static_cast<double>(macs) * options_.arithmeticJ;
        memory_.finish(layer, true);
        const std::int64_t filters = std::min(options_.filterLanes, bounds.filters);
        buffer = std::max(buffer, filters * std::min(options_.channelLanes, bounds.channels) * bounds.kernelPositions() *
                                          options_.weightBits +
                                      filters * positions * options_.accumulatorBits);
    }
    report.resources = {{"buffer bits", buffer, options_.bufferBits}};
    checkResources(report.resources, problems);
}

}  // namespace mho
