// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/hardware.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// Cells in use of one physical array: word line 0 at the top, bit line 0 next to the drivers.
struct MHO_API CellArray {
    static constexpr std::int16_t kOff = -1;  ///< State of a cell that is not programmed.

    std::size_t rows = 0;               ///< Word lines in use.
    std::size_t lines = 0;              ///< Bit lines in use.
    std::int64_t physicalRows = 0;      ///< Word lines of the array, >= rows: a bit line runs past the unused ones to its end.
    std::vector<std::int16_t> states;   ///< rows x lines, row-major: 0..2^cellBits - 1, or kOff.
    std::vector<double> conductancesS;  ///< rows x lines, row-major, siemens.

    std::size_t size() const { return rows * lines; }
};

/// How a layer's cells stand for whole numbers: nominal conductance = offsetS + value * stepS.
/// * Cells that hold digits: offsetS = conductance of state 0, stepS = (g(top state) - g(0)) / (states - 1): the spacing where
/// the
///   device has no table of levels. The ADC's reference takes off offsetS for each programmed cell whose input is on.
/// * Cells that hold a level of the layer's set (one slice, zeros pass no current): offsetS = 0, stepS = g_max times the
///   magnitude of value 1: the current itself is the product.
struct CellScale {
    double offsetS = 0.0;
    double stepS = 0.0;  ///< > 0

    double conductanceS(std::int32_t value) const { return offsetS + value * stepS; }
};

/// Scale of cells that hold digits.
MHO_API CellScale digitScale(const Device& device);

/// Cells of nominal conductance; 0 S where the state is CellArray::kOff.
/// @param values integer of each state
MHO_API CellArray nominalArray(std::size_t rows, std::size_t lines, std::int64_t physicalRows, std::vector<std::int16_t> states,
                               const CellScale& scale, std::span<const std::int32_t> values);

/// Integers of digit cells: the states themselves, 0..2^cellBits - 1.
MHO_API std::vector<std::int32_t> digitValues(const Device& device);

}  // namespace mho
