// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mho {

/// A memristor cell. S0 section 4: 0.1..1 uS (1..10 Mohm), 4-bit cells.
struct Device {
    double gMinS = 0.1e-6;      ///< Lowest programmed conductance, siemens; > 0.
    double gMaxS = 1.0e-6;      ///< Highest conductance, siemens; > gMinS.
    int cellBits = 4;           ///< Bits a cell holds, 1..8; states = 2^cellBits.
    double readVoltageV = 0.2;  ///< Volt on a word line for input bit 1.

    int states() const { return 1 << cellBits; }
    double levelFloor() const { return gMinS / gMaxS; }
    bool operator==(const Device&) const = default;
};

/// Array shape and what feeds it.
struct CrossbarOptions {
    std::int64_t rows = 128;    ///< Word lines (inputs), 1..4096.
    std::int64_t columns = 64;  ///< Bit lines (outputs), 1..4096.
    int inputBits = 16;         ///< Bits of an activation, fed bit-serially, 1..16. ISAAC: 16.
    int dacBits = 1;            ///< Bits a DAC converts at once, 1..8. ISAAC: 1.
    int baselineBits = 9;       ///< Weight bits of the dense reference, sign included, 2..17. S0: 9.
    bool operator==(const CrossbarOptions&) const = default;
};

/// Device, crossbar and the name of the component file that prices them.
struct MHO_API Hardware {
    std::string preset = "isaac";  ///< resources/hardware/NAME.json
    Device device;
    CrossbarOptions crossbar;

    /// All fields out of range at once; names as in files ("device.g_min_S").
    std::vector<Problem> validate() const;
    bool operator==(const Hardware&) const = default;
};

}  // namespace mho
