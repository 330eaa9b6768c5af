// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// Weights that the mask keeps and whose column is not fed by zeros only: what is left of the layer. Previews and runs have taken the
/// others out of their masks, and filters that nothing reads, which count here.
/// @param deadColumns k flags, DeadChannels::columns of that layer; empty: none is dead
MHO_API std::int64_t liveWeights(const LayerMask& mask, std::span<const std::uint8_t> deadColumns);

/// Per weight layer in node order: its weights, and liveWeights() under the masks of all layers.
MHO_API std::vector<CompressedNetwork::Counts> layerCounts(const CompressedNetwork& network);

}  // namespace mho
