// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds that keep the groups of largest norm, against all subsets of groups as their definitions give them.
#include "core/compress/group_constraint.h"
#include "tests/core/compress/constraints/constraint_cases.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace {

using namespace cases;
using mho::ProjectionRule;
using Places = std::vector<std::optional<Place>>;

constexpr int kMostGroups = 12;

/// Groups numbered in the order of their places.
std::map<Place, int> numbers(const Places& places)
{
    std::map<Place, int> result;
    for (const auto& place : places) {
        if (place) {
            result[*place] = 0;
        }
    }
    int number = 0;
    for (auto& [place, index] : result) {
        index = number++;
    }
    return result;
}

/// Least squared distance over all sets of at most `kept` groups.
double bruteForce(const std::vector<float>& weights, const Places& places, int kept)
{
    const std::map<Place, int> number = numbers(places);
    double best = std::numeric_limits<double>::infinity();
    for (unsigned set = 0; set < (1U << number.size()); ++set) {
        if (__builtin_popcount(set) > kept) {
            continue;
        }
        double distance = 0.0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const bool stays = places[i] && (set >> number.at(*places[i]) & 1U) != 0;
            distance += stays ? 0.0 : static_cast<double>(weights[i]) * static_cast<double>(weights[i]);
        }
        best = std::min(best, distance);
    }
    return best;
}

/// Score of each group: squared norm, or by the paper the sum over channels of the norms over filters.
std::vector<double> scoresByDefinition(const Case& at, const std::vector<float>& weights, const Places& places)
{
    const std::map<Place, int> number = numbers(places);
    const auto k = static_cast<std::size_t>(at.context.layer.columns);
    std::vector<std::map<std::size_t, double>> columns(number.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (places[i]) {
            columns[static_cast<std::size_t>(number.at(*places[i]))][i % k] +=
                static_cast<double>(weights[i]) * static_cast<double>(weights[i]);
        }
    }
    std::vector<double> result;
    for (const auto& group : columns) {
        result.push_back(std::accumulate(group.begin(), group.end(), 0.0, [&](double sum, const auto& column) {
            return sum + (at.spec.rule == ProjectionRule::Paper ? std::sqrt(column.second) : column.second);
        }));
    }
    return result;
}

/// The weights of the `kept` groups of largest score, the lower number first among equals.
std::vector<float> bestByDefinition(const Case& at, const std::vector<float>& weights, const Places& places, int kept)
{
    const std::map<Place, int> number = numbers(places);
    const std::vector<double> scores = scoresByDefinition(at, weights, places);
    std::vector<int> order(scores.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return scores[static_cast<std::size_t>(a)] > scores[static_cast<std::size_t>(b)]; });
    order.resize(std::min(order.size(), static_cast<std::size_t>(kept)));
    std::vector<float> result(weights.size(), 0.0F);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (places[i] && std::find(order.begin(), order.end(), number.at(*places[i])) != order.end()) {
            result[i] = weights[i];
        }
    }
    return result;
}

/// True when at most `kept` groups, and nothing outside of them, is not zero.
bool isInSet(const std::vector<float>& weights, const Places& places, int kept)
{
    std::map<Place, bool> used;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] != 0.0F) {
            if (!places[i]) {
                return false;
            }
            used[*places[i]] = true;
        }
    }
    return static_cast<int>(used.size()) <= kept;
}

void checkProjection(const mho::GroupConstraint& constraint, const Case& at, const std::vector<float>& weights, int kept)
{
    const Places places = placesByDefinition(constraint, at.context, at.spec);
    const mho::LayerMask mask = constraint.project(at.context, at.spec, weights);
    const std::vector<float> projected = masked(weights, mask);
    CHECK(projected == bestByDefinition(at, weights, places, kept));
    CHECK(constraint.satisfied(at.context, at.spec, projected));
    CHECK(constraint.satisfied(at.context, at.spec, weights) == isInSet(weights, places, kept));
    CHECK(masked(projected, constraint.project(at.context, at.spec, projected)) == projected);
    const mho::GroupRanking ranking = mho::rankGroups(constraint.scores(at.context, at.spec, weights));
    CHECK(constraint.projectRanked(at.context, at.spec, ranking) == mask);
    if (at.spec.rule == ProjectionRule::Euclidean) {
        CHECK(squaredDistance(weights, projected) == Approx(bruteForce(weights, places, kept)).margin(1e-12));
        double outside = 0.0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            outside += places[i] ? 0.0 : static_cast<double>(weights[i]) * static_cast<double>(weights[i]);
        }
        const std::size_t stay = std::min(static_cast<std::size_t>(kept), ranking.order.size());
        CHECK(ranking.droppedEnergy[stay] + outside == Approx(squaredDistance(weights, projected)).margin(1e-12));
    }
}

}  // namespace

TEST_CASE("Groups: no point of the set is nearer than the projection, and among equal groups the lower one stays")
{
    for (const mho::Constraint* kind : mho::constraints()) {
        const mho::GroupConstraint* constraint = kind->asGroups();
        if (constraint == nullptr) {
            continue;
        }
        mho::RandomStream random{17};
        for (int trial = 0, tried = 0; tried < 40; ++trial) {
            REQUIRE(trial < 4000);
            Case at = randomCase(*kind, random);
            const auto all = static_cast<int>(constraint->groups(at.context, at.spec));
            if (all > kMostGroups) {
                continue;
            }
            ++tried;
            at.spec.rule = kind->hasPaperRule() && tried % 2 == 0 ? ProjectionRule::Paper : ProjectionRule::Euclidean;
            const std::vector<float> weights =
                tried % 4 < 2 ? normalWeights(at.context.layer, random) : wholeWeights(at.context.layer, random);
            for (int kept = 1; kept <= all; ++kept) {
                INFO(kind->name() << ", " << kept << " of " << all << " groups, trial " << trial);
                at.spec.ratio = static_cast<double>(all) / kept;
                REQUIRE(constraint->keptGroups(at.context, at.spec) == kept);
                checkProjection(*constraint, at, weights, kept);
            }
        }
    }
}

TEST_CASE("Groups: numbers, count and scores are those of the definition")
{
    for (const mho::Constraint* kind : mho::constraints()) {
        const mho::GroupConstraint* constraint = kind->asGroups();
        if (constraint == nullptr) {
            continue;
        }
        mho::RandomStream random{29};
        for (int trial = 0; trial < 60; ++trial) {
            INFO(kind->name() << ", trial " << trial);
            const Case at = randomCase(*kind, random);
            const Places places = placesByDefinition(*kind, at.context, at.spec);
            const std::map<Place, int> number = numbers(places);
            const std::vector<std::uint32_t> groups = constraint->groupOf(at.context, at.spec);
            REQUIRE(groups.size() == places.size());
            for (std::size_t i = 0; i < groups.size(); ++i) {
                REQUIRE(groups[i] ==
                        (places[i] ? static_cast<std::uint32_t>(number.at(*places[i])) : mho::GroupConstraint::kNoGroup));
            }
            const std::vector<float> weights = normalWeights(at.context.layer, random);
            const std::vector<double> scores = constraint->scores(at.context, at.spec, weights);
            const std::vector<double> expected = scoresByDefinition(at, weights, places);
            REQUIRE(scores.size() == expected.size());
            for (std::size_t g = 0; g < scores.size(); ++g) {
                REQUIRE(scores[g] == Approx(expected[g]).epsilon(1e-12));
            }
            const mho::LayerContext dense = mho::denseContext(at.context.layer, at.context.tiling);
            CHECK(constraint->groups(at.context, at.spec) ==
                  static_cast<std::int64_t>(numbers(placesByDefinition(*kind, dense, at.spec)).size()));
        }
    }
}
