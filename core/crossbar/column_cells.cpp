// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/column_cells.h"

#include "core/base/parallel.h"

#include <algorithm>

namespace mho {
namespace {

/// Neighbouring columns of the weight matrix, so that sums run over plain memory.
struct Run {
    std::size_t begin;
    std::size_t end;
};
using Read = std::vector<Run>;  ///< The word lines of one read.

/// Columns that the mask takes as a whole pass no current, so they are left out.
std::vector<Read> readsOf(const WordLines& lines, const LayerMask& mask, std::int64_t rowsAtOnce)
{
    std::vector<Read> reads;
    for (std::size_t p = 0; p < lines.pieces(); ++p) {
        const auto piece = lines.piece(p);
        const auto step = static_cast<std::size_t>(rowsAtOnce);
        for (std::size_t begin = 0; begin < piece.size(); begin += step) {
            Read read;
            for (const std::int64_t column : piece.subspan(begin, std::min(step, piece.size() - begin))) {
                const auto at = static_cast<std::size_t>(column);
                if (mask.columns[at] == 0) {
                    continue;
                }
                if (!read.empty() && read.back().end == at) {
                    ++read.back().end;
                } else {
                    read.push_back({at, at + 1});
                }
            }
            reads.push_back(std::move(read));
        }
    }
    return reads;
}

std::int64_t cellsOf(const Read& read, const std::uint8_t* flags)
{
    std::int64_t cells = 0;
    for (const Run& run : read) {
        cells += std::count_if(flags + run.begin, flags + run.end, [](std::uint8_t flag) { return flag != 0; });
    }
    return cells;
}

}  // namespace

std::int64_t mostColumnCells(const Tiling& tiling, const LayerMask& mask, std::int64_t rowsAtOnce)
{
    std::int64_t most = 0;
    if (mask.elements.empty()) {
        for (const FilterBlock& block : tiling.blocks) {
            const WordLines& lines = tiling.wordLinesOf(block);
            for (std::size_t p = 0; p < lines.pieces(); ++p) {
                const auto piece = lines.piece(p);
                const auto kept = std::count_if(piece.begin(), piece.end(), [&](std::int64_t column) {
                    return mask.columns[static_cast<std::size_t>(column)] != 0;
                });
                most = std::max(most, std::min<std::int64_t>(kept, rowsAtOnce));
            }
        }
        return most;
    }
    std::vector<std::vector<Read>> reads;
    for (const WordLines& lines : tiling.wordLines) {
        reads.push_back(readsOf(lines, mask, rowsAtOnce));
    }
    const std::size_t k = mask.columns.size();
    constexpr std::size_t kGrain = 16;  // filters
    for (const FilterBlock& block : tiling.blocks) {
        std::vector<std::int64_t> perFilter(block.filters.size(), 0);
        parallelFor(block.filters.size(), kGrain, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const auto filter = static_cast<std::size_t>(block.filters[i]);
                if (mask.rows[filter] == 0) {
                    continue;
                }
                const std::uint8_t* flags = mask.elements.data() + filter * k;
                for (const Read& read : reads[block.wordLines]) {
                    perFilter[i] = std::max(perFilter[i], cellsOf(read, flags));
                }
            }
        });
        most = std::max(most, *std::max_element(perFilter.begin(), perFilter.end()));
    }
    return most;
}

}  // namespace mho
