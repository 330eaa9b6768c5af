// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/same_arrays.h"

#include "core/compress/constraint.h"
#include "tests/core/compress/constraints/small_layers.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <utility>

using namespace mho;
using namespace mho::test;

namespace {

using Array = std::pair<std::vector<std::int64_t>, std::vector<std::int64_t>>;

std::set<Array> arraysOf(const Tiling& tiling)
{
    std::set<Array> arrays;
    for (const FilterBlock& block : tiling.blocks) {
        const WordLines& lines = tiling.wordLinesOf(block);
        for (std::size_t p = 0; p < lines.pieces(); ++p) {
            arrays.emplace(block.filters, std::vector<std::int64_t>(lines.piece(p).begin(), lines.piece(p).end()));
        }
    }
    return arrays;
}

}  // namespace

TEST_CASE("Arrays are among others when each is one of them, as sets of arrays say it")
{
    RandomStream random{52};
    int among = 0;
    int moved = 0;
    for (int round = 0; round < 3000; ++round) {
        const LayerContext before = randomContext(random);
        LayerContext after = before;
        // Whole arrays go, or single rows and columns.
        const Tiling tiling = before.tiled();
        const WordLines lines = tiling.wordLines.empty() ? WordLines{} : tiling.wordLines.front();
        if (random.below(2) == 0 && lines.pieces() > 0) {
            for (const std::int64_t column : lines.piece(0)) {
                after.before.columns[static_cast<std::size_t>(column)] = 0;
            }
        } else {
            after.before.rows[random.below(after.before.rows.size())] = 0;
            after.before.columns[random.below(after.before.columns.size())] = 0;
        }
        const std::set<Array> all = arraysOf(tiling);
        const std::set<Array> some = arraysOf(after.tiled());
        const bool expected = std::includes(all.begin(), all.end(), some.begin(), some.end());
        CHECK(areAmong(after.tiled(), tiling) == expected);
        CHECK(areAmong(tiling, tiling));
        (expected ? among : moved) += 1;
    }
    CHECK(among > 500);
    CHECK(moved > 500);
}
