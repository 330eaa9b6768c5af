// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mho {

/// A crossbar of ohmic cells whose wires have resistance; the circuit that NodalSolver solves (docs/nodal.md).
///
/// Cell (i, j) joins word-line node (i, j) with bit-line node (i, j). Input i drives word line i from the left, through
/// the source resistance and the first segment; bit line j runs down to output j, through the last segment and the sink
/// resistance to ground. Each segment, the first of a word line and the last of a bit line included, has the resistance of
/// its kind of line. Resistance 0 is an ideal wire: its ends are one node.
/// Topology: D. Joksas, A. Mehonic, "badcrossbar", SoftwareX 12 (2020) 100617; source and sink resistance are added.
struct MHO_API CrossbarCircuit {
    /// Most cells (1024 x 1024): the factor grows faster than the cells and then takes about 1 GB.
    static constexpr std::int64_t kMostCells = std::int64_t{1024} * 1024;

    std::int64_t rows = 0;              ///< Word lines (inputs), >= 1.
    std::int64_t columns = 0;           ///< Bit lines (outputs), >= 1; rows * columns <= kMostCells.
    std::vector<double> conductancesS;  ///< rows x columns, row-major, siemens, >= 0 and finite; 0 = no cell.
    double wordLineOhm = 0.0;           ///< Per segment, ohm, >= 0 and finite.
    double bitLineOhm = 0.0;            ///< Per segment, ohm, >= 0 and finite.
    double sourceOhm = 0.0;             ///< In series with each input, ohm, >= 0 and finite.
    double sinkOhm = 0.0;               ///< In series with each output, ohm, >= 0 and finite.

    /// All that is wrong at once; fields as in files ("word_line_ohm"), cells counted from 1. Of bad conductances the
    /// first ten and their number are told.
    std::vector<Problem> validate() const;

    /// What is wrong with one input: `rows` finite voltages are needed.
    std::vector<Problem> validateInput(std::span<const double> voltagesV) const;
};

}  // namespace mho
