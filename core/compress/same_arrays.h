// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/tiling.h"

namespace mho {

/// True when every array of `some` is an array of `all`: the same filters on the same columns in the same order. What a mask
/// leaves of a layer compacts to such a tiling where arrays went as a whole or not at all; a constraint that looks at each array
/// by itself, or counts arrays in use, then holds as before.
/// @param some, all of one layer
MHO_API bool areAmong(const Tiling& some, const Tiling& all);

}  // namespace mho
