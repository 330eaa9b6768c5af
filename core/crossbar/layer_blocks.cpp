// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/layer_blocks.h"

#include "core/crossbar/mapped_network.h"

#include <algorithm>

namespace mho {
namespace {

std::span<const std::int64_t> piece(const std::vector<std::int64_t>& all, std::int64_t block, std::int64_t size)
{
    const auto count = static_cast<std::int64_t>(all.size());
    const std::int64_t begin = std::min(block * size, count);
    return {all.data() + begin, static_cast<std::size_t>(std::min(size, count - begin))};
}

}  // namespace

LayerBlocks::LayerBlocks(const CompressedLayer& layer, const CrossbarOptions& crossbar)
    : mask_(layer.mask), rows_(crossbar.rows), columns_(crossbar.columns), groups_(supportOf(layer))
{
}

LayerBlocks::Block LayerBlocks::at(std::int64_t rowBlock, std::int64_t columnBlock) const
{
    for (const GroupSupport& group : groups_) {
        const std::int64_t rowBlocks = (static_cast<std::int64_t>(group.columns.size()) + rows_ - 1) / rows_;
        if (rowBlock < rowBlocks) {
            return {piece(group.filters, columnBlock, columns_), piece(group.columns, rowBlock, rows_)};
        }
        rowBlock -= rowBlocks;
    }
    return {};
}

std::int64_t LayerBlocks::keptWeights(std::int64_t rowBlock, std::int64_t columnBlock) const
{
    const Block block = at(rowBlock, columnBlock);
    if (mask_.elements.empty()) {
        return static_cast<std::int64_t>(block.filters.size() * block.columns.size());
    }
    std::int64_t kept = 0;
    for (const std::int64_t filter : block.filters) {
        kept += std::count_if(block.columns.begin(), block.columns.end(),
                              [&](std::int64_t column) { return mask_.kept(filter, column); });
    }
    return kept;
}

std::vector<float> occupancyPerBlock(const CompressedLayer& layer, const Hardware& hardware)
{
    const MappedLayer mapped = mapLayer(layer, hardware);
    const LayerBlocks blocks(layer, hardware.crossbar);
    const auto cellsOfPair = static_cast<double>(mapped.signs * hardware.crossbar.rows * hardware.crossbar.columns);
    std::vector<float> occupancy;
    occupancy.reserve(static_cast<std::size_t>(mapped.rowBlocks * mapped.columnBlocks));
    for (std::int64_t rowBlock = 0; rowBlock < mapped.rowBlocks; ++rowBlock) {
        for (std::int64_t columnBlock = 0; columnBlock < mapped.columnBlocks; ++columnBlock) {
            const auto kept = static_cast<double>(blocks.keptWeights(rowBlock, columnBlock));
            occupancy.push_back(static_cast<float>(kept / cellsOfPair));
        }
    }
    return occupancy;
}

}  // namespace mho
