// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// Flags of the `count` weights of largest magnitude; of equal magnitudes the lower index. Exact, without sorting or copying
/// the weights: one pass where a sample tells nearly where to cut, else four.
/// @param weights finite, fewer than 2^32  @param count 1..weights.size()
std::vector<std::uint8_t> largestWeights(std::span<const float> weights, std::size_t count);

}  // namespace mho
