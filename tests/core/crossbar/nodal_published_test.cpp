// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nodal_solver.h"
#include "tests/core/crossbar/numpy_random.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace mho;

namespace {

struct Published {
    std::int64_t size;
    double ohm;
    double sumA;
    double idealA;
    double meanDrop;  // five decimals
    double maxDrop;
};

// badcrossbar (commit 1c42e09) on default_rng(42): G uniform in 1e-6..1e-5 S, then V uniform in 0..0.2 V.
constexpr Published kPublished[] = {{4, 1.0, 9.950698277e-06, 9.951654783e-06, 0.00009, 0.00012},
                                    {32, 1.0, 5.289272870e-04, 5.310903308e-04, 0.00405, 0.00536},
                                    {64, 1.0, 2.378625879e-03, 2.416719843e-03, 0.01573, 0.02017},
                                    {64, 2.82, 2.312514189e-03, 2.416719843e-03, 0.04303, 0.05495},
                                    {128, 1.0, 8.745237979e-03, 9.272710596e-03, 0.05696, 0.07295},
                                    {128, 2.82, 7.935440088e-03, 9.272710596e-03, 0.14439, 0.18237}};

double sum(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

NodalResult solvePublished(std::int64_t size, double ohm)
{
    test::NumpyRandom random(42);
    CrossbarCircuit circuit{size, size, random.uniform(1e-6, 1e-5, static_cast<std::size_t>(size * size)), ohm, ohm};
    const std::vector<double> voltages = random.uniform(0.0, 0.2, static_cast<std::size_t>(size));
    return NodalSolver(std::move(circuit)).solve(voltages);
}

}  // namespace

TEST_CASE("The test's random numbers are numpy's (1.24.2)")
{
    test::NumpyRandom raw(42);
    for (const std::uint64_t expected : {0xc621fbcd16d92688U, 0x705a5661a791ffc1U, 0xdbcd12c26eda1624U, 0xb286b60e1600888dU}) {
        CHECK(raw.raw() == expected);
    }
    test::NumpyRandom unit(42);
    CHECK(unit.uniform(0.0, 1.0) == 0x1.8c43f79a2db24p-1);  // 0.7739560485559633
    CHECK(unit.uniform(0.0, 1.0) == 0x1.c16959869e47ep-2);
    test::NumpyRandom scaled(42);
    CHECK(scaled.uniform(1e-6, 1e-5) == 0x1.0b480566c8a7fp-17);
    CHECK(scaled.uniform(1e-6, 1e-5) == 0x1.4c2ebca0bb349p-18);
}

TEST_CASE("Currents equal badcrossbar's to all printed digits")
{
    for (const Published& published : kPublished) {
        CAPTURE(published.size, published.ohm);
        const NodalResult result = solvePublished(published.size, published.ohm);
        CHECK(sum(result.outputCurrentsA) == Approx(published.sumA).epsilon(1e-9).margin(0.0));
        CHECK(sum(result.idealCurrentsA) == Approx(published.idealA).epsilon(1e-9).margin(0.0));
        CHECK(std::abs(sum(result.relativeDrops) / static_cast<double>(published.size) - published.meanDrop) < 0.51e-5);
        CHECK(std::abs(*std::max_element(result.relativeDrops.begin(), result.relativeDrops.end()) - published.maxDrop) <
              0.51e-5);
        CHECK(result.relativeResidual < 1e-10);
    }
}

TEST_CASE("First and last current of 128 x 128 at 1 ohm equal badcrossbar's")
{
    const std::vector<double> currents = solvePublished(128, 1.0).outputCurrentsA;
    CHECK(currents.front() == Approx(7.028050160e-05).epsilon(1e-9).margin(0.0));
    CHECK(currents.back() == Approx(6.937294281e-05).epsilon(1e-9).margin(0.0));
}
