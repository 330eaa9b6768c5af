// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/front_quality.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace mho {
namespace {

using Costs = std::vector<std::vector<double>>;

double cost(double value, Direction direction)
{
    return direction == Direction::Minimise ? value : -value;
}

std::vector<double> costsOf(std::span<const double> point, std::span<const Direction> directions)
{
    std::vector<double> costs;
    for (std::size_t metric = 0; metric < directions.size(); ++metric) {
        costs.push_back(cost(point[metric], directions[metric]));
    }
    return costs;
}

bool asGood(const std::vector<double>& a, const std::vector<double>& b, std::size_t metrics)
{
    return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(metrics), b.begin(), [](double x, double y) { return x <= y; });
}

/// Adds a point to those of a slice, which keeps only points that no other is as good as in its metrics.
void reach(Costs& slice, const std::vector<double>& point, std::size_t metrics)
{
    if (std::any_of(slice.begin(), slice.end(), [&](const std::vector<double>& other) { return asGood(other, point, metrics); })) {
        return;
    }
    std::erase_if(slice, [&](const std::vector<double>& other) { return asGood(point, other, metrics); });
    slice.push_back(point);
}

/// Volume of the union of the boxes from each point to the reference over the first `metrics` metrics: slices along the last of
/// them, each as thick as no point more or less lies in it.
double volume(Costs points, const std::vector<double>& reference, std::size_t metrics)
{
    if (points.empty()) {
        return 0.0;
    }
    const std::size_t last = metrics - 1;
    std::sort(points.begin(), points.end(),
              [&](const std::vector<double>& a, const std::vector<double>& b) { return a[last] < b[last]; });
    if (metrics == 1) {
        return reference[0] - points.front()[0];
    }
    double sum = 0.0;
    Costs reached;
    for (std::size_t at = 0; at < points.size(); ++at) {
        reach(reached, points[at], last);
        const double end = at + 1 < points.size() ? points[at + 1][last] : reference[last];
        if (end > points[at][last]) {
            sum += (end - points[at][last]) * volume(reached, reference, last);
        }
    }
    return sum;
}

}  // namespace

std::vector<double> worstPoint(std::span<const std::vector<double>> points, std::span<const Direction> directions)
{
    assert(!points.empty());
    std::vector<double> worst = points.front();
    for (const std::vector<double>& point : points) {
        for (std::size_t metric = 0; metric < directions.size(); ++metric) {
            worst[metric] = directions[metric] == Direction::Minimise ? std::max(worst[metric], point[metric])
                                                                      : std::min(worst[metric], point[metric]);
        }
    }
    return worst;
}

double hypervolume(std::span<const std::vector<double>> points, std::span<const Direction> directions, std::span<const double> reference)
{
    assert(reference.size() == directions.size());
    const std::vector<double> limit = costsOf(reference, directions);
    Costs within;
    for (const std::size_t at : paretoFront(points, directions)) {
        std::vector<double> costs = costsOf(points[at], directions);
        const bool inside = std::equal(costs.begin(), costs.end(), limit.begin(), [](double a, double b) { return a <= b; });
        if (inside) {
            within.push_back(std::move(costs));
        }
    }
    return volume(std::move(within), limit, directions.size());
}

std::optional<std::size_t> kneePoint(std::span<const std::vector<double>> points, std::span<const Direction> directions)
{
    const std::vector<std::size_t> front = paretoFront(points, directions);
    if (directions.size() != 2) {
        return std::nullopt;
    }
    std::vector<double> lowest(directions.size(), std::numeric_limits<double>::infinity());
    std::vector<double> highest(directions.size(), -std::numeric_limits<double>::infinity());
    for (const std::size_t at : front) {
        const std::vector<double> costs = costsOf(points[at], directions);
        for (std::size_t metric = 0; metric < costs.size(); ++metric) {
            lowest[metric] = std::min(lowest[metric], costs[metric]);
            highest[metric] = std::max(highest[metric], costs[metric]);
        }
    }
    if (front.empty() || lowest == highest) {
        return std::nullopt;
    }
    // On lines of equal distance from that one the scaled metrics have equal sums; on itself it is 1, up to rounding.
    constexpr double kOnTheLine = 1.0 - 1e-12;
    std::optional<std::size_t> knee;
    double least = kOnTheLine;
    for (const std::size_t at : front) {
        const std::vector<double> costs = costsOf(points[at], directions);
        double sum = 0.0;
        for (std::size_t metric = 0; metric < costs.size(); ++metric) {
            const double range = highest[metric] - lowest[metric];
            sum += range > 0.0 ? (costs[metric] - lowest[metric]) / range : 0.0;
        }
        if (sum < least) {
            least = sum;
            knee = at;
        }
    }
    return knee;
}

}  // namespace mho
