// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/compressed_network.h"

namespace mho {

/// The network with its masks put into its values: masked weights are zero, and so are the bias of a filter that keeps no
/// weight and the scale and shift that a batch norm which reads it has for it, so that its map is exactly zero
/// (dead_channels.h). Levels are not applied. Parameters without values stay without.
MHO_API Network maskedNetwork(const CompressedNetwork& network);

/// The network under these masks (one per weight layer in node order), its weights float.
MHO_API CompressedNetwork compressedNetwork(std::shared_ptr<const Network> network, std::vector<LayerMask> masks);

}  // namespace mho
