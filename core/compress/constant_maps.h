// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/compressed_network.h"

#include <optional>
#include <vector>

namespace mho {

/// Per node, per output channel: the value that all its pixels have for every input of the network; none = it varies, or
/// nothing can be said. Masked filters are 0 as dead_channels.h says. Beyond them: a filter all of whose weights are zero or
/// read constants only (non-zero ones without padding) gives a constant, and so does what follows it. Values are those of
/// inference (running statistics), after mask and levels; a parameter without values makes what it touches vary.
/// @param zeroValues weights and batch-norm scales that are exactly zero, though no mask takes them, count as zero for good
std::vector<std::vector<std::optional<double>>> constantMaps(const CompressedNetwork& network, bool zeroValues);

}  // namespace mho
