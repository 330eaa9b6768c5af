// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/mapped_network.h"
#include "core/crossbar/support.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

/// The filters and columns of one block; grouped layers put group after group along the row blocks.
struct Block {
    std::vector<std::int64_t> filters;
    std::vector<std::int64_t> columns;
};

std::vector<std::int64_t> slice(const std::vector<std::int64_t>& all, std::int64_t block, std::int64_t size)
{
    const auto begin = std::min<std::int64_t>(block * size, static_cast<std::int64_t>(all.size()));
    const auto end = std::min<std::int64_t>(begin + size, static_cast<std::int64_t>(all.size()));
    return {all.begin() + begin, all.begin() + end};
}

Block blockOf(const WeightLayer& layer, const Support& support, const CrossbarOptions& crossbar, std::int64_t rowBlock, std::int64_t columnBlock)
{
    const std::int64_t perGroup = layer.filters / layer.groups;
    const std::int64_t rowBlocks = std::max<std::int64_t>(1, (static_cast<std::int64_t>(support.columns.size()) + crossbar.rows - 1) / crossbar.rows);
    std::int64_t nonEmpty = 0;
    for (std::int64_t group = 0; group < layer.groups; ++group) {
        std::vector<std::int64_t> filters;
        std::copy_if(support.filters.begin(), support.filters.end(), std::back_inserter(filters),
                     [&](std::int64_t filter) { return filter / perGroup == group; });
        if (filters.empty()) {
            continue;
        }
        if (nonEmpty == rowBlock / rowBlocks) {
            return {slice(filters, columnBlock, crossbar.columns), slice(support.columns, rowBlock % rowBlocks, crossbar.rows)};
        }
        ++nonEmpty;
    }
    return {};
}

/// Digit `slice` (0 = most significant) of a level index in base 2^cellBits.
int digit(int index, int slice, int slices, int cellBits)
{
    return (index >> ((slices - 1 - slice) * cellBits)) & ((1 << cellBits) - 1);
}

}  // namespace

CrossbarCells crossbarCells(const CompressedNetwork& network, std::size_t layerIndex, const Hardware& hardware, const CrossbarAddress& address)
{
    const CompressedLayer& layer = network.layers[layerIndex];
    const CrossbarOptions& crossbar = hardware.crossbar;
    const Device& device = hardware.device;
    const Block block = blockOf(layer.layer, supportOf(layer.mask), crossbar, address.rowBlock, address.columnBlock);
    CrossbarCells cells;
    cells.rows = crossbar.rows;
    cells.columns = crossbar.columns;
    cells.conductanceS.assign(static_cast<std::size_t>(cells.rows * cells.columns), 0.0F);
    cells.weightColumn.assign(static_cast<std::size_t>(cells.rows), -1);
    cells.filter.assign(static_cast<std::size_t>(cells.columns), -1);
    std::copy(block.columns.begin(), block.columns.end(), cells.weightColumn.begin());
    std::copy(block.filters.begin(), block.filters.end(), cells.filter.begin());
    const auto weights = network.network->nodes()[layer.layer.node].parameter("weight")->values();
    if (weights.empty()) {
        return cells;
    }
    const int bits = layer.levels ? layer.levels->set.bits : crossbar.baselineBits;
    const int slices = (bits - 1 + device.cellBits - 1) / device.cellBits;
    const double largestIndex = static_cast<double>((1 << (bits - 1)) - 1);
    double largestWeight = 0.0;
    for (const float weight : weights) {
        largestWeight = std::max(largestWeight, std::abs(static_cast<double>(weight)));
    }
    for (std::size_t column = 0; column < block.filters.size(); ++column) {
        for (std::size_t row = 0; row < block.columns.size(); ++row) {
            const float weight = weights[static_cast<std::size_t>(block.filters[column] * layer.layer.columns + block.columns[row])];
            const int sign = weight < 0.0F ? 1 : 0;
            if (!layer.mask.kept(block.filters[column], block.columns[row]) || sign != address.sign) {
                continue;
            }
            double conductance = 0.0;
            if (layer.levels && slices == 1) {
                conductance = static_cast<double>(layer.levels->set.magnitudes[layer.levels->set.nearest(weight, layer.levels->scale)]) * device.gMaxS;
            } else {
                const int index = layer.levels ? layer.levels->set.nearest(weight, layer.levels->scale)
                                               : static_cast<int>(std::lround(std::abs(static_cast<double>(weight)) / largestWeight * largestIndex));
                const int code = digit(index, address.slice, slices, device.cellBits);
                conductance = device.gMinS + (code + 0.5) * (device.gMaxS - device.gMinS) / device.states();
            }
            cells.conductanceS[row * static_cast<std::size_t>(cells.columns) + column] = static_cast<float>(conductance);
        }
    }
    return cells;
}

std::vector<float> occupancyPerBlock(const CompressedLayer& layer, const Hardware& hardware)
{
    const MappedLayer mapped = mapLayer(layer, hardware);
    const Support support = supportOf(layer.mask);
    const auto cellsOfPair = static_cast<double>(mapped.signs * hardware.crossbar.rows * hardware.crossbar.columns);
    std::vector<float> occupancy;
    for (std::int64_t rowBlock = 0; rowBlock < mapped.rowBlocks; ++rowBlock) {
        for (std::int64_t columnBlock = 0; columnBlock < mapped.columnBlocks; ++columnBlock) {
            const Block block = blockOf(layer.layer, support, hardware.crossbar, rowBlock, columnBlock);
            std::int64_t programmed = 0;
            if (layer.mask.elements.empty()) {
                programmed = static_cast<std::int64_t>(block.filters.size() * block.columns.size());
            } else {
                for (const std::int64_t filter : block.filters) {
                    programmed += std::count_if(block.columns.begin(), block.columns.end(),
                                                [&](std::int64_t column) { return layer.mask.kept(filter, column); });
                }
            }
            occupancy.push_back(static_cast<float>(static_cast<double>(programmed) / cellsOfPair));
        }
    }
    return occupancy;
}

}  // namespace mho
