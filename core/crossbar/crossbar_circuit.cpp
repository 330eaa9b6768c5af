// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/crossbar_circuit.h"

#include "core/base/phrasing.h"

#include <fmt/format.h>

#include <cmath>

namespace mho {
namespace {

constexpr std::int64_t kMostTold = 10;

bool usable(double value)
{
    return std::isfinite(value) && value >= 0.0;
}

void checkResistance(std::vector<Problem>& problems, const char* field, double ohm)
{
    if (!usable(ohm)) {
        problems.push_back({field, phrase(MHO_TEXT("%1 ohm is out of range; give 0 (ideal wire) or a positive number"), ohm)});
    }
}

void checkConductances(std::vector<Problem>& problems, const CrossbarCircuit& circuit)
{
    const auto count = static_cast<std::int64_t>(circuit.conductancesS.size());
    if (count != circuit.rows * circuit.columns) {
        problems.push_back({"conductances_S", phrase(MHO_TEXT("there are %1 values; %2 word lines x %3 bit lines need %4"),
                                                     count, circuit.rows, circuit.columns, circuit.rows * circuit.columns)});
        return;
    }
    std::int64_t bad = 0;
    for (std::int64_t cell = 0; cell < count; ++cell) {
        const double value = circuit.conductancesS[static_cast<std::size_t>(cell)];
        if (!usable(value) && ++bad <= kMostTold) {
            problems.push_back({fmt::format("conductances_S, word line {}, bit line {}", cell / circuit.columns + 1,
                                            cell % circuit.columns + 1),
                                phrase(MHO_TEXT("%1 S is out of range; give 0 (no cell) or a positive number"), value)});
        }
    }
    if (bad > kMostTold) {
        problems.push_back({"conductances_S", phrase(MHO_TEXT("%1 more values are out of range"), bad - kMostTold)});
    }
}

}  // namespace

std::vector<Problem> CrossbarCircuit::validate() const
{
    std::vector<Problem> problems;
    if (rows < 1) {
        problems.push_back({"rows", phrase(MHO_TEXT("%1 word lines; at least 1 is needed"), rows)});
    }
    if (columns < 1) {
        problems.push_back({"columns", phrase(MHO_TEXT("%1 bit lines; at least 1 is needed"), columns)});
    }
    if (rows > 0 && columns > 0) {
        if (rows > kMostCells / columns) {
            problems.push_back(
                {"rows x columns", phrase(MHO_TEXT("%1 x %2 cells; more than %3 (1024 x 1024) are refused, because factorising "
                                                   "their matrix would take gigabytes; split the array"),
                                          rows, columns, kMostCells)});
        } else {
            checkConductances(problems, *this);
        }
    }
    checkResistance(problems, "word_line_ohm", wordLineOhm);
    checkResistance(problems, "bit_line_ohm", bitLineOhm);
    checkResistance(problems, "source_ohm", sourceOhm);
    checkResistance(problems, "sink_ohm", sinkOhm);
    return problems;
}

std::vector<Problem> CrossbarCircuit::validateInput(std::span<const double> voltagesV) const
{
    if (static_cast<std::int64_t>(voltagesV.size()) != rows) {
        return {{"voltages_V", fmt::format("there are {} voltages; {} word lines need one each", voltagesV.size(), rows)}};
    }
    std::vector<Problem> problems;
    for (std::size_t row = 0; row < voltagesV.size(); ++row) {
        if (!std::isfinite(voltagesV[row]) && static_cast<std::int64_t>(problems.size()) < kMostTold) {
            problems.push_back({fmt::format("voltages_V, word line {}", row + 1),
                                phrase(MHO_TEXT("%1 V is not a finite number"), voltagesV[row])});
        }
    }
    return problems;
}

}  // namespace mho
