// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/tiling.h"
#include "core/base/random.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace mho;

namespace {

WeightLayer layerOf(std::int64_t filters, std::int64_t channels, std::int64_t positions, std::int64_t groups = 1)
{
    WeightLayer layer;
    layer.name = "layer";
    layer.filters = filters;
    layer.channels = channels;
    layer.kernel = {positions, 1};
    layer.columns = channels * positions;
    layer.groups = groups;
    return layer;
}

LayerMask randomMask(const WeightLayer& layer, RandomStream& random, double kept, bool elements)
{
    LayerMask mask = LayerMask::dense(layer.filters, layer.columns);
    for (auto& flag : mask.rows) {
        flag = random.uniform() < kept ? 1 : 0;
    }
    for (auto& flag : mask.columns) {
        flag = random.uniform() < kept ? 1 : 0;
    }
    if (elements) {
        mask.elements.resize(static_cast<std::size_t>(layer.weights()));
        for (auto& flag : mask.elements) {
            flag = random.uniform() < kept * kept ? 1 : 0;
        }
    }
    return mask;
}

using Cell = std::pair<std::int64_t, std::int64_t>;

}  // namespace

TEST_CASE("Every kept weight lies in exactly one tile, and tiles fit the array")
{
    RandomStream random({42});
    for (int trial = 0; trial < 300; ++trial) {
        const auto groups = static_cast<std::int64_t>(1 + random.below(3));
        const WeightLayer layer = layerOf(groups * static_cast<std::int64_t>(1 + random.below(9)),
                                          static_cast<std::int64_t>(1 + random.below(7)), random.below(2) == 0 ? 1 : 4, groups);
        const TilingOptions options{.wordLines = static_cast<std::int64_t>(1 + random.below(6)),
                                    .filtersPerBlock = static_cast<std::int64_t>(1 + random.below(4)),
                                    .mapping = random.below(2) == 0 ? WeightMapping::Gemm : WeightMapping::KernelPosition,
                                    .compaction = static_cast<Compaction>(random.below(3))};
        const LayerMask mask = randomMask(layer, random, 0.3 + 0.7 * random.uniform(), random.below(2) == 0);
        std::vector<std::uint8_t> dead;
        if (random.below(2) == 0) {
            for (std::int64_t j = 0; j < layer.columns; ++j) {
                dead.push_back(random.below(4) == 0 ? 1 : 0);
            }
        }
        const Tiling tiling = tileLayer(layer, mask, dead, options);
        std::map<Cell, int> seen;
        for (const FilterBlock& block : tiling.blocks) {
            REQUIRE_FALSE(block.filters.empty());
            CHECK(static_cast<std::int64_t>(block.filters.size()) <= options.filtersPerBlock);
            const WordLines& lines = tiling.wordLinesOf(block);
            REQUIRE(lines.pieces() > 0);
            for (const std::int64_t filter : block.filters) {
                CHECK(filter / (layer.filters / groups) == block.group);
            }
            for (std::size_t p = 0; p < lines.pieces(); ++p) {
                const auto piece = lines.piece(p);
                REQUIRE_FALSE(piece.empty());
                CHECK(static_cast<std::int64_t>(piece.size()) <= options.wordLines);
                std::set<std::int64_t> positions;
                for (const std::int64_t column : piece) {
                    positions.insert(column % layer.kernelPositions());
                    for (const std::int64_t filter : block.filters) {
                        ++seen[{filter, column}];
                    }
                }
                if (isCutByKernelPosition(layer, options)) {
                    CHECK(positions.size() == 1);
                }
            }
        }
        for (std::int64_t filter = 0; filter < layer.filters; ++filter) {
            for (std::int64_t column = 0; column < layer.columns; ++column) {
                const bool fed = dead.empty() || dead[static_cast<std::size_t>(column)] == 0;
                const int times = seen.count({filter, column}) != 0 ? seen[{filter, column}] : 0;
                if (options.compaction == Compaction::None) {
                    CHECK(times == 1);
                } else if (mask.kept(filter, column) && fed) {
                    CHECK(times == 1);
                } else {
                    CHECK(times <= 1);
                }
            }
        }
    }
}

TEST_CASE("Compaction takes out what is zero all over, and per block of filters what is zero there")
{
    const WeightLayer layer = layerOf(4, 6, 1);
    LayerMask mask = LayerMask::dense(4, 6);
    // Filters 0 and 1 use columns 0..2, filters 2 and 3 use columns 3..4; column 5 is used by none.
    mask.elements.assign(24, 0);
    for (std::size_t filter = 0; filter < 4; ++filter) {
        for (std::size_t column = filter < 2 ? 0 : 3; column < (filter < 2 ? 3U : 5U); ++column) {
            mask.elements[filter * 6 + column] = 1;
        }
    }
    TilingOptions options{.wordLines = 3, .filtersPerBlock = 2};
    options.compaction = Compaction::None;
    CHECK(tileLayer(layer, mask, {}, options).tiles() == 4);
    options.compaction = Compaction::Layer;
    Tiling tiling = tileLayer(layer, mask, {}, options);
    CHECK(tiling.tiles() == 4);
    CHECK(tiling.wordLines.front().columns == std::vector<std::int64_t>{0, 1, 2, 3, 4});
    options.compaction = Compaction::ColumnBlock;
    tiling = tileLayer(layer, mask, {}, options);
    CHECK(tiling.tiles() == 2);
    CHECK(tiling.wordLinesOf(tiling.blocks[0]).columns == std::vector<std::int64_t>{0, 1, 2});
    CHECK(tiling.wordLinesOf(tiling.blocks[1]).columns == std::vector<std::int64_t>{3, 4});
}

TEST_CASE("By kernel position each position has word lines of its own, but a small layer is cut as a matrix")
{
    const TilingOptions options{.wordLines = 4, .filtersPerBlock = 8, .mapping = WeightMapping::KernelPosition};
    // 5 channels, 4 positions: columns c * 4 + p; a position needs two pieces, 4 and 1 channels.
    const Tiling tiling = tileLayer(layerOf(8, 5, 4), LayerMask::dense(8, 20), {}, options);
    CHECK(tiling.tiles() == 8);
    const auto first = tiling.wordLines.front().piece(0);
    CHECK(std::vector<std::int64_t>(first.begin(), first.end()) == std::vector<std::int64_t>{0, 4, 8, 12});
    const auto second = tiling.wordLines.front().piece(1);
    CHECK(std::vector<std::int64_t>(second.begin(), second.end()) == std::vector<std::int64_t>{16});
    const auto third = tiling.wordLines.front().piece(2);
    CHECK(third.front() == 1);
    CHECK(tileLayer(layerOf(8, 1, 4), LayerMask::dense(8, 4), {}, options).tiles() == 1);
}

TEST_CASE("Columns fed by dead channels take no word line")
{
    const TilingOptions options{.wordLines = 2, .filtersPerBlock = 2};
    const std::vector<std::uint8_t> dead{0, 1, 1, 0};
    const Tiling tiling = tileLayer(layerOf(2, 4, 1), LayerMask::dense(2, 4), dead, options);
    CHECK(tiling.wordLines.front().columns == std::vector<std::int64_t>{0, 3});
    const std::vector<std::uint8_t> allDead(4, 1);
    CHECK(tileLayer(layerOf(2, 4, 1), LayerMask::dense(2, 4), allDead, options).blocks.empty());
}
