// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nodal_solver.h"
#include "core/crossbar/nonideal/effects/cellwise.h"
#include "core/crossbar/nonideal/effects/effect_list.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace mho {
namespace {

/// First order: each cell's conductance is replaced by its current over the read voltage in the exact circuit with all word
/// lines on. The sum of a column is then exact for that input. For others, with unselected word lines held at 0 V, the circuit
/// is linear, and only the share of each row in the column's loss is approximate (measured in docs/nonidealities.md).
class WireResistance final : public Effect {
public:
    std::string_view name() const override { return "wire-resistance"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Voltage drops on wires, as attenuation of each cell with all word lines on");
    }
    bool isOn(const NonIdealities& options) const override { return options.wordLineOhm > 0.0 || options.bitLineOhm > 0.0; }

    void apply(CellArray& array, const NonIdealities& options, const Device& /*device*/,
               RandomStream& /*random*/) const override
    {
        array.conductancesS = effective(array, options);
    }

    ColumnMoments column(const CellArray& before, std::size_t line, std::span<const double> inputs,
                         const NonIdealities& options, const Device& /*device*/) const override
    {
        assert(inputs.size() == before.rows && line < before.lines);
        const std::vector<double> conductances = effective(before, options);
        ColumnMoments moments;
        for (std::size_t row = 0; row < before.rows; ++row) {
            moments.meanS += inputs[row] * conductances[row * before.lines + line];
        }
        return moments;
    }

private:
    static std::vector<double> effective(const CellArray& array, const NonIdealities& options)
    {
        if (std::none_of(array.conductancesS.begin(), array.conductancesS.end(), [](double g) { return g > 0.0; })) {
            return array.conductancesS;
        }
        CrossbarCircuit circuit;
        circuit.rows = static_cast<std::int64_t>(array.rows);
        circuit.columns = static_cast<std::int64_t>(array.lines);
        circuit.conductancesS = array.conductancesS;
        circuit.wordLineOhm = options.wordLineOhm;
        circuit.bitLineOhm = options.bitLineOhm;
        // Below the word lines in use the bit line runs on, without current from other cells, to the end of the array.
        circuit.sinkOhm = options.bitLineOhm * static_cast<double>(array.physicalRows - circuit.rows);
        // The circuit is linear: at 1 V a cell's current is its effective conductance.
        const std::vector<double> volts(array.rows, 1.0);
        return std::move(NodalSolver(std::move(circuit)).solve(volts).cellCurrents.values);
    }
};

}  // namespace

const Effect& wireResistanceEffect()
{
    static const WireResistance effect;
    return effect;
}

}  // namespace mho
