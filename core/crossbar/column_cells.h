// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/mask.h"
#include "core/network/tiling.h"

#include <cstdint>

namespace mho {

/// Most kept weights that one filter has on `rowsAtOnce` neighbouring word lines of one tile: the cells of a bit line that can
/// pass current in one read (methods.md 5.3). O(weights) with an element-wise mask, O(pieces) without.
std::int64_t mostColumnCells(const Tiling& tiling, const LayerMask& mask, std::int64_t rowsAtOnce);

}  // namespace mho
