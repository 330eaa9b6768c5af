// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/run_statistics.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>
#include <vector>

using namespace mho;

TEST_CASE("Student quantiles are those of the printed table")
{
    // Abramowitz and Stegun, table 26.10, two-sided 95 %: 12.706, 4.303, 2.571, 2.228, 2.093 (19), 2.042 (30), 2.000 (60).
    CHECK(studentQuantile(0.975, 1) == Approx(12.706).margin(5e-4));
    CHECK(studentQuantile(0.975, 2) == Approx(4.303).margin(5e-4));
    CHECK(studentQuantile(0.975, 5) == Approx(2.571).margin(5e-4));
    CHECK(studentQuantile(0.975, 10) == Approx(2.228).margin(5e-4));
    CHECK(studentQuantile(0.975, 19) == Approx(2.093).margin(5e-4));
    CHECK(studentQuantile(0.975, 30) == Approx(2.042).margin(5e-4));
    CHECK(studentQuantile(0.975, 60) == Approx(2.000).margin(5e-4));
    // Towards the normal distribution's 1.959964.
    CHECK(studentQuantile(0.975, 100'000) == Approx(1.959964).margin(5e-5));
}

TEST_CASE("Student distribution: closed forms of one and two degrees of freedom, and the density's integral")
{
    for (const double t : {-3.0, -0.4, 0.0, 0.7, 2.0, 11.0}) {
        CHECK(studentCdf(t, 1) == Approx(0.5 + std::atan(t) / std::numbers::pi).epsilon(1e-12));
        CHECK(studentCdf(t, 2) == Approx(0.5 + t / (2.0 * std::sqrt(2.0 + t * t))).epsilon(1e-12));
    }
    for (const int nu : {3, 4, 7, 49}) {
        const double scale = std::exp(std::lgamma((nu + 1) / 2.0) - std::lgamma(nu / 2.0)) / std::sqrt(nu * std::numbers::pi);
        constexpr int kSteps = 20'000;
        constexpr double kEnd = 2.5;
        double integral = 0.0;
        for (int i = 0; i < kSteps; ++i) {
            const double x = (i + 0.5) * kEnd / kSteps;
            integral += scale * std::pow(1.0 + x * x / nu, -(nu + 1) / 2.0) * kEnd / kSteps;
        }
        CHECK(studentCdf(kEnd, nu) - 0.5 == Approx(integral).epsilon(1e-7));
    }
}

TEST_CASE("Statistics of runs by hand")
{
    const std::vector<double> values{98.0, 97.0, 99.0, 98.0};
    const RunStatistics result = runStatistics(values);
    CHECK(result.runs == 4);
    CHECK(result.mean == Approx(98.0));
    CHECK(result.deviation == Approx(std::sqrt(2.0 / 3.0)));
    CHECK(result.halfWidth == Approx(3.18245 * std::sqrt(2.0 / 3.0) / 2.0).epsilon(1e-5));  // t(0.975, 3)
    CHECK(result.lowest == 97.0);
    CHECK(result.highest == 99.0);
    const std::vector<double> one{5.0};
    CHECK(runStatistics(one).mean == 5.0);
    CHECK(std::isnan(runStatistics(one).halfWidth));
    // Equal runs: no spread.
    CHECK(runStatistics(std::vector<double>(10, 3.0)).halfWidth == 0.0);
}
