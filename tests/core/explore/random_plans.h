// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/compress/plan.h"
#include "core/network/network.h"

#include <memory>

namespace mho::test {

/// Three convolutions and two linear layers of random sizes with random weights; the first convolution and the last linear
/// layer often have a single filter, so that their filter shapes are single weights.
std::shared_ptr<const Network> randomDeepNetwork(RandomStream& random);

/// One constraint with a ratio on most layers (single weights, filters or filter shapes), sometimes filters and filter shapes
/// in one or two constraints, sometimes none.
Plan randomRatios(const Network& network, RandomStream& random);

/// Every parameter set to normal values.
std::shared_ptr<const Network> withRandomWeights(Network network, std::uint64_t seed);

}  // namespace mho::test
