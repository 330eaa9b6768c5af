// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/mapped_network.h"

#include <vector>

namespace mho {

/// What wires take from each cell of an array with all word lines on, by exact nodal analysis (docs/nodal.md), percent:
/// 100 * (1 - voltage across the cell / voltage of its word line's input); NaN where a cell is not programmed. Cells are ohmic,
/// so that it does not depend on the voltage. Row-major as the cells. Throws Error as NodalSolver.
/// @param segmentOhm of each wire segment, one a cell, of word and bit lines; >= 0
std::vector<float> wireDrops(const CrossbarCells& cells, double segmentOhm);

}  // namespace mho
