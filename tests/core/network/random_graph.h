// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <vector>

/// Small random graphs of all operations, with values and masks, and what they compute: properties of graph functions are
/// tried on them.
namespace mho::random_graph {

struct Style {
    bool smooth =
        false;  ///< No activation that maps a range to one value, every weight layer with bias: nothing is zero by chance.
    bool zeros =
        false;  ///< Some filters' weights and some batch-norm scales are zero without a mask (a network pruned elsewhere).
    bool relatives = false;  ///< Also what the zoo does not use: products, parametric and affine maps, norms over channels, turns, ...
};

Network make(RandomStream& random, const Style& style);
/// He-scaled normal weights, everything else away from its neutral value.
Network withValues(Network network, RandomStream& random);
/// Rows, columns, whole channels and elements dropped at random, a different mix in each layer.
std::vector<LayerMask> masks(const Network& network, RandomStream& random);
std::vector<float> images(const Shape& shape, std::size_t count, RandomStream& random);
/// Outputs for `images`, float32 on the plain path of the simulator, masks and levels applied.
std::vector<float> outputs(const CompressedNetwork& network, const std::vector<float>& images);
/// The nodes up to `last` as a network, and the masks of its layers.
CompressedNetwork prefix(const CompressedNetwork& network, NodeId last);

}  // namespace mho::random_graph
