// SPDX-License-Identifier: GPL-3.0-or-later
/// The netlist as text, solved line by line the long way: what ngspice would do with it.
#include "core/crossbar/spice_netlist.h"

#include "core/crossbar/nodal_solver.h"

#include <catch2/catch.hpp>

#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

using namespace mho;
using Catch::Contains;

namespace {

double numberIn(const std::string& text)
{
    double value = 0.0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    REQUIRE(failure == std::errc());
    REQUIRE(end == text.data() + text.size());
    return value;
}

/// Nodes by name, resistors between them, sources against ground ("0").
struct Netlist {
    struct Resistor {
        std::string from;
        std::string to;
        double ohm = 0.0;
    };
    std::map<std::string, double> held;          ///< Voltage of each node with a source.
    std::map<std::string, std::string> outputs;  ///< Node of each source VO.
    std::vector<Resistor> resistors;
    std::vector<std::string> printed;

    explicit Netlist(const std::string& text)
    {
        held["0"] = 0.0;
        std::istringstream lines(text);
        std::set<std::string> names;
        std::string line;
        std::getline(lines, line);  // The first line of a netlist is its title.
        while (std::getline(lines, line)) {
            std::istringstream words(line);
            std::string name;
            std::string from;
            std::string to;
            std::string value;
            words >> name >> from >> to >> value;
            if (name[0] == 'R' || name[0] == 'V') {
                REQUIRE(names.insert(name).second);
            }
            if (name[0] == 'R') {
                resistors.push_back({from, to, numberIn(value)});
                CHECK(resistors.back().ohm > 0.0);
                CHECK(from != to);
            } else if (name[0] == 'V') {
                REQUIRE(to == "0");
                REQUIRE(value == "DC");
                words >> value;
                REQUIRE(held.emplace(from, numberIn(value)).second);
                if (name.starts_with("VO")) {
                    outputs[name] = from;
                }
            } else if (name == "print") {
                printed.push_back(from);
            }
        }
    }

    /// Into ground through each VO.
    std::map<std::string, double> currents() const
    {
        std::map<std::string, std::size_t> free;
        for (const Resistor& resistor : resistors) {
            for (const std::string& node : {resistor.from, resistor.to}) {
                if (held.count(node) == 0) {
                    free.emplace(node, free.size());
                }
            }
        }
        const std::size_t n = free.size();
        std::vector<std::vector<long double>> matrix(n, std::vector<long double>(n + 1, 0.0L));
        const auto into = [&](const std::string& node, const std::string& other, long double siemens) {
            if (const auto own = free.find(node); own != free.end()) {
                matrix[own->second][own->second] += siemens;
                if (const auto beside = free.find(other); beside != free.end()) {
                    matrix[own->second][beside->second] -= siemens;
                } else {
                    matrix[own->second][n] += siemens * held.at(other);
                }
            }
        };
        for (const Resistor& resistor : resistors) {
            into(resistor.from, resistor.to, 1.0L / resistor.ohm);
            into(resistor.to, resistor.from, 1.0L / resistor.ohm);
        }
        // Diagonally dominant: no pivoting is needed.
        for (std::size_t pivot = 0; pivot < n; ++pivot) {
            for (std::size_t row = 0; row < n; ++row) {
                const long double factor = row == pivot ? 0.0L : matrix[row][pivot] / matrix[pivot][pivot];
                for (std::size_t column = pivot; factor != 0.0L && column <= n; ++column) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                }
            }
        }
        const auto voltage = [&](const std::string& node) {
            const auto own = free.find(node);
            return own == free.end() ? static_cast<long double>(held.at(node)) : matrix[own->second][n] / matrix[own->second][own->second];
        };
        std::map<std::string, double> result;
        for (const auto& [name, output] : outputs) {
            long double current = 0.0L;
            for (const Resistor& resistor : resistors) {
                const long double flow = (voltage(resistor.from) - voltage(resistor.to)) / resistor.ohm;
                current += resistor.to == output ? flow : resistor.from == output ? -flow : 0.0L;
            }
            result[name] = static_cast<double>(current);
        }
        return result;
    }
};

CrossbarCircuit circuit(unsigned resistances)
{
    CrossbarCircuit result;
    result.rows = 3;
    result.columns = 2;
    result.conductancesS = {1e-6, 0.0, 3.3e-5, 1e-4, 0.0, 2e-6};
    result.wordLineOhm = (resistances & 1U) != 0 ? 2.5 : 0.0;
    result.bitLineOhm = (resistances & 2U) != 0 ? 1.0 / 3.0 : 0.0;
    result.sourceOhm = (resistances & 4U) != 0 ? 100.0 : 0.0;
    result.sinkOhm = (resistances & 8U) != 0 ? 50.0 : 0.0;
    return result;
}

}  // namespace

TEST_CASE("A netlist has the currents of the nodal solver, with and without each resistance")
{
    const std::vector<double> voltages{0.2, -0.1, 0.3};
    for (unsigned resistances = 0; resistances < 16; ++resistances) {
        INFO("resistances " << resistances);
        const CrossbarCircuit array = circuit(resistances);
        const Netlist netlist(spiceNetlist(array, voltages, "array"));
        const std::vector<double> expected = NodalSolver(array).outputCurrents(voltages);
        const std::map<std::string, double> found = netlist.currents();
        REQUIRE(found.size() == 2);
        CHECK(found.at("VO1") == Approx(expected[0]).epsilon(1e-9).margin(1e-18));
        CHECK(found.at("VO2") == Approx(expected[1]).epsilon(1e-9).margin(1e-18));
        CHECK(netlist.printed == std::vector<std::string>{"i(vo1)", "i(vo2)"});
        std::size_t cells = 0;
        for (const Netlist::Resistor& resistor : netlist.resistors) {
            cells += resistor.ohm == 1.0 / 1e-6 || resistor.ohm == 1.0 / 3.3e-5 || resistor.ohm == 1.0 / 1e-4 || resistor.ohm == 1.0 / 2e-6;
        }
        CHECK(cells == 4);  // to the last digit, and none for a cell without conductance
    }
}

TEST_CASE("A title stays on its line")
{
    const std::vector<double> voltages{0.2, 0.1, 0.3};
    const std::string text = spiceNetlist(circuit(15), voltages, "a\nR1 in1 0 1\r\n.include /etc/passwd");
    CHECK_THAT(text, Catch::StartsWith("* a R1 in1 0 1  .include /etc/passwd\n* 3 word lines"));
    CHECK(text.find('\r') == std::string::npos);
    CHECK(text == spiceNetlist(circuit(15), voltages, "a\nR1 in1 0 1\r\n.include /etc/passwd"));
}

TEST_CASE("A netlist of no circuit is refused with everything that is wrong")
{
    CrossbarCircuit array = circuit(15);
    array.sinkOhm = -1.0;
    const std::vector<double> voltages{0.2, 0.1};
    CHECK_THROWS_WITH(spiceNetlist(array, voltages, "a"), Contains("sink_ohm") && Contains("3"));
}
