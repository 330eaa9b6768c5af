// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/crossbar_store.h"
#include "widgets/bridge/wire_drop_store.h"
#include "widgets/figure/colour_scale.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <span>

namespace mho {

/// What cells and arrays are coloured by.
enum class CellQuantity {
    Occupancy,     ///< Share of programmed cells, %: of blocks of cells where they are large enough, else of arrays.
    Mask,          ///< Programmed or not; shares between the two colours.
    Conductance,   ///< µS; means over programmed cells.
    Level,         ///< Index of the conductance among those of the layer's cells; means over programmed cells.
    BitLineCells,  ///< Most programmed cells of a bit line in one read; of arrays and blocks the largest.
    WireDrop       ///< wireDrops(), %; of arrays and blocks the largest.
};

/// Whether it can only be told of a network with weights.
constexpr bool needsWeights(CellQuantity quantity)
{
    return quantity == CellQuantity::Conductance || quantity == CellQuantity::Level || quantity == CellQuantity::WireDrop;
}

struct RasterStyle {
    CellQuantity quantity = CellQuantity::Occupancy;
    bool perLayer = false;  ///< The colours of each layer cover its own range; else all that the hardware can hold.
    bool logarithmic = false;
    ColourMap colours = ColourMap::Viridis;
    QRgb background = 0;
    QRgb empty = 0;    ///< No programmed cell.
    QRgb unknown = 0;  ///< Not made yet.
    QRgb hatch = 0;    ///< Lines over arrays whose wires are not solved.
};

/// What is known of a design's arrays, while it is read.
struct KnownArrays {
    const CrossbarStore::Reader* arrays = nullptr;
    const WireDropStore::Reader* drops = nullptr;  ///< Of CellQuantity::WireDrop only.
    const Hardware* hardware = nullptr;
};

/// The colours of one layer, in the unit of the quantity, which is not the wire drop. Without known arrays a range of its own
/// is the hardware's.
ColourScale scaleOf(const LayerSurvey& survey, const Hardware& hardware, const RasterStyle& style);

/// The colours of wire drops, percent: from 0 to the highest that is known, of the layer or, rounded up to 1, 2 or 5 times a
/// power of ten, of the network.
ColourScale dropScale(double highest, const RasterStyle& style);

/// The colours of each layer for designs that are seen together: one scale holds the ranges of all.
std::vector<ColourScale> layerScales(std::span<const KnownArrays> designs, std::size_t layers, const RasterStyle& style);

/// Colours of one layer by what cells, blocks and arrays hold, for all quantities but the wire drop.
class LayerColours {
public:
    static constexpr int kUnknown = -1;
    static constexpr int kNoArray = -2;

    /// All outlive the object.
    LayerColours(const LayerSurvey& survey, const Hardware& hardware, const ColourScale& scale, const RasterStyle& style);

    /// Of a whole array: from its cells, or before they were looked at from the mapper's counts; a place in the colours,
    /// kUnknown or kNoArray.
    int placeOf(std::size_t array) const;
    QRgb at(int place) const;
    QRgb of(const CellMeans& means) const { return means_[static_cast<std::size_t>(placeOf(means))]; }
    QRgb ofCode(std::uint16_t code) const { return codes_[code]; }
    bool byBitLine() const { return style_.quantity == CellQuantity::BitLineCells; }
    QRgb ofBitLine(std::uint16_t count) const { return means_[count]; }

private:
    int placeOf(const CellMeans& means) const;

    const LayerSurvey& survey_;
    const RasterStyle& style_;
    std::vector<QRgb> means_;  ///< By CellMeans; for bit lines by their count.
    std::vector<QRgb> codes_;  ///< By ArrayCells::codes.
};

/// Colours of wire drops by the leading bits of the number: 256 for each octave, so that a million cells a frame need no
/// logarithm.
class DropColours {
public:
    DropColours(const ColourScale& scale, QRgb empty);

    /// NaN = no programmed cell.
    QRgb of(float percent) const
    {
        if (std::isnan(percent)) {
            return empty_;
        }
        const std::int32_t place = percent > 0.0F ? leadingBits(percent) - first_ : 0;
        return table_[static_cast<std::size_t>(std::clamp(place, 0, static_cast<std::int32_t>(table_.size()) - 1))];
    }

private:
    /// Without the last 15 bits: sign, exponent and 8 bits of the mantissa.
    static std::int32_t leadingBits(float value)
    {
        return static_cast<std::int32_t>(std::bit_cast<std::uint32_t>(value) >> 15U);
    }

    std::int32_t first_;
    std::vector<QRgb> table_;
    QRgb empty_;
};

}  // namespace mho
