// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/mask.h"
#include "core/network/tiling.h"

#include <cstdint>

namespace mho {

/// Kept weights as the tiles of a layer hold them.
struct ColumnCells {
    std::int64_t most = 0;     ///< Of one filter on word lines read at once: cells of a bit line that can pass current.
    std::int64_t weights = 0;  ///< Over all tiles. Fewer than the mask keeps where dead channels took word lines away.
};

/// @param rowsAtOnce neighbouring word lines of a tile that one read drives, >= 1
/// O(weights) with an element-wise mask, O(word lines + filters) without.
ColumnCells columnCells(const Tiling& tiling, const LayerMask& mask, std::int64_t rowsAtOnce);

}  // namespace mho
