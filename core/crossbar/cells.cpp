// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/layer_cells.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

double largestKept(std::span<const float> weights, const CompressedLayer& layer, const std::vector<GroupSupport>& groups)
{
    double largest = 0.0;
    for (const GroupSupport& group : groups) {
        for (const std::int64_t filter : group.filters) {
            for (const std::int64_t column : group.columns) {
                const auto at = static_cast<std::size_t>(filter * layer.layer.columns + column);
                if (layer.mask.elements.empty() || layer.mask.elements[at] != 0) {
                    largest = std::max(largest, std::abs(static_cast<double>(weights[at])));
                }
            }
        }
    }
    return largest;
}

}  // namespace

LayerCells::LayerCells(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware)
    : layer_(network.layers[layer]), hardware_(hardware), blocks_(layer_, hardware.crossbar)
{
    weights_ = network.network->nodes()[layer_.layer.node].parameter("weight")->values();
    bits_ = layer_.levels ? layer_.levels->set.bits : hardware.crossbar.baselineBits;
    slices_ = (bits_ - 1 + hardware.device.cellBits - 1) / hardware.device.cellBits;
    if (!layer_.levels && !weights_.empty()) {
        largest_ = largestKept(weights_, layer_, blocks_.groups());
    }
}

double LayerCells::conductanceS(float weight, int slice) const
{
    const Device& device = hardware_.device;
    int index = 0;
    if (layer_.levels) {
        const LevelSet& set = layer_.levels->set;
        index = set.nearest(weight, layer_.levels->scale);
        if (slices_ == 1) {
            return static_cast<double>(set.magnitudes[static_cast<std::size_t>(index)]) * device.gMaxS;
        }
    } else if (largest_ > 0.0) {
        index = static_cast<int>(std::lround(std::abs(static_cast<double>(weight)) / largest_ * ((1 << (bits_ - 1)) - 1)));
    }
    const int digit = (index >> ((slices_ - 1 - slice) * device.cellBits)) & (device.states() - 1);
    return device.gMinS + (digit + 0.5) * (device.gMaxS - device.gMinS) / device.states();
}

CrossbarCells LayerCells::at(const CrossbarAddress& address) const
{
    const LayerBlocks::Block block = blocks_.at(address.rowBlock, address.columnBlock);
    CrossbarCells cells;
    cells.rows = hardware_.crossbar.rows;
    cells.columns = hardware_.crossbar.columns;
    cells.conductanceS.assign(static_cast<std::size_t>(cells.rows * cells.columns), 0.0F);
    cells.weightColumn.assign(static_cast<std::size_t>(cells.rows), -1);
    cells.filter.assign(static_cast<std::size_t>(cells.columns), -1);
    std::copy(block.columns.begin(), block.columns.end(), cells.weightColumn.begin());
    std::copy(block.filters.begin(), block.filters.end(), cells.filter.begin());
    if (weights_.empty()) {
        return cells;
    }
    for (std::size_t column = 0; column < block.filters.size(); ++column) {
        for (std::size_t row = 0; row < block.columns.size(); ++row) {
            const float weight =
                weights_[static_cast<std::size_t>(block.filters[column] * layer_.layer.columns + block.columns[row])];
            const int sign = weight < 0.0F ? 1 : 0;
            if (sign == address.sign && layer_.mask.kept(block.filters[column], block.columns[row])) {
                cells.conductanceS[row * static_cast<std::size_t>(cells.columns) + column] =
                    static_cast<float>(conductanceS(weight, address.slice));
            }
        }
    }
    return cells;
}

CrossbarCells crossbarCells(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware,
                            const CrossbarAddress& address)
{
    return LayerCells(network, layer, hardware).at(address);
}

}  // namespace mho
