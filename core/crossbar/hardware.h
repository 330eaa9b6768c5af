// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"
#include "core/network/tiling.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mho {

/// A memristor cell. S0 section 4: 0.1..1 uS (1..10 Mohm), 4-bit cells.
struct MHO_API Device {
    double gMinS = 0.1e-6;      ///< Lowest programmed conductance, siemens; > 0, at most 1.
    double gMaxS = 1.0e-6;      ///< Highest conductance, siemens; > gMinS, at most 1.
    int cellBits = 4;           ///< Bits a cell holds, 1..8; states = 2^cellBits.
    double readVoltageV = 0.2;  ///< Volt on a word line for input bit 1; > 0, at most 10.
    /// Measured conductance of each state, siemens, ascending within gMinS..gMaxS, 2^cellBits values. Empty = linear: state c
    /// is the middle of its interval, gMinS + (c + 0.5)(gMaxS - gMinS) / states (S0 section 3.1).
    std::vector<double> levelsS;

    int states() const { return 1 << cellBits; }
    double levelFloor() const { return gMinS / gMaxS; }
    /// Conductance a cell in `state` (0..states()-1) is programmed to, siemens.
    double conductanceS(int state) const;
    bool operator==(const Device&) const = default;
};

/// Where the slices of a weight lie.
enum class SlicePlacement {
    Arrays,   ///< Each slice in an array of its own (S0: high and low nibble arrays).
    BitLines  ///< On neighbouring bit lines of one array (ISAAC, NeuroSim).
};

/// How many bits an ADC gets; l = most cells that pass current in one bit line, v = DAC bits, w = cell bits.
enum class AdcRule {
    Exact,   ///< ceil(log2(l (2^v-1)(2^w-1) + 1)): every sum an array can give.
    Isaac,   ///< ceil(log2 l) + v + w, one less where v = 1 or w = 1 (ISAAC eq. 1-2).
    Flipped  ///< Columns of large sum stored flipped, a bit less than Exact on all word lines (ISAAC); needs a unit column.
};

/// Copies of one layer's crossbars that work on different output positions at a time.
struct Replication {
    std::string layer;        ///< Node name.
    std::int64_t copies = 1;  ///< >= 1
    bool operator==(const Replication&) const = default;
};

/// Array shape, what feeds it, and how weights are laid on it.
struct CrossbarOptions {
    std::int64_t rows = 128;    ///< Word lines (inputs), 1..4096.
    std::int64_t columns = 64;  ///< Bit lines (outputs) for weights, 1..4096; a unit column comes on top (ISAAC).
    int inputBits = 16;         ///< Bits of an activation, fed bit-serially, 1..16. ISAAC: 16.
    int dacBits = 1;            ///< Bits a DAC converts at once, 1..8. ISAAC: 1.
    int baselineBits = 9;       ///< Bits of weights without levels, and of the dense reference; sign included, 2..17. S0: 9.
    std::string signScheme = "two-arrays";  ///< sign_scheme.h
    std::int64_t fragmentRows = 8;          ///< Rows read at a time where the scheme works by fragments, 1..4096. FORMS: 4..16.
    SlicePlacement slices = SlicePlacement::Arrays;
    WeightMapping mapping = WeightMapping::Gemm;
    Compaction compaction = Compaction::Layer;
    AdcRule adcRule = AdcRule::Exact;
    int adcBits = 0;  ///< The same ADC for all layers, 1..16 bits; 0 = by adcRule for each layer.
    /// Layers with more output positions get ceil(positions / this) copies, so that the pipeline keeps pace (ISAAC section
    /// IV); 0 = no copies.
    std::int64_t pipelinePositions = 0;
    std::vector<Replication> replication;  ///< Overrides pipelinePositions for the layers it names.
    bool operator==(const CrossbarOptions&) const = default;
};

/// Device, crossbar and the name of the component file that prices them.
struct MHO_API Hardware {
    std::string preset = "isaac";  ///< resources/hardware/NAME.json
    std::string adcLaw;            ///< resources/adc-laws/NAME.json; empty = the preset's own.
    Device device;
    CrossbarOptions crossbar;

    /// All fields out of range at once; names as in files ("device.g_min_S").
    std::vector<Problem> validate() const;
    bool operator==(const Hardware&) const = default;
};

}  // namespace mho
