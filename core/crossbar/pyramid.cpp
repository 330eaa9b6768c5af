// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/pyramid.h"

#include "core/crossbar/layer_blocks.h"
#include "core/crossbar/mapped_network.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

/// A rectangle of cells, end exclusive.
struct Rectangle {
    std::int64_t top;
    std::int64_t left;
    std::int64_t bottom;
    std::int64_t right;
};

/// Adds over the cells themselves, so that a mean of unequal blocks is still the mean of their cells.
float reduced(const PyramidLevel& cells, const Rectangle& area, Reduction reduction)
{
    double sum = 0.0;
    float most = 0.0F;
    for (std::int64_t row = area.top; row < area.bottom; ++row) {
        for (std::int64_t column = area.left; column < area.right; ++column) {
            const float value = cells.values[static_cast<std::size_t>(row * cells.columns + column)];
            sum += static_cast<double>(value);
            most = std::max(most, value);
        }
    }
    const auto count = static_cast<double>((area.bottom - area.top) * (area.right - area.left));
    switch (reduction) {
        case Reduction::Mean:
            return static_cast<float>(sum / count);
        case Reduction::Most:
            return most;
        case Reduction::Sum:
            break;
    }
    return static_cast<float>(sum);
}

PyramidLevel cellLevel(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware)
{
    const CompressedLayer& compressed = network.layers[layer];
    const CellLayout layout = cellLayout(compressed, hardware);
    const LayerBlocks blocks(compressed, hardware, deadColumnsOf(network, layer, hardware));
    const bool sparse = layout.scheme->zeroIsZeroCurrent();
    PyramidLevel level{
        "cells", blocks.rowBlocks() * hardware.crossbar.rows, blocks.columnBlocks() * hardware.crossbar.columns, 1, 1, {}};
    level.values.assign(static_cast<std::size_t>(level.rows * level.columns), 0.0F);
    for (std::int64_t row = 0; row < blocks.rowBlocks(); ++row) {
        for (std::int64_t column = 0; column < blocks.columnBlocks(); ++column) {
            const LayerBlocks::Block block = blocks.at(row, column);
            for (std::size_t line = 0; line < block.columns.size(); ++line) {
                const std::int64_t cellRow = row * hardware.crossbar.rows + static_cast<std::int64_t>(line);
                float* out = level.values.data() + cellRow * level.columns + column * hardware.crossbar.columns;
                for (const std::int64_t filter : block.filters) {
                    const float value = !sparse || compressed.mask.kept(filter, block.columns[line]) ? 1.0F : 0.0F;
                    out = std::fill_n(out, layout.linesPerWeight, value);
                }
            }
        }
    }
    return level;
}

/// Cuts each crossbar into pieces of `edge` rows and columns (an edge as large as the crossbar makes one piece).
PyramidLevel cutLevel(const PyramidLevel& cells, std::string_view name, const CrossbarOptions& crossbar, std::int64_t edge,
                      Reduction reduction)
{
    const std::int64_t high = std::min(edge, crossbar.rows);
    const std::int64_t wide = std::min(edge, crossbar.columns);
    const std::int64_t down = (crossbar.rows + high - 1) / high;
    const std::int64_t across = (crossbar.columns + wide - 1) / wide;
    PyramidLevel level{name, cells.rows / crossbar.rows * down, cells.columns / crossbar.columns * across, high, wide, {}};
    level.values.reserve(static_cast<std::size_t>(level.rows * level.columns));
    for (std::int64_t row = 0; row < level.rows; ++row) {
        const std::int64_t top = row / down * crossbar.rows + row % down * high;
        const std::int64_t bottom = std::min(top + high, (row / down + 1) * crossbar.rows);
        for (std::int64_t column = 0; column < level.columns; ++column) {
            const std::int64_t left = column / across * crossbar.columns + column % across * wide;
            const std::int64_t right = std::min(left + wide, (column / across + 1) * crossbar.columns);
            level.values.push_back(reduced(cells, {top, left, bottom, right}, reduction));
        }
    }
    return level;
}

}  // namespace

std::string_view reductionName(Reduction reduction)
{
    switch (reduction) {
        case Reduction::Mean:
            return "mean";
        case Reduction::Most:
            return "most";
        case Reduction::Sum:
            break;
    }
    return "sum";
}

OccupancyPyramid occupancyPyramid(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware,
                                  Reduction reduction, std::int64_t blockCells)
{
    constexpr std::int64_t kMostLines = 4096;
    assert(blockCells >= 2 && blockCells <= kMostLines);
    OccupancyPyramid pyramid;
    pyramid.reduction = reduction;
    PyramidLevel cells = cellLevel(network, layer, hardware);
    if (cells.values.empty()) {
        return pyramid;
    }
    PyramidLevel blocks = cutLevel(cells, "blocks", hardware.crossbar, blockCells, reduction);
    PyramidLevel crossbars = cutLevel(cells, "crossbars", hardware.crossbar, kMostLines, reduction);
    PyramidLevel whole{
        "layer", 1, 1, cells.rows, cells.columns, {reduced(cells, {0, 0, cells.rows, cells.columns}, reduction)}};
    pyramid.levels = {std::move(cells), std::move(blocks), std::move(crossbars), std::move(whole)};
    return pyramid;
}

}  // namespace mho
