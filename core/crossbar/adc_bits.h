// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/hardware.h"

#include <cstdint>

namespace mho {

/// ceil(log2(activeCells * (2^dacBits - 1) * (2^cellBits - 1) + 1)); 0 cells -> 0 bits. (docs/crossbars.md, "ADC bits": `exact`)
MHO_API int adcBits(std::int64_t activeCells, int dacBits, int cellBits);

/// What a layer's ADCs must hold.
struct ColumnSums {
    std::int64_t cells = 0;  ///< Most cells of one bit line that can pass current in one read.
    std::int64_t rows = 0;   ///< Most word lines read at once: the bound where every cell passes current.
    bool isSigned = false;   ///< Two bit lines are subtracted before the ADC: a bit for the sign.
};

/// Bits by the rule of `crossbar` (or its fixed bits); 0 where no cell passes current.
MHO_API int adcBits(const ColumnSums& sums, const CrossbarOptions& crossbar, int cellBits);

}  // namespace mho
