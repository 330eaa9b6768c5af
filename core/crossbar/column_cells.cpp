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

std::int64_t mostOfGroups(const Tiling& tiling, const LayerMask& mask, std::int64_t rowsAtOnce)
{
    std::int64_t most = 0;
    for (const WordLines& lines : tiling.wordLines) {
        for (const Read& read : readsOf(lines, mask, rowsAtOnce).reads) {
            most = std::max<std::int64_t>(
                most, std::count_if(read.columns.begin(), read.columns.end(),
                                    [&](std::int64_t column) { return mask.columns[static_cast<std::size_t>(column)] != 0; }));
        }
    }
    return most;
}

}  // namespace

std::int64_t mostColumnCells(const Tiling& tiling, const LayerMask& mask, std::int64_t rowsAtOnce)
{
    if (mask.elements.empty()) {
        return mostOfGroups(tiling, mask, rowsAtOnce);
    }
    std::vector<Reads> reads;
    for (const WordLines& lines : tiling.wordLines) {
        reads.push_back(readsOf(lines, mask, rowsAtOnce));
    }
    const std::size_t k = mask.columns.size();
    // Blocks are shared out; a block of a large layer is worth a thread.
    std::vector<std::int64_t> perBlock(tiling.blocks.size(), 0);
    constexpr std::size_t kWorthAThread = 1 << 18;  // weights
    const std::size_t perBlockWeights = tiling.blocks.empty() ? 1 : tiling.blocks.front().filters.size() * k;
    parallelFor(tiling.blocks.size(), 1 + kWorthAThread / std::max<std::size_t>(1, perBlockWeights),
                [&](std::size_t begin, std::size_t end) {
                    for (std::size_t b = begin; b < end; ++b) {
                        const FilterBlock& block = tiling.blocks[b];
                        for (const std::int64_t filter : block.filters) {
                            if (mask.rows[static_cast<std::size_t>(filter)] == 0) {
                                continue;
                            }
                            const std::uint8_t* row = mask.elements.data() + static_cast<std::size_t>(filter) * k;
                            for (const Read& read : reads[block.wordLines].reads) {
                                perBlock[b] = std::max(perBlock[b], cellsOf(read, row, reads[block.wordLines].columns));
                            }
                        }
                    }
                });
    return perBlock.empty() ? 0 : *std::max_element(perBlock.begin(), perBlock.end());
}

}  // namespace mho
