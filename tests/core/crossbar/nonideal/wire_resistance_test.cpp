// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nodal_solver.h"
#include "core/crossbar/nonideal/effect.h"
#include "tests/core/crossbar/nonideal/digit_array.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace mho;

namespace {

const Effect& wires()
{
    const auto& all = effects();
    return **std::find_if(all.begin(), all.end(), [](const Effect* effect) { return effect->name() == "wire-resistance"; });
}

/// NeuroSim-like 2-bit RRAM: 6 kohm to 900 kohm.
Device rram()
{
    Device device;
    device.cellBits = 2;
    device.gMinS = 1.0 / 900e3;
    device.gMaxS = 1.0 / 6e3;
    return device;
}

CellArray randomArray(std::size_t rows, std::size_t lines, const Device& device, RandomStream& random)
{
    std::vector<std::int16_t> states(rows * lines);
    for (std::int16_t& state : states) {
        // Every other cell on average belongs to the other sign.
        state = static_cast<std::int16_t>(random.below(2) == 0 ? CellArray::kOff : static_cast<int>(random.below(4)));
    }
    return digitArray(rows, lines, static_cast<std::int64_t>(rows), std::move(states), device);
}

}  // namespace

TEST_CASE("One cell: the wires in series with it")
{
    const Device device = rram();
    CellArray array = digitArray(1, 1, 4, {3}, device);
    const double g = array.conductancesS[0];
    NonIdealities options;
    options.wordLineOhm = 2.0;
    options.bitLineOhm = 3.0;
    RandomStream random{1};
    wires().apply(array, options, device, random);
    // One word-line segment; the bit line passes the cell's own row and three unused ones.
    CHECK(array.conductancesS[0] == Approx(1.0 / (1.0 / g + 2.0 + 4 * 3.0)).epsilon(1e-9));
}

TEST_CASE("Effective conductances give the exact column currents where all word lines are on")
{
    const Device device = rram();
    RandomStream random{2};
    CellArray array = randomArray(32, 16, device, random);
    NonIdealities options;
    options.wordLineOhm = 1.04;
    options.bitLineOhm = 3.13;
    const CrossbarCircuit circuit{.rows = 32,
                                  .columns = 16,
                                  .conductancesS = array.conductancesS,
                                  .wordLineOhm = options.wordLineOhm,
                                  .bitLineOhm = options.bitLineOhm};
    const std::vector<double> on(32, 1.0);
    const std::vector<double> exact = NodalSolver(circuit).outputCurrents(on);
    const CellArray before = array;
    wires().apply(array, options, device, random);
    for (std::size_t line = 0; line < 16; ++line) {
        double sum = 0.0;
        for (std::size_t row = 0; row < 32; ++row) {
            sum += array.conductancesS[row * 16 + line];
        }
        CHECK(sum == Approx(exact[line]).epsilon(1e-9));
        const ColumnMoments moments = wires().column(before, line, on, options, device);
        CHECK(moments.meanS == Approx(sum).epsilon(1e-12));
        CHECK(moments.varianceS2 == 0.0);
    }
}

TEST_CASE("On random inputs the first-order currents are nearer to the exact ones than those without wires")
{
    const Device device = rram();
    RandomStream random{3};
    const CellArray before = randomArray(32, 32, device, random);
    NonIdealities options;
    options.wordLineOhm = 1.04;
    options.bitLineOhm = 3.13;
    CellArray array = before;
    wires().apply(array, options, device, random);
    const NodalSolver solver(CrossbarCircuit{.rows = 32,
                                             .columns = 32,
                                             .conductancesS = before.conductancesS,
                                             .wordLineOhm = options.wordLineOhm,
                                             .bitLineOhm = options.bitLineOhm});
    double idealSquares = 0.0;
    double firstOrderSquares = 0.0;
    double currentSquares = 0.0;
    for (int pattern = 0; pattern < 200; ++pattern) {
        std::vector<double> inputs(32);
        for (double& input : inputs) {
            input = random.below(2) == 0 ? 0.0 : 1.0;
        }
        const NodalResult exact = solver.solve(inputs);
        for (std::size_t line = 0; line < 32; ++line) {
            double sum = 0.0;
            for (std::size_t row = 0; row < 32; ++row) {
                sum += inputs[row] * array.conductancesS[row * 32 + line];
            }
            const double current = exact.outputCurrentsA[line];
            currentSquares += current * current;
            idealSquares += (exact.idealCurrentsA[line] - current) * (exact.idealCurrentsA[line] - current);
            firstOrderSquares += (sum - current) * (sum - current);
        }
    }
    const double idealError = std::sqrt(idealSquares / currentSquares);
    const double firstOrderError = std::sqrt(firstOrderSquares / currentSquares);
    WARN(
        "root mean square error of a column's current on 200 random inputs, 32 x 32 cells, half the word lines on: first order "
        << 100 * firstOrderError << " %, without wires " << 100 * idealError << " %");
    CHECK(idealError > 0.05);
    CHECK(firstOrderError < 0.01 * idealError);
}
