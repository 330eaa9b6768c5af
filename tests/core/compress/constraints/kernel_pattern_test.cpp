// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/compress/constraints/constraint_cases.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>
#include <set>

using namespace cases;

namespace {

using Positions = std::set<std::pair<int, int>>;

/// The library from its description: the corners, pairs of the top and bottom rows, pairs of the left and right columns, corner
/// squares; each is what a pattern removes.
std::vector<Positions> library()
{
    std::vector<Positions> removed;
    removed.push_back(Positions{{0, 0}, {0, 2}, {2, 0}, {2, 2}});
    for (const int a : {0, 1}) {
        for (const int b : {0, 1}) {
            removed.push_back(Positions{{0, a}, {0, a + 1}, {2, b}, {2, b + 1}});
            removed.push_back(Positions{{a, 0}, {a + 1, 0}, {b, 2}, {b + 1, 2}});
            removed.push_back(Positions{{a, b}, {a, b + 1}, {a + 1, b}, {a + 1, b + 1}});
        }
    }
    return removed;
}

double energyOf(const float* kernel, const Positions& positions)
{
    double sum = 0.0;
    for (const auto& [y, x] : positions) {
        const auto value = static_cast<double>(kernel[y * 3 + x]);
        sum += value * value;
    }
    return sum;
}

}  // namespace

TEST_CASE("Kernel pattern: each kernel is left with five weights, by the pattern that loses least")
{
    const mho::Constraint& constraint = mho::findConstraint("kernel-pattern");
    const std::vector<Positions> patterns = library();
    REQUIRE(std::set<Positions>(patterns.begin(), patterns.end()).size() == 13);
    mho::RandomStream random{8};
    for (const std::int64_t groups : {1, 2}) {
        const mho::LayerContext context = mho::denseContext(convolution(12, 5, 3, groups), {});
        for (const std::vector<float>& weights : {normalWeights(context.layer, random), wholeWeights(context.layer, random)}) {
            const mho::LayerMask mask = constraint.project(context, {"kernel-pattern"}, weights);
            const std::vector<std::uint8_t> kept = mask.expanded();
            for (std::size_t first = 0; first < weights.size(); first += 9) {
                Positions removed;
                for (int p = 0; p < 9; ++p) {
                    if (kept[first + static_cast<std::size_t>(p)] == 0) {
                        removed.insert({p / 3, p % 3});
                    }
                }
                REQUIRE(std::find(patterns.begin(), patterns.end(), removed) != patterns.end());
                double least = std::numeric_limits<double>::infinity();
                for (const Positions& pattern : patterns) {
                    least = std::min(least, energyOf(weights.data() + first, pattern));
                }
                REQUIRE(energyOf(weights.data() + first, removed) == Approx(least).margin(1e-12));
            }
            CHECK(constraint.satisfied(context, {"kernel-pattern"}, masked(weights, mask)));
        }
    }
}

TEST_CASE("Kernel pattern: what counts as lying in the set, and ties")
{
    const mho::Constraint& constraint = mho::findConstraint("kernel-pattern");
    const mho::LayerContext context = mho::denseContext(convolution(1, 1, 3), {});
    const auto holds = [&](std::vector<float> kernel) { return constraint.satisfied(context, {"kernel-pattern"}, kernel); };
    CHECK(holds({0, 1, 0, 1, 1, 1, 0, 1, 0}));
    CHECK(holds({0, 0, 0, 0, 0, 0, 0, 0, 0}));
    CHECK(holds({0, 0, 1, 0, 0, 1, 1, 1, 1}));
    CHECK_FALSE(holds({1, 1, 1, 1, 1, 1, 1, 1, 1}));
    CHECK_FALSE(holds({1, 0, 1, 0, 1, 0, 1, 0, 1}));  // four zeros, but no pattern
    const std::vector<float> equal(9, 1.0F);
    CHECK(constraint.project(context, {"kernel-pattern"}, equal).elements ==
          std::vector<std::uint8_t>{0, 1, 0, 1, 1, 1, 0, 1, 0});
}

TEST_CASE("Kernel pattern: no ratio, and 3 x 3 convolutions only")
{
    const mho::Constraint& constraint = mho::findConstraint("kernel-pattern");
    const auto problems = [&](const mho::WeightLayer& layer, double ratio) {
        return constraint.validate(mho::denseContext(layer, {}), {"kernel-pattern", ratio});
    };
    CHECK(problems(convolution(4, 2, 3), 1.0).empty());
    for (const auto& found :
         {problems(convolution(4, 2, 3), 2.0), problems(convolution(4, 2, 5), 1.0), problems(linear(4, 9), 1.0)}) {
        CHECK(found.size() == 1);
    }
    // Nine positions, but not three by three.
    for (const mho::Pair kernel : {mho::Pair{1, 9}, mho::Pair{9, 1}}) {
        mho::WeightLayer flat = convolution(4, 2, 3);
        flat.kernel = kernel;
        REQUIRE(problems(flat, 1.0).size() == 1);
        CHECK(problems(flat, 1.0)[0].message.find(kernel.h == 1 ? "1 x 9" : "9 x 1") != std::string::npos);
    }
    CHECK(problems(convolution(4, 2, 3), 2.0)[0].message.find("no ratio") != std::string::npos);
    CHECK(problems(convolution(4, 2, 5), 1.0)[0].message.find("3 x 3") != std::string::npos);
}
