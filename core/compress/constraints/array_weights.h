// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parallel.h"
#include "core/compress/constraint.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace mho {

/// The weights of a layer as its arrays hold them, filter by filter: what constraints over physical columns look at. A weight
/// counts when it lies in a tile of context.tiled(), context.before keeps it and its column is not dead; the sets of these
/// constraints have all others at zero.
class ArrayWeights {
public:
    /// @param context must outlive the object
    explicit ArrayWeights(const LayerContext& context)
        : before_(context.before), columns_(before_.columns), tiling_(context.tiled())
    {
        // Compaction::None leaves dead columns in the arrays.
        for (std::size_t j = 0; j < context.deadColumns.size(); ++j) {
            columns_[j] = context.deadColumns[j] != 0 ? 0 : columns_[j];
        }
        allCount_ = before_.elements.empty() && (context.tiling.compaction != Compaction::None ||
                                                 std::count(columns_.begin(), columns_.end(), std::uint8_t{0}) == 0);
        for (const FilterBlock& block : tiling_.blocks) {
            for (const std::int64_t filter : block.filters) {
                if (before_.rows[static_cast<std::size_t>(filter)] != 0) {
                    filters_.emplace_back(filter, &tiling_.wordLinesOf(block));
                }
            }
        }
    }

    /// body(filter, piece) for each filter and each piece of its word lines, which together are one physical column. Filters
    /// are shared out over threads; the pieces of a filter follow each other on one thread.
    template <class Body>
    void forEachColumn(Body body) const
    {
        constexpr std::size_t kWeightsWorthAThread = 1U << 16U;
        const std::size_t grain = 1 + kWeightsWorthAThread / columns_.size();
        parallelFor(filters_.size(), grain, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const auto& [filter, lines] = filters_[i];
                for (std::size_t p = 0; p < lines->pieces(); ++p) {
                    body(filter, lines->piece(p));
                }
            }
        });
    }

    /// body(column) for those of `columns` (on word lines of the filter) whose weight counts, in the order of the word lines.
    template <class Body>
    void forEachWeight(std::int64_t filter, std::span<const std::int64_t> columns, Body body) const
    {
        if (allCount_) {
            for (const std::int64_t column : columns) {
                body(static_cast<std::size_t>(column));
            }
            return;
        }
        const std::uint8_t* elements =
            before_.elements.empty() ? nullptr : before_.elements.data() + static_cast<std::size_t>(filter) * columns_.size();
        for (const std::int64_t column : columns) {
            const auto j = static_cast<std::size_t>(column);
            if (columns_[j] != 0 && (elements == nullptr || elements[j] != 0)) {
                body(j);
            }
        }
    }

private:
    const LayerMask& before_;
    std::vector<std::uint8_t> columns_;  ///< k flags: kept before, not dead.
    bool allCount_ = false;              ///< Every weight in a tile counts.
    Tiling tiling_;
    std::vector<std::pair<std::int64_t, const WordLines*>> filters_;
};

/// Number of weights that are not zero.
inline std::int64_t nonZeros(std::span<const float> weights)
{
    return static_cast<std::int64_t>(weights.size()) - std::count(weights.begin(), weights.end(), 0.0F);
}

/// A mask that keeps no weight by its elements yet, to be filled.
inline LayerMask emptyElements(const WeightLayer& layer)
{
    LayerMask mask = LayerMask::dense(layer.filters, layer.columns);
    mask.elements.assign(static_cast<std::size_t>(layer.weights()), 0);
    return mask;
}

}  // namespace mho
