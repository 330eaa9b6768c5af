// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/layer_tiling.h"

#include "core/base/error.h"

#include <algorithm>

namespace mho {

TilingOptions CellLayout::tiling(const CrossbarOptions& crossbar) const
{
    return {.wordLines = crossbar.rows,
            .filtersPerBlock = filtersPerArray,
            .mapping = crossbar.mapping,
            .compaction = crossbar.compaction,
            .fragmentRows = scheme->byFragments() ? crossbar.fragmentRows : 0};
}

CellLayout cellLayout(const CompressedLayer& layer, const Hardware& hardware)
{
    const CrossbarOptions& crossbar = hardware.crossbar;
    CellLayout layout;
    layout.scheme = &findSignScheme(crossbar.signScheme);
    layout.weightBits = layer.levels ? layer.levels->set.bits : crossbar.baselineBits;
    const int cellBits = hardware.device.cellBits;
    layout.slices = std::max(1, (layout.scheme->codeBits(layout.weightBits) + cellBits - 1) / cellBits);
    layout.levelsInCells =
        layer.levels && layer.levels->set.isAnalog() && layout.slices == 1 && layout.scheme->zeroIsZeroCurrent();
    const bool sideBySide = crossbar.slices == SlicePlacement::BitLines;
    layout.linesPerWeight = std::int64_t{layout.scheme->linesPerCode()} * (sideBySide ? layout.slices : 1);
    layout.arraysPerTile = std::int64_t{layout.scheme->arrays()} * (sideBySide ? 1 : layout.slices);
    layout.filtersPerArray = crossbar.columns / layout.linesPerWeight;
    if (layout.filtersPerArray < 1) {
        throw Error(
            ErrorCode::InvalidArgument,
            MHO_TEXT("A weight of %1 bits takes %2 bit lines, but an array has %3; raise crossbar.columns or device.cell_bits, "
                     "or put slices into arrays of their own"),
            {std::to_string(layout.weightBits), std::to_string(layout.linesPerWeight), std::to_string(crossbar.columns)},
            layer.layer.name);
    }
    return layout;
}

Tiling tilingOf(const CompressedLayer& layer, const Hardware& hardware, std::span<const std::uint8_t> deadColumns)
{
    return tileLayer(layer.layer, layer.mask, deadColumns, cellLayout(layer, hardware).tiling(hardware.crossbar));
}

}  // namespace mho
