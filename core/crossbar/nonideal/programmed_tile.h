// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/hardware.h"
#include "core/crossbar/nonideal/effect.h"
#include "core/crossbar/simulator/tile_cells.h"

#include <vector>

namespace mho {

/// The arrays of one tile after programming.
struct ProgrammedTile {
    /// lines x rows, as TileCells: what the ADC takes a cell for, in steps of the cell scale, its reference taken off.
    std::vector<double> values;
    /// lines x rows: variance of that at a read, squared steps; empty without read noise.
    std::vector<double> readVariances;
};

/// Applies all effects to each of the tile's arrays.
/// @param key its `array` is set here
MHO_API ProgrammedTile programTile(const TileCells& cells, const CellScale& scale, const std::vector<std::int32_t>& values,
                                   const Hardware& hardware, const NonIdealities& options, const ArrayKey& key);

}  // namespace mho
