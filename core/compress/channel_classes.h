// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstdint>
#include <vector>

namespace mho {

/// Channels that can be taken out of a network's arrays only together: a channel before and behind batch norm, activation,
/// pooling, dropout or a padded shortcut; the terms of a sum at one channel; a map and the elements that a flatten makes of
/// it; all input and output channels of one group of a grouped convolution (for a depthwise one: its channel and its filters).
/// Ungrouped convolutions, linear layers and softmax do not tie what they read to what they give.
struct ChannelClasses {
    std::vector<std::vector<std::uint32_t>> ofNode;  ///< Per node, per output channel: its class, 0..count-1.
    std::size_t count = 0;                           ///< Classes are numbered by their first channel in node order.
};

ChannelClasses channelClasses(const Network& network);

}  // namespace mho
