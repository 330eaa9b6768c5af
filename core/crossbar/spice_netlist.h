// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/crossbar_circuit.h"

#include <span>
#include <string>

namespace mho {

/// The circuit that NodalSolver solves, as a netlist for `ngspice -b`: a voltage source per word line, a resistor per cell with a
/// conductance and per wire segment with a resistance, and a source of 0 V at the end of each bit line that measures its current
/// into ground. Names count from 1: V3 drives word line 3, Rc3_5 is cell (3, 5), w3_5 and b3_5 its nodes, i(vo5) the output current
/// of bit line 5, which a run prints. Ideal wires (0 ohm) make one node of what they join. Numbers are exact to the last digit of a
/// double. Throws Error InvalidArgument (all problems) as NodalSolver does.
/// @param title the first line; line ends in it become blanks
MHO_API std::string spiceNetlist(const CrossbarCircuit& circuit, std::span<const double> voltagesV, const std::string& title);

}  // namespace mho
