// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/network_side.h"

#include <QString>

namespace mho {

/// One line of words about a cell (`cell`), or about its array: layer, crossbar, slice, sign; word line, bit line, filter,
/// weight, level, conductance; what is not made yet is left out with "…".
/// @param place of a floor that may have room for more than the side's arrays
/// @param wireDrop also what wires take from the cell, or at most from one of the array, percent, or that it is not solved yet
QString networkReadout(const NetworkSide& side, const FloorPlace& place, bool cell, bool wireDrop);

}  // namespace mho
