// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/compressed_network.h"

#include <optional>
#include <vector>

namespace mho {

/// Per node, per output channel: the value that all its pixels have for every input of the network; none = it varies, or
/// nothing can be said.
using ConstantMaps = std::vector<std::vector<std::optional<double>>>;

/// Masked filters are 0 as dead_channels.h says. Beyond them: a filter all of whose kept weights are exactly zero or read
/// constants only (non-zero ones without padding) gives a constant, a batch norm of scale 0 its shift, and so does what
/// follows. Values are those of inference (running statistics), after mask and levels; a parameter without values makes what it
/// touches vary.
ConstantMaps constantMaps(const CompressedNetwork& network);

/// Only what masks make zero (dead_channels.h), whatever the values are.
ConstantMaps zeroMaps(const CompressedNetwork& network);

}  // namespace mho
