// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/hardware.h"
#include "core/crossbar/simulator/executor.h"
#include "core/crossbar/simulator/integer_weights.h"
#include "core/crossbar/simulator/patches.h"
#include "core/crossbar/simulator/tile_engine.h"

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace mho {

/// One weight layer cut into tiles, each with its engine.
class MHO_API CrossbarLayer {
public:
    /// @param conversion must outlive the object; its cycles and ADCs are what the engines are made for
    CrossbarLayer(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware, const IntegerWeights& weights,
                  const LayerConversion& conversion, const TileEngineFactory& engines);

    /// As LayerProduct::multiply(); `poll` is called every few milliseconds and may throw.
    ConversionStatistics multiply(std::span<const float> input, std::size_t images, std::uint64_t firstImage,
                                  std::span<float> output, const std::function<void()>& poll) const;
    std::int64_t tiles() const { return tiles_; }
    /// What these cells can give at most, one a slice.
    const std::vector<SumRange>& programmedRanges() const { return ranges_; }

private:
    struct Tile {
        std::size_t firstSum = 0;  ///< Row of the sums that its first filter adds to.
        std::unique_ptr<TileEngine> engine;
    };
    /// Tiles that see the same inputs.
    struct RowSet {
        std::size_t wordLines = 0;
        std::int64_t group = 0;
        std::size_t piece = 0;
        std::vector<std::int64_t> columns;
        std::vector<RowRange> reads;
        std::vector<Tile> tiles;
    };

    RowSet& rowSetOf(const FilterBlock& block, const Tiling& tiling, std::size_t piece);
    void pack(const RowSet& set, const std::uint16_t* values, std::vector<std::uint8_t>& nibbles) const;
    void write(const std::vector<std::int64_t>& sums, std::size_t first, std::size_t count, std::span<float> output) const;

    PatchGeometry geometry_;
    const LayerConversion& conversion_;
    double scale_ = 1.0;  ///< Of a sum: weight unit * input scale * ADC step.
    std::vector<RowSet> rowSets_;
    std::vector<std::int64_t> filterOfSum_;  ///< Each filter that has a tile, block after block.
    std::vector<SumRange> ranges_;
    std::int64_t tiles_ = 0;
};

/// The layers through their crossbars.
class MHO_API CrossbarProduct final : public LayerProduct {
public:
    CrossbarProduct(std::vector<std::unique_ptr<CrossbarLayer>> layers, std::function<void()> poll);
    void multiply(std::size_t layer, std::span<const float> input, std::size_t images, std::uint64_t firstImage,
                  std::span<float> output) const override;
    const CrossbarLayer& layer(std::size_t index) const { return *layers_[index]; }
    ConversionStatistics statistics(std::size_t layer) const;

private:
    std::vector<std::unique_ptr<CrossbarLayer>> layers_;
    std::function<void()> poll_;
    mutable std::mutex mutex_;
    mutable std::vector<ConversionStatistics> statistics_;
};

}  // namespace mho
