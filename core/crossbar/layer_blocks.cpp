// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/layer_blocks.h"

#include "core/crossbar/mapped_network.h"
#include "core/network/dead_channels.h"

#include <algorithm>
#include <numeric>

namespace mho {

LayerBlocks::LayerBlocks(const CompressedLayer& layer, const Hardware& hardware, std::span<const std::uint8_t> deadColumns)
    : mask_(layer.mask), tiling_(tilingOf(layer, hardware, deadColumns))
{
    std::int64_t group = -1;
    for (const FilterBlock& block : tiling_.blocks) {
        if (block.group != group) {
            group = block.group;
            groupRowBlocks_.push_back(0);
            groupBlocks_.emplace_back();
        }
        groupRowBlocks_.back() =
            std::max(groupRowBlocks_.back(), static_cast<std::int64_t>(tiling_.wordLinesOf(block).pieces()));
        groupBlocks_.back().push_back(&block);
    }
}

std::int64_t LayerBlocks::rowBlocks() const
{
    return std::accumulate(groupRowBlocks_.begin(), groupRowBlocks_.end(), std::int64_t{0});
}

std::int64_t LayerBlocks::columnBlocks() const
{
    std::int64_t most = 0;
    for (const FilterBlock& block : tiling_.blocks) {
        most = std::max(most, block.column + 1);
    }
    return most;
}

LayerBlocks::Block LayerBlocks::at(std::int64_t rowBlock, std::int64_t columnBlock) const
{
    for (std::size_t group = 0; group < groupBlocks_.size(); ++group) {
        if (rowBlock >= groupRowBlocks_[group]) {
            rowBlock -= groupRowBlocks_[group];
            continue;
        }
        for (const FilterBlock* block : groupBlocks_[group]) {
            const WordLines& lines = tiling_.wordLinesOf(*block);
            if (block->column == columnBlock && rowBlock < static_cast<std::int64_t>(lines.pieces())) {
                return {block->filters, lines.piece(static_cast<std::size_t>(rowBlock))};
            }
        }
        return {};
    }
    return {};
}

std::int64_t LayerBlocks::keptWeights(std::int64_t rowBlock, std::int64_t columnBlock) const
{
    const Block block = at(rowBlock, columnBlock);
    const auto flagsOf = [](const std::vector<std::uint8_t>& flags) {
        return [&flags](std::int64_t i) { return flags[static_cast<std::size_t>(i)] != 0; };
    };
    if (mask_.elements.empty()) {
        return std::count_if(block.filters.begin(), block.filters.end(), flagsOf(mask_.rows)) *
               std::count_if(block.columns.begin(), block.columns.end(), flagsOf(mask_.columns));
    }
    std::int64_t kept = 0;
    for (const std::int64_t filter : block.filters) {
        if (mask_.rows[static_cast<std::size_t>(filter)] != 0) {
            const std::uint8_t* elements = mask_.elements.data() + filter * static_cast<std::int64_t>(mask_.columns.size());
            for (const std::int64_t column : block.columns) {
                kept += elements[column] & mask_.columns[static_cast<std::size_t>(column)];
            }
        }
    }
    return kept;
}

std::vector<float> occupancyPerBlock(const CompressedLayer& layer, const Hardware& hardware,
                                     std::span<const std::uint8_t> deadColumns)
{
    const CellLayout layout = cellLayout(layer, hardware);
    const LayerBlocks blocks(layer, hardware, deadColumns);
    // Every slice of a weight is programmed alike, so slices cancel but for bit lines that a weight's slices leave unused.
    const std::int64_t cells = layout.arraysPerTile * hardware.crossbar.rows * hardware.crossbar.columns;
    const bool sparse = layout.scheme->zeroIsZeroCurrent();
    std::vector<float> occupancy;
    for (std::int64_t row = 0; row < blocks.rowBlocks(); ++row) {
        for (std::int64_t column = 0; column < blocks.columnBlocks(); ++column) {
            const LayerBlocks::Block block = blocks.at(row, column);
            const std::int64_t programmed = sparse ? blocks.keptWeights(row, column) * layout.slices
                                                   : static_cast<std::int64_t>(block.filters.size() * block.columns.size()) *
                                                         layout.slices * layout.scheme->parts();
            occupancy.push_back(static_cast<float>(static_cast<double>(programmed) / static_cast<double>(cells)));
        }
    }
    return occupancy;
}

std::vector<float> occupancyPerBlock(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware)
{
    return occupancyPerBlock(network.layers[layer], hardware, deadColumnsOf(network, layer, hardware));
}

std::vector<std::uint8_t> deadColumnsOf(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware)
{
    return hardware.crossbar.compaction == Compaction::None ? std::vector<std::uint8_t>{}
                                                            : deadChannels(network).columns[layer];
}

}  // namespace mho
