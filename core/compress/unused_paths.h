// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/mask.h"
#include "core/network/network.h"

#include <cstdint>
#include <vector>

namespace mho {

/// What dropUnusedPaths() did.
struct DroppedPaths {
    std::vector<std::uint8_t> layers;  ///< Per weight layer: 1 = its mask lost something.
    std::vector<std::vector<std::uint8_t>> deadColumns;  ///< DeadChannels::columns under the masks that are left.
    int rounds = 0;                                      ///< Passes over the network until nothing changed any more, >= 1.
};

/// Takes out of the masks what cannot change an output (unused path removal, S1 Algorithm 1 with all thresholds 0): filters that
/// nobody reads (unused_channels.h), and columns that read masked filters' maps only (dead_channels.h), until there are no more.
/// Where masking the columns a filter reads would silence its bias, one stays.
/// @param masks one per weight layer in node order
MHO_API DroppedPaths dropUnusedPaths(const Network& network, std::vector<LayerMask>& masks);

}  // namespace mho
