// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/group_constraint.h"
#include "tests/core/compress/constraints/constraint_cases.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace cases;

namespace {

std::int64_t nonZeroTiles(const mho::LayerContext& context, const std::vector<float>& weights)
{
    std::int64_t count = 0;
    const mho::Tiling tiling = context.tiled();
    for (const mho::FilterBlock& block : tiling.blocks) {
        const mho::WordLines& lines = tiling.wordLinesOf(block);
        for (std::size_t piece = 0; piece < lines.pieces(); ++piece) {
            const auto columns = lines.piece(piece);
            count += std::any_of(block.filters.begin(), block.filters.end(), [&](std::int64_t filter) {
                return std::any_of(columns.begin(), columns.end(), [&](std::int64_t column) {
                    return weights[static_cast<std::size_t>(filter * context.layer.columns + column)] != 0.0F;
                });
            });
        }
    }
    return count;
}

}  // namespace

TEST_CASE("Tile: after filters were pruned the tiles are those of what is left, and the kept ones are whole arrays")
{
    const mho::Constraint& tile = mho::findConstraint("tile");
    const mho::Constraint& filter = mho::findConstraint("filter");
    mho::RandomStream random{6};
    for (const auto mapping : {mho::WeightMapping::Gemm, mho::WeightMapping::KernelPosition}) {
        for (const auto compaction : {mho::Compaction::None, mho::Compaction::Layer, mho::Compaction::ColumnBlock}) {
            for (const std::int64_t groups : {1, 2}) {
                const mho::TilingOptions options{
                    .wordLines = 16, .filtersPerBlock = 4, .mapping = mapping, .compaction = compaction};
                mho::LayerContext context = mho::denseContext(convolution(24, 10, 3, groups), options);
                const std::vector<float> dense = normalWeights(context.layer, random);
                const std::int64_t all = context.tiled().tiles();
                context.before = filter.project(context, {"filter", 2.0}, dense);
                const std::vector<float> weights = masked(dense, context.before);
                const mho::ConstraintSpec spec{"tile", 5.0};
                const mho::LayerMask mask = tile.project(context, spec, weights);
                const std::int64_t kept = all / 5;
                CHECK(kept == tile.asGroups()->keptGroups(context, spec));
                // On the arrays that are mapped in the end, too: whole tiles went, so the cuts stay where they were.
                mho::LayerContext mapped = context;
                mapped.before = context.before & mask;
                const std::vector<float> point = masked(weights, mapped.before);
                CHECK(nonZeroTiles(mapped, point) == kept);
                CHECK(tile.satisfied(mapped, spec, point));
                CHECK_FALSE(tile.satisfied(mapped, {"tile", static_cast<double>(all) / static_cast<double>(kept - 1)}, point));
                CHECK_FALSE(tile.satisfied(context, spec, weights));
                if (compaction != mho::Compaction::None) {
                    // What an earlier constraint took is in no tile.
                    CHECK_FALSE(tile.satisfied(mapped, spec, dense));
                }
                if (compaction == mho::Compaction::ColumnBlock) {
                    CHECK(mapped.tiled().tiles() == kept);
                }
            }
        }
    }
}

TEST_CASE("Tile: masks are rows and columns where these say it")
{
    const mho::Constraint& tile = mho::findConstraint("tile");
    const mho::LayerContext context = mho::denseContext(linear(8, 12), {.wordLines = 4, .filtersPerBlock = 4});
    std::vector<float> weights(96, 1.0F);
    const mho::LayerMask first = tile.project(context, {"tile", 2.0}, weights);  // three of 2 x 3 tiles: the upper ones
    CHECK(first.elements.empty());
    CHECK(first.keptRows() == 4);
    CHECK(first.keptColumns() == 12);
    const mho::LayerMask four = tile.project(context, {"tile", 1.5}, weights);
    CHECK(four.keptWeights() == 4 * 16);
    CHECK(four.elements.size() == 96);
    CHECK(tile.project(context, {"tile", 1.0}, weights) == mho::LayerMask::dense(8, 12));
}

TEST_CASE("Tile: the ratio is one of the dense layer's tiles")
{
    const mho::Constraint& tile = mho::findConstraint("tile");
    mho::LayerContext context = mho::denseContext(linear(8, 12), {.wordLines = 4, .filtersPerBlock = 4});
    CHECK(tile.usesTiling());
    CHECK(tile.mostRatio(context, {"tile"}) == 6.0);
    CHECK(tile.validate(context, {"tile", 6.0}).empty());
    CHECK(tile.validate(context, {"tile", 6.5}).size() == 1);
    // What an earlier constraint empties already counts: half of the layer is gone, so a ratio of 2 asks for nothing more.
    std::fill(context.before.rows.begin(), context.before.rows.begin() + 4, std::uint8_t{0});
    CHECK(tile.project(context, {"tile", 2.0}, std::vector<float>(96, 1.0F)) == context.before);
}
