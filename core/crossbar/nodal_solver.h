// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/crossbar_circuit.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace mho {

/// One number per cell of an array, as a heat map shows it: row 0 = first word line (top), column 0 next to the inputs.
struct ArrayMap {
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    const char* unit = "";       ///< "V" or "A"
    std::vector<double> values;  ///< rows x columns, row-major.

    double at(std::int64_t row, std::int64_t column) const { return values[static_cast<std::size_t>(row * columns + column)]; }
};

/// Heat dissipated in the resistors of a circuit, watt.
struct NodalPower {
    double cellsW = 0.0;
    double wordLinesW = 0.0;
    double bitLinesW = 0.0;
    double sourcesW = 0.0;  ///< In the source resistances.
    double sinksW = 0.0;    ///< In the sink resistances.
    double totalW() const { return cellsW + wordLinesW + bitLinesW + sourcesW + sinksW; }
};

/// The state of a circuit under one input. Currents are positive from the input towards the cell and on to the output.
struct NodalResult {
    std::vector<double> outputCurrentsA;  ///< columns: into ground at the end of each bit line.
    std::vector<double> idealCurrentsA;   ///< columns: sum of conductance times voltage, as without any resistance.
    std::vector<double> relativeDrops;    ///< columns: (ideal - output) / ideal; NaN where the ideal current is 0.
    std::vector<double> inputCurrentsA;   ///< rows: out of each source.

    ArrayMap wordLineVoltages;  ///< V, of word-line node (i, j) against ground.
    ArrayMap bitLineVoltages;   ///< V, of bit-line node (i, j) against ground.
    ArrayMap cellCurrents;      ///< A, from the word line through cell (i, j) to the bit line.
    ArrayMap wordLineCurrents;  ///< A, in the segment that enters word-line node (i, j) from the left.
    ArrayMap bitLineCurrents;   ///< A, in the segment that leaves bit-line node (i, j) downwards.

    double sourcePowerW = 0.0;  ///< Sum of voltage times input current; equals dissipated.totalW().
    NodalPower dissipated;
    double relativeResidual = 0.0;  ///< Current that Kirchhoff's law misses at all nodes / ideal current of all cells.
    int refinements = 0;            ///< Steps of iterative refinement that were taken.
};

/// Exact nodal analysis of a crossbar with wire resistance: factorises the circuit once, then takes many inputs.
/// Method, equations and limits: docs/nodal.md. `solve` may be called from several threads at once.
class MHO_API NodalSolver {
public:
    /// Throws Error InvalidArgument with all problems of circuit.validate(), Unsupported when the matrix cannot be
    /// factorised because conductances and resistances lie too far apart for double precision.
    explicit NodalSolver(CrossbarCircuit circuit);
    ~NodalSolver();
    NodalSolver(NodalSolver&&) noexcept;
    NodalSolver& operator=(NodalSolver&&) noexcept;

    /// @param voltagesV one finite voltage per word line, of either sign, volt
    /// Throws Error InvalidArgument for another number of voltages or one that is not finite, Unsupported when the
    /// residual stays above 1e-9.
    NodalResult solve(std::span<const double> voltagesV) const;

    /// The output currents of solve() alone, ampere, without maps.
    std::vector<double> outputCurrents(std::span<const double> voltagesV) const;

    const CrossbarCircuit& circuit() const;
    std::int64_t unknowns() const;       ///< Node voltages that are solved for.
    std::int64_t factorEntries() const;  ///< Entries of the triangular factor, its unit diagonal left out.

private:
    struct System;
    std::unique_ptr<const System> system_;
};

}  // namespace mho
