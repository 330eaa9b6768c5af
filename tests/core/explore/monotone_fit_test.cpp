// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/monotone_fit.h"

#include "core/base/random.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace mho;

namespace {

double squares(const std::vector<SamplePoint>& samples, const std::vector<double>& fitted)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        sum += (samples[i].y - fitted[i]) * (samples[i].y - fitted[i]);
    }
    return sum;
}

/// Least squares over all rising curves with values on a grid that holds the optimum: means of runs of samples.
double bestByBruteForce(const std::vector<SamplePoint>& samples)
{
    const std::size_t cuts = std::size_t{1} << (samples.size() - 1);
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t cut = 0; cut < cuts; ++cut) {
        std::vector<double> fitted;
        double last = -std::numeric_limits<double>::infinity();
        bool rising = true;
        for (std::size_t first = 0; first < samples.size();) {
            std::size_t end = first + 1;
            while (end < samples.size() && ((cut >> (end - 1)) & 1U) == 0) {
                ++end;
            }
            double mean = 0.0;
            for (std::size_t i = first; i < end; ++i) {
                mean += samples[i].y / static_cast<double>(end - first);
            }
            rising = rising && mean >= last;
            last = mean;
            fitted.insert(fitted.end(), end - first, mean);
            first = end;
        }
        if (rising) {
            best = std::min(best, squares(samples, fitted));
        }
    }
    return best;
}

}  // namespace

TEST_CASE("A monotone fit is the nearest monotone curve")
{
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        RandomStream random({seed});
        std::vector<SamplePoint> samples;
        const std::uint64_t count = 2 + random.below(8);
        for (std::uint64_t i = 0; i < count; ++i) {
            samples.push_back({static_cast<double>(i), random.normal()});
        }
        const MonotoneFit fit(samples, Direction::Maximise);
        std::vector<double> fitted;
        for (const SamplePoint& sample : samples) {
            fitted.push_back(fit.at(sample.x));
            CHECK((fitted.size() < 2 || fitted.back() >= fitted[fitted.size() - 2] - 1e-12));
        }
        CHECK(squares(samples, fitted) == Approx(bestByBruteForce(samples)).margin(1e-12));
    }
}

TEST_CASE("A monotone fit is straight between samples and level outside")
{
    const MonotoneFit fit({{2.0, 6.0}, {0.0, 10.0}, {4.0, 5.0}}, Direction::Minimise);
    CHECK(fit.at(-1.0) == 10.0);
    CHECK(fit.at(1.0) == 8.0);
    CHECK(fit.at(3.0) == 5.5);
    CHECK(fit.at(9.0) == 5.0);
    CHECK(*fit.lastAtLeast(8.0) == 1.0);
    CHECK(*fit.lastAtLeast(5.0) == 4.0);
    CHECK_FALSE(fit.lastAtLeast(11.0));
    const MonotoneFit equal({{1.0, 3.0}, {1.0, 5.0}, {2.0, 2.0}}, Direction::Minimise);
    CHECK(equal.at(1.0) == 4.0);
}

TEST_CASE("The error of a monotone fit leaves each sample out in turn")
{
    CHECK_FALSE(MonotoneFit({{0.0, 1.0}, {1.0, 0.0}}, Direction::Minimise).leaveOneOutError());
    // Each foretold by the other two: level outside, straight between.
    const MonotoneFit fit({{0.0, 10.0}, {1.0, 6.0}, {2.0, 3.0}}, Direction::Minimise);
    const double expected = std::sqrt(((6.0 - 10.0) * (6.0 - 10.0) + (6.5 - 6.0) * (6.5 - 6.0) + (6.0 - 3.0) * (6.0 - 3.0)) / 3.0);
    CHECK(*fit.leaveOneOutError() == Approx(expected));
    // Samples of one x are left out together.
    CHECK_FALSE(MonotoneFit({{0.0, 1.0}, {0.0, 1.1}, {1.0, 0.0}}, Direction::Minimise).leaveOneOutError());
    const MonotoneFit twice({{0.0, 10.0}, {0.0, 10.0}, {1.0, 6.0}, {1.0, 6.0}, {2.0, 3.0}, {2.0, 3.0}}, Direction::Minimise);
    CHECK(*twice.leaveOneOutError() == Approx(expected));
}

TEST_CASE("Rank correlation")
{
    const std::vector<double> x{1.0, 2.0, 3.0, 4.0, 5.0};
    CHECK(*rankCorrelation(x, std::vector<double>{1.0, 8.0, 27.0, 64.0, 125.0}) == Approx(1.0));
    CHECK(*rankCorrelation(x, std::vector<double>{5.0, 4.0, 3.0, 2.0, 1.0}) == Approx(-1.0));
    // Without ties 1 - 6 sum d^2 / (n (n^2 - 1)); d = 0, 1, 1, 1, 1 here.
    CHECK(*rankCorrelation(x, std::vector<double>{1.0, 3.0, 2.0, 5.0, 4.0}) == Approx(1.0 - 6.0 * 4.0 / (5.0 * 24.0)));
    // scipy.stats.spearmanr([1, 2, 2, 3], [1, 2, 3, 4]) = 0.9486832980505138
    CHECK(*rankCorrelation(std::vector<double>{1.0, 2.0, 2.0, 3.0}, std::vector<double>{1.0, 2.0, 3.0, 4.0}) == Approx(0.9486832980505138));
    CHECK_FALSE(rankCorrelation(x, std::vector<double>{2.0, 2.0, 2.0, 2.0, 2.0}));
}
