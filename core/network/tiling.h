// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/mask.h"
#include "core/network/weight_layer.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// Which weights share an array.
enum class WeightMapping {
    Gemm,           ///< The weight matrix as it is (S0 section 3): word lines = (channel, kernel position), channel first.
    KernelPosition  ///< One sub-array a kernel position (NeuroSim's "novel" mapping): word lines = channels.
};

/// What is left out of the arrays before they are cut.
enum class Compaction {
    None,        ///< Nothing: zeros take cells like any weight.
    Layer,       ///< Filters and columns that are zero all over the layer (S0: zeros are not mapped).
    ColumnBlock  ///< Also, for each block of filters that share bit lines, the columns that are zero for all of them.
};

/// How a layer is cut. A layer whose dense matrix has at most `wordLines` columns is cut as Gemm in either mapping: NeuroSim
/// maps its first layer conventionally.
struct TilingOptions {
    std::int64_t wordLines = 128;       ///< Rows of an array, >= 1.
    std::int64_t filtersPerBlock = 64;  ///< Filters side by side in an array, >= 1.
    WeightMapping mapping = WeightMapping::Gemm;
    Compaction compaction = Compaction::Layer;
    /// Word lines read at once where the hardware asks that their weights have one sign (a sign scheme by fragments), counted
    /// from an array's first; 0 = any signs go. Cuts nothing.
    std::int64_t fragmentRows = 0;
};

/// Columns of the weight matrix on word lines, in order, cut into pieces of at most one array.
struct MHO_API WordLines {
    std::vector<std::int64_t> columns;
    std::vector<std::size_t> pieceEnds;  ///< Ascending; the last one is columns.size(). Empty where no column is left.

    std::size_t pieces() const { return pieceEnds.size(); }
    std::span<const std::int64_t> piece(std::size_t index) const;
};

/// Filters that share bit lines, and the word lines that feed them.
struct FilterBlock {
    std::vector<std::int64_t> filters;
    std::size_t wordLines = 0;  ///< Index into Tiling::wordLines.
    std::int64_t group = 0;     ///< Of a grouped convolution; 0 otherwise.
    std::int64_t column = 0;    ///< Counts the blocks of a group from 0.
};

/// One layer cut into arrays. A tile is one piece of a block: the weights (filter, column) of one array (or of the arrays
/// that hold its slices and signs). A grouped convolution is block-diagonal: groups share no tile.
struct MHO_API Tiling {
    std::vector<WordLines> wordLines;
    std::vector<FilterBlock> blocks;  ///< Group after group.

    const WordLines& wordLinesOf(const FilterBlock& block) const { return wordLines[block.wordLines]; }
    std::int64_t tiles() const;  ///< Sum of pieces over the blocks.
};

/// True when this layer is cut by kernel position under these options.
MHO_API bool isCutByKernelPosition(const WeightLayer& layer, const TilingOptions& options);

/// @param deadColumns k flags of columns fed by zeros only (dead_channels.h), taken out like zero columns; empty = none.
///                    Compaction::None keeps them.
MHO_API Tiling tileLayer(const WeightLayer& layer, const LayerMask& mask, std::span<const std::uint8_t> deadColumns,
                         const TilingOptions& options);

}  // namespace mho
