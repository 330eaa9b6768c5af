// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraint.h"
#include "core/base/random.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

namespace {

mho::WeightLayer smallLayer()
{
    mho::WeightLayer layer;
    layer.name = "conv";
    layer.convolution = true;
    layer.filters = 4;
    layer.channels = 3;
    layer.kernelPositions = 2;
    layer.columns = 6;
    return layer;
}

/// Which group weight (row, column) belongs to, from the definition of each kind.
std::int64_t groupOf(std::string_view kind, const mho::WeightLayer& layer, std::int64_t row, std::int64_t column)
{
    return kind == "filter" ? row : kind == "filter-shape" ? column : column / layer.kernelPositions;
}

std::vector<float> randomWeights(const mho::WeightLayer& layer, std::uint64_t seed)
{
    mho::RandomStream random{seed};
    std::vector<float> weights(static_cast<std::size_t>(layer.weights()));
    for (float& weight : weights) {
        weight = static_cast<float>(random.normal());
    }
    return weights;
}

std::vector<float> masked(std::vector<float> weights, const mho::LayerMask& mask)
{
    const std::vector<std::uint8_t> kept = mask.expanded();
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] = kept[i] != 0 ? weights[i] : 0.0F;
    }
    return weights;
}

double squaredDistance(const std::vector<float>& a, const std::vector<float>& b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
        sum += difference * difference;
    }
    return sum;
}

/// Least squared distance over all sets of at most `kept` groups.
double bruteForce(const mho::Constraint& constraint, const mho::WeightLayer& layer, const std::vector<float>& weights, int kept)
{
    double best = std::numeric_limits<double>::infinity();
    for (unsigned set = 0; set < (1U << constraint.groups(layer)); ++set) {
        if (__builtin_popcount(set) > kept) {
            continue;
        }
        double distance = 0.0;
        for (std::int64_t row = 0; row < layer.filters; ++row) {
            for (std::int64_t column = 0; column < layer.columns; ++column) {
                if ((set >> groupOf(constraint.name(), layer, row, column) & 1U) == 0) {
                    const auto weight = static_cast<double>(weights[static_cast<std::size_t>(row * layer.columns + column)]);
                    distance += weight * weight;
                }
            }
        }
        best = std::min(best, distance);
    }
    return best;
}

}  // namespace

TEST_CASE("No point of the set is nearer than the projection, and projecting again changes nothing")
{
    const mho::WeightLayer layer = smallLayer();
    for (const mho::Constraint* constraint : mho::constraints()) {
        const auto groups = static_cast<int>(constraint->groups(layer));
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const std::vector<float> weights = randomWeights(layer, seed);
            const mho::GroupRanking ranking = constraint->rank(layer, weights);
            for (int kept = 1; kept <= groups; ++kept) {
                INFO(constraint->name() << ", " << kept << " groups, seed " << seed);
                const double ratio = static_cast<double>(groups) / kept;
                REQUIRE(constraint->keptGroups(layer, ratio) == kept);
                const std::vector<float> projected = masked(weights, constraint->project(layer, ranking, ratio));
                CHECK(squaredDistance(weights, projected) ==
                      Approx(bruteForce(*constraint, layer, weights, kept)).margin(1e-12));
                CHECK(ranking.droppedEnergy[static_cast<std::size_t>(kept)] ==
                      Approx(squaredDistance(weights, projected)).margin(1e-12));
                CHECK(constraint->satisfied(layer, projected, ratio));
                CHECK(constraint->satisfied(layer, weights, ratio) == (kept == groups));
                CHECK(masked(projected, constraint->project(layer, constraint->rank(layer, projected), ratio)) == projected);
            }
        }
    }
}

TEST_CASE("Among groups of equal norm the lower index stays")
{
    const mho::WeightLayer layer = smallLayer();
    const std::vector<float> weights(24, -0.5F);
    for (const mho::Constraint* constraint : mho::constraints()) {
        const auto groups = constraint->groups(layer);
        const mho::LayerMask mask =
            constraint->project(layer, constraint->rank(layer, weights), static_cast<double>(groups) / 2.0);
        for (std::int64_t row = 0; row < layer.filters; ++row) {
            for (std::int64_t column = 0; column < layer.columns; ++column) {
                CHECK(mask.kept(row, column) == (groupOf(constraint->name(), layer, row, column) < 2));
            }
        }
    }
}

TEST_CASE("Norms of a large matrix are the plain sums")
{
    mho::WeightLayer layer = smallLayer();
    layer.filters = 257;
    layer.channels = 301;
    layer.kernelPositions = 9;
    layer.columns = 301 * 9;
    const std::vector<float> weights = randomWeights(layer, 7);
    for (const mho::Constraint* constraint : mho::constraints()) {
        std::vector<double> expected(static_cast<std::size_t>(constraint->groups(layer)), 0.0);
        for (std::int64_t row = 0; row < layer.filters; ++row) {
            for (std::int64_t column = 0; column < layer.columns; ++column) {
                const auto weight = static_cast<double>(weights[static_cast<std::size_t>(row * layer.columns + column)]);
                expected[static_cast<std::size_t>(groupOf(constraint->name(), layer, row, column))] += weight * weight;
            }
        }
        const std::vector<double> norms = constraint->squaredNorms(layer, weights);
        REQUIRE(norms.size() == expected.size());
        for (std::size_t group = 0; group < norms.size(); ++group) {
            REQUIRE(norms[group] == Approx(expected[group]).epsilon(1e-12));
        }
    }
}

TEST_CASE("Ratios: rounding down, at least one group, and what is refused")
{
    mho::WeightLayer layer = smallLayer();
    layer.filters = 500;
    const mho::Constraint& filter = mho::findConstraint("filter");
    for (int kept = 1; kept <= 500; ++kept) {
        REQUIRE(filter.keptGroups(layer, 500.0 / kept) == kept);
    }
    CHECK(filter.keptGroups(layer, 3.0) == 166);
    CHECK(filter.validate(layer, 1.0).empty());
    CHECK(filter.validate(layer, 500.0).empty());
    CHECK(filter.validate(layer, 501.0).size() == 1);
    CHECK(filter.validate(layer, 0.99).size() == 1);
    CHECK(filter.validate(layer, std::numeric_limits<double>::quiet_NaN()).size() == 1);
    CHECK_THROWS_AS(mho::findConstraint("fliter"), mho::Error);
}
