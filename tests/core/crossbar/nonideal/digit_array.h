// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/nonideal/cell_array.h"

#include <utility>

namespace mho {

/// Cells that hold digits, at their nominal conductance.
inline CellArray digitArray(std::size_t rows, std::size_t lines, std::int64_t physicalRows, std::vector<std::int16_t> states,
                            const Device& device)
{
    return nominalArray(rows, lines, physicalRows, std::move(states), digitScale(device), digitValues(device));
}

}  // namespace mho
