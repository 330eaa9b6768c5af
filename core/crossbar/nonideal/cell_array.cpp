// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/cell_array.h"

#include <cassert>

namespace mho {

double stateStepS(const Device& device)
{
    return (device.conductanceS(device.states() - 1) - device.conductanceS(0)) / (device.states() - 1);
}

double evenConductanceS(const Device& device, int state)
{
    return device.conductanceS(0) + state * stateStepS(device);
}

CellArray idealArray(std::size_t rows, std::size_t lines, std::int64_t physicalRows, std::vector<std::int16_t> states,
                     const Device& device)
{
    assert(states.size() == rows * lines);
    std::vector<double> even(static_cast<std::size_t>(device.states()));
    for (std::size_t state = 0; state < even.size(); ++state) {
        even[state] = evenConductanceS(device, static_cast<int>(state));
    }
    CellArray array{rows, lines, physicalRows, std::move(states), {}};
    array.conductancesS.resize(array.size());
    for (std::size_t i = 0; i < array.size(); ++i) {
        const std::int16_t state = array.states[i];
        array.conductancesS[i] = state == CellArray::kOff ? 0.0 : even[static_cast<std::size_t>(state)];
    }
    return array;
}

}  // namespace mho
