// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/nonideal/effect.h"

namespace mho {

// One object each; formulas and sources stand in the files and in docs/nonidealities.md.
const Effect& deviceLevelsEffect();    ///< device_levels.cpp
const Effect& offLeakEffect();         ///< off_leak.cpp
const Effect& levelMismatchEffect();   ///< level_mismatch.cpp
const Effect& variationEffect();       ///< variation.cpp
const Effect& driftEffect();           ///< drift.cpp
const Effect& stuckEffect();           ///< stuck.cpp
const Effect& wireResistanceEffect();  ///< wire_resistance.cpp
const Effect& readNoiseEffect();       ///< read_noise.cpp

}  // namespace mho
