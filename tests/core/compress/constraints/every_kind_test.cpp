// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every constraint, whatever its set is.
#include "core/base/parallel.h"
#include "tests/core/compress/constraints/constraint_cases.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace {

using namespace cases;

/// A random ratio that the kind allows.
void drawRatio(const mho::Constraint& constraint, Case& at, mho::RandomStream& random)
{
    if (constraint.hasRatio()) {
        at.spec.ratio = random.uniform(1.0, constraint.mostRatio(at.context, at.spec));
    }
}

/// A layer large enough for several threads, with options that fit it.
Case largeCase(const mho::Constraint& constraint)
{
    Case at{mho::denseContext(convolution(192, 128, 3), {.wordLines = 128, .filtersPerBlock = 48}),
            {std::string(constraint.name())}};
    if (!constraint.validate(at.context, at.spec).empty()) {
        at.context = mho::denseContext(linear(192, 1152), at.context.tiling);
    }
    REQUIRE(constraint.validate(at.context, at.spec).empty());
    if (constraint.hasRatio()) {
        at.spec.ratio = std::min(3.0, constraint.mostRatio(at.context, at.spec));
    }
    return at;
}

}  // namespace

TEST_CASE("Every kind: a projection lies in the set, projecting it again changes nothing, and what lies in the set stays")
{
    for (const mho::Constraint* constraint : mho::constraints()) {
        mho::RandomStream random{41};
        for (int trial = 0; trial < 100; ++trial) {
            Case at = randomCase(*constraint, random);
            drawRatio(*constraint, at, random);
            at.spec.rule =
                constraint->hasPaperRule() && trial % 2 == 0 ? mho::ProjectionRule::Paper : mho::ProjectionRule::Euclidean;
            const std::vector<float> weights =
                trial % 4 < 2 ? normalWeights(at.context.layer, random) : wholeWeights(at.context.layer, random);
            INFO(constraint->name() << ", ratio " << at.spec.ratio << ", trial " << trial);
            REQUIRE(constraint->validate(at.context, at.spec).empty());
            const std::vector<float> projected = masked(weights, constraint->project(at.context, at.spec, weights));
            CHECK(constraint->satisfied(at.context, at.spec, projected));
            CHECK(masked(projected, constraint->project(at.context, at.spec, projected)) == projected);
        }
    }
}

TEST_CASE("Every kind: masks are the same for any number of threads")
{
    for (const mho::Constraint* constraint : mho::constraints()) {
        INFO(constraint->name());
        Case at = largeCase(*constraint);
        mho::RandomStream random{3};
        for (const auto rule : {mho::ProjectionRule::Euclidean, mho::ProjectionRule::Paper}) {
            at.spec.rule = constraint->hasPaperRule() ? rule : mho::ProjectionRule::Euclidean;
            for (const std::vector<float>& weights :
                 {normalWeights(at.context.layer, random), wholeWeights(at.context.layer, random)}) {
                const mho::ThreadLimit one(1);
                const mho::LayerMask expected = constraint->project(at.context, at.spec, weights);
                for (const unsigned threads : {2U, 3U, 8U}) {
                    const mho::ThreadLimit more(threads);
                    CHECK(constraint->project(at.context, at.spec, weights) == expected);
                }
                CHECK(constraint->satisfied(at.context, at.spec, masked(weights, expected)));
            }
        }
    }
}

TEST_CASE("Every kind: it is found by its name, and the defaults of its options are in their ranges")
{
    for (const mho::Constraint* constraint : mho::constraints()) {
        INFO(constraint->name());
        CHECK(&mho::findConstraint(constraint->name()) == constraint);
        CHECK_FALSE(constraint->description().empty());
        for (const mho::ConstraintOption& option : constraint->options()) {
            CHECK(option.least <= option.standard);
            CHECK(option.standard <= option.most);
            CHECK(constraint->option({std::string(constraint->name())}, option.name) == option.standard);
        }
    }
}
