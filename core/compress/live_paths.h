// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/mask.h"
#include "core/network/network.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mho {

/// Per node, per output channel: 1 = kept weights lead from the network's input to it, so it may vary.
std::vector<std::vector<std::uint8_t>> reachedChannels(const Network& network, const std::vector<LayerMask>& masks);

/// Names of the weight layers that the input reaches under masks `before`, but none of whose filters it reaches under `after`; empty
/// where the output is reached under `after`, or was not under `before` either.
MHO_API std::vector<std::string> cutOffLayers(const Network& network, const std::vector<LayerMask>& before, const std::vector<LayerMask>& after);

/// Throws Error InvalidArgument (the layers, the network) where a plan's masks let nothing of the input through to the output: a layer
/// whose constraints, each possible by itself, keep nothing together, or filters that no later layer reads.
MHO_API void requireConnected(const Network& network, const std::vector<LayerMask>& masks);

/// Per node: 1 = its channels are the network's output, straight or through operations without weights.
std::vector<std::uint8_t> outputNodes(const Network& network);

/// Columns of weight layer `node` that belong to one channel of what feeds it: kernel positions, or the pixels of a channel
/// that was flattened (element-wise operations between are looked through).
std::int64_t columnsPerChannel(const Network& network, NodeId node);

}  // namespace mho
