// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/pareto.h"

#include "core/base/error.h"
#include "core/base/random.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <cmath>

using namespace mho;

namespace {

using Points = std::vector<std::vector<double>>;
using Indices = std::vector<std::size_t>;

/// The definition, word for word.
Indices bruteForce(const Points& points, const std::vector<Direction>& directions)
{
    Indices front;
    for (std::size_t b = 0; b < points.size(); ++b) {
        bool dominated = false;
        for (const std::vector<double>& a : points) {
            bool asGood = true;
            bool better = false;
            for (std::size_t m = 0; m < directions.size(); ++m) {
                const bool minimise = directions[m] == Direction::Minimise;
                asGood = asGood && (minimise ? a[m] <= points[b][m] : a[m] >= points[b][m]);
                better = better || (minimise ? a[m] < points[b][m] : a[m] > points[b][m]);
            }
            dominated = dominated || (asGood && better);
        }
        if (!dominated) {
            front.push_back(b);
        }
    }
    return front;
}

}  // namespace

TEST_CASE("A front by hand: accuracy up, energy down, duplicates kept")
{
    const Points points{{99.1, 5}, {98.0, 2}, {98.0, 3}, {99.1, 5}, {97.0, 2}, {99.2, 9}};
    const std::vector<Direction> directions{Direction::Maximise, Direction::Minimise};
    CHECK(paretoFront(points, directions) == Indices{0, 1, 3, 5});
}

TEST_CASE("The front equals the definition's on random points, ties included")
{
    RandomStream stream{11};
    for (int round = 0; round < 600; ++round) {
        const std::size_t metrics = 1 + stream.below(4);
        std::vector<Direction> directions;
        for (std::size_t m = 0; m < metrics; ++m) {
            directions.push_back(stream.below(2) == 0 ? Direction::Minimise : Direction::Maximise);
        }
        const std::uint64_t values = 2 + stream.below(20);
        Points points(stream.below(40));
        for (std::vector<double>& point : points) {
            for (std::size_t m = 0; m < metrics; ++m) {
                point.push_back(static_cast<double>(stream.below(values)) - 3);
            }
        }
        REQUIRE(paretoFront(points, directions) == bruteForce(points, directions));
    }
}

TEST_CASE("Two metrics stay fast when every point is on the front")
{
    Points points;
    for (int i = 0; i < 200'000; ++i) {
        points.push_back({static_cast<double>(i), static_cast<double>(-i)});
    }
    const std::vector<Direction> directions{Direction::Minimise, Direction::Minimise};
    const auto start = std::chrono::steady_clock::now();
    CHECK(paretoFront(points, directions).size() == points.size());
    // A quadratic search takes 4e10 comparisons, minutes on any machine.
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}

TEST_CASE("Points without a value for each metric are refused")
{
    const std::vector<Direction> two{Direction::Minimise, Direction::Minimise};
    CHECK(paretoFront({}, two).empty());
    CHECK_THROWS_AS(paretoFront(Points{{1.0}}, two), Error);
    CHECK_THROWS_AS(paretoFront(Points{{1.0, NAN}}, two), Error);
    CHECK_THROWS_AS(paretoFront(Points{{}}, std::vector<Direction>{}), Error);
}
