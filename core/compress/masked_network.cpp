// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/masked_network.h"

#include "core/network/dead_channels.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

/// Sets to zero each of the equal blocks of a parameter whose flag is `cleared`.
void clear(Network& network, NodeId node, std::string_view role, const std::vector<std::uint8_t>& flags, std::uint8_t cleared)
{
    const Tensor* tensor = network.nodes()[node].parameter(role);
    if (tensor == nullptr || !tensor->hasValues() || std::find(flags.begin(), flags.end(), cleared) == flags.end()) {
        return;
    }
    std::vector<float> values(tensor->values().begin(), tensor->values().end());
    assert(values.size() == flags.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = flags[i] == cleared ? 0.0F : values[i];
    }
    network.setParameter(node, role, Tensor(Shape(tensor->shape()), std::move(values)));
}

}  // namespace

Network maskedNetwork(const CompressedNetwork& network)
{
    Network result = *network.network;
    const DeadChannels dead = deadChannels(network);
    for (const CompressedLayer& layer : network.layers) {
        const NodeId node = layer.layer.node;
        clear(result, node, "weight", layer.mask.expanded(), 0);
        clear(result, node, "bias", dead.channels[node], 1);
        for (NodeId reader = node + 1; reader < result.nodes().size(); ++reader) {
            if (std::holds_alternative<BatchNorm>(result.nodes()[reader].operation) && layerOfNorm(result, reader) == node) {
                clear(result, reader, "scale", dead.channels[node], 1);
                clear(result, reader, "shift", dead.channels[node], 1);
            }
        }
    }
    return result;
}

CompressedNetwork compressedNetwork(std::shared_ptr<const Network> network, std::vector<LayerMask> masks)
{
    CompressedNetwork result = uncompressed(std::move(network));
    assert(masks.size() == result.layers.size());
    for (std::size_t layer = 0; layer < masks.size(); ++layer) {
        result.layers[layer].mask = std::move(masks[layer]);
    }
    return result;
}

}  // namespace mho
