// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/compress/constraints/column_norms.h"
#include "core/compress/constraints/list.h"
#include "core/compress/constraints/pattern_mask.h"
#include "core/compress/group_constraint.h"

#include <algorithm>
#include <utility>

namespace mho {
namespace {

/// The tiles of a tiling, block after block and in a block piece after piece.
struct Tiles {
    explicit Tiles(Tiling cut) : tiling(std::move(cut))
    {
        for (const FilterBlock& block : tiling.blocks) {
            firsts.push_back(count);
            count += tiling.wordLinesOf(block).pieces();
        }
    }

    /// Calls `visit(tile, columns)` for each tile of a block.
    template <class Visit>
    void each(std::size_t block, Visit visit) const
    {
        const WordLines& lines = tiling.wordLinesOf(tiling.blocks[block]);
        for (std::size_t piece = 0; piece < lines.pieces(); ++piece) {
            visit(firsts[block] + piece, lines.piece(piece));
        }
    }

    Tiling tiling;
    std::vector<std::size_t> firsts;  ///< Per block, the number of its first tile.
    std::size_t count = 0;
};

/// Whole crossbars: a group is what one array holds (S0 names pruning of crossbar blocks and gives no projection; keeping the
/// tiles of largest Frobenius norm is exact; the norm is ours). The ratio refers to the tiles of the dense layer; the tiles that
/// are ranked are those that the constraints before this one leave. In a grouped convolution a tile holds filters of one group.
class Tile final : public GroupConstraint {
public:
    std::string_view name() const override { return "tile"; }
    std::string_view description() const override { return MHO_TEXT("Keeps whole crossbar tiles, as the mapper cuts them"); }
    bool usesTiling() const override { return true; }

    std::int64_t groups(const LayerContext& context, const ConstraintSpec&) const override
    {
        return denseContext(context.layer, context.tiling).tiled().tiles();
    }

    std::vector<std::uint32_t> groupOf(const LayerContext& context, const ConstraintSpec&) const override
    {
        const Tiles tiles(context.tiled());
        std::vector<std::uint32_t> result(static_cast<std::size_t>(context.layer.weights()), kNoGroup);
        for (std::size_t block = 0; block < tiles.tiling.blocks.size(); ++block) {
            tiles.each(block, [&](std::size_t tile, std::span<const std::int64_t> columns) {
                for (const std::int64_t filter : tiles.tiling.blocks[block].filters) {
                    for (const std::int64_t column : columns) {
                        result[static_cast<std::size_t>(filter * context.layer.columns + column)] =
                            static_cast<std::uint32_t>(tile);
                    }
                }
            });
        }
        return result;
    }

    std::vector<double> scores(const LayerContext& context, const ConstraintSpec&,
                               std::span<const float> weights) const override
    {
        const Tiles tiles(context.tiled());
        const auto k = static_cast<std::size_t>(context.layer.columns);
        std::vector<double> norms(tiles.count, 0.0);
        parallelFor(tiles.tiling.blocks.size(), 1, [&](std::size_t begin, std::size_t end) {
            std::vector<double> squares(k);
            for (std::size_t block = begin; block < end; ++block) {
                std::fill(squares.begin(), squares.end(), 0.0);
                for (const std::int64_t filter : tiles.tiling.blocks[block].filters) {
                    addSquares(weights.data() + static_cast<std::size_t>(filter) * k, k, squares.data());
                }
                tiles.each(block, [&](std::size_t tile, std::span<const std::int64_t> columns) {
                    for (const std::int64_t column : columns) {
                        norms[tile] += squares[static_cast<std::size_t>(column)];
                    }
                });
            }
        });
        return norms;
    }

    LayerMask mask(const LayerContext& context, const ConstraintSpec&,
                   const std::vector<std::uint8_t>& keptGroups) const override
    {
        const Tiles tiles(context.tiled());
        const auto k = static_cast<std::size_t>(context.layer.columns);
        std::vector<std::size_t> patternOfRow(static_cast<std::size_t>(context.layer.filters), kNoPattern);
        std::vector<std::uint8_t> patterns(tiles.tiling.blocks.size() * k, 0);
        for (std::size_t block = 0; block < tiles.tiling.blocks.size(); ++block) {
            for (const std::int64_t filter : tiles.tiling.blocks[block].filters) {
                patternOfRow[static_cast<std::size_t>(filter)] = block;
            }
            tiles.each(block, [&](std::size_t tile, std::span<const std::int64_t> columns) {
                for (const std::int64_t column : columns) {
                    patterns[block * k + static_cast<std::size_t>(column)] = keptGroups[tile];
                }
            });
        }
        return maskOfPatterns(k, patternOfRow, patterns);
    }
};

}  // namespace

const Constraint& tileConstraint()
{
    static const Tile constraint;
    return constraint;
}

}  // namespace mho
