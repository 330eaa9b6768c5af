// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraint.h"
#include "tests/core/compress/constraints/constraint_cases.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

namespace {

using namespace cases;
using Problems = std::vector<mho::Problem>;

Problems problems(const mho::WeightLayer& layer, const mho::ConstraintSpec& spec)
{
    return mho::findConstraint(spec.kind).validate(mho::denseContext(layer, {}), spec);
}

bool tells(const Problems& found, const std::string& text)
{
    return std::any_of(found.begin(), found.end(), [&](const mho::Problem& problem) {
        return (problem.field + ": " + problem.message).find(text) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("Ratios: rounding down, at least one group, and what is refused")
{
    for (int kept = 1; kept <= 500; ++kept) {
        REQUIRE(mho::keptCount(500, 500.0 / kept) == kept);
    }
    CHECK(mho::keptCount(500, 3.0) == 166);
    CHECK(mho::keptCount(3, 100.0) == 1);
    const mho::WeightLayer layer = convolution(500, 2, 1);
    CHECK(problems(layer, {"filter", 1.0}).empty());
    CHECK(problems(layer, {"filter", 500.0}).empty());
    CHECK(tells(problems(layer, {"filter", 501.0}), "at most 500"));
    for (const double ratio : {0.99, -1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        CHECK(problems(layer, {"filter", ratio}).size() == 1);
    }
    CHECK_THROWS_AS(mho::findConstraint("fliter"), mho::Error);
}

TEST_CASE("Ratios above what the groups of a kind allow are refused, and the most allowed is accepted")
{
    for (const mho::Constraint* constraint : mho::constraints()) {
        if (!constraint->hasRatio()) {
            continue;
        }
        INFO(constraint->name());
        mho::RandomStream random{2};
        for (int trial = 0; trial < 20; ++trial) {
            Case at = randomCase(*constraint, random);
            const double most = constraint->mostRatio(at.context, at.spec);
            at.spec.ratio = most;
            CHECK(constraint->validate(at.context, at.spec).empty());
            at.spec.ratio = most * 1.01;
            CHECK(tells(constraint->validate(at.context, at.spec), "would empty the layer"));
        }
    }
}

TEST_CASE("Options: unknown ones, such out of range and such that are not whole are told, all at once")
{
    const mho::WeightLayer layer = convolution(16, 8, 3);
    const Problems found = problems(layer, {"block-punched", 0.5, {{"filters", 2.5}, {"channels", 0.0}, {"rows", 4.0}}});
    CHECK(found.size() == 4);
    CHECK(tells(found, "conv.block-punched.filters: 2.5"));
    CHECK(tells(found, "conv.block-punched.channels: 0"));
    CHECK(tells(found, "no option \"rows\"; this kind has: filters, channels"));
    CHECK(tells(found, "at least 1"));
    CHECK(tells(problems(layer, {"filter", 1.0, {{"filters", 2.0}}}), "none"));
    const Problems both = problems(layer, {"block-punched", 1e6, {{"filters", 2.5}}});
    CHECK(both.size() == 2);
    CHECK(tells(both, "would empty the layer; it has 1152 weights"));
    CHECK(tells(problems(layer, {"pe-group", 1.0, {{"filters", std::numeric_limits<double>::quiet_NaN()}}}),
                "not a whole number"));
    CHECK(tells(problems(layer, {"block-row-column", 1.0, {{"axis", 2.0}}}), "from 0 to 1"));
}

TEST_CASE("A rule of a paper is refused where a kind has none")
{
    const mho::WeightLayer layer = convolution(16, 8, 3);
    CHECK(problems(layer, {"block-punched", 2.0, {}, mho::ProjectionRule::Paper}).empty());
    CHECK(tells(problems(layer, {"filter", 2.0, {}, mho::ProjectionRule::Paper}), "filter.rule"));
}

TEST_CASE("Blocks that do not divide a layer are refused with the sizes that do")
{
    const Problems punched = problems(convolution(20, 3, 5), {"block-punched", 1.0});
    CHECK(punched.size() == 2);
    CHECK(tells(punched, "blocks of 8 do not divide the 20 filters; give \"filters\" one of 1, 2, 4, 5, 10, 20"));
    CHECK(tells(punched, "blocks of 4 do not divide the 3 channels a filter sees; give \"channels\" one of 1, 3"));
    CHECK(tells(problems(linear(16, 8), {"block-punched", 1.0}), "block-row-column"));
    // Filters of different groups see different channels: a block may not hold both.
    CHECK(problems(convolution(16, 4, 3), {"block-punched", 1.0}).empty());
    CHECK(tells(problems(convolution(16, 4, 3, 4), {"block-punched", 1.0}), "the 4 filters of each group"));
    const Problems rows = problems(linear(10, 6), {"block-row-column", 1.0});
    CHECK(rows.size() == 2);
    CHECK(tells(rows, "\"rows\" one of 1, 2, 5, 10"));
    CHECK(tells(rows, "\"columns\" one of 1, 2, 3, 6"));
    CHECK(problems(convolution(10, 7, 3), {"pe-group", 1.0}).empty());
    CHECK(mho::findConstraint("block-punched").mostRatio(mho::denseContext(convolution(20, 3, 5), {}), {"block-punched"}) == 1.0);
}
