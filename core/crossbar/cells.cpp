// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/layer_cells.h"

#include "core/crossbar/simulator/integer_weights.h"

#include <algorithm>

namespace mho {

LayerCells::LayerCells(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware)
    : layer_(network.layers[layer]),
      hardware_(hardware),
      layout_(cellLayout(layer_, hardware)),
      blocks_(layer_, hardware, deadColumnsOf(network, layer, hardware))
{
    if (network.network->nodes()[layer_.layer.node].parameter("weight")->hasValues()) {
        weights_ = network.weights(layer);
        if (!layout_.levelsInCells) {
            integers_ = integerWeights(layer_, weights_, hardware).values;
        }
    }
}

double LayerCells::conductanceS(std::size_t weight, bool kept, int slice, int part) const
{
    const SignScheme& scheme = *layout_.scheme;
    const Device& device = hardware_.device;
    if (scheme.zeroIsZeroCurrent()) {
        const float value = weights_[weight];
        const bool levelZero = value == 0.0F && layer_.levels && layer_.levels->hasZero();
        const bool negative = layout_.levelsInCells ? value < 0.0F : integers_[weight] < 0;
        const bool otherPart = scheme.parts() == 2 && (negative ? 1 : 0) != part;
        if (!kept || levelZero || otherPart) {
            return 0.0;
        }
        if (layout_.levelsInCells) {
            const LevelSet& set = layer_.levels->set;
            return static_cast<double>(set.magnitudes[set.nearest(value, layer_.levels->scale)]) * device.gMaxS;
        }
    }
    const std::uint32_t code = scheme.encode(integers_[weight], layout_.weightBits)[static_cast<std::size_t>(part)];
    const auto shift = static_cast<unsigned>((layout_.slices - 1 - slice) * device.cellBits);
    return device.conductanceS(static_cast<int>((code >> shift) & static_cast<std::uint32_t>(device.states() - 1)));
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
    const auto linesPerWeight = static_cast<std::size_t>(layout_.linesPerWeight);
    const auto linesPerCode = static_cast<std::size_t>(layout_.scheme->linesPerCode());
    for (std::size_t i = 0; i < block.filters.size() * linesPerWeight; ++i) {
        cells.filter[i] = block.filters[i / linesPerWeight];
    }
    if (weights_.empty()) {
        return cells;
    }
    for (std::size_t line = 0; line < block.filters.size() * linesPerWeight; ++line) {
        const std::int64_t filter = cells.filter[line];
        // Of two parts on neighbouring lines the first comes first; slices of a weight follow each other.
        const std::size_t within = line % linesPerWeight;
        const int slice = linesPerWeight > linesPerCode ? static_cast<int>(within / linesPerCode) : address.slice;
        const int part = linesPerCode > 1 ? static_cast<int>(within % linesPerCode) : address.sign;
        for (std::size_t row = 0; row < block.columns.size(); ++row) {
            const std::int64_t column = block.columns[row];
            const auto weight = static_cast<std::size_t>(filter * layer_.layer.columns + column);
            cells.conductanceS[row * static_cast<std::size_t>(cells.columns) + line] =
                static_cast<float>(conductanceS(weight, layer_.mask.kept(filter, column), slice, part));
        }
    }
    return cells;
}

std::vector<float> LayerCells::conductancesS() const
{
    std::vector<float> values;
    if (layout_.levelsInCells) {
        for (const float magnitude : layer_.levels->set.magnitudes) {
            values.push_back(static_cast<float>(static_cast<double>(magnitude) * hardware_.device.gMaxS));
        }
        return values;
    }
    for (int state = 0; state < hardware_.device.states(); ++state) {
        values.push_back(static_cast<float>(hardware_.device.conductanceS(state)));
    }
    return values;
}

CrossbarCells crossbarCells(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware,
                            const CrossbarAddress& address)
{
    return LayerCells(network, layer, hardware).at(address);
}

}  // namespace mho
