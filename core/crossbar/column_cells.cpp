// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/column_cells.h"

#include "core/base/parallel.h"
#include "core/network/flags.h"

#include <algorithm>

namespace mho {
namespace {

/// Columns of the weight matrix on the word lines of one read.
struct Read {
    std::span<const std::int64_t> columns;
    bool ascending = true;  ///< Then they are the flagged ones between the first and the last.
};

/// The reads of a set of word lines, and which columns are on one of them and may hold a weight.
struct Reads {
    std::vector<Read> reads;
    std::vector<std::uint8_t> columns;
};

Reads readsOf(const WordLines& lines, const LayerMask& mask, std::int64_t rowsAtOnce)
{
    Reads result;
    result.columns.assign(mask.columns.size(), 0);
    for (const std::int64_t column : lines.columns) {
        result.columns[static_cast<std::size_t>(column)] = mask.columns[static_cast<std::size_t>(column)];
    }
    const bool ascending = std::is_sorted(lines.columns.begin(), lines.columns.end());
    const auto step = static_cast<std::size_t>(rowsAtOnce);
    for (std::size_t p = 0; p < lines.pieces(); ++p) {
        const auto piece = lines.piece(p);
        for (std::size_t begin = 0; begin < piece.size(); begin += step) {
            result.reads.push_back({piece.subspan(begin, std::min(step, piece.size() - begin)), ascending});
        }
    }
    return result;
}

std::int64_t cellsOf(const Read& read, const std::uint8_t* row, const std::vector<std::uint8_t>& columns)
{
    if (read.ascending) {
        const auto begin = static_cast<std::size_t>(read.columns.front());
        const auto end = static_cast<std::size_t>(read.columns.back()) + 1;
        return flags::countBoth(row + begin, columns.data() + begin, end - begin);
    }
    std::int64_t cells = 0;
    for (const std::int64_t column : read.columns) {
        cells += row[column] & columns[static_cast<std::size_t>(column)];
    }
    return cells;
}

std::int64_t flagged(std::span<const std::int64_t> indices, const std::vector<std::uint8_t>& flags)
{
    return std::count_if(indices.begin(), indices.end(),
                         [&](std::int64_t index) { return flags[static_cast<std::size_t>(index)] != 0; });
}

ColumnCells ofGroups(const Tiling& tiling, const LayerMask& mask, std::int64_t rowsAtOnce)
{
    ColumnCells cells;
    for (const WordLines& lines : tiling.wordLines) {
        for (const Read& read : readsOf(lines, mask, rowsAtOnce).reads) {
            cells.most = std::max(cells.most, flagged(read.columns, mask.columns));
        }
    }
    for (const FilterBlock& block : tiling.blocks) {
        cells.weights += flagged(block.filters, mask.rows) * flagged(tiling.wordLinesOf(block).columns, mask.columns);
    }
    return cells;
}

/// One block under an element-wise mask.
ColumnCells ofBlock(const FilterBlock& block, const Reads& reads, const LayerMask& mask)
{
    ColumnCells cells;
    for (const std::int64_t filter : block.filters) {
        if (mask.rows[static_cast<std::size_t>(filter)] == 0) {
            continue;
        }
        const std::uint8_t* row = mask.elements.data() + static_cast<std::size_t>(filter) * mask.columns.size();
        for (const Read& read : reads.reads) {
            const std::int64_t inRead = cellsOf(read, row, reads.columns);
            cells.most = std::max(cells.most, inRead);
            cells.weights += inRead;
        }
    }
    return cells;
}

}  // namespace

ColumnCells columnCells(const Tiling& tiling, const LayerMask& mask, std::int64_t rowsAtOnce)
{
    if (tiling.blocks.empty()) {
        return {};
    }
    if (mask.elements.empty()) {
        return ofGroups(tiling, mask, rowsAtOnce);
    }
    std::vector<Reads> reads;
    for (const WordLines& lines : tiling.wordLines) {
        reads.push_back(readsOf(lines, mask, rowsAtOnce));
    }
    // Blocks are shared out; a block of a large layer is worth a thread.
    constexpr std::size_t kWorthAThread = 1 << 18;  // weights
    const std::size_t blockWeights = std::max<std::size_t>(1, tiling.blocks.front().filters.size() * mask.columns.size());
    std::vector<ColumnCells> perBlock(tiling.blocks.size());
    parallelFor(tiling.blocks.size(), 1 + kWorthAThread / blockWeights, [&](std::size_t begin, std::size_t end) {
        for (std::size_t b = begin; b < end; ++b) {
            perBlock[b] = ofBlock(tiling.blocks[b], reads[tiling.blocks[b].wordLines], mask);
        }
    });
    ColumnCells sum;
    for (const ColumnCells& block : perBlock) {
        sum.most = std::max(sum.most, block.most);
        sum.weights += block.weights;
    }
    return sum;
}

}  // namespace mho
