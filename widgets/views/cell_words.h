// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/array_cells.h"

#include <QStringList>

#include <cstdint>
#include <vector>

namespace mho {

/// What a code of ArrayCells and a count of bitLineCells mean for a layer.
struct CellMeaning {
    const std::vector<float>& conductancesS;    ///< LayerContent::conductancesS(); empty without weights.
    const std::vector<std::uint8_t>& adcBits;  ///< For 0, 1, ... cells of a bit line in one read.
};

/// "3 cells a read: 2 ADC bits", of a bit line.
QString bitLineText(const CellMeaning& meaning, std::int64_t cells);

/// What a cell of an array holds, part by part: filter and weight column, weight, level and conductance as far as there are
/// weights, and what its bit line asks of its ADC; of a line without weights that it is unused.
QStringList cellWords(const PreviewResult& preview, std::size_t layer, const ArrayCells& cells, const CellMeaning& meaning,
                      std::int64_t row, std::int64_t column);

/// How much the wires take from a cell.
QString cellDropText(double percent);

}  // namespace mho
