// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nodal_solver.h"

#include "core/base/random.h"
#include "tests/core/crossbar/dense_circuit.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace mho;

namespace {

std::vector<double> randomValues(RandomStream& random, std::int64_t count, double low, double high)
{
    std::vector<double> values(static_cast<std::size_t>(count));
    for (double& value : values) {
        value = random.uniform(low, high);
    }
    return values;
}

CrossbarCircuit randomCircuit(RandomStream& random, std::int64_t rows, std::int64_t columns, double wordOhm = 1.0,
                              double bitOhm = 1.0, double sourceOhm = 0.0, double sinkOhm = 0.0)
{
    return {rows, columns, randomValues(random, rows * columns, 1e-6, 1e-4), wordOhm, bitOhm, sourceOhm, sinkOhm};
}

double largest(const std::vector<double>& values)
{
    double most = 0.0;
    for (const double value : values) {
        most = std::max(most, std::abs(value));
    }
    return most;
}

void checkClose(const std::vector<double>& left, const std::vector<double>& right, double relative)
{
    REQUIRE(left.size() == right.size());
    const double scale = std::max(largest(left), largest(right));
    for (std::size_t i = 0; i < left.size(); ++i) {
        CAPTURE(i, left[i], right[i]);
        CHECK(std::abs(left[i] - right[i]) <= relative * scale);
    }
}

/// Kirchhoff's law at every node and Ohm's law in every segment and cell, from the maps alone.
void checkLaws(const CrossbarCircuit& circuit, const std::vector<double>& voltages, const NodalResult& result)
{
    const double current = largest(result.cellCurrents.values);
    const double voltage = largest(voltages);
    for (std::int64_t i = 0; i < circuit.rows; ++i) {
        for (std::int64_t j = 0; j < circuit.columns; ++j) {
            CAPTURE(i, j);
            const double word = result.wordLineVoltages.at(i, j);
            const double bit = result.bitLineVoltages.at(i, j);
            const double cell = result.cellCurrents.at(i, j);
            const double entering = result.wordLineCurrents.at(i, j);
            const double leaving = result.bitLineCurrents.at(i, j);
            CHECK(std::abs(cell - circuit.conductancesS[static_cast<std::size_t>(i * circuit.columns + j)] * (word - bit)) <=
                  1e-12 * current);
            const double onwards = j + 1 < circuit.columns ? result.wordLineCurrents.at(i, j + 1) : 0.0;
            CHECK(std::abs(entering - onwards - cell) <= 1e-12 * current);
            const double fromAbove = i > 0 ? result.bitLineCurrents.at(i - 1, j) : 0.0;
            CHECK(std::abs(fromAbove + cell - leaving) <= 1e-12 * current);
            const double before = j > 0 ? result.wordLineVoltages.at(i, j - 1)
                                        : voltages[static_cast<std::size_t>(i)] - circuit.sourceOhm * entering;
            CHECK(std::abs(before - word - circuit.wordLineOhm * entering) <= 1e-12 * voltage);
            const double below = i + 1 < circuit.rows ? result.bitLineVoltages.at(i + 1, j) : circuit.sinkOhm * leaving;
            CHECK(std::abs(bit - below - circuit.bitLineOhm * leaving) <= 1e-12 * voltage);
        }
    }
}

}  // namespace

TEST_CASE("One cell is five resistors in series")
{
    const NodalSolver solver({1, 1, {1e-3}, 2.0, 3.0, 50.0, 70.0});
    const NodalResult result = solver.solve(std::vector<double>{0.9});
    const double current = 0.9 / (50.0 + 2.0 + 1000.0 + 3.0 + 70.0);  // 0.8 mA
    CHECK(result.outputCurrentsA[0] == Approx(current).epsilon(1e-14));
    CHECK(result.inputCurrentsA[0] == Approx(current).epsilon(1e-14));
    CHECK(result.wordLineVoltages.at(0, 0) == Approx(0.9 - 52.0 * current).epsilon(1e-14));
    CHECK(result.bitLineVoltages.at(0, 0) == Approx(73.0 * current).epsilon(1e-14));
    CHECK(result.relativeDrops[0] == Approx(1.0 - 1000.0 / 1125.0).epsilon(1e-13));
    CHECK(result.dissipated.cellsW == Approx(1000.0 * current * current).epsilon(1e-14));
    CHECK(result.dissipated.wordLinesW == Approx(2.0 * current * current).epsilon(1e-14));
    CHECK(result.dissipated.bitLinesW == Approx(3.0 * current * current).epsilon(1e-14));
    CHECK(result.dissipated.sourcesW == Approx(50.0 * current * current).epsilon(1e-14));
    CHECK(result.dissipated.sinksW == Approx(70.0 * current * current).epsilon(1e-14));
}

TEST_CASE("A word line with two cells is a ladder")
{
    // 10 ohm, then 100 ohm to ground beside 10 + 100 ohm: 10 + 1/(1/100 + 1/110) = 10 + 1100/21 ohm.
    const NodalSolver solver({1, 2, {0.01, 0.01}, 10.0, 0.0});
    const NodalResult result = solver.solve(std::vector<double>{1.31});
    const double total = 1.31 / (10.0 + 1100.0 / 21.0);
    CHECK(result.inputCurrentsA[0] == Approx(total).epsilon(1e-14));
    CHECK(result.outputCurrentsA[0] == Approx(total * 11.0 / 21.0).epsilon(1e-14));
    CHECK(result.outputCurrentsA[1] == Approx(total * 10.0 / 21.0).epsilon(1e-14));
}

TEST_CASE("Every combination of ideal and resistive wires equals a dense analysis in long double")
{
    RandomStream random{11};
    for (int round = 0; round < 64; ++round) {
        const auto ohm = [&](unsigned bit) {
            return (static_cast<unsigned>(round) >> bit & 1U) != 0 ? random.uniform(0.5, 500.0) : 0.0;
        };
        const auto rows = static_cast<std::int64_t>(1 + random.below(6));
        const auto columns = static_cast<std::int64_t>(1 + random.below(6));
        CrossbarCircuit circuit = randomCircuit(random, rows, columns, ohm(0), ohm(1), ohm(2), ohm(3));
        for (double& conductance : circuit.conductancesS) {
            conductance = random.below(5) == 0 ? 0.0 : 10.0 * conductance;
        }
        const std::vector<double> voltages = randomValues(random, rows, -0.5, 0.5);
        CAPTURE(round, rows, columns);
        const NodalResult result = NodalSolver(circuit).solve(voltages);
        const test::DenseCircuit dense(circuit, voltages);
        checkClose(result.outputCurrentsA, dense.outputCurrents, 1e-12);
        for (std::int64_t i = 0; i < rows; ++i) {
            for (std::int64_t j = 0; j < columns; ++j) {
                const auto row = static_cast<std::size_t>(i);
                const auto column = static_cast<std::size_t>(j);
                CHECK(std::abs(result.wordLineVoltages.at(i, j) - dense.wordVoltage(row, column)) < 1e-13);
                CHECK(std::abs(result.bitLineVoltages.at(i, j) - dense.bitVoltage(row, column)) < 1e-13);
            }
        }
        checkLaws(circuit, voltages, result);
        CHECK(result.dissipated.totalW() == Approx(result.sourcePowerW).epsilon(1e-12));
    }
}

TEST_CASE("A 4 x 4 and a rectangular array keep Kirchhoff's and Ohm's laws and equal the dense analysis")
{
    RandomStream random{12};
    const auto [rows, columns] = GENERATE(std::pair{4, 4}, std::pair{3, 5}, std::pair{5, 3}, std::pair{1, 9}, std::pair{9, 1});
    const CrossbarCircuit circuit = randomCircuit(random, rows, columns, 1.0, 2.0);
    const std::vector<double> voltages = randomValues(random, rows, 0.0, 0.2);
    const NodalResult result = NodalSolver(circuit).solve(voltages);
    checkLaws(circuit, voltages, result);
    checkClose(result.outputCurrentsA, test::DenseCircuit(circuit, voltages).outputCurrents, 1e-13);
    CHECK(result.wordLineVoltages.rows == rows);
    CHECK(result.wordLineVoltages.columns == columns);
    CHECK(std::string(result.bitLineVoltages.unit) == "V");
    CHECK(std::string(result.cellCurrents.unit) == "A");
}

TEST_CASE("Ideal wires give the matrix product")
{
    RandomStream random{13};
    const CrossbarCircuit circuit = randomCircuit(random, 7, 5, 0.0, 0.0);
    const NodalSolver solver(circuit);
    const std::vector<double> voltages = randomValues(random, 7, -0.2, 0.2);
    const NodalResult result = solver.solve(voltages);
    CHECK(solver.unknowns() == 0);
    CHECK(solver.factorEntries() == 0);
    for (std::size_t column = 0; column < 5; ++column) {
        double product = 0.0;
        for (std::size_t row = 0; row < 7; ++row) {
            product += circuit.conductancesS[row * 5 + column] * voltages[row];
        }
        CHECK(result.outputCurrentsA[column] == product);
        CHECK(result.relativeDrops[column] == 0.0);
    }
}

TEST_CASE("Small resistances keep their digits: the drop goes to zero in proportion")
{
    RandomStream random{14};
    CrossbarCircuit circuit = randomCircuit(random, 16, 16, 1e-4, 1e-4);
    const std::vector<double> voltages = randomValues(random, 16, 0.05, 0.2);
    const std::vector<double> reference = NodalSolver(circuit).solve(voltages).relativeDrops;
    for (const double ohm : {1e-6, 1e-9, 1e-12}) {
        circuit.wordLineOhm = circuit.bitLineOhm = ohm;
        const std::vector<double> drops = NodalSolver(circuit).solve(voltages).relativeDrops;
        for (std::size_t column = 0; column < drops.size(); ++column) {
            // The second-order term is the drop itself, below 1e-5.
            CHECK(drops[column] / ohm == Approx(reference[column] / 1e-4).epsilon(2e-5));
        }
    }
}

TEST_CASE("Inputs superpose")
{
    RandomStream random{15};
    const NodalSolver solver(randomCircuit(random, 12, 9, 3.0, 5.0, 100.0, 20.0));
    const std::vector<double> a = randomValues(random, 12, -0.2, 0.2);
    const std::vector<double> b = randomValues(random, 12, -0.2, 0.2);
    std::vector<double> both(12);
    for (std::size_t row = 0; row < 12; ++row) {
        both[row] = 2.0 * a[row] - 3.0 * b[row];
    }
    const NodalResult ofA = solver.solve(a);
    const NodalResult ofB = solver.solve(b);
    const NodalResult ofBoth = solver.solve(both);
    std::vector<double> sum;
    for (std::size_t column = 0; column < 9; ++column) {
        sum.push_back(2.0 * ofA.outputCurrentsA[column] - 3.0 * ofB.outputCurrentsA[column]);
    }
    checkClose(ofBoth.outputCurrentsA, sum, 1e-13);
    CHECK(largest(solver.solve(std::vector<double>(12, 0.0)).outputCurrentsA) == 0.0);
}

TEST_CASE("Reciprocity: the array driven from its outputs has the transposed transfer")
{
    RandomStream random{16};
    constexpr std::int64_t kRows = 6;
    constexpr std::int64_t kColumns = 4;
    const CrossbarCircuit circuit = randomCircuit(random, kRows, kColumns, 3.0, 7.0, 11.0, 13.0);
    // Turned so that the outputs are on the left and the inputs at the bottom: (i, j) lies at (columns-1-j, rows-1-i).
    CrossbarCircuit turned{kColumns, kRows, std::vector<double>(kRows * kColumns), 7.0, 3.0, 13.0, 11.0};
    for (std::int64_t i = 0; i < kRows; ++i) {
        for (std::int64_t j = 0; j < kColumns; ++j) {
            turned.conductancesS[static_cast<std::size_t>((kColumns - 1 - j) * kRows + kRows - 1 - i)] =
                circuit.conductancesS[static_cast<std::size_t>(i * kColumns + j)];
        }
    }
    const NodalSolver forward(circuit);
    const NodalSolver backward(turned);
    for (std::size_t i = 0; i < kRows; ++i) {
        std::vector<double> unit(kRows, 0.0);
        unit[i] = 1.0;
        const std::vector<double> there = forward.outputCurrents(unit);
        for (std::size_t j = 0; j < kColumns; ++j) {
            std::vector<double> back(kColumns, 0.0);
            back[kColumns - 1 - j] = 1.0;
            CHECK(there[j] == Approx(backward.outputCurrents(back)[kRows - 1 - i]).epsilon(1e-12));
        }
    }
}

TEST_CASE("Equal columns behind ideal word lines carry equal currents; each segment further costs some")
{
    const std::vector<double> voltages(8, 0.2);
    const std::vector<double> same =
        NodalSolver({8, 6, std::vector<double>(48, 1e-5), 0.0, 4.0, 30.0}).solve(voltages).outputCurrentsA;
    for (const double current : same) {
        CHECK(current == Approx(same[0]).epsilon(1e-13));
    }
    const std::vector<double> far =
        NodalSolver({8, 6, std::vector<double>(48, 1e-5), 4.0, 4.0}).solve(voltages).outputCurrentsA;
    for (std::size_t column = 1; column < far.size(); ++column) {
        CHECK(far[column] < far[column - 1]);
    }
}

TEST_CASE("Energy balance to 1e-9 at 1 ohm")
{
    RandomStream random{17};
    const auto [rows, columns] = GENERATE(std::pair{32, 32}, std::pair{128, 128}, std::pair{200, 50});
    const NodalSolver solver(randomCircuit(random, rows, columns, 1.0, 1.0));
    const NodalResult result = solver.solve(randomValues(random, rows, 0.0, 0.2));
    CHECK(result.dissipated.wordLinesW > 0.0);
    CHECK(result.dissipated.bitLinesW > 0.0);
    CHECK(result.dissipated.sourcesW == 0.0);
    CHECK(std::abs(result.dissipated.totalW() - result.sourcePowerW) < 1e-9 * result.sourcePowerW);
}

TEST_CASE("Currents alone equal those of the whole solution")
{
    RandomStream random{18};
    const NodalSolver solver(randomCircuit(random, 20, 30, 1.0, 2.0, 3.0, 4.0));
    const std::vector<double> voltages = randomValues(random, 20, -0.2, 0.2);
    CHECK(solver.outputCurrents(voltages) == solver.solve(voltages).outputCurrentsA);
}

TEST_CASE("A column without current has no relative drop; a missing cell carries nothing")
{
    const NodalResult result = NodalSolver({2, 2, {1e-5, 0.0, 1e-5, 0.0}, 1.0, 1.0}).solve(std::vector<double>{0.2, 0.1});
    CHECK(result.outputCurrentsA[1] == 0.0);
    CHECK(std::isnan(result.relativeDrops[1]));
    CHECK(result.relativeDrops[0] > 0.0);
    CHECK(result.cellCurrents.at(1, 1) == 0.0);
}

TEST_CASE("All nonsense is told at once, by field")
{
    const auto fields = [](const std::vector<Problem>& problems) {
        std::vector<std::string> names;
        for (const Problem& problem : problems) {
            names.push_back(problem.field);
        }
        return names;
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    const CrossbarCircuit bad{2, 3, {1e-6, 1e-6, -1e-6, nan, 0.0, infinity}, -1.0, infinity, nan, -0.5};
    CHECK(fields(bad.validate()) == std::vector<std::string>{"conductances_S, word line 1, bit line 3",
                                                             "conductances_S, word line 2, bit line 1",
                                                             "conductances_S, word line 2, bit line 3", "word_line_ohm",
                                                             "bit_line_ohm", "source_ohm", "sink_ohm"});
    CHECK_THROWS_AS(NodalSolver(bad), Error);
    CHECK(fields(CrossbarCircuit{0, -1, {}}.validate()) == std::vector<std::string>{"rows", "columns"});
    CHECK(fields(CrossbarCircuit{2, 2, {1.0}}.validate()) == std::vector<std::string>{"conductances_S"});
    CHECK(fields(CrossbarCircuit{1025, 1024, {}}.validate()) == std::vector<std::string>{"rows x columns"});
    CHECK(fields(CrossbarCircuit{std::int64_t{1} << 40, std::int64_t{1} << 40, {}}.validate()) ==
          std::vector<std::string>{"rows x columns"});
    CHECK(CrossbarCircuit{5, 5, std::vector<double>(25, -1.0)}.validate().size() == 11);

    const NodalSolver solver({2, 1, {1e-6, 1e-6}});
    CHECK_THROWS_AS(solver.solve(std::vector<double>{0.1}), Error);
    CHECK_THROWS_AS(solver.solve(std::vector<double>{0.1, nan}), Error);
    CHECK(fields(solver.circuit().validateInput(std::vector<double>{infinity, 0.1})) ==
          std::vector<std::string>{"voltages_V, word line 1"});
}

TEST_CASE("What double precision cannot tell apart is refused, not guessed")
{
    const auto solve = [] {
        const NodalSolver solver({2, 2, {1e-5, 1e-5, 1e-5, 1e-5}, 1e-320, 1.0});
        return solver.solve(std::vector<double>{0.1, 0.2});
    };
    CHECK_THROWS_AS(solve(), Error);
}
