// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/hardware.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace mho {

/// How the values under one entry of the next level become its value.
enum class Reduction {
    Mean,  ///< Of occupancy: the share of programmed cells.
    Most,  ///< The largest.
    Sum    ///< Of occupancy: programmed cells.
};

/// "mean", "most", "sum".
MHO_API std::string_view reductionName(Reduction reduction);

/// One level: a grid of `rows` x `columns` values, row-major, each over at most `cellRows` x `cellColumns` cells (fewer at the
/// right and lower edge of an array).
struct PyramidLevel {
    std::string_view name;  ///< "cells", "blocks", "crossbars", "layer"
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t cellRows = 1;
    std::int64_t cellColumns = 1;
    std::vector<float> values;
};

/// What the cells of a layer hold, from single cells to the whole layer, for drawing at any zoom.
struct OccupancyPyramid {
    Reduction reduction = Reduction::Mean;
    std::vector<PyramidLevel> levels;  ///< Cells, blocks, crossbars, layer; no levels where the layer keeps no weight.
};

/// Programmed cells (1, else 0) of one array of each tile, laid out as the grid of tiles: rows = rowBlocks * crossbar.rows,
/// columns = columnBlocks * crossbar.columns. From the mask alone: where zeros pass no current a kept weight counts as
/// programmed in each of its arrays, since its sign is not asked for; else every cell in use counts. Tiles that a narrower
/// block lacks are empty crossbars and count in the layer's mean.
/// @param blockCells edge of a block in cells, 2..4096; blocks do not cross crossbars
MHO_API OccupancyPyramid occupancyPyramid(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware,
                                          Reduction reduction, std::int64_t blockCells = 16);

}  // namespace mho
