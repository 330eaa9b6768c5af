// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/cell_array.h"

#include <cassert>
#include <numeric>

namespace mho {

CellScale digitScale(const Device& device)
{
    const double offset = device.conductanceS(0);
    return {offset, (device.conductanceS(device.states() - 1) - offset) / (device.states() - 1)};
}

CellArray nominalArray(std::size_t rows, std::size_t lines, std::int64_t physicalRows, std::vector<std::int16_t> states,
                       const CellScale& scale, std::span<const std::int32_t> values)
{
    assert(states.size() == rows * lines);
    CellArray array{rows, lines, physicalRows, std::move(states), {}};
    array.conductancesS.resize(array.size());
    for (std::size_t i = 0; i < array.size(); ++i) {
        const std::int16_t state = array.states[i];
        array.conductancesS[i] = state == CellArray::kOff ? 0.0 : scale.conductanceS(values[static_cast<std::size_t>(state)]);
    }
    return array;
}

std::vector<std::int32_t> digitValues(const Device& device)
{
    std::vector<std::int32_t> values(static_cast<std::size_t>(device.states()));
    std::iota(values.begin(), values.end(), 0);
    return values;
}

}  // namespace mho
