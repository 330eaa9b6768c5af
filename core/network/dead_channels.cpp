// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/dead_channels.h"

#include "core/network/channel_sources.h"
#include "core/network/unused_channels.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

using Flags = std::vector<std::uint8_t>;

Flags emptyRows(const LayerMask& mask)
{
    Flags rows = filledRows(mask);
    std::transform(rows.begin(), rows.end(), rows.begin(), [](std::uint8_t filled) { return filled != 0 ? std::uint8_t{0} : std::uint8_t{1}; });
    return rows;
}

/// 1 where the column of a weight tensor {n, channels, ...} reads zero channels only.
Flags deadColumns(const Shape& weight, const Flags& input)
{
    const auto channels = static_cast<std::size_t>(weight[1]);
    const std::size_t positions = static_cast<std::size_t>(elementCount(weight) / weight[0]) / channels;
    Flags dead(channels * positions);
    for (std::size_t channel = 0; channel < channels; ++channel) {
        std::uint8_t zero = 1;
        for (std::size_t i = channel; i < input.size(); i += channels) {
            zero &= input[i];
        }
        std::fill_n(dead.begin() + static_cast<std::ptrdiff_t>(channel * positions), positions, zero);
    }
    return dead;
}

/// Whether an operation without weights gives a zero channel for zero channels.
bool keepsZero(const Network& network, NodeId id)
{
    const Node& node = network.nodes()[id];
    if (const auto* activation = std::get_if<Activation>(&node.operation)) {
        const bool clipsZero = activation->kind == ActivationKind::Clip && (activation->low > 0.0 || activation->high < 0.0);
        return activation->kind != ActivationKind::Sigmoid && !clipsZero;
    }
    if (std::holds_alternative<Affine>(node.operation)) {
        return false;  // The shift stays, and training moves it.
    }
    if (const auto* pad = std::get_if<Pad>(&node.operation)) {
        return pad->mode != PadMode::Constant || pad->value == 0.0;
    }
    if (std::holds_alternative<BatchNorm>(node.operation)) {
        // Elsewhere a zero channel becomes shift - scale * mean / deviation.
        return layerOfNorm(network, id).has_value();
    }
    return !std::holds_alternative<Input>(node.operation) && !mixesChannels(node.operation);
}

/// Whether an operation gives each of its channels from the same one of its only input.
bool keepsChannelsApart(const Operation& operation)
{
    return std::holds_alternative<Activation>(operation) || std::holds_alternative<PRelu>(operation) || std::holds_alternative<Pool>(operation) ||
           std::holds_alternative<GlobalAveragePool>(operation) || std::holds_alternative<Dropout>(operation) ||
           std::holds_alternative<Pad>(operation) || std::holds_alternative<BatchNorm>(operation);
}

Flags propagate(const Network& network, NodeId id, const std::vector<Flags>& known)
{
    const auto channels = static_cast<std::size_t>(network.shapeOf(id).front());
    if (!keepsZero(network, id)) {
        return Flags(channels, 0);
    }
    Flags dead(channels, 1);
    forEachSource(network, id, [&](std::size_t channel, NodeId from, std::size_t fromChannel) {
        dead[channel] &= known[from][fromChannel];
    });
    return dead;
}

}  // namespace

std::optional<NodeId> layerOfNorm(const Network& network, NodeId norm)
{
    assert(std::holds_alternative<BatchNorm>(network.nodes()[norm].operation));
    NodeId id = network.nodes()[norm].inputs.front();
    while (network.nodes()[id].parameter("weight") == nullptr) {
        const Operation& operation = network.nodes()[id].operation;
        const bool isNorm = std::holds_alternative<BatchNorm>(operation);
        if (!keepsChannelsApart(operation) || !(isNorm || keepsZero(network, id))) {
            return std::nullopt;
        }
        id = network.nodes()[id].inputs.front();
    }
    return id;
}

DeadChannelWalk::DeadChannelWalk(const Network& network) : network_(&network)
{
    advance();
}

NodeId DeadChannelWalk::node() const
{
    assert(!finished());
    return channels_.size();
}

const std::vector<std::uint8_t>& DeadChannelWalk::columns() const
{
    assert(!finished());
    return columns_;
}

void DeadChannelWalk::take(const LayerMask& mask)
{
    assert(!finished());
    assert(mask.columns.size() == columns_.size());
    assert(static_cast<std::int64_t>(mask.rows.size()) == network_->shapeOf(node()).front());
    channels_.push_back(emptyRows(mask));
    advance();
}

void DeadChannelWalk::advance()
{
    while (!finished()) {
        const Node& next = network_->nodes()[node()];
        if (const Tensor* weight = next.parameter("weight")) {
            columns_ = deadColumns(weight->shape(), channels_[next.inputs.front()]);
            return;
        }
        channels_.push_back(propagate(*network_, node(), channels_));
    }
}

DeadChannels deadChannels(const Network& network, const std::vector<LayerMask>& masks)
{
    DeadChannelWalk walk(network);
    DeadChannels result;
    for (const LayerMask& mask : masks) {
        result.columns.push_back(walk.columns());
        walk.take(mask);
    }
    assert(walk.finished());
    result.channels = walk.channels();
    return result;
}

DeadChannels deadChannels(const CompressedNetwork& network)
{
    DeadChannelWalk walk(*network.network);
    DeadChannels result;
    for (const CompressedLayer& layer : network.layers) {
        result.columns.push_back(walk.columns());
        walk.take(layer.mask);
    }
    assert(walk.finished());
    result.channels = walk.channels();
    return result;
}

}  // namespace mho
