// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/keep_cuts.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace mho {
namespace {

/// Filters whose word lines are cut together, and the piece of each column, kNone where it is on none.
struct SharedCut {
    std::vector<std::size_t> filters;
    std::vector<std::size_t> pieceOf;
    std::size_t pieces = 0;
};

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

std::vector<SharedCut> sharedCuts(const LayerContext& context)
{
    const Tiling tiling = context.tiled();
    std::vector<SharedCut> cuts;
    std::size_t lines = kNone;
    for (const FilterBlock& block : tiling.blocks) {
        if (block.wordLines != lines || context.tiling.compaction == Compaction::ColumnBlock) {
            lines = block.wordLines;
            SharedCut& cut = cuts.emplace_back();
            const WordLines& wordLines = tiling.wordLinesOf(block);
            cut.pieces = wordLines.pieces();
            cut.pieceOf.assign(static_cast<std::size_t>(context.layer.columns), kNone);
            for (std::size_t p = 0; p < cut.pieces; ++p) {
                for (const std::int64_t column : wordLines.piece(p)) {
                    cut.pieceOf[static_cast<std::size_t>(column)] = p;
                }
            }
        }
        cuts.back().filters.insert(cuts.back().filters.end(), block.filters.begin(), block.filters.end());
    }
    return cuts;
}

class Keeper {
public:
    Keeper(const LayerContext& context, const std::vector<float>& values)
        : k_(static_cast<std::size_t>(context.layer.columns)), values_(values), lifted_(values), cuts_(sharedCuts(context))
    {
        for (const SharedCut& cut : cuts_) {
            asked_.emplace_back(cut.pieces * static_cast<std::size_t>(context.layer.filters), 0U);
        }
    }

    /// Lifts a weight of each column that `kept` (n*k flags) leaves empty; false when there is none to lift.
    bool lift(const std::vector<std::uint8_t>& kept)
    {
        bool any = false;
        for (std::size_t c = 0; c < cuts_.size(); ++c) {
            const SharedCut& cut = cuts_[c];
            for (std::size_t column = 0; column < k_; ++column) {
                const bool empty = cut.pieceOf[column] != kNone &&
                                   std::none_of(cut.filters.begin(), cut.filters.end(),
                                                [&](std::size_t filter) { return kept[filter * k_ + column] != 0; });
                any = (empty && liftOne(c, column)) || any;
            }
        }
        return any;
    }

    const std::vector<float>& lifted() const { return lifted_; }

private:
    bool liftOne(std::size_t c, std::size_t column)
    {
        const SharedCut& cut = cuts_[c];
        const auto askedOf = [&](std::size_t filter) -> std::uint32_t& {
            return asked_[c][filter * cut.pieces + cut.pieceOf[column]];
        };
        std::size_t best = kNone;
        for (const std::size_t filter : cut.filters) {
            const std::size_t at = filter * k_ + column;
            if (values_[at] == 0.0F || lifted_[at] != values_[at]) {
                continue;
            }
            const bool better =
                best == kNone || askedOf(filter) < askedOf(best) ||
                (askedOf(filter) == askedOf(best) && std::abs(values_[at]) > std::abs(values_[best * k_ + column]));
            best = better ? filter : best;
        }
        if (best == kNone) {
            return false;
        }
        ++askedOf(best);
        float& value = lifted_[best * k_ + column];
        value = std::copysign(std::numeric_limits<float>::max(), value);
        return true;
    }

    std::size_t k_;
    const std::vector<float>& values_;
    std::vector<float> lifted_;  ///< As values_, but the weights to be kept first are the largest there can be.
    std::vector<SharedCut> cuts_;
    std::vector<std::vector<std::uint32_t>> asked_;  ///< Per cut, filters x pieces: weights lifted.
};

}  // namespace

LayerMask keepCuts(const LayerContext& context, const ConstraintSpec& spec, const std::vector<float>& values)
{
    // A lifted weight may push the only weight of another column out, which is lifted in the next round.
    constexpr int kMostRounds = 16;
    const Constraint& constraint = findConstraint(spec.kind);
    Keeper keeper(context, values);
    LayerMask mask = constraint.project(context, spec, values);
    for (int round = 0; round < kMostRounds && keeper.lift(mask.expanded()); ++round) {
        mask = constraint.project(context, spec, keeper.lifted());
    }
    return mask;
}

}  // namespace mho
