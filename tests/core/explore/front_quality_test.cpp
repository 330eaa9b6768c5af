// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/front_quality.h"

#include "core/base/random.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mho;

namespace {

using Points = std::vector<std::vector<double>>;

/// Unit cells of a small grid of whole numbers that some point dominates, counted one by one.
double countedVolume(const Points& points, const std::vector<Direction>& directions, const std::vector<double>& reference, int size)
{
    double count = 0.0;
    std::vector<int> cell(directions.size(), 0);
    for (bool more = true; more;) {
        // The cell lies between `cell` and `cell` + 1 of each metric's axis, 0..size.
        const bool dominated = std::any_of(points.begin(), points.end(), [&](const std::vector<double>& point) {
            for (std::size_t m = 0; m < directions.size(); ++m) {
                const bool reached = directions[m] == Direction::Minimise ? point[m] <= cell[m] && cell[m] + 1 <= reference[m]
                                                                           : point[m] >= cell[m] + 1 && cell[m] >= reference[m];
                if (!reached) {
                    return false;
                }
            }
            return true;
        });
        count += dominated ? 1.0 : 0.0;
        std::size_t m = 0;
        while (m < cell.size() && ++cell[m] == size) {
            cell[m++] = 0;
        }
        more = m < cell.size();
    }
    return count;
}

}  // namespace

TEST_CASE("A hypervolume by hand: two boxes that overlap")
{
    const Points points{{1, 4}, {3, 2}, {3, 5}};
    const std::vector<Direction> down{Direction::Minimise, Direction::Minimise};
    // (6-1)(6-4) + (6-3)(6-2) less what both have, (6-3)(6-4).
    CHECK(hypervolume(points, down, std::vector<double>{6, 6}) == Approx(10.0 + 12.0 - 6.0));
    CHECK(hypervolume(points, down, std::vector<double>{2, 6}) == Approx(2.0));
    CHECK(hypervolume(points, down, std::vector<double>{1, 4}) == 0.0);
    CHECK(hypervolume(points, std::vector<Direction>{Direction::Minimise, Direction::Maximise}, std::vector<double>{6, 0}) == Approx(5.0 * 4.0 + 3.0));
    CHECK(worstPoint(points, down) == std::vector<double>{3, 5});
    CHECK(worstPoint(points, std::vector<Direction>{Direction::Maximise, Direction::Minimise}) == std::vector<double>{1, 5});
}

TEST_CASE("A hypervolume is the number of dominated unit cells")
{
    RandomStream stream{3};
    for (int round = 0; round < 300; ++round) {
        const std::size_t metrics = 1 + stream.below(4);
        constexpr int kSize = 6;
        std::vector<Direction> directions;
        std::vector<double> reference;
        for (std::size_t m = 0; m < metrics; ++m) {
            directions.push_back(stream.below(2) == 0 ? Direction::Minimise : Direction::Maximise);
            reference.push_back(static_cast<double>(stream.below(kSize + 1)));
        }
        Points points(stream.below(8));
        for (std::vector<double>& point : points) {
            for (std::size_t m = 0; m < metrics; ++m) {
                point.push_back(static_cast<double>(stream.below(kSize + 1)));
            }
        }
        CHECK(hypervolume(points, directions, reference) == Approx(countedVolume(points, directions, reference, kSize)));
    }
}

TEST_CASE("The knee lies farthest below the line through both ends")
{
    // Accuracy up, crossbars down: 98.9 % at 120 crossbars is where the curve bends.
    const Points points{{99.0, 400}, {98.9, 120}, {96.0, 100}, {90.0, 90}, {98.0, 300}};
    const std::vector<Direction> directions{Direction::Maximise, Direction::Minimise};
    CHECK(kneePoint(points, directions) == 1U);
    // Scale and unit of a metric do not matter.
    Points scaled = points;
    for (std::vector<double>& point : scaled) {
        point[1] = point[1] * 1e-9 + 7.0;
    }
    CHECK(kneePoint(scaled, directions) == 1U);
    CHECK_FALSE(kneePoint(Points{}, directions));
    CHECK_FALSE(kneePoint(Points{{99.0, 4}, {99.0, 4}}, directions));
    // Two ends alone, a straight front, a bay: no knee.
    CHECK_FALSE(kneePoint(Points{{1.0, 1.0}, {0.0, 0.0}}, directions));
    CHECK_FALSE(kneePoint(Points{{1.0, 1.0}, {0.5, 0.5}, {0.0, 0.0}}, directions));
    CHECK_FALSE(kneePoint(Points{{1.0, 1.0}, {0.2, 0.8}, {0.0, 0.0}}, directions));
    CHECK_FALSE(kneePoint(Points{{0, 1, 1}, {1, 0, 0.2}, {1, 0.2, 0}, {0.1, 0.7, 0.7}}, std::vector<Direction>(3, Direction::Minimise)));
}
