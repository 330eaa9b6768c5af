// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/crossbar_product.h"

#include "core/crossbar/mapped_network.h"

#include <algorithm>
#include <array>

namespace mho {
namespace {

/// kernelByte() for a whole row.
void orderForKernel(const std::uint16_t* in, std::uint16_t* out)
{
    for (std::size_t unit = 0; unit < kChunkPositions; unit += 16) {
        for (std::size_t i = 0; i < 4; ++i) {
            for (std::size_t k = 0; k < 4; ++k) {
                out[unit + 4 * i + k] = in[unit + 4 * k + i];
            }
        }
    }
}

}  // namespace

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
                {filterOfSum_.size(), engines.make({.layer = layer, .block = block, .piece = piece}, cells, conversion)});
            const auto ranges = cells.programmedRanges(static_cast<int>(ranges_.size()), top);
            for (std::size_t slice = 0; slice < ranges_.size(); ++slice) {
                ranges_[slice].include(ranges[slice]);
            }
            ++tiles_;
        }
        filterOfSum_.insert(filterOfSum_.end(), filters.filters.begin(), filters.filters.end());
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
    nibbles.resize(static_cast<std::size_t>(conversion_.input.bits) * groups * kChunkPositions);
    std::size_t group = 0;
    std::array<std::array<std::uint16_t, kChunkPositions>, 4> ordered;
    for (const RowRange& read : set.reads) {
        for (std::size_t begin = read.begin; begin < read.end; begin += 4, ++group) {
            for (std::size_t row = 0; row < 4; ++row) {
                if (begin + row < read.end) {
                    orderForKernel(values + (begin + row) * kChunkPositions, ordered[row].data());
                } else {
                    ordered[row].fill(0);
                }
            }
            for (int bit = 0; bit < conversion_.input.bits; ++bit) {
                std::uint8_t* out = nibbles.data() + (static_cast<std::size_t>(bit) * groups + group) * kChunkPositions;
                for (std::size_t i = 0; i < kChunkPositions; ++i) {
                    out[i] =
                        static_cast<std::uint8_t>(((ordered[0][i] >> bit) & 1) | (((ordered[1][i] >> bit) & 1) << 1) |
                                                  (((ordered[2][i] >> bit) & 1) << 2) | (((ordered[3][i] >> bit) & 1) << 3));
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
    if (filterOfSum_.size() < filters) {
        std::fill(output.begin(), output.end(), 0.0F);
    }
    std::vector<std::int64_t> sums(filterOfSum_.size() * kChunkPositions);
    std::vector<std::uint16_t> values;
    std::vector<std::uint8_t> nibbles;
    for (std::size_t first = 0; first < images * positions; first += kChunkPositions) {
        const std::size_t count = std::min(kChunkPositions, images * positions - first);
        std::fill(sums.begin(), sums.end(), 0);
        for (const RowSet& set : rowSets_) {
            values.resize(set.columns.size() * kChunkPositions);
            for (std::size_t row = 0; row < set.columns.size(); ++row) {
                std::uint16_t* out = values.data() + row * kChunkPositions;
                gatherRow(geometry_, patterns.data(), set.group, set.columns[row], first, count, out);
                std::fill(out + count, out + kChunkPositions, std::uint16_t{0});
            }
            pack(set, values.data(), nibbles);
            const TileInputs inputs{.positions = count,
                                    .values = values.data(),
                                    .nibbles = nibbles.data(),
                                    .firstPosition = firstImage * positions + first};
            for (const Tile& tile : set.tiles) {
                tile.engine->accumulate(inputs, sums.data() + tile.firstSum * kChunkPositions, statistics);
                poll();
            }
        }
        write(sums, first, count, output);
    }
    return statistics;
}

void CrossbarLayer::write(const std::vector<std::int64_t>& sums, std::size_t first, std::size_t count,
                          std::span<float> output) const
{
    const auto positions = static_cast<std::size_t>(geometry_.positions());
    const auto filters = static_cast<std::size_t>(geometry_.filters);
    for (std::size_t done = 0; done < count;) {
        const std::size_t image = (first + done) / positions;
        const std::size_t position = (first + done) % positions;
        const std::size_t run = std::min(count - done, positions - position);
        for (std::size_t row = 0; row < filterOfSum_.size(); ++row) {
            const std::int64_t* in = sums.data() + row * kChunkPositions + done;
            float* out = output.data() + (image * filters + static_cast<std::size_t>(filterOfSum_[row])) * positions + position;
            for (std::size_t i = 0; i < run; ++i) {
                out[i] = static_cast<float>(static_cast<double>(in[i]) * scale_);
            }
        }
        done += run;
    }
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
