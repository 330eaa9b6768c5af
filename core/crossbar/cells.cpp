// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/layer_cells.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

double largestKept(std::span<const float> weights, const CompressedLayer& layer)
{
    double largest = 0.0;
    for (std::int64_t filter = 0; filter < layer.layer.filters && !weights.empty(); ++filter) {
        for (std::int64_t column = 0; column < layer.layer.columns; ++column) {
            if (layer.mask.kept(filter, column)) {
                const float weight = weights[static_cast<std::size_t>(filter * layer.layer.columns + column)];
                largest = std::max(largest, std::abs(static_cast<double>(weight)));
            }
        }
    }
    return largest;
}

}  // namespace

LayerCells::LayerCells(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware)
    : layer_(network.layers[layer]),
      hardware_(hardware),
      layout_(cellLayout(layer_, hardware)),
      blocks_(layer_, hardware, deadColumnsOf(network, layer, hardware))
{
    weights_ = network.network->nodes()[layer_.layer.node].parameter("weight")->values();
    largest_ = largestKept(weights_, layer_);
}

double LayerCells::conductanceS(float weight, bool kept, int slice, int part) const
{
    const SignScheme& scheme = *layout_.scheme;
    const Device& device = hardware_.device;
    const int top = (1 << (layout_.weightBits - 1)) - 1;
    int code = 0;
    if (scheme.zeroIsZeroCurrent()) {
        const bool otherPart = scheme.parts() == 2 && (weight < 0.0F ? 1 : 0) != part;
        if (!kept || otherPart) {
            return 0.0;
        }
        if (layer_.levels) {
            const LevelSet& set = layer_.levels->set;
            if (std::abs(weight) < layer_.levels->zeroBelow) {
                return 0.0;
            }
            code = set.nearest(weight, layer_.levels->scale);
            if (layout_.slices == 1) {
                return static_cast<double>(set.magnitudes[static_cast<std::size_t>(code)]) * device.gMaxS;
            }
        } else if (largest_ > 0.0) {
            code = static_cast<int>(std::lround(std::abs(static_cast<double>(weight)) / largest_ * top));
        }
    } else {
        const float value = !kept ? 0.0F : layer_.levels ? layer_.levels->quantize(weight) : weight;
        const int integer =
            largest_ > 0.0 ? static_cast<int>(std::lround(std::clamp(static_cast<double>(value) / largest_, -1.0, 1.0) * top))
                           : 0;
        code = static_cast<int>(scheme.encode(integer, layout_.weightBits)[static_cast<std::size_t>(part)]);
    }
    return device.conductanceS((code >> ((layout_.slices - 1 - slice) * device.cellBits)) & (device.states() - 1));
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
            const float weight = weights_[static_cast<std::size_t>(filter * layer_.layer.columns + column)];
            cells.conductanceS[row * static_cast<std::size_t>(cells.columns) + line] =
                static_cast<float>(conductanceS(weight, layer_.mask.kept(filter, column), slice, part));
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
