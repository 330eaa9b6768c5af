// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/compressed_network.h"
#include "core/network/mask.h"
#include "core/network/network.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace mho {

/// What masked filters leave without effect. Masking a whole filter also zeroes its bias and the scale and shift of the
/// batch norm behind it, so its map is exactly 0 and stays 0 through every operation that maps 0 to 0.
struct DeadChannels {
    /// Per node, per output channel (shape[0] flags): 1 = the channel is exactly zero for every input of the network.
    std::vector<std::vector<std::uint8_t>> channels;
    /// Per weight layer in node order, k flags: 1 = the weight-matrix column is fed by zeros only. A grouped convolution's
    /// column is fed by one channel of each group and is set only when all of them are zero.
    std::vector<std::vector<std::uint8_t>> columns;
};

/// @param masks one per weight layer in node order (weightLayers()), of the layer's shape; a filter that keeps no weight
///              counts as masked whether its row flag, its columns or its elements took the weights away (asserted shapes)
MHO_API DeadChannels deadChannels(const Network& network, const std::vector<LayerMask>& masks);
/// The same of a compressed network's masks.
MHO_API DeadChannels deadChannels(const CompressedNetwork& network);

/// The same, layer after layer in node order: the dead columns of a layer are known once the masks of the layers before it are.
class MHO_API DeadChannelWalk {
public:
    explicit DeadChannelWalk(const Network& network);
    ~DeadChannelWalk();
    /// k flags of the next weight layer.
    const std::vector<std::uint8_t>& columns() const;
    /// Takes that layer's mask (of its shape) and goes on to the next.
    void take(const LayerMask& mask);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mho
