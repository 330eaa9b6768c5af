// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/weight_layer.h"

#include <algorithm>

namespace mho {
namespace {

/// Follows the only reader of a node past batch norm; true when it is a sum: the projection of a skip connection.
bool leadsStraightToSum(const Network& network, NodeId node)
{
    for (NodeId next = node + 1; next < network.nodes().size(); ++next) {
        const Node& reader = network.nodes()[next];
        if (std::find(reader.inputs.begin(), reader.inputs.end(), node) == reader.inputs.end()) {
            continue;
        }
        return std::holds_alternative<Add>(reader.operation) ||
               (std::holds_alternative<BatchNorm>(reader.operation) && leadsStraightToSum(network, next));
    }
    return false;
}

/// A bottleneck's last 1x1 convolution also ends in the sum, but reads the block's inner maps: a projection reads the same
/// node as the block's first convolution, which stands before it.
bool readsBlockInput(const Network& network, NodeId node)
{
    for (NodeId earlier = 1; earlier < node; ++earlier) {
        const Node& other = network.nodes()[earlier];
        if (std::holds_alternative<Convolution>(other.operation) && other.inputs == network.nodes()[node].inputs) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<WeightLayer> weightLayers(const Network& network)
{
    std::vector<WeightLayer> layers;
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        const Node& node = network.nodes()[id];
        const Tensor* weight = node.parameter("weight");
        if (weight == nullptr) {
            continue;
        }
        WeightLayer layer;
        layer.node = id;
        layer.name = node.name;
        layer.filters = weight->shape()[0];
        layer.columns = weight->size() / layer.filters;
        layer.channels = weight->shape()[1];
        if (const auto* convolution = std::get_if<Convolution>(&node.operation)) {
            layer.convolution = true;
            layer.kernel = convolution->kernel;
            layer.groups = convolution->groups;
            layer.outputPositions = network.shapeOf(id)[1] * network.shapeOf(id)[2];
            layer.shortcut = layer.kernelPositions() == 1 && leadsStraightToSum(network, id) && readsBlockInput(network, id);
        }
        layers.push_back(std::move(layer));
    }
    return layers;
}

std::int64_t convolutionWeights(const Network& network, bool withShortcuts)
{
    std::int64_t count = 0;
    for (const WeightLayer& layer : weightLayers(network)) {
        count += layer.convolution && (withShortcuts || !layer.shortcut) ? layer.weights() : 0;
    }
    return count;
}

}  // namespace mho
