// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/tiling.h"

#include "core/network/flags.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace mho {
namespace {

using Indices = std::vector<std::int64_t>;

/// Cuts one layer; holds what the steps share.
class Cutter {
public:
    Cutter(const WeightLayer& layer, const LayerMask& mask, std::span<const std::uint8_t> dead, const TilingOptions& options)
        : layer_(layer), mask_(mask), options_(options), kept_(static_cast<std::size_t>(layer.columns), 1)
    {
        if (options.compaction != Compaction::None) {
            for (std::size_t j = 0; j < kept_.size(); ++j) {
                kept_[j] = mask.columns[j] != 0 && (dead.empty() || dead[j] == 0) ? 1 : 0;
            }
        }
        byPosition_ = isCutByKernelPosition(layer, options);
    }

    Tiling cut()
    {
        const std::int64_t perGroup = layer_.filters / layer_.groups;
        for (std::int64_t group = 0; group < layer_.groups; ++group) {
            Indices filters(static_cast<std::size_t>(perGroup));
            std::iota(filters.begin(), filters.end(), group * perGroup);
            cutGroup(group, std::move(filters));
        }
        return std::move(tiling_);
    }

private:
    /// Flags of the columns in which one of `filters` keeps a weight; takes the filters without one out.
    std::vector<std::uint8_t> support(Indices& filters) const
    {
        if (options_.compaction == Compaction::None) {
            return kept_;
        }
        std::erase_if(filters, [&](std::int64_t filter) { return mask_.rows[static_cast<std::size_t>(filter)] == 0; });
        if (mask_.elements.empty()) {
            return kept_;
        }
        const std::size_t k = kept_.size();
        std::vector<std::uint8_t> used(k, 0);
        std::erase_if(filters, [&](std::int64_t filter) {
            return !flags::addBoth(used.data(), mask_.elements.data() + static_cast<std::size_t>(filter) * k, kept_.data(), k);
        });
        return used;
    }

    void cutGroup(std::int64_t group, Indices filters)
    {
        const std::vector<std::uint8_t> used = support(filters);
        const auto perBlock = static_cast<std::size_t>(options_.filtersPerBlock);
        std::size_t shared = tiling_.wordLines.size();
        const bool ownLines = options_.compaction == Compaction::ColumnBlock && !mask_.elements.empty();
        if (!ownLines) {
            addWordLines(used);
        }
        std::int64_t column = 0;
        for (std::size_t begin = 0; begin < filters.size(); begin += perBlock, ++column) {
            const std::size_t end = std::min(begin + perBlock, filters.size());
            Indices block(filters.begin() + static_cast<std::ptrdiff_t>(begin),
                          filters.begin() + static_cast<std::ptrdiff_t>(end));
            if (ownLines) {
                shared = tiling_.wordLines.size();
                addWordLines(support(block));
            }
            if (tiling_.wordLines[shared].pieces() > 0) {
                tiling_.blocks.push_back({std::move(block), shared, group, column});
            }
        }
    }

    void addWordLines(const std::vector<std::uint8_t>& used)
    {
        WordLines lines;
        const std::int64_t positions = byPosition_ ? layer_.kernelPositions() : 1;
        for (std::int64_t position = 0; position < positions; ++position) {
            const std::size_t begin = lines.columns.size();
            for (std::int64_t j = position; j < layer_.columns; j += positions) {
                if (used[static_cast<std::size_t>(j)] != 0) {
                    lines.columns.push_back(j);
                }
            }
            const auto perPiece = static_cast<std::size_t>(options_.wordLines);
            for (std::size_t at = begin; at < lines.columns.size(); at += perPiece) {
                lines.pieceEnds.push_back(std::min(at + perPiece, lines.columns.size()));
            }
        }
        tiling_.wordLines.push_back(std::move(lines));
    }

    const WeightLayer& layer_;
    const LayerMask& mask_;
    const TilingOptions& options_;
    std::vector<std::uint8_t> kept_;  ///< Columns that stay whatever the elements say.
    bool byPosition_ = false;
    Tiling tiling_;
};

}  // namespace

std::span<const std::int64_t> WordLines::piece(std::size_t index) const
{
    const std::size_t begin = index == 0 ? 0 : pieceEnds[index - 1];
    return std::span(columns).subspan(begin, pieceEnds[index] - begin);
}

std::int64_t Tiling::tiles() const
{
    return std::accumulate(blocks.begin(), blocks.end(), std::int64_t{0}, [&](std::int64_t sum, const FilterBlock& block) {
        return sum + static_cast<std::int64_t>(wordLinesOf(block).pieces());
    });
}

bool isCutByKernelPosition(const WeightLayer& layer, const TilingOptions& options)
{
    return options.mapping == WeightMapping::KernelPosition && layer.kernelPositions() > 1 && layer.columns > options.wordLines;
}

Tiling tileLayer(const WeightLayer& layer, const LayerMask& mask, std::span<const std::uint8_t> deadColumns,
                 const TilingOptions& options)
{
    assert(options.wordLines >= 1 && options.filtersPerBlock >= 1);
    assert(deadColumns.empty() || static_cast<std::int64_t>(deadColumns.size()) == layer.columns);
    return Cutter(layer, mask, deadColumns, options).cut();
}

}  // namespace mho
