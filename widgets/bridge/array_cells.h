// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/bit_line_adc.h"
#include "core/crossbar/layer_cells.h"
#include "widgets/bridge/preview_service.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace mho {

/// One array, cell by cell.
struct ArrayCells {
    std::int64_t columns = 0;
    /// rows*columns, row-major: 0 = not programmed, else 1 + index of LayerContent::conductancesS(). Without weights 1 =
    /// programmed.
    std::vector<std::uint16_t> codes;
    std::vector<std::uint16_t> bitLineCells;  ///< Per bit line: BitLineAdc::cellsPerRead().
    std::vector<std::int32_t> weightColumn;   ///< Per word line; -1 = unused.
    std::vector<std::int32_t> filter;         ///< Per bit line; -1 = unused.

    std::uint16_t codeAt(std::int64_t row, std::int64_t column) const
    {
        return codes[static_cast<std::size_t>(row * columns + column)];
    }
    std::size_t bytes() const;
};

/// Means over cells, on scales of 1..kMost (0 = no programmed cell), for colours by table.
struct CellMeans {
    static constexpr int kMost = 1023;
    std::uint16_t share = 0;         ///< Programmed cells / cells.
    std::uint16_t conductance = 0;   ///< Mean of the programmed cells / highest conductance of the layer's cells.
    std::uint16_t level = 0;         ///< Mean index of the programmed cells / highest index.
    std::uint16_t bitLineCells = 0;  ///< Most of BitLineAdc::cellsPerRead() of the bit lines, as it is.
};

/// One array as a whole.
struct ArraySummary {
    bool known = false;
    bool exists = false;  ///< False: a place of the grid at which the layer has no array.
    std::int32_t programmed = 0;
    float meanConductanceS = 0.0F;  ///< Of the programmed cells.
    float meanLevel = 0.0F;         ///< Mean index of the programmed cells.
    std::uint16_t lowestCode = 0;   ///< Of the programmed cells; 0 = none.
    std::uint16_t highestCode = 0;
    CellMeans means;
};

/// Blocks of edge x edge cells, fewer at the right and lower end; row-major.
std::vector<CellMeans> blockMeans(const ArrayCells& cells, std::int64_t edge, const std::vector<float>& conductancesS);
ArraySummary summarise(const ArrayCells& cells, const std::vector<float>& conductancesS);

/// One layer of a preview, prepared for looking at many of its arrays. For any one thread.
class LayerContent {
public:
    LayerContent(std::shared_ptr<const PreviewResult> preview, std::size_t layer);

    ArrayCells array(const CrossbarAddress& address) const;
    /// LayerCells::conductancesS(); empty without weights.
    const std::vector<float>& conductancesS() const { return conductancesS_; }
    const BitLineAdc& adc() const { return adc_; }
    /// Of 0, 1, ... cells on a bit line in one read, as many as an array has rows.
    std::vector<std::uint8_t> adcBits() const;

private:
    std::uint16_t codeOf(float conductanceS) const;

    std::shared_ptr<const PreviewResult> preview_;
    std::size_t layer_;
    LayerCells cells_;
    BitLineAdc adc_;
    std::vector<float> conductancesS_;
    bool zeroIsZeroCurrent_;
};

}  // namespace mho
