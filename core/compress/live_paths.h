// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/mask.h"
#include "core/network/network.h"

#include <cstdint>
#include <vector>

namespace mho {

/// Per node, per output channel: 1 = kept weights lead from the network's input to it, so it may vary.
std::vector<std::vector<std::uint8_t>> reachedChannels(const Network& network, const std::vector<LayerMask>& masks);

/// Per node: 1 = its channels are the network's output, straight or through operations without weights.
std::vector<std::uint8_t> outputNodes(const Network& network);

/// Columns of weight layer `node` that belong to one channel of what feeds it: kernel positions, or the pixels of a channel
/// that was flattened (element-wise operations between are looked through).
std::int64_t columnsPerChannel(const Network& network, NodeId node);

}  // namespace mho
