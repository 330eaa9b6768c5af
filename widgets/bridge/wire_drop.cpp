// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/wire_drop.h"

#include "core/crossbar/nodal_solver.h"

#include <algorithm>
#include <limits>

namespace mho {

std::vector<float> wireDrops(const CrossbarCells& cells, double segmentOhm)
{
    std::vector<float> drops(cells.conductanceS.size(), std::numeric_limits<float>::quiet_NaN());
    const auto programmed = [](float conductance) { return conductance > 0.0F; };
    if (std::none_of(cells.conductanceS.begin(), cells.conductanceS.end(), programmed)) {
        return drops;
    }
    CrossbarCircuit circuit;
    circuit.rows = cells.rows;
    circuit.columns = cells.columns;
    circuit.wordLineOhm = segmentOhm;
    circuit.bitLineOhm = segmentOhm;
    circuit.conductancesS.assign(cells.conductanceS.begin(), cells.conductanceS.end());
    const std::vector<double> allOn(static_cast<std::size_t>(cells.rows), 1.0);
    const NodalResult state = NodalSolver(std::move(circuit)).solve(allOn);
    for (std::size_t cell = 0; cell < drops.size(); ++cell) {
        if (programmed(cells.conductanceS[cell])) {
            const double across = state.wordLineVoltages.values[cell] - state.bitLineVoltages.values[cell];
            drops[cell] = static_cast<float>(100.0 * (1.0 - across));
        }
    }
    return drops;
}

}  // namespace mho
