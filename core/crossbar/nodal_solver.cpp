// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nodal_solver.h"

#include "core/base/error.h"
#include "core/crossbar/nodal_factor.h"
#include "core/crossbar/nodal_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace mho {
namespace {

using Matrix = NodalFactor::Matrix;
using Vector = NodalFactor::Vector;

constexpr int kKnown = NodeNumbers::kKnown;
constexpr double kAim = 1e-10;        ///< A residual that needs no refinement.
constexpr double kWorst = 1e-9;       ///< A residual that is no result.
constexpr double kWorthwhile = 0.25;  ///< Refinement goes on while each step shrinks the residual by this.
constexpr int kMostRefinements = 10;

LineNodes nodesOf(double segmentOhm, double endOhm)
{
    if (segmentOhm > 0.0) {
        return LineNodes::Each;
    }
    return endOhm > 0.0 ? LineNodes::One : LineNodes::Known;
}

/// A resistor between two unknowns, or between one and a known voltage (`to` = kKnown).
struct Branch {
    int from = 0;
    int to = kKnown;
    double siemens = 0.0;
};

/// The segments, sources and sinks of the circuit that have resistance; an ideal one is inside a node.
std::vector<Branch> wireBranches(const CrossbarCircuit& circuit, const NodeNumbers& numbers)
{
    const auto rows = static_cast<std::size_t>(circuit.rows);
    const auto columns = static_cast<std::size_t>(circuit.columns);
    std::vector<Branch> branches;
    branches.reserve(numbers.wordLine.size() + numbers.bitLine.size());
    // The first node of a word line and the last of a bit line meet their end and one segment in series.
    if (circuit.wordLineOhm + circuit.sourceOhm > 0.0) {
        for (std::size_t row = 0; row < rows; ++row) {
            branches.push_back({numbers.wordLine[row * columns], kKnown, 1.0 / (circuit.wordLineOhm + circuit.sourceOhm)});
        }
    }
    if (circuit.bitLineOhm + circuit.sinkOhm > 0.0) {
        for (std::size_t column = 0; column < columns; ++column) {
            branches.push_back(
                {numbers.bitLine[(rows - 1) * columns + column], kKnown, 1.0 / (circuit.bitLineOhm + circuit.sinkOhm)});
        }
    }
    if (circuit.wordLineOhm > 0.0) {
        for (std::size_t cell = 0; cell < rows * columns; ++cell) {
            if (cell % columns != 0) {
                branches.push_back({numbers.wordLine[cell], numbers.wordLine[cell - 1], 1.0 / circuit.wordLineOhm});
            }
        }
    }
    if (circuit.bitLineOhm > 0.0) {
        for (std::size_t cell = columns; cell < rows * columns; ++cell) {
            branches.push_back({numbers.bitLine[cell], numbers.bitLine[cell - columns], 1.0 / circuit.bitLineOhm});
        }
    }
    // In the order of elimination neighbours lie near in memory, which each input feels.
    std::sort(branches.begin(), branches.end(), [](const Branch& a, const Branch& b) {
        return std::pair{a.from, a.to} < std::pair{b.from, b.to};
    });
    return branches;
}

/// Lower triangle of the conductance matrix over the unknowns.
Matrix conductanceMatrix(const CrossbarCircuit& circuit, const NodeNumbers& numbers, const std::vector<Branch>& wires)
{
    Vector diagonal = Vector::Zero(numbers.count);
    std::vector<Eigen::Triplet<double>> entries;
    entries.reserve(wires.size() + circuit.conductancesS.size() + static_cast<std::size_t>(numbers.count));
    const auto add = [&](const Branch& branch) {
        for (const int end : {branch.from, branch.to}) {
            if (end != kKnown) {
                diagonal[end] += branch.siemens;
            }
        }
        if (branch.from != kKnown && branch.to != kKnown) {
            entries.emplace_back(std::max(branch.from, branch.to), std::min(branch.from, branch.to), -branch.siemens);
        }
    };
    for (const Branch& wire : wires) {
        add(wire);
    }
    for (std::size_t cell = 0; cell < circuit.conductancesS.size(); ++cell) {
        if (circuit.conductancesS[cell] > 0.0) {
            add({numbers.wordLine[cell], numbers.bitLine[cell], circuit.conductancesS[cell]});
        }
    }
    for (int unknown = 0; unknown < numbers.count; ++unknown) {
        entries.emplace_back(unknown, unknown, diagonal[unknown]);
    }
    Matrix matrix(numbers.count, numbers.count);
    matrix.setFromTriplets(entries.begin(), entries.end());
    return matrix;
}

[[noreturn]] void failTooFarApart(const CrossbarCircuit& circuit)
{
    throw Error(ErrorCode::Unsupported,
                MHO_TEXT("The conductances and resistances lie too far apart for double precision; give 0 ohm for wires that "
                         "hardly resist and 0 S for cells that hardly conduct"),
                {}, fmt::format("crossbar {} x {}", circuit.rows, circuit.columns));
}

}  // namespace

/// The unknowns are not voltages but how far each node is from its voltage in the ideal circuit (the input's on word lines,
/// 0 on bit lines). Differences along a wire then keep their digits however small the resistance is.
struct NodalSolver::System {
    CrossbarCircuit circuit;
    NodeNumbers numbers;
    std::vector<Branch> wires;
    NodalFactor factor;

    /// Shift of every unknown under an input, with what is left of Kirchhoff's law.
    struct Shifts {
        Vector values;
        double residual = 0.0;
        int refinements = 0;
    };

    explicit System(CrossbarCircuit given) : circuit(std::move(given))
    {
        throwIfProblems(circuit.validate(), "crossbar");
        numbers = numberNodes(circuit.rows, circuit.columns, nodesOf(circuit.wordLineOhm, circuit.sourceOhm),
                              nodesOf(circuit.bitLineOhm, circuit.sinkOhm));
        wires = wireBranches(circuit, numbers);
        if (numbers.count > 0 && !factor.compute(conductanceMatrix(circuit, numbers, wires))) {
            failTooFarApart(circuit);
        }
    }

    std::size_t rowCount() const { return static_cast<std::size_t>(circuit.rows); }
    std::size_t columnCount() const { return static_cast<std::size_t>(circuit.columns); }

    static double shiftAt(const Vector& shifts, int number) { return number == kKnown ? 0.0 : shifts[number]; }

    /// What the shifts of its two nodes add to the voltage across a cell.
    double shiftAcross(const Vector& shifts, std::size_t cell) const
    {
        return shiftAt(shifts, numbers.wordLine[cell]) - shiftAt(shifts, numbers.bitLine[cell]);
    }

    /// Current that flows through the cells into each unknown node.
    Vector cellSurplus(const Vector& shifts, std::span<const double> voltagesV) const
    {
        Vector result = Vector::Zero(numbers.count);
        std::size_t cell = 0;
        for (std::size_t row = 0; row < rowCount(); ++row) {
            for (std::size_t column = 0; column < columnCount(); ++column, ++cell) {
                const double current = circuit.conductancesS[cell] * (voltagesV[row] + shiftAcross(shifts, cell));
                if (numbers.wordLine[cell] != kKnown) {
                    result[numbers.wordLine[cell]] -= current;
                }
                if (numbers.bitLine[cell] != kKnown) {
                    result[numbers.bitLine[cell]] += current;
                }
            }
        }
        return result;
    }

    /// Current that flows into each unknown node without leaving it, summed branch by branch: unlike a product with the
    /// matrix, whose diagonal has rounded small conductances away, this misses no cell.
    Vector surplus(const Vector& shifts, std::span<const double> voltagesV) const
    {
        Vector result = cellSurplus(shifts, voltagesV);
        for (const Branch& wire : wires) {
            const double current = (shifts[wire.from] - shiftAt(shifts, wire.to)) * wire.siemens;
            result[wire.from] -= current;
            if (wire.to != kKnown) {
                result[wire.to] += current;
            }
        }
        return result;
    }

    /// Sum over all cells of the size of the ideal current.
    double idealCurrent(std::span<const double> voltagesV) const
    {
        double sum = 0.0;
        std::size_t cell = 0;
        for (std::size_t row = 0; row < rowCount(); ++row) {
            for (std::size_t column = 0; column < columnCount(); ++column, ++cell) {
                sum += std::abs(circuit.conductancesS[cell] * voltagesV[row]);
            }
        }
        return sum;
    }

    Shifts shiftsOf(std::span<const double> voltagesV) const
    {
        throwIfProblems(circuit.validateInput(voltagesV), "crossbar input");
        const double scale = idealCurrent(voltagesV);
        Shifts best{Vector::Zero(numbers.count)};
        if (numbers.count == 0 || scale == 0.0) {
            return best;
        }
        Vector left = cellSurplus(best.values, voltagesV);  // no shift, no current in wires
        best.values = factor.solve(std::move(left));
        left = surplus(best.values, voltagesV);
        best.residual = left.lpNorm<1>() / scale;
        while (best.residual > kAim && best.refinements < kMostRefinements) {
            Vector values = best.values + factor.solve(left);
            left = surplus(values, voltagesV);
            const double residual = left.lpNorm<1>() / scale;
            if (!(residual < best.residual)) {
                break;
            }
            const bool goOn = residual < kWorthwhile * best.residual;
            best = {std::move(values), residual, best.refinements + 1};
            if (!goOn) {
                break;
            }
        }
        if (!(best.residual <= kWorst)) {
            failTooFarApart(circuit);
        }
        return best;
    }

    ArrayMap map(const char* unit) const
    {
        return {circuit.rows, circuit.columns, unit, std::vector<double>(circuit.conductancesS.size())};
    }

    NodalResult resultOf(std::span<const double> voltagesV) const;
    NodalPower heatOf(const NodalResult& result, const Shifts& shifts, std::span<const double> voltagesV) const;
};

NodalResult NodalSolver::System::resultOf(std::span<const double> voltagesV) const
{
    const Shifts shifts = shiftsOf(voltagesV);
    NodalResult result;
    result.relativeResidual = shifts.residual;
    result.refinements = shifts.refinements;
    result.wordLineVoltages = map("V");
    result.bitLineVoltages = map("V");
    result.cellCurrents = map("A");
    result.wordLineCurrents = map("A");
    result.bitLineCurrents = map("A");
    result.idealCurrentsA.assign(columnCount(), 0.0);
    result.outputCurrentsA.assign(columnCount(), 0.0);
    result.inputCurrentsA.assign(rowCount(), 0.0);
    std::vector<double> gained(columnCount(), 0.0);
    for (std::size_t row = 0; row < rowCount(); ++row) {
        for (std::size_t column = 0; column < columnCount(); ++column) {
            const std::size_t cell = row * columnCount() + column;
            const double siemens = circuit.conductancesS[cell];
            const double across = shiftAcross(shifts.values, cell);
            const double current = siemens * (voltagesV[row] + across);
            result.wordLineVoltages.values[cell] = voltagesV[row] + shiftAt(shifts.values, numbers.wordLine[cell]);
            result.bitLineVoltages.values[cell] = shiftAt(shifts.values, numbers.bitLine[cell]);
            result.cellCurrents.values[cell] = current;
            result.idealCurrentsA[column] += siemens * voltagesV[row];
            gained[column] += siemens * across;
            result.outputCurrentsA[column] += current;
            result.bitLineCurrents.values[cell] = result.outputCurrentsA[column];
        }
        for (std::size_t column = columnCount(); column-- > 0;) {
            const std::size_t cell = row * columnCount() + column;
            result.inputCurrentsA[row] += result.cellCurrents.values[cell];
            result.wordLineCurrents.values[cell] = result.inputCurrentsA[row];
        }
        result.sourcePowerW += voltagesV[row] * result.inputCurrentsA[row];
    }
    for (std::size_t column = 0; column < columnCount(); ++column) {
        const double ideal = result.idealCurrentsA[column];
        result.relativeDrops.push_back(ideal == 0.0 ? std::numeric_limits<double>::quiet_NaN() : -gained[column] / ideal);
    }
    result.dissipated = heatOf(result, shifts, voltagesV);
    return result;
}

NodalPower NodalSolver::System::heatOf(const NodalResult& result, const Shifts& shifts, std::span<const double> voltagesV) const
{
    const auto squares = [](const std::vector<double>& values) {
        double sum = 0.0;
        for (const double value : values) {
            sum += value * value;
        }
        return sum;
    };
    NodalPower heat;
    for (std::size_t cell = 0; cell < circuit.conductancesS.size(); ++cell) {
        heat.cellsW += result.cellCurrents.values[cell] * (voltagesV[cell / columnCount()] + shiftAcross(shifts.values, cell));
    }
    heat.wordLinesW = circuit.wordLineOhm * squares(result.wordLineCurrents.values);
    heat.bitLinesW = circuit.bitLineOhm * squares(result.bitLineCurrents.values);
    heat.sourcesW = circuit.sourceOhm * squares(result.inputCurrentsA);
    heat.sinksW = circuit.sinkOhm * squares(result.outputCurrentsA);
    return heat;
}

NodalSolver::NodalSolver(CrossbarCircuit circuit) : system_(std::make_unique<const System>(std::move(circuit))) {}
NodalSolver::~NodalSolver() = default;
NodalSolver::NodalSolver(NodalSolver&&) noexcept = default;
NodalSolver& NodalSolver::operator=(NodalSolver&&) noexcept = default;

NodalResult NodalSolver::solve(std::span<const double> voltagesV) const
{
    return system_->resultOf(voltagesV);
}

std::vector<double> NodalSolver::outputCurrents(std::span<const double> voltagesV) const
{
    const System::Shifts shifts = system_->shiftsOf(voltagesV);
    std::vector<double> currents(system_->columnCount(), 0.0);
    for (std::size_t cell = 0; cell < system_->circuit.conductancesS.size(); ++cell) {
        const double across = voltagesV[cell / currents.size()] + system_->shiftAcross(shifts.values, cell);
        currents[cell % currents.size()] += system_->circuit.conductancesS[cell] * across;
    }
    return currents;
}

const CrossbarCircuit& NodalSolver::circuit() const
{
    return system_->circuit;
}

std::int64_t NodalSolver::unknowns() const
{
    return system_->numbers.count;
}

std::int64_t NodalSolver::factorEntries() const
{
    return system_->factor.entries();
}

}  // namespace mho
