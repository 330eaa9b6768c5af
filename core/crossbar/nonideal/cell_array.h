// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/hardware.h"

#include <cstddef>
#include <cstdint>
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

/// Spacing of the states that one step of the ADC stands for, siemens: (g(top) - g(0)) / (states - 1).
MHO_API double stateStepS(const Device& device);
/// Evenly spaced conductance of a state, siemens: g(0) + state * stateStepS(). Equals Device::conductanceS() up to rounding
/// where the device has no table.
MHO_API double evenConductanceS(const Device& device, int state);

/// Conductances before any effect: evenly spaced ones of the states, 0 S where nothing is programmed.
MHO_API CellArray idealArray(std::size_t rows, std::size_t lines, std::int64_t physicalRows, std::vector<std::int16_t> states,
                             const Device& device);

}  // namespace mho
