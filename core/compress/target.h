// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/level_set.h"
#include "core/network/tiling.h"
#include "core/network/weight_layer.h"

#include <functional>

namespace mho {

/// What compression has to know of the hardware, as plain values: this room does not know crossbars.
struct Target {
    double levelFloor = 0.0;  ///< g_min / g_max of the device, in [0, 1).
    int cellBits = 8;         ///< Bits of one cell.
    /// How the mapper cuts a layer whose weights have this many bits, sign included; 0 = no levels.
    std::function<TilingOptions(const WeightLayer& layer, int bits)> tiling = [](const WeightLayer&, int) { return TilingOptions{}; };
};

}  // namespace mho
