// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/crossbar_product.h"

#include "core/crossbar/mapped_network.h"

#include <algorithm>

namespace mho {

CrossbarLayer::CrossbarLayer(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware,
                             const IntegerWeights& weights, const LayerConversion& conversion, const TileEngineFactory& engines)
    : geometry_(patchGeometry(*network.network, network.layers[layer].layer.node)),
      conversion_(conversion),
      scale_(weights.unit * conversion.input.scale * conversion.adcs.front().step()),
      ranges_(conversion.adcs.size())
{
    const CompressedLayer& compressed = network.layers[layer];
    const Tiling tiling = tilingOf(compressed, hardware, deadColumnsOf(network, layer, hardware));
    std::int64_t top = 1;
    for (const InputCycle& cycle : conversion.cycles) {
        top = std::max(top, cycle.top());
    }
    for (std::size_t block = 0; block < tiling.blocks.size(); ++block) {
        const FilterBlock& filters = tiling.blocks[block];
        const WordLines& lines = tiling.wordLinesOf(filters);
        for (std::size_t piece = 0; piece < lines.pieces(); ++piece) {
            const TileCells cells =
                makeTileCells(compressed, weights, hardware, {.filters = filters.filters, .columns = lines.piece(piece)});
            RowSet& set = rowSetOf(filters, tiling, piece);
            set.reads = cells.reads;
            set.tiles.push_back(
                {filters.filters, engines.make({.layer = layer, .block = block, .piece = piece}, cells, conversion)});
            const auto ranges = cells.programmedRanges(static_cast<int>(ranges_.size()), top);
            for (std::size_t slice = 0; slice < ranges_.size(); ++slice) {
                ranges_[slice].include(ranges[slice]);
            }
            ++tiles_;
        }
    }
}

CrossbarLayer::RowSet& CrossbarLayer::rowSetOf(const FilterBlock& block, const Tiling& tiling, std::size_t piece)
{
    const auto found = std::find_if(rowSets_.begin(), rowSets_.end(), [&](const RowSet& set) {
        return set.wordLines == block.wordLines && set.group == block.group && set.piece == piece;
    });
    if (found != rowSets_.end()) {
        return *found;
    }
    const auto columns = tiling.wordLinesOf(block).piece(piece);
    rowSets_.push_back({.wordLines = block.wordLines,
                        .group = block.group,
                        .piece = piece,
                        .columns = {columns.begin(), columns.end()},
                        .reads = {},
                        .tiles = {}});
    return rowSets_.back();
}

void CrossbarLayer::pack(const RowSet& set, const std::uint16_t* values, std::vector<std::uint8_t>& nibbles) const
{
    std::size_t groups = 0;
    for (const RowRange& read : set.reads) {
        groups += (read.end - read.begin + 3) / 4;
    }
    nibbles.assign(static_cast<std::size_t>(conversion_.input.bits) * groups * kChunkPositions, 0);
    std::size_t group = 0;
    for (const RowRange& read : set.reads) {
        for (std::size_t begin = read.begin; begin < read.end; begin += 4, ++group) {
            const std::size_t rows = std::min<std::size_t>(4, read.end - begin);
            for (int bit = 0; bit < conversion_.input.bits; ++bit) {
                std::uint8_t* out = nibbles.data() + (static_cast<std::size_t>(bit) * groups + group) * kChunkPositions;
                for (std::size_t row = 0; row < rows; ++row) {
                    const std::uint16_t* in = values + (begin + row) * kChunkPositions;
                    for (std::size_t i = 0; i < kChunkPositions; ++i) {
                        out[i] = static_cast<std::uint8_t>(out[i] | (((in[i] >> bit) & 1U) << row));
                    }
                }
            }
        }
    }
}

ConversionStatistics CrossbarLayer::multiply(std::span<const float> input, std::size_t images, std::uint64_t firstImage,
                                             std::span<float> output, const std::function<void()>& poll) const
{
    ConversionStatistics statistics;
    std::vector<std::uint16_t> patterns(input.size());
    conversion_.input.quantize(input, patterns.data());
    const auto positions = static_cast<std::size_t>(geometry_.positions());
    const auto filters = static_cast<std::size_t>(geometry_.filters);
    std::vector<std::int64_t> sums(filters * kChunkPositions);
    std::vector<std::int64_t> tileSums;
    std::vector<std::uint16_t> values;
    std::vector<std::uint8_t> nibbles;
    for (std::size_t first = 0; first < images * positions; first += kChunkPositions) {
        const std::size_t count = std::min(kChunkPositions, images * positions - first);
        std::fill(sums.begin(), sums.end(), 0);
        for (const RowSet& set : rowSets_) {
            values.assign(set.columns.size() * kChunkPositions, 0);
            for (std::size_t row = 0; row < set.columns.size(); ++row) {
                gatherRow(geometry_, patterns.data(), set.group, set.columns[row], first, count,
                          values.data() + row * kChunkPositions);
            }
            pack(set, values.data(), nibbles);
            const TileInputs inputs{.positions = count,
                                    .values = values.data(),
                                    .nibbles = nibbles.data(),
                                    .firstPosition = firstImage * positions + first};
            for (const Tile& tile : set.tiles) {
                tileSums.assign(tile.filters.size() * kChunkPositions, 0);
                tile.engine->accumulate(inputs, tileSums.data(), statistics);
                for (std::size_t i = 0; i < tile.filters.size(); ++i) {
                    std::int64_t* out = sums.data() + static_cast<std::size_t>(tile.filters[i]) * kChunkPositions;
                    const std::int64_t* in = tileSums.data() + i * kChunkPositions;
                    for (std::size_t position = 0; position < count; ++position) {
                        out[position] += in[position];
                    }
                }
                poll();
            }
        }
        for (std::size_t filter = 0; filter < filters; ++filter) {
            for (std::size_t i = 0; i < count; ++i) {
                const std::size_t image = (first + i) / positions;
                output[(image * filters + filter) * positions + (first + i) % positions] =
                    static_cast<float>(static_cast<double>(sums[filter * kChunkPositions + i]) * scale_);
            }
        }
    }
    return statistics;
}

CrossbarProduct::CrossbarProduct(std::vector<std::unique_ptr<CrossbarLayer>> layers, std::function<void()> poll)
    : layers_(std::move(layers)), poll_(std::move(poll)), statistics_(layers_.size())
{
}

void CrossbarProduct::multiply(std::size_t layer, std::span<const float> input, std::size_t images, std::uint64_t firstImage,
                               std::span<float> output) const
{
    const ConversionStatistics statistics = layers_[layer]->multiply(input, images, firstImage, output, poll_);
    const std::lock_guard lock(mutex_);
    statistics_[layer].add(statistics);
}

ConversionStatistics CrossbarProduct::statistics(std::size_t layer) const
{
    const std::lock_guard lock(mutex_);
    return statistics_[layer];
}

}  // namespace mho
