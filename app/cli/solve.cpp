// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/output.h"
#include "core/base/error.h"
#include "core/base/units.h"
#include "core/base/version.h"
#include "core/crossbar/nodal_solver.h"
#include "core/io/csv.h"
#include "core/report/table.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>

namespace mho::cli {
namespace {

struct SolveOptions {
    std::string conductances;
    std::string voltages;
    std::string wordLineOhm;
    std::string bitLineOhm;
    std::string sourceOhm = "0";
    std::string sinkOhm = "0";
    std::vector<std::pair<std::string, std::string>> maps;  ///< Name, file.
    std::string json;
};

struct MapKind {
    const char* name;
    const char* title;
    ArrayMap NodalResult::*map;
};
constexpr std::array<MapKind, 5> kMaps{
    {{"word-line-voltages", "voltage of each word-line node", &NodalResult::wordLineVoltages},
     {"bit-line-voltages", "voltage of each bit-line node", &NodalResult::bitLineVoltages},
     {"cell-currents", "current through each cell", &NodalResult::cellCurrents},
     {"word-line-currents", "current in the segment that enters each word-line node", &NodalResult::wordLineCurrents},
     {"bit-line-currents", "current in the segment that leaves each bit-line node", &NodalResult::bitLineCurrents}}};

const MapKind& mapKind(const std::string& name)
{
    std::string names;
    for (const MapKind& kind : kMaps) {
        if (name == kind.name) {
            return kind;
        }
        names += (names.empty() ? "" : ", ") + std::string(kind.name);
    }
    throw WrongUse(fmt::format("--map: there is no map \"{}\"; there are: {}", name, names));
}

double ohmOf(const char* option, const std::string& text)
{
    const std::optional<double> ohm = numberOf(text);
    if (!ohm) {
        throw WrongUse(fmt::format("{}: \"{}\" is not a number of ohm", option, text));
    }
    return *ohm;
}

/// One list of voltages per input.
std::vector<std::vector<double>> inputsOf(const NumberTable& table, std::int64_t wordLines, const std::string& path)
{
    std::vector<std::vector<double>> inputs;
    if (table.rows == wordLines) {
        inputs.resize(static_cast<std::size_t>(table.columns));
        for (std::size_t i = 0; i < table.values.size(); ++i) {
            inputs[i % inputs.size()].push_back(table.values[i]);
        }
        return inputs;
    }
    if (table.rows == 1 && table.columns == wordLines) {
        return {table.values};
    }
    throw Error(ErrorCode::InvalidArgument,
                MHO_TEXT("There are %1 lines of %2 voltages; %3 word lines need %3 lines (a column for each input) or one line "
                         "of %3 voltages"),
                {fmt::format("{}", table.rows), fmt::format("{}", table.columns), fmt::format("{}", wordLines)}, path);
}

/// What is kept of each input; maps go to their files at once.
struct Solved {
    std::vector<NodalResult> results;  ///< Without maps.
    std::int64_t unknowns = 0;
};

Solved solveAll(const NodalSolver& solver, const std::vector<std::vector<double>>& inputs, const SolveOptions& options)
{
    Solved solved;
    solved.unknowns = solver.unknowns();
    std::vector<std::string> texts;
    for (const auto& [name, path] : options.maps) {
        texts.push_back(fmt::format("# {}, {} word lines x {} bit lines\n", mapKind(name).title, solver.circuit().rows,
                                    solver.circuit().columns));
    }
    for (std::size_t input = 0; input < inputs.size(); ++input) {
        NodalResult result = solver.solve(inputs[input]);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const ArrayMap& map = result.*mapKind(options.maps[i].first).map;
            texts[i] += fmt::format("# input {}, {}\n", input + 1, map.unit);
            for (std::int64_t row = 0; row < map.rows; ++row) {
                for (std::int64_t column = 0; column < map.columns; ++column) {
                    texts[i] += column > 0 ? "," : "";
                    texts[i] += exactText(map.at(row, column));
                }
                texts[i] += '\n';
            }
        }
        for (const MapKind& kind : kMaps) {
            result.*kind.map = {};
        }
        solved.results.push_back(std::move(result));
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        writeOutput(options.maps[i].second, texts[i]);
    }
    return solved;
}

double sumOf(const std::vector<double>& values)
{
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return sum;
}

using Json = nlohmann::ordered_json;

std::string jsonOf(const CrossbarCircuit& circuit, const Solved& solved)
{
    // One input gives its value itself, several give an array of values.
    const auto perInput = [&](const auto& valueOf) {
        if (solved.results.size() == 1) {
            return Json(valueOf(solved.results[0]));
        }
        Json values = Json::array();
        for (const NodalResult& result : solved.results) {
            values.push_back(valueOf(result));
        }
        return values;
    };
    const Json json{{"tool", {{"version", kVersion}}},
                    {"word_lines", circuit.rows},
                    {"bit_lines", circuit.columns},
                    {"inputs", solved.results.size()},
                    {"word_line_ohm", circuit.wordLineOhm},
                    {"bit_line_ohm", circuit.bitLineOhm},
                    {"source_ohm", circuit.sourceOhm},
                    {"sink_ohm", circuit.sinkOhm},
                    {"unknowns", solved.unknowns},
                    {"currents_A", perInput([](const NodalResult& result) { return Json(result.outputCurrentsA); })},
                    {"ideal_currents_A", perInput([](const NodalResult& result) { return Json(result.idealCurrentsA); })},
                    {"relative_drop", perInput([](const NodalResult& result) { return Json(result.relativeDrops); })},
                    {"input_currents_A", perInput([](const NodalResult& result) { return Json(result.inputCurrentsA); })},
                    {"power_W", perInput([](const NodalResult& result) { return Json(result.sourcePowerW); })},
                    {"dissipation_W", perInput([](const NodalResult& result) {
                         const NodalPower& heat = result.dissipated;
                         return Json{{"cells", heat.cellsW},
                                     {"word_lines", heat.wordLinesW},
                                     {"bit_lines", heat.bitLinesW},
                                     {"sources", heat.sourcesW},
                                     {"sinks", heat.sinksW}};
                     })},
                    {"relative_residual", perInput([](const NodalResult& result) { return Json(result.relativeResidual); })}};
    return json.dump(2) + "\n";
}

std::string dropText(double drop)
{
    return std::isnan(drop) ? "-" : fmt::format("{:.4f} %", 100.0 * drop);
}

std::string textOf(const CrossbarCircuit& circuit, const Solved& solved)
{
    std::string text =
        fmt::format("{} word lines x {} bit lines; word line {}, bit line {} a segment, source {}, sink {}\n", circuit.rows,
                    circuit.columns, quantityText(circuit.wordLineOhm, "Ω"), quantityText(circuit.bitLineOhm, "Ω"),
                    quantityText(circuit.sourceOhm, "Ω"), quantityText(circuit.sinkOhm, "Ω"));
    for (std::size_t input = 0; input < solved.results.size(); ++input) {
        const NodalResult& result = solved.results[input];
        Table table;
        table.columns = {
            {"Output", Align::Right}, {"Current", Align::Right}, {"Ideal", Align::Right}, {"Relative drop", Align::Right}};
        double worst = 0.0;
        for (std::size_t output = 0; output < result.outputCurrentsA.size(); ++output) {
            const double drop = result.relativeDrops[output];
            table.rows.push_back({fmt::format("{}", output + 1), quantityText(result.outputCurrentsA[output], "A"),
                                  quantityText(result.idealCurrentsA[output], "A"), dropText(drop)});
            worst = std::isnan(drop) || std::abs(drop) < std::abs(worst) ? worst : drop;
        }
        const double ideal = sumOf(result.idealCurrentsA);
        const double sum = sumOf(result.outputCurrentsA);
        table.rows.push_back({"Sum", quantityText(sum, "A"), quantityText(ideal, "A"),
                              dropText(ideal == 0.0 ? std::nan("") : (ideal - sum) / ideal)});
        table.lastRowIsTotal = true;
        text += fmt::format("\n{}{}\nLargest drop {}; the sources give {}, of which the wires take {}\n",
                            solved.results.size() > 1 ? fmt::format("Input {}\n", input + 1) : "", tableText(table),
                            dropText(worst), quantityText(result.sourcePowerW, "W"),
                            quantityText(result.dissipated.wordLinesW + result.dissipated.bitLinesW, "W"));
    }
    return text;
}

void solve(const SolveOptions& options)
{
    for (const auto& [name, path] : options.maps) {
        mapKind(name);
        if (path == "-") {
            throw WrongUse("--map: give a file; standard output has the table");
        }
    }
    CrossbarCircuit circuit;
    circuit.wordLineOhm = ohmOf("--word-line-ohm", options.wordLineOhm);
    circuit.bitLineOhm = ohmOf("--bit-line-ohm", options.bitLineOhm);
    circuit.sourceOhm = ohmOf("--source-ohm", options.sourceOhm);
    circuit.sinkOhm = ohmOf("--sink-ohm", options.sinkOhm);
    NumberTable cells = readNumberTable(options.conductances);
    circuit.rows = cells.rows;
    circuit.columns = cells.columns;
    circuit.conductancesS = std::move(cells.values);
    throwIfProblems(circuit.validate(), options.conductances);
    const auto inputs = inputsOf(readNumberTable(options.voltages), circuit.rows, options.voltages);
    const NodalSolver solver(std::move(circuit));
    const Solved solved = solveAll(solver, inputs, options);
    writeReport(
        options.json, [&] { return textOf(solver.circuit(), solved); }, [&] { return jsonOf(solver.circuit(), solved); });
}

}  // namespace

void addSolve(CLI::App& app, int& exitCode)
{
    CLI::App* command =
        app.add_subcommand("solve", "Solve a crossbar with wire resistance: exact output currents of given inputs");
    const auto options = std::make_shared<SolveOptions>();
    command->add_option("--conductances", options->conductances, "Siemens, one word line per line (CSV); 0 is no cell")
        ->type_name("G.csv")
        ->required();
    command
        ->add_option("--voltages", options->voltages,
                     "Volt, one word line per line, a column for each input; or one line for one input (CSV)")
        ->type_name("V.csv")
        ->required();
    command->add_option("--word-line-ohm", options->wordLineOhm, "Ohm of each word-line segment; 0 is an ideal wire")
        ->type_name("OHM")
        ->required();
    command->add_option("--bit-line-ohm", options->bitLineOhm, "Ohm of each bit-line segment; 0 is an ideal wire")
        ->type_name("OHM")
        ->required();
    command->add_option("--source-ohm", options->sourceOhm, "Ohm in series with each input (0)")->type_name("OHM");
    command->add_option("--sink-ohm", options->sinkOhm, "Ohm in series with each output (0)")->type_name("OHM");
    command
        ->add_option("--map", options->maps,
                     "Write a map of the array as CSV: word-line-voltages, bit-line-voltages, cell-currents, "
                     "word-line-currents or bit-line-currents; may be given several times")
        ->type_name("MAP FILE.csv");
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] {
        solve(*options);
        exitCode = kDone;
    });
}

}  // namespace mho::cli
