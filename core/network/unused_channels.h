// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/mask.h"
#include "core/network/network.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mho {

/// What nobody can read: deadChannels() looks forward from masked filters, this looks back from masked columns.
/// Per node, per output channel (shape[0] flags): 1 = whatever the channel held, the network's output would be the same. Every
/// weight layer that the channel reaches has its columns for it masked in all filters that are read themselves; what
/// readsAllChannels() (channel_sources.h) reads all or none. The network's output is always read.
/// @param masks one per weight layer in node order (weightLayers()), of the layer's shape (asserted)
MHO_API std::vector<std::vector<std::uint8_t>> unusedChannels(const Network& network, const std::vector<LayerMask>& masks);

/// Rows (n flags) in which the mask keeps a weight.
MHO_API std::vector<std::uint8_t> filledRows(const LayerMask& mask);

/// Columns (k flags) in which some filter of firstRow..lastRow-1 that is not flagged in `unusedRows` keeps a weight.
MHO_API std::vector<std::uint8_t> readColumns(const LayerMask& mask, const std::vector<std::uint8_t>& unusedRows,
                                              std::size_t firstRow, std::size_t lastRow);

}  // namespace mho
