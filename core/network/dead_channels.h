// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/compressed_network.h"
#include "core/network/mask.h"
#include "core/network/network.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace mho {

/// The weight layer whose filters the channels of a batch norm's input are: that input itself, or what is behind it through operations of
/// one input that keep channels apart and map 0 to 0 (activations but Sigmoid, pools, dropout, zero padding, other batch norms). Masking a filter
/// zeroes the scale and shift of such a norm, too. None behind sums, concatenations and all else.
/// @param norm a BatchNorm (asserted)
MHO_API std::optional<NodeId> layerOfNorm(const Network& network, NodeId norm);

/// What masked filters leave without effect. Masking a whole filter also zeroes its bias and the scale and shift of the
/// batch norms behind it (layerOfNorm()), so its map is exactly 0 and stays 0 through every operation that maps 0 to 0.
struct DeadChannels {
    /// Per node, per output channel (shape[0] flags): 1 = the channel is exactly zero for every input of the network.
    std::vector<std::vector<std::uint8_t>> channels;
    /// Per weight layer in node order, k flags: 1 = the weight-matrix column is fed by zeros only. A grouped convolution's
    /// column is fed by one channel of each group and is set only when all of them are zero.
    std::vector<std::vector<std::uint8_t>> columns;
};

/// Goes through a network weight layer by weight layer: what a layer's masked filters leave without effect is known once the
/// masks of all layers before it were given. deadChannels() is this walk over masks that are all known.
class MHO_API DeadChannelWalk {
public:
    /// @param network must outlive the walk
    explicit DeadChannelWalk(const Network& network);
    /// True when every weight layer's mask was given.
    bool finished() const { return channels_.size() == network_->nodes().size(); }
    /// Node of the weight layer whose mask is asked for next; not when finished (asserted).
    NodeId node() const;
    /// k flags of that layer: DeadChannels::columns. Not when finished (asserted).
    const std::vector<std::uint8_t>& columns() const;
    /// Gives that layer's mask (of its shape, asserted) and moves on to the next weight layer. A filter that keeps no weight
    /// counts as masked whether its row flag, its columns or its elements took the weights away.
    void take(const LayerMask& mask);
    /// DeadChannels::channels of all nodes before node(); of all nodes when finished.
    const std::vector<std::vector<std::uint8_t>>& channels() const { return channels_; }

private:
    void advance();

    const Network* network_;
    std::vector<std::vector<std::uint8_t>> channels_;
    std::vector<std::uint8_t> columns_;
};

/// @param masks one per weight layer in node order (weightLayers()), as DeadChannelWalk::take() wants them
MHO_API DeadChannels deadChannels(const Network& network, const std::vector<LayerMask>& masks);
/// The same of a compressed network's masks.
MHO_API DeadChannels deadChannels(const CompressedNetwork& network);

}  // namespace mho
