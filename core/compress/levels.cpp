// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/levels.h"

#include "core/base/error.h"

#include <fmt/format.h>

namespace mho {

LevelSet deviceLevels(int bits, double levelFloor)
{
    if (bits < 2 || bits > 9 || !(levelFloor >= 0.0 && levelFloor < 1.0)) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("%1 bits with g_min/g_max = %2 give no levels; use 2..9 bits and 0 <= g_min/g_max < 1"),
                    {fmt::format("{}", bits), fmt::format("{}", levelFloor)}, "levels");
    }
    LevelSet set;
    set.bits = bits;
    const int states = 1 << (bits - 1);
    for (int state = 0; state < states; ++state) {
        set.magnitudes.push_back(static_cast<float>(levelFloor + (state + 0.5) * (1.0 - levelFloor) / states));
    }
    return set;
}

}  // namespace mho
