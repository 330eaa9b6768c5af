// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstddef>
#include <type_traits>

namespace mho {

/// True for operations without weights of which an output channel may depend on all input channels: softmax, local response
/// norm, and what cuts or turns a map so that channels lie elsewhere.
inline bool readsAllChannels(const Operation& operation)
{
    return std::holds_alternative<Softmax>(operation) || std::holds_alternative<LocalResponseNorm>(operation) ||
           std::holds_alternative<Reshape>(operation) || std::holds_alternative<Transpose>(operation);
}

/// True for convolutions, linear layers and readsAllChannels(): an output channel depends on many input channels. The network's
/// input depends on none. Every other operation works channel by channel.
inline bool mixesChannels(const Operation& operation)
{
    return std::holds_alternative<Convolution>(operation) || std::holds_alternative<Linear>(operation) ||
           readsAllChannels(operation);
}

/// Calls `visit(channel, from, fromChannel)` for each input channel that an output channel of a channel-by-channel operation
/// is made of: one for most, one per input for a sum or a product, none for a channel that a padded shortcut adds. A flat vector's
/// elements are its channels. Calls nothing for the network's input and for operations that mix channels.
template <typename Visit>
void forEachSource(const Network& network, NodeId id, Visit visit)
{
    const Node& node = network.nodes()[id];
    const auto channelsOf = [&](NodeId of) { return static_cast<std::size_t>(network.shapeOf(of).front()); };
    if (mixesChannels(node.operation)) {
        return;
    }
    std::visit(
        [&](const auto& op) {
            using Op = std::decay_t<decltype(op)>;
            std::size_t before = 0;
            std::size_t copies = 1;
            if constexpr (std::is_same_v<Op, PadShortcut>) {
                before = static_cast<std::size_t>(channelsBefore(op, network.shapeOf(node.inputs.front()).front()));
            } else if constexpr (std::is_same_v<Op, Flatten>) {
                copies = channelsOf(id) / channelsOf(node.inputs.front());
            }
            for (const NodeId input : node.inputs) {
                const std::size_t channels = channelsOf(input);
                for (std::size_t i = 0; i < channels * copies; ++i) {
                    visit(before + i, input, copies == 1 ? i : i / copies);
                }
                if constexpr (std::is_same_v<Op, Concat>) {
                    before += channels;
                }
            }
        },
        node.operation);
}

}  // namespace mho
