// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/layer_cells.h"

#include "core/crossbar/simulator/integer_weights.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <utility>

namespace mho {

LayerCells::LayerCells(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware)
    : layer_(network.layers[layer]),
      hardware_(hardware),
      layout_(cellLayout(layer_, hardware)),
      blocks_(layer_, hardware, deadColumnsOf(network, layer, hardware))
{
    if (!network.network->nodes()[layer_.layer.node].parameter("weight")->hasValues()) {
        return;
    }
    live_ = layer_.mask.expanded();
    const bool zeroLevel = layer_.levels && layer_.levels->hasZero();
    if (layout_.levelsInCells) {
        const std::vector<std::int16_t> codes = network.levelCodes(layer);
        values_.assign(codes.begin(), codes.end());
        for (std::size_t i = 0; i < values_.size(); ++i) {
            live_[i] = live_[i] != 0 && values_[i] != 0 ? 1 : 0;
        }
    } else {
        const std::vector<float> weights = network.weights(layer);
        values_ = integerWeights(layer_, weights, hardware).values;
        for (std::size_t i = 0; zeroLevel && i < weights.size(); ++i) {
            live_[i] = live_[i] != 0 && weights[i] != 0.0F ? 1 : 0;
        }
    }
}

double LayerCells::conductanceS(std::int32_t value, bool live, int slice, int part) const
{
    const SignScheme& scheme = *layout_.scheme;
    const Device& device = hardware_.device;
    if (scheme.zeroIsZeroCurrent()) {
        const bool otherPart = scheme.parts() == 2 && (value < 0 ? 1 : 0) != part;
        if (!live || otherPart) {
            return 0.0;
        }
        if (layout_.levelsInCells) {
            return static_cast<double>(layer_.levels->set.magnitudes[static_cast<std::size_t>(std::abs(value) - 1)]) * device.gMaxS;
        }
    }
    const std::uint32_t code = scheme.encode(value, layout_.weightBits)[static_cast<std::size_t>(part)];
    const auto shift = static_cast<unsigned>((layout_.slices - 1 - slice) * device.cellBits);
    return device.conductanceS(static_cast<int>((code >> shift) & static_cast<std::uint32_t>(device.states() - 1)));
}

int LayerCells::partOf(std::size_t line, const CrossbarAddress& address) const
{
    const auto linesPerWeight = static_cast<std::size_t>(layout_.linesPerWeight);
    const auto linesPerCode = static_cast<std::size_t>(layout_.scheme->linesPerCode());
    return linesPerCode > 1 ? static_cast<int>(line % linesPerWeight % linesPerCode) : address.sign;
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
    if (values_.empty()) {
        return cells;
    }
    for (std::size_t line = 0; line < block.filters.size() * linesPerWeight; ++line) {
        const std::int64_t filter = cells.filter[line];
        // Of two parts on neighbouring lines the first comes first; slices of a weight follow each other.
        const std::size_t within = line % linesPerWeight;
        const int slice = linesPerWeight > linesPerCode ? static_cast<int>(within / linesPerCode) : address.slice;
        const int part = partOf(line, address);
        for (std::size_t row = 0; row < block.columns.size(); ++row) {
            const std::int64_t column = block.columns[row];
            const auto weight = static_cast<std::size_t>(filter * layer_.layer.columns + column);
            cells.conductanceS[row * static_cast<std::size_t>(cells.columns) + line] =
                static_cast<float>(conductanceS(values_[weight], live_[weight] != 0, slice, part));
        }
    }
    return cells;
}

std::vector<LayerCells::Tally> LayerCells::tally() const
{
    if (values_.empty()) {
        return {};
    }
    const auto [least, most] = std::minmax_element(values_.begin(), values_.end());
    const std::int32_t first = *least;
    // Weights on arrays by value, those that are not live and those that are.
    std::vector<std::array<std::int64_t, 2>> weights(static_cast<std::size_t>(*most - first) + 1);
    for (std::int64_t rowBlock = 0; rowBlock < blocks_.rowBlocks(); ++rowBlock) {
        for (std::int64_t columnBlock = 0; columnBlock < blocks_.columnBlocks(); ++columnBlock) {
            const LayerBlocks::Block block = blocks_.at(rowBlock, columnBlock);
            for (const std::int64_t filter : block.filters) {
                const auto row = static_cast<std::size_t>(filter * layer_.layer.columns);
                for (const std::int64_t column : block.columns) {
                    const std::size_t weight = row + static_cast<std::size_t>(column);
                    ++weights[static_cast<std::size_t>(values_[weight] - first)][live_[weight]];
                }
            }
        }
    }
    std::vector<Tally> result;
    const int parts = layout_.scheme->parts();
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto value = static_cast<std::int32_t>(i) + first;
        for (const bool live : {false, true}) {
            for (int at = 0; weights[i][live ? 1 : 0] > 0 && at < layout_.slices * parts; ++at) {
                const int part = at % parts;
                const auto conductance = static_cast<float>(conductanceS(value, live, at / parts, part));
                if (conductance > 0.0F) {
                    result.push_back({conductance, parts == 2 ? part == 1 : value < 0, weights[i][live ? 1 : 0]});
                }
            }
        }
    }
    return result;
}

std::vector<LayerCells::Tally> LayerCells::tally(const CrossbarAddress& address) const
{
    const CrossbarCells cells = at(address);
    std::map<std::pair<float, bool>, std::int64_t> counts;
    const auto columns = static_cast<std::size_t>(cells.columns);
    for (std::size_t cell = 0; cell < cells.conductanceS.size(); ++cell) {
        const float conductance = cells.conductanceS[cell];
        if (!(conductance > 0.0F)) {
            continue;
        }
        const std::size_t line = cell % columns;
        const auto weight = static_cast<std::size_t>(cells.filter[line] * layer_.layer.columns + cells.weightColumn[cell / columns]);
        const bool negative = layout_.scheme->parts() == 2 ? partOf(line, address) == 1 : values_[weight] < 0;
        ++counts[{conductance, negative}];
    }
    std::vector<Tally> result;
    for (const auto& [key, count] : counts) {
        result.push_back({key.first, key.second, count});
    }
    return result;
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
