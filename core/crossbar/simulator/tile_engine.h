// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/simulator/adc.h"
#include "core/crossbar/simulator/input_format.h"
#include "core/crossbar/simulator/tile_cells.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace mho {

/// Output positions that a tile works on at a time. Every buffer below has this many entries a row.
inline constexpr std::size_t kChunkPositions = 128;

/// Where a position lies in a row of nibbles: each 16 are transposed as 4 x 4, so that the kernel's sums leave it in order.
constexpr std::size_t kernelByte(std::size_t position)
{
    return position / 16 * 16 + position % 4 * 4 + position % 16 / 4;
}

/// What all tiles of a layer share.
struct LayerConversion {
    std::string layer;
    std::size_t index = 0;  ///< Of the weight layer in CompressedNetwork::layers.
    InputFormat input;
    std::vector<InputCycle> cycles;
    std::vector<Adc> adcs;  ///< One a slice; all of one step.
};

/// Which tile: for random effects that must not depend on threads or batches.
struct TileIdentity {
    std::size_t layer = 0;  ///< LayerConversion::index
    std::size_t block = 0;  ///< Index into Tiling::blocks.
    std::size_t piece = 0;
};

/// The input vectors of some output positions on the word lines of one tile.
struct TileInputs {
    std::size_t positions = 0;  ///< 1..kChunkPositions
    /// rows x kChunkPositions bit patterns of InputFormat; 0 beyond `positions`.
    const std::uint16_t* values = nullptr;
    /// The same for table look-up: of input bit b and group g of four word lines, byte
    /// (b * groups + g) * kChunkPositions + kernelByte(position) holds bit b of the group's rows in its low four bits.
    /// Groups do not cross reads.
    const std::uint8_t* nibbles = nullptr;
    /// Of the first position; the next ones follow: image * output positions of the layer + position within the image.
    std::uint64_t firstPosition = 0;
};

/// What the ADCs of a layer did.
struct ConversionStatistics {
    std::int64_t conversions = 0;
    std::int64_t clipped = 0;  ///< Sums whose code was beyond the ADC's first or last.
    SumRange sums;             ///< Smallest and largest sum before the ADC (0 included).

    void add(const ConversionStatistics& other)
    {
        conversions += other.conversions;
        clipped += other.clipped;
        sums.include(other.sums);
    }
    bool operator==(const ConversionStatistics&) const = default;
};

/// Converts the inputs of one tile and adds what its arrays give, by TileCells' formula. Used by several threads at once.
class MHO_API TileEngine {
public:
    virtual ~TileEngine();
    /// @param sums filters x kChunkPositions, in units of weight unit * input scale * ADC step; entries beyond
    ///             inputs.positions may be changed
    virtual void accumulate(const TileInputs& inputs, std::int64_t* sums, ConversionStatistics& statistics) const = 0;
};

/// Makes the engine of each tile. `conversion` outlives the engine, `cells` does not.
class MHO_API TileEngineFactory {
public:
    virtual ~TileEngineFactory();
    virtual std::unique_ptr<TileEngine> make(const TileIdentity& tile, const TileCells& cells,
                                             const LayerConversion& conversion) const = 0;
};

/// Exact arithmetic by table look-up; falls back to plainEngines() for tiles whose sums do not fit 16 bits.
MHO_API const TileEngineFactory& exactEngines();
/// The same arithmetic, multiplication by multiplication: slow, simple, of any range.
MHO_API const TileEngineFactory& plainEngines();

}  // namespace mho
