// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/group_constraint.h"
#include "tests/core/compress/constraints/constraint_cases.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace cases;

namespace {

/// Flags of the `count` largest magnitudes by sorting, the lower index first among equals.
std::vector<std::uint8_t> sortedFlags(const std::vector<float>& weights, std::size_t count)
{
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return std::abs(weights[a]) > std::abs(weights[b]); });
    std::vector<std::uint8_t> flags(weights.size(), 0);
    for (std::size_t i = 0; i < count; ++i) {
        flags[order[i]] = 1;
    }
    return flags;
}

}  // namespace

TEST_CASE("Unstructured: the largest magnitudes of a large layer, over the whole range of floats and with ties")
{
    const mho::Constraint& constraint = mho::findConstraint("unstructured");
    const mho::WeightLayer layer = linear(300, 1001);
    const mho::LayerContext context = mho::denseContext(layer, {});
    mho::RandomStream random{5};
    std::vector<float> wide = normalWeights(layer, random);
    for (float& weight : wide) {
        weight = std::ldexp(weight, static_cast<int>(random.below(250)) - 140);  // from below the least normal float
    }
    wide[7] = std::numeric_limits<float>::max();
    wide[8] = -std::numeric_limits<float>::denorm_min();
    wide[9] = -0.0F;
    for (const std::vector<float>& weights : {normalWeights(layer, random), wholeWeights(layer, random), wide}) {
        for (const std::int64_t kept :
             {std::int64_t{1}, std::int64_t{2}, layer.weights() / 7, layer.weights() / 2, layer.weights() - 1}) {
            mho::ConstraintSpec spec{"unstructured", static_cast<double>(layer.weights()) / static_cast<double>(kept)};
            INFO(kept << " kept");
            const mho::LayerMask mask = constraint.project(context, spec, weights);
            CHECK(mask.keptWeights() == kept);
            CHECK(mask.elements == sortedFlags(weights, static_cast<std::size_t>(kept)));
        }
    }
    CHECK(constraint.project(context, {"unstructured", 1.0}, wide) == mho::LayerMask::dense(300, 1001));
}

TEST_CASE("Unstructured: the same where evenly spaced weights tell nothing of the others")
{
    const mho::WeightLayer layer = linear(512, 256);
    mho::RandomStream random{12};
    std::vector<float> weights = normalWeights(layer, random);
    for (std::size_t i = 0; i < weights.size(); i += 8) {
        weights[i] *= 1000.0F;
    }
    for (const std::int64_t kept : {layer.weights() / 16, layer.weights() / 3, layer.weights() - 5}) {
        const mho::ConstraintSpec spec{"unstructured", static_cast<double>(layer.weights()) / static_cast<double>(kept)};
        const mho::LayerMask mask = mho::findConstraint("unstructured").project(mho::denseContext(layer, {}), spec, weights);
        CHECK(mask.elements == sortedFlags(weights, static_cast<std::size_t>(kept)));
    }
}

TEST_CASE("Unstructured: a preview projects without a ranking, to the same mask")
{
    const mho::GroupConstraint& constraint = *mho::findConstraint("unstructured").asGroups();
    CHECK_FALSE(constraint.isWorthRanking());
    CHECK(mho::findConstraint("tile").asGroups()->isWorthRanking());
}
