// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/array_cells.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

/// Sums over programmed cells.
struct CellSums {
    std::int64_t programmed = 0;
    std::int64_t levels = 0;
    double conductanceS = 0.0;
};

std::uint16_t onScale(double share)
{
    return static_cast<std::uint16_t>(1 + std::lround(std::clamp(share, 0.0, 1.0) * (CellMeans::kMost - 1)));
}

CellMeans meansOf(const CellSums& sums, std::int64_t cells, std::uint16_t bitLineCells, const std::vector<float>& conductancesS)
{
    CellMeans means;
    means.bitLineCells = bitLineCells;
    if (sums.programmed == 0) {
        return means;
    }
    const auto programmed = static_cast<double>(sums.programmed);
    means.share = onScale(programmed / static_cast<double>(cells));
    if (!conductancesS.empty()) {
        means.conductance = onScale(sums.conductanceS / programmed / static_cast<double>(conductancesS.back()));
        const auto highest = static_cast<double>(std::max<std::size_t>(conductancesS.size() - 1, 1));
        means.level = onScale(static_cast<double>(sums.levels) / programmed / highest);
    }
    return means;
}

}  // namespace

std::size_t ArrayCells::bytes() const
{
    return (codes.size() + bitLineCells.size()) * sizeof(std::uint16_t) +
           (weightColumn.size() + filter.size()) * sizeof(std::int32_t) + sizeof(ArrayCells);
}

std::vector<CellMeans> blockMeans(const ArrayCells& cells, std::int64_t edge, const std::vector<float>& conductancesS)
{
    const std::int64_t rows = static_cast<std::int64_t>(cells.codes.size()) / cells.columns;
    std::vector<CellMeans> means;
    for (std::int64_t top = 0; top < rows; top += edge) {
        const std::int64_t bottom = std::min(rows, top + edge);
        for (std::int64_t left = 0; left < cells.columns; left += edge) {
            const std::int64_t right = std::min(cells.columns, left + edge);
            CellSums sums;
            for (std::int64_t row = top; row < bottom; ++row) {
                const std::uint16_t* code = cells.codes.data() + row * cells.columns;
                for (std::int64_t column = left; column < right; ++column) {
                    if (code[column] != 0) {
                        ++sums.programmed;
                        sums.levels += code[column] - 1;
                        sums.conductanceS +=
                            conductancesS.empty() ? 0.0 : static_cast<double>(conductancesS[code[column] - 1U]);
                    }
                }
            }
            const auto first = cells.bitLineCells.begin() + left;
            means.push_back(meansOf(sums, (bottom - top) * (right - left),
                                    *std::max_element(first, cells.bitLineCells.begin() + right), conductancesS));
        }
    }
    return means;
}

ArraySummary summarise(const ArrayCells& cells, const std::vector<float>& conductancesS)
{
    ArraySummary summary;
    summary.known = true;
    summary.exists = cells.filter.front() >= 0 && cells.weightColumn.front() >= 0;
    std::vector<std::int64_t> counts(std::max<std::size_t>(conductancesS.size(), 1) + 1, 0);
    for (const std::uint16_t code : cells.codes) {
        ++counts[code];
    }
    CellSums sums;
    for (std::size_t code = 1; code < counts.size(); ++code) {
        if (counts[code] == 0) {
            continue;
        }
        sums.programmed += counts[code];
        sums.levels += counts[code] * static_cast<std::int64_t>(code - 1);
        sums.conductanceS +=
            conductancesS.empty() ? 0.0 : static_cast<double>(counts[code]) * static_cast<double>(conductancesS[code - 1]);
        summary.lowestCode = summary.lowestCode == 0 ? static_cast<std::uint16_t>(code) : summary.lowestCode;
        summary.highestCode = static_cast<std::uint16_t>(code);
    }
    summary.programmed = static_cast<std::int32_t>(sums.programmed);
    if (sums.programmed > 0) {
        summary.meanConductanceS = static_cast<float>(sums.conductanceS / static_cast<double>(sums.programmed));
        summary.meanLevel = static_cast<float>(static_cast<double>(sums.levels) / static_cast<double>(sums.programmed));
    }
    summary.means = meansOf(sums, static_cast<std::int64_t>(cells.codes.size()),
                            *std::max_element(cells.bitLineCells.begin(), cells.bitLineCells.end()), conductancesS);
    return summary;
}

LayerContent::LayerContent(std::shared_ptr<const PreviewResult> preview, std::size_t layer)
    : preview_(std::move(preview)),
      layer_(layer),
      cells_(preview_->compressed, layer, preview_->mapped.hardware),
      adc_(preview_->compressed, layer, preview_->mapped.hardware),
      zeroIsZeroCurrent_(findSignScheme(preview_->mapped.hardware.crossbar.signScheme).zeroIsZeroCurrent())
{
    if (preview_->usesWeights) {
        conductancesS_ = cells_.conductancesS();
    }
}

std::vector<std::uint8_t> LayerContent::adcBits() const
{
    std::vector<std::uint8_t> bits;
    for (std::int64_t count = 0; count <= preview_->mapped.hardware.crossbar.rows; ++count) {
        bits.push_back(static_cast<std::uint8_t>(adc_.bits(count)));
    }
    return bits;
}

std::uint16_t LayerContent::codeOf(float conductanceS) const
{
    if (!(conductanceS > 0.0F)) {
        return 0;
    }
    const auto found = std::lower_bound(conductancesS_.begin(), conductancesS_.end(), conductanceS);
    return static_cast<std::uint16_t>(1 +
                                      std::min<std::ptrdiff_t>(found - conductancesS_.begin(), std::ssize(conductancesS_) - 1));
}

ArrayCells LayerContent::array(const CrossbarAddress& address) const
{
    const CrossbarCells raw = cells_.at(address);
    ArrayCells cells;
    cells.columns = raw.columns;
    cells.weightColumn.assign(raw.weightColumn.begin(), raw.weightColumn.end());
    cells.filter.assign(raw.filter.begin(), raw.filter.end());
    cells.codes.resize(raw.conductanceS.size(), 0);
    if (!conductancesS_.empty()) {
        std::transform(raw.conductanceS.begin(), raw.conductanceS.end(), cells.codes.begin(),
                       [this](float conductance) { return codeOf(conductance); });
    } else {
        // The sign of a weight is not known: a kept one counts in each of its arrays, as in an occupancy pyramid.
        const LayerMask& mask = preview_->compressed.layers[layer_].mask;
        for (std::size_t row = 0; row < cells.weightColumn.size() && cells.weightColumn[row] >= 0; ++row) {
            std::uint16_t* code = cells.codes.data() + row * static_cast<std::size_t>(cells.columns);
            for (std::size_t line = 0; line < cells.filter.size() && cells.filter[line] >= 0; ++line) {
                code[line] = !zeroIsZeroCurrent_ || mask.kept(cells.filter[line], cells.weightColumn[row]) ? 1 : 0;
            }
        }
    }
    const std::vector<std::int64_t> counts = adc_.cellsPerRead(cells.codes, cells.columns);
    cells.bitLineCells.assign(counts.begin(), counts.end());
    return cells;
}

}  // namespace mho
