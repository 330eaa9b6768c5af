// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/target.h"

#include "core/crossbar/layer_tiling.h"

namespace mho {

Target targetOf(const Hardware& hardware)
{
    const auto tiling = [hardware](const WeightLayer& layer, int bits) {
        CompressedLayer cut{layer, {}, std::nullopt};
        if (bits > 0) {
            cut.levels = LayerLevels{LevelSet{{1.0F}, bits, 0}, 1.0F, 0.0F};
        }
        return cellLayout(cut, hardware).tiling(hardware.crossbar);
    };
    return {hardware.device.levelFloor(), hardware.device.cellBits, tiling};
}

}  // namespace mho
