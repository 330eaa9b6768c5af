// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/pareto.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace mho {
namespace {

/// The points with all metrics to be minimised.
using Costs = std::vector<std::vector<double>>;

Costs toCosts(std::span<const std::vector<double>> points, std::span<const Direction> directions)
{
    if (directions.empty()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("A Pareto front needs at least one metric"));
    }
    Costs costs(points.begin(), points.end());
    for (std::size_t i = 0; i < costs.size(); ++i) {
        const bool finite = std::all_of(costs[i].begin(), costs[i].end(), [](double value) { return std::isfinite(value); });
        if (costs[i].size() != directions.size() || !finite) {
            throw Error(ErrorCode::InvalidArgument, MHO_TEXT("Design point %1 needs %2 finite metrics"),
                        {fmt::format("{}", i), fmt::format("{}", directions.size())});
        }
        for (std::size_t metric = 0; metric < directions.size(); ++metric) {
            if (directions[metric] == Direction::Maximise) {
                costs[i][metric] = -costs[i][metric];
            }
        }
    }
    return costs;
}

bool dominates(const std::vector<double>& a, const std::vector<double>& b)
{
    bool better = false;
    for (std::size_t metric = 0; metric < a.size(); ++metric) {
        if (a[metric] > b[metric]) {
            return false;
        }
        better = better || a[metric] < b[metric];
    }
    return better;
}

}  // namespace

std::vector<std::size_t> paretoFront(std::span<const std::vector<double>> points, std::span<const Direction> directions)
{
    const Costs costs = toCosts(points, directions);
    std::vector<std::size_t> order(costs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // In lexicographic order only an earlier point can dominate a later one, and a dominated point is dominated by one
    // of the front.
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return costs[a] < costs[b]; });

    std::vector<std::size_t> front;
    double best = std::numeric_limits<double>::infinity();
    for (const std::size_t i : order) {
        bool kept = false;
        if (!front.empty() && costs[i] == costs[front.back()]) {
            kept = true;
        } else if (directions.size() <= 2) {
            kept = directions.size() == 1 ? front.empty() : costs[i][1] < best;
        } else {
            kept = std::none_of(front.begin(), front.end(),
                                [&](std::size_t member) { return dominates(costs[member], costs[i]); });
        }
        if (kept) {
            best = std::min(best, costs[i].back());
            front.push_back(i);
        }
    }
    std::sort(front.begin(), front.end());
    return front;
}

}  // namespace mho
