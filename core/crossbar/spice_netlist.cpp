// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/spice_netlist.h"

#include "core/base/units.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace mho {
namespace {

/// Names of nodes; lines without resistance are one node.
class Nodes {
public:
    explicit Nodes(const CrossbarCircuit& circuit) : circuit_(circuit) {}

    std::string source(std::int64_t row) const { return fmt::format("in{}", row + 1); }
    /// Behind the source resistance.
    std::string start(std::int64_t row) const { return circuit_.sourceOhm > 0.0 ? fmt::format("w{}", row + 1) : source(row); }
    std::string word(std::int64_t row, std::int64_t column) const
    {
        return circuit_.wordLineOhm > 0.0 ? fmt::format("w{}_{}", row + 1, column + 1) : start(row);
    }
    std::string output(std::int64_t column) const { return fmt::format("out{}", column + 1); }
    /// Before the sink resistance.
    std::string end(std::int64_t column) const { return circuit_.sinkOhm > 0.0 ? fmt::format("b{}", column + 1) : output(column); }
    std::string bit(std::int64_t row, std::int64_t column) const
    {
        return circuit_.bitLineOhm > 0.0 && row < circuit_.rows ? fmt::format("b{}_{}", row + 1, column + 1) : end(column);
    }

private:
    const CrossbarCircuit& circuit_;
};

}  // namespace

std::string spiceNetlist(const CrossbarCircuit& circuit, std::span<const double> voltagesV, const std::string& title)
{
    std::vector<Problem> problems = circuit.validate();
    const std::vector<Problem> more = circuit.validateInput(voltagesV);
    problems.insert(problems.end(), more.begin(), more.end());
    throwIfProblems(problems, "spice");

    const Nodes nodes(circuit);
    std::string text = "* " + title;
    std::replace_if(text.begin(), text.end(), [](char letter) { return letter == '\n' || letter == '\r'; }, ' ');
    text += fmt::format("\n* {} word lines, {} bit lines\n", circuit.rows, circuit.columns);
    const auto to = std::back_inserter(text);
    for (std::int64_t row = 0; row < circuit.rows; ++row) {
        fmt::format_to(to, "V{} {} 0 DC {}\n", row + 1, nodes.source(row), exactText(voltagesV[static_cast<std::size_t>(row)]));
        if (circuit.sourceOhm > 0.0) {
            fmt::format_to(to, "Rs{} {} {} {}\n", row + 1, nodes.source(row), nodes.start(row), exactText(circuit.sourceOhm));
        }
        for (std::int64_t column = 0; column < circuit.columns; ++column) {
            const std::string cell = fmt::format("{}_{}", row + 1, column + 1);
            if (circuit.wordLineOhm > 0.0) {
                fmt::format_to(to, "Rw{} {} {} {}\n", cell, column == 0 ? nodes.start(row) : nodes.word(row, column - 1),
                               nodes.word(row, column), exactText(circuit.wordLineOhm));
            }
            const double siemens = circuit.conductancesS[static_cast<std::size_t>(row * circuit.columns + column)];
            if (siemens > 0.0) {
                fmt::format_to(to, "Rc{} {} {} {}\n", cell, nodes.word(row, column), nodes.bit(row, column), exactText(1.0 / siemens));
            }
            if (circuit.bitLineOhm > 0.0) {
                fmt::format_to(to, "Rb{} {} {} {}\n", cell, nodes.bit(row, column), nodes.bit(row + 1, column),
                               exactText(circuit.bitLineOhm));
            }
        }
    }
    for (std::int64_t column = 0; column < circuit.columns; ++column) {
        if (circuit.sinkOhm > 0.0) {
            fmt::format_to(to, "Rk{} {} {} {}\n", column + 1, nodes.end(column), nodes.output(column), exactText(circuit.sinkOhm));
        }
        fmt::format_to(to, "VO{} {} 0 DC 0\n", column + 1, nodes.output(column));
    }
    text += ".options reltol=1e-9\n.control\nset numdgt=15\nop\n";
    for (std::int64_t column = 0; column < circuit.columns; ++column) {
        fmt::format_to(to, "print i(vo{})\n", column + 1);
    }
    text += "quit\n.endc\n.end\n";
    return text;
}

}  // namespace mho
