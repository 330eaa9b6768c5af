// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/level_set.h"

#include <cstdint>
#include <span>

namespace mho {

/// The set with zero and with the scale 2^e of least squared error of the kept weights, exactly: no other power of two is
/// better, of equal ones the smaller is taken. Weights below half the smallest level are zero. Scale 1 when no weight is kept.
/// A second fit on the quantised weights gives the same levels.
/// @param set whole-number levels whose magnitudes are binary fractions, so that level * scale is exact
/// @param weights finite  @param kept empty = all, else one flag per weight
MHO_API LayerLevels withPowerOfTwoScale(LevelSet set, std::span<const float> weights, std::span<const std::uint8_t> kept);

}  // namespace mho
