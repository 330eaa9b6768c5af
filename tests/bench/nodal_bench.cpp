// SPDX-License-Identifier: GPL-3.0-or-later
// The nodal solver at 1 ohm a segment: factorisation with the first input, and each further input. The counter
// "factor_per_input" is the time of a factorisation over that of a further input, both medians of this run.
#include "core/base/random.h"
#include "core/crossbar/nodal_solver.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct Case {
    mho::CrossbarCircuit circuit;
    std::vector<double> voltagesV;
};

Case makeCase(std::int64_t size)
{
    mho::RandomStream random{42};
    Case made;
    made.circuit.rows = made.circuit.columns = size;
    made.circuit.wordLineOhm = made.circuit.bitLineOhm = 1.0;
    for (std::int64_t cell = 0; cell < size * size; ++cell) {
        made.circuit.conductancesS.push_back(random.uniform(1e-6, 1e-5));
    }
    for (std::int64_t row = 0; row < size; ++row) {
        made.voltagesV.push_back(random.uniform(0.0, 0.2));
    }
    return made;
}

/// From conductances to all currents and voltages of one input.
void factoriseAndSolve(benchmark::State& state)
{
    const Case made = makeCase(state.range(0));
    std::int64_t entries = 0;
    for (auto unused : state) {
        static_cast<void>(unused);
        const mho::NodalSolver solver(made.circuit);
        benchmark::DoNotOptimize(solver.solve(made.voltagesV));
        entries = solver.factorEntries();
    }
    state.counters["factor_entries"] = static_cast<double>(entries);
}

/// @param maps all voltages and branch currents too, not the output currents alone
void furtherInput(benchmark::State& state, bool maps)
{
    const Case made = makeCase(state.range(0));
    std::optional<mho::NodalSolver> solver;
    std::vector<double> factorS;
    for (int repeat = 0; repeat < 5; ++repeat) {
        const auto start = Clock::now();
        solver.emplace(made.circuit);
        factorS.push_back(secondsSince(start));
    }
    std::vector<double> inputS;
    for (auto unused : state) {
        static_cast<void>(unused);
        const auto start = Clock::now();
        if (maps) {
            benchmark::DoNotOptimize(solver->solve(made.voltagesV));
        } else {
            benchmark::DoNotOptimize(solver->outputCurrents(made.voltagesV));
        }
        inputS.push_back(secondsSince(start));
    }
    state.counters["factor_ms"] = 1e3 * median(factorS);
    state.counters["factor_per_input"] = median(factorS) / median(inputS);
}

}  // namespace

BENCHMARK(factoriseAndSolve)->Arg(64)->Arg(128)->Arg(256)->Arg(512)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(furtherInput, currents, false)->Arg(64)->Arg(128)->Arg(256)->Arg(512)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(furtherInput, maps, true)->Arg(64)->Arg(128)->Arg(256)->Arg(512)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
