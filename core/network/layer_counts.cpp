// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/layer_counts.h"

#include "core/network/dead_channels.h"

#include <algorithm>
#include <cassert>

namespace mho {

std::int64_t liveWeights(const LayerMask& mask, std::span<const std::uint8_t> deadColumns)
{
    if (std::find(deadColumns.begin(), deadColumns.end(), std::uint8_t{1}) == deadColumns.end()) {
        return mask.keptWeights();
    }
    assert(deadColumns.size() == mask.columns.size());
    LayerMask live = mask;
    std::transform(deadColumns.begin(), deadColumns.end(), live.columns.begin(), live.columns.begin(),
                   [](std::uint8_t dead, std::uint8_t kept) { return dead == 0 ? kept : std::uint8_t{0}; });
    return live.keptWeights();
}

std::vector<CompressedNetwork::Counts> layerCounts(const CompressedNetwork& network)
{
    const DeadChannels dead = deadChannels(network);
    std::vector<CompressedNetwork::Counts> counts;
    for (const CompressedLayer& layer : network.layers) {
        counts.push_back({layer.layer.weights(), liveWeights(layer.mask, dead.columns[counts.size()])});
    }
    return counts;
}

}  // namespace mho
