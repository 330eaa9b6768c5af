// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/live_paths.h"

#include "core/base/error.h"
#include "core/network/channel_sources.h"
#include "core/network/weight_layer.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace mho {
namespace {

using Flags = std::vector<std::uint8_t>;

Flags reachedRows(const Shape& weight, const LayerMask& mask, const Flags& input)
{
    const auto channels = static_cast<std::size_t>(weight[1]);
    const std::size_t positions = mask.columns.size() / channels;
    const std::size_t perGroup = mask.rows.size() / (input.size() / channels);
    Flags reached(mask.rows.size());
    for (std::size_t row = 0; row < reached.size(); ++row) {
        for (std::size_t j = 0; j < mask.columns.size() && reached[row] == 0; ++j) {
            const bool kept = mask.kept(static_cast<std::int64_t>(row), static_cast<std::int64_t>(j));
            reached[row] = kept ? input[row / perGroup * channels + j / positions] : 0;
        }
    }
    return reached;
}

}  // namespace

std::vector<Flags> reachedChannels(const Network& network, const std::vector<LayerMask>& masks)
{
    std::vector<Flags> reached;
    std::size_t layer = 0;
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        const Node& node = network.nodes()[id];
        const auto channels = static_cast<std::size_t>(network.shapeOf(id).front());
        if (const Tensor* weight = node.parameter("weight")) {
            reached.push_back(reachedRows(weight->shape(), masks[layer++], reached[node.inputs.front()]));
        } else if (node.inputs.empty()) {
            reached.emplace_back(channels, 1);
        } else if (mixesChannels(node.operation)) {
            const Flags& input = reached[node.inputs.front()];
            const bool any = std::find(input.begin(), input.end(), 1) != input.end();
            reached.emplace_back(channels, any ? 1 : 0);
        } else {
            Flags flags(channels, 0);
            forEachSource(network, id, [&](std::size_t channel, NodeId from, std::size_t fromChannel) {
                flags[channel] |= reached[from][fromChannel];
            });
            reached.push_back(std::move(flags));
        }
    }
    return reached;
}

std::vector<std::string> cutOffLayers(const Network& network, const std::vector<LayerMask>& before, const std::vector<LayerMask>& after)
{
    const auto any = [](const Flags& flags) { return std::find(flags.begin(), flags.end(), 1) != flags.end(); };
    const std::vector<Flags> reachedBefore = reachedChannels(network, before);
    const std::vector<Flags> reachedAfter = reachedChannels(network, after);
    std::vector<std::string> names;
    if (any(reachedBefore.back()) && !any(reachedAfter.back())) {
        for (const WeightLayer& layer : weightLayers(network)) {
            if (any(reachedBefore[layer.node]) && !any(reachedAfter[layer.node])) {
                names.push_back(layer.name);
            }
        }
    }
    return names;
}

void requireConnected(const Network& network, const std::vector<LayerMask>& masks)
{
    std::vector<LayerMask> dense;
    for (const WeightLayer& layer : weightLayers(network)) {
        dense.push_back(LayerMask::dense(layer.filters, layer.columns));
    }
    const std::vector<std::string> layers = cutOffLayers(network, dense, masks);
    if (!layers.empty()) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The plan cuts the output off from the input: no filter of %1 sees it any more. Each constraint can be "
                             "met, but together they keep nothing there; ask for lower ratios in the first of these layers"),
                    {fmt::format("{}", fmt::join(layers, ", "))}, network.name());
    }
}

Flags outputNodes(const Network& network)
{
    Flags output(network.nodes().size(), 0);
    output.back() = 1;
    for (NodeId id = network.nodes().size() - 1; id > 0; --id) {
        const Node& node = network.nodes()[id];
        if (output[id] != 0 && node.parameter("weight") == nullptr) {
            for (const NodeId input : node.inputs) {
                output[input] = 1;
            }
        }
    }
    return output;
}

std::int64_t columnsPerChannel(const Network& network, NodeId node)
{
    const Node& layer = network.nodes()[node];
    const Shape& weight = layer.parameter("weight")->shape();
    if (const auto* convolution = std::get_if<Convolution>(&layer.operation)) {
        return convolution->kernel.h * convolution->kernel.w;
    }
    NodeId at = layer.inputs.front();
    const auto elementwise = [&] {
        const Operation& op = network.nodes()[at].operation;
        return std::holds_alternative<Activation>(op) || std::holds_alternative<BatchNorm>(op) ||
               std::holds_alternative<Dropout>(op) || std::holds_alternative<PRelu>(op) || std::holds_alternative<Affine>(op);
    };
    while (elementwise()) {
        at = network.nodes()[at].inputs.front();
    }
    const bool flattened = std::holds_alternative<Flatten>(network.nodes()[at].operation);
    return flattened ? weight[1] / network.shapeOf(network.nodes()[at].inputs.front()).front() : 1;
}

}  // namespace mho
