// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/level_set.h"

#include <cstdint>
#include <span>

namespace mho {

/// Linear device levels without zero: 2^(bits-1) equal intervals of [levelFloor, 1], each level the middle of its interval
/// (S0 section 3.1: the mean of a state's conductance interval).
/// @param bits sign bit included, 2..9  @param levelFloor g_min / g_max, in [0, 1)
MHO_API LevelSet deviceLevels(int bits, double levelFloor);

/// The scale of least squared error of the kept weights against their nearest levels. Zeros and pruned weights are left
/// out (methods.md 4.2). Searched over max|w| * [0.15, 1/largest magnitude] in 64 steps, then refined around the best; 1 when
/// no weight is kept.
/// @param weights finite  @param kept empty = all, else one flag per weight
MHO_API float searchScale(const LevelSet& set, std::span<const float> weights, std::span<const std::uint8_t> kept);

}  // namespace mho
