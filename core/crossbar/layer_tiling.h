// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/hardware.h"
#include "core/crossbar/sign_scheme.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <span>

namespace mho {

/// How a layer's weights become cells on this hardware.
struct CellLayout {
    const SignScheme* scheme = nullptr;
    int weightBits = 0;  ///< Sign included: the levels' or the baseline's.
    int slices = 1;      ///< ceil(codeBits / cellBits)
    /// Each weight's analog level is the conductance of one cell: one slice, and a scheme in which zeros pass no current. Else
    /// cells hold digits of whole numbers.
    bool levelsInCells = false;
    std::int64_t linesPerWeight = 1;  ///< Neighbouring bit lines of a weight in one array.
    std::int64_t arraysPerTile = 1;   ///< Arrays that hold the slices and parts of one tile.
    std::int64_t filtersPerArray = 1;

    TilingOptions tiling(const CrossbarOptions& crossbar) const;
};

/// Throws Error InvalidArgument (where = layer) when one weight needs more bit lines than an array has.
MHO_API CellLayout cellLayout(const CompressedLayer& layer, const Hardware& hardware);

/// The layer cut into arrays as the mapper does.
MHO_API Tiling tilingOf(const CompressedLayer& layer, const Hardware& hardware, std::span<const std::uint8_t> deadColumns = {});

}  // namespace mho
