// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/level_set.h"

namespace mho {

/// Linear device levels without zero: 2^(bits-1) equal intervals of [levelFloor, 1], each level the middle of its interval
/// (S0 section 3.1: the mean of a state's conductance interval).
/// @param bits sign bit included, 2..9  @param levelFloor g_min / g_max, in [0, 1)
MHO_API LevelSet deviceLevels(int bits, double levelFloor);

}  // namespace mho
