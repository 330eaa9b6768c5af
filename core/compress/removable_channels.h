// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include "core/compress/channel_classes.h"
#include "core/compress/constant_maps.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <string_view>
#include <optional>
#include <vector>

namespace mho {

/// Why a channel stays in a network's arrays.
enum class StayReason : std::uint8_t {
    Boundary,      ///< It belongs to the network's input or output, or a softmax reads or gives it.
    Read,          ///< A weight layer reads a map of its class that varies (a sum or group ties it to live channels).
    ConsumerPads,  ///< A convolution that reads the constant puts zeros around it, so the constant cannot go into a bias.
    NoBias,        ///< A layer that reads the constant has neither a bias nor a batch norm of its own to take it.
    LastChannel,   ///< Without it a node would have no channel left.
    OnlyInput      ///< A filter that counts keeps weights for channels that go, and for this one.
};

/// "boundary", "read", "consumer-pads", "no-bias", "last-channel", "only-input".
MHO_API std::string_view stayReasonName(StayReason reason);

/// What keeps a class of channels in place.
struct ClassBlock {
    StayReason reason = StayReason::Read;
    NodeId node = 0;  ///< The node that asks for it.
};

/// Which channels can go without a change of the network's outputs: those of classes (channel_classes.h) that no weight
/// layer reads (unused_channels.h) or whose maps are zero or foldable constants (constant_maps.h) wherever one reads them.
struct RemovableChannels {
    ChannelClasses classes;
    std::vector<std::optional<ClassBlock>> blocks;  ///< Per class; none = the class goes.
    ConstantMaps constants;                         ///< constantMaps(), or zeroMaps() when constants are not folded.

    bool goes(NodeId node, std::size_t channel) const { return !blocks[classes.ofNode[node][channel]]; }
};

/// Every node keeps at least one channel, the lowest that could go: a network of no channels has no shape, and a channel that
/// may go may as well stay.
/// @param foldConstants true: weights that are exactly zero count as masked, and constants other than zero may go
RemovableChannels removableChannels(const CompressedNetwork& network, bool foldConstants);

/// The node that takes a constant which weight layer `node` reads: itself when it has a bias, else the batch norm that alone
/// reads it; none = neither.
std::optional<NodeId> constantTaker(const Network& network, NodeId node);

}  // namespace mho
