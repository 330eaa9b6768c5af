// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/same_arrays.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace mho {
namespace {

/// Pieces stand in the order of their columns in both, so one pass finds them.
bool piecesAreAmong(const WordLines& some, const WordLines& all)
{
    std::size_t at = 0;
    for (std::size_t p = 0; p < some.pieces(); ++p) {
        const auto piece = some.piece(p);
        while (at < all.pieces() && !std::ranges::equal(all.piece(at), piece)) {
            ++at;
        }
        if (at == all.pieces()) {
            return false;
        }
    }
    return true;
}

}  // namespace

bool areAmong(const Tiling& some, const Tiling& all)
{
    std::size_t at = 0;
    std::optional<std::pair<std::size_t, std::size_t>> compared;  // blocks side by side mostly share their word lines
    for (const FilterBlock& block : some.blocks) {
        while (at < all.blocks.size() && all.blocks[at].filters != block.filters) {
            ++at;
        }
        if (at == all.blocks.size()) {
            return false;
        }
        const std::pair lines(block.wordLines, all.blocks[at].wordLines);
        if (compared != lines && !piecesAreAmong(some.wordLinesOf(block), all.wordLinesOf(all.blocks[at]))) {
            return false;
        }
        compared = lines;
    }
    return true;
}

}  // namespace mho
