// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for both constraints over physical columns, against their definitions weight by weight.
#include "tests/core/compress/constraints/small_layers.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace mho;
using namespace mho::test;

namespace {

using Flags = std::vector<std::uint8_t>;

/// One kind with an option's value.
struct Kind {
    std::string name;
    std::string option;
    std::int64_t value = 1;
};

const Kind kKinds[] = {{"column-proportional", "non_zeros", 1}, {"column-proportional", "non_zeros", 2},
                       {"column-proportional", "non_zeros", 3}, {"sign-polarisation", "rows", 1},
                       {"sign-polarisation", "rows", 2},        {"sign-polarisation", "rows", 4}};

/// Whether the weights of one filter lie in the set.
bool inSet(const Kind& kind, const LayerContext& context, const Tiling& tiling, std::int64_t filter,
           const std::vector<float>& row)
{
    std::size_t seen = 0;
    for (const std::vector<std::int64_t>& piece : piecesOf(tiling, filter)) {
        std::int64_t used = 0;
        std::int64_t fragment = -1;
        int sign = 0;
        for (std::size_t line = 0; line < piece.size(); ++line) {
            const auto j = static_cast<std::size_t>(piece[line]);
            if (static_cast<std::int64_t>(line) / kind.value != fragment) {
                fragment = static_cast<std::int64_t>(line) / kind.value;
                sign = 0;
            }
            if (row[j] == 0.0F) {
                continue;
            }
            const bool lost =
                !context.before.kept(filter, piece[line]) || (!context.deadColumns.empty() && context.deadColumns[j] != 0);
            const int own = row[j] > 0.0F ? 1 : -1;
            ++used;
            ++seen;
            if (lost || (kind.name == "column-proportional" && used > kind.value) ||
                (kind.name == "sign-polarisation" && sign == -own)) {
                return false;
            }
            sign = own;
        }
    }
    return seen == row.size() - static_cast<std::size_t>(std::count(row.begin(), row.end(), 0.0F));
}

std::vector<float> rowOf(const std::vector<float>& matrix, std::int64_t filter, std::int64_t columns)
{
    return {matrix.begin() + filter * columns, matrix.begin() + (filter + 1) * columns};
}

/// Least squared distance of a filter's weights to the set, over all ways to zero some of them.
double leastDistance(const Kind& kind, const LayerContext& context, const Tiling& tiling, std::int64_t filter,
                     const std::vector<float>& row)
{
    double least = std::numeric_limits<double>::infinity();
    for (unsigned set = 0; set < (1U << row.size()); ++set) {
        std::vector<float> point = row;
        for (std::size_t j = 0; j < row.size(); ++j) {
            point[j] = (set >> j & 1U) != 0 ? row[j] : 0.0F;
        }
        if (inSet(kind, context, tiling, filter, point)) {
            least = std::min(least, squaredDistance(row, point));
        }
    }
    return least;
}

}  // namespace

TEST_CASE("Constraints over physical columns: no point is nearer, and projecting again changes nothing")
{
    RandomStream random{5};
    for (int round = 0; round < 60; ++round) {
        const LayerContext context = randomContext(random);
        const Tiling tiling = context.tiled();
        const std::vector<float> weights = randomWeights(context.layer, random);
        for (const Kind& kind : kKinds) {
            INFO(kind.name << " " << kind.value << ", round " << round);
            const Constraint& constraint = findConstraint(kind.name);
            const ConstraintSpec spec = specOf(kind.name, {{kind.option, static_cast<double>(kind.value)}});
            REQUIRE(constraint.validate(context, spec).empty());
            const LayerMask mask = constraint.project(context, spec, weights);
            const std::vector<float> point = masked(weights, mask);
            double least = 0.0;
            bool inside = true;
            bool before = true;
            for (std::int64_t filter = 0; filter < context.layer.filters; ++filter) {
                const std::vector<float> row = rowOf(weights, filter, context.layer.columns);
                least += leastDistance(kind, context, tiling, filter, row);
                before = before && inSet(kind, context, tiling, filter, row);
                inside = inside && inSet(kind, context, tiling, filter, rowOf(point, filter, context.layer.columns));
            }
            CHECK(inside);
            CHECK(squaredDistance(weights, point) == Approx(least).margin(1e-12));
            CHECK(constraint.satisfied(context, spec, point));
            CHECK(constraint.satisfied(context, spec, weights) == before);
            CHECK(masked(point, constraint.project(context, spec, point)) == point);
            CHECK(constraint.isExact());
        }
    }
}

TEST_CASE("Column-proportional: the mask itself is within the budget, zeros included, and keeps all it may")
{
    RandomStream random{6};
    const Constraint& constraint = findConstraint("column-proportional");
    for (int round = 0; round < 60; ++round) {
        const LayerContext context = randomContext(random);
        const Tiling tiling = context.tiled();
        for (std::int64_t most = 1; most <= 3; ++most) {
            const LayerMask mask =
                constraint.project(context, specOf("column-proportional", {{"non_zeros", static_cast<double>(most)}}),
                                   randomWeights(context.layer, random));
            std::int64_t expected = 0;
            for (std::int64_t filter = 0; filter < context.layer.filters; ++filter) {
                for (const std::vector<std::int64_t>& piece : piecesOf(tiling, filter)) {
                    std::int64_t available = 0;
                    std::int64_t kept = 0;
                    for (const std::int64_t column : piece) {
                        const bool dead =
                            !context.deadColumns.empty() && context.deadColumns[static_cast<std::size_t>(column)] != 0;
                        available += context.before.kept(filter, column) && !dead ? 1 : 0;
                        kept += mask.kept(filter, column) ? 1 : 0;
                    }
                    CHECK(kept == std::min(available, most));
                    expected += kept;
                }
            }
            CHECK(mask.keptWeights() == expected);
        }
    }
}

TEST_CASE("Column-proportional: the lower column stays among equals, and a short tail keeps up to the budget")
{
    const LayerContext context = denseContext(matrixLayer(2, 7), {.wordLines = 5, .filtersPerBlock = 2});
    const std::vector<float> weights{1, -1, 1, 1, -1, 1, 1, 1, 2, -1, 1, -2, 1, -1};
    const LayerMask mask =
        findConstraint("column-proportional").project(context, specOf("column-proportional", {{"non_zeros", 3}}), weights);
    CHECK(mask.expanded() == std::vector<std::uint8_t>{1, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 1});
}

TEST_CASE("Sign polarisation: energies against sums, and positive among equals")
{
    const LayerContext context = denseContext(matrixLayer(1, 8), {.wordLines = 4});
    const Constraint& constraint = findConstraint("sign-polarisation");
    // Sum +0.1, energy of the negative weight larger; then a tie of both.
    const std::vector<float> weights{-2.0F, 1.1F, 1.0F, 0.0F, 1.0F, -1.0F, 0.5F, -0.5F};
    CHECK(constraint.project(context, specOf("sign-polarisation", {{"rows", 4}}), weights).expanded() ==
          Flags{1, 0, 0, 1, 1, 0, 1, 0});
    CHECK(constraint.project(context, specOf("sign-polarisation", {{"rows", 4}}, ProjectionRule::Paper), weights).expanded() ==
          Flags{0, 1, 1, 1, 1, 0, 1, 0});
    // Fragments start anew with each array, and its last one is short.
    CHECK(constraint.project(context, specOf("sign-polarisation", {{"rows", 3}}), weights).expanded() ==
          Flags{1, 0, 0, 1, 1, 0, 1, 1});
}

TEST_CASE("Sign polarisation: each kept weight is bound to the sign of its fragment")
{
    RandomStream random{7};
    const Constraint& constraint = findConstraint("sign-polarisation");
    for (int round = 0; round < 60; ++round) {
        const LayerContext context = randomContext(random);
        const Tiling tiling = context.tiled();
        const ConstraintSpec spec = specOf("sign-polarisation", {{"rows", 2}});
        const std::vector<float> weights = randomWeights(context.layer, random);
        const std::vector<float> point = masked(weights, constraint.project(context, spec, weights));
        const std::vector<std::int8_t> signs = constraint.signs(context, spec, point);
        REQUIRE(signs.size() == point.size());
        // Whatever magnitudes the bound weights take later, they lie in the set.
        std::vector<float> later(point.size());
        for (std::size_t i = 0; i < later.size(); ++i) {
            later[i] = static_cast<float>(signs[i]) * static_cast<float>(random.uniform(0.1, 1.0));
            CHECK(static_cast<float>(signs[i]) * point[i] == std::abs(point[i]));
            const auto row = static_cast<std::int64_t>(i) / context.layer.columns;
            const auto column = static_cast<std::int64_t>(i) % context.layer.columns;
            CHECK((signs[i] == 0 || context.before.kept(row, column)));
        }
        CHECK(constraint.satisfied(context, spec, later));
    }
}

TEST_CASE("Constraints over physical columns: threads that share a layer find what each filter alone gives")
{
    RandomStream random{8};
    const TilingOptions tiling{.wordLines = 128, .filtersPerBlock = 64};
    const LayerContext context = denseContext(matrixLayer(600, 1000), tiling);
    const LayerContext filter = denseContext(matrixLayer(1, 1000), tiling);  // too small to be shared out
    const std::vector<float> weights = randomWeights(context.layer, random);
    for (const char* kind : {"column-proportional", "sign-polarisation"}) {
        const Constraint& constraint = findConstraint(kind);
        const ConstraintSpec spec = specOf(kind, {});
        const LayerMask mask = constraint.project(context, spec, weights);
        CHECK(constraint.project(context, spec, weights) == mask);
        CHECK(constraint.satisfied(context, spec, masked(weights, mask)));
        Flags expected;
        for (std::int64_t row = 0; row < 600; ++row) {
            const Flags own = constraint.project(filter, spec, rowOf(weights, row, 1000)).elements;
            expected.insert(expected.end(), own.begin(), own.end());
        }
        CHECK(mask.elements == expected);
    }
}

TEST_CASE("Column-proportional: what sorting each column of a large layer keeps")
{
    RandomStream random{9};
    const LayerContext context = denseContext(matrixLayer(20, 300), {.wordLines = 128, .filtersPerBlock = 64});
    std::vector<float> weights = randomWeights(context.layer, random);
    weights[3] = 1e-40F;  // smaller than any normal float
    weights[5] = -3e38F;
    const Tiling tiling = context.tiled();
    for (const std::int64_t most : {1, 2, 44, 64, 100, 127, 128}) {
        INFO(most);
        const ConstraintSpec spec = specOf("column-proportional", {{"non_zeros", static_cast<double>(most)}});
        const LayerMask mask = findConstraint(spec.kind).project(context, spec, weights);
        Flags expected(weights.size(), 0);
        for (std::int64_t filter = 0; filter < 20; ++filter) {
            for (std::vector<std::int64_t> piece : piecesOf(tiling, filter)) {
                const float* row = weights.data() + filter * 300;
                std::stable_sort(piece.begin(), piece.end(),
                                 [&](std::int64_t a, std::int64_t b) { return std::abs(row[a]) > std::abs(row[b]); });
                piece.resize(std::min(piece.size(), static_cast<std::size_t>(most)));
                for (const std::int64_t column : piece) {
                    expected[static_cast<std::size_t>(filter * 300 + column)] = 1;
                }
            }
        }
        CHECK(mask.elements == expected);
    }
}

TEST_CASE("Constraints over physical columns: refusals")
{
    const LayerContext context = denseContext(matrixLayer(4, 8), {});
    const auto problems = [&](const char* kind, const char* option, double value) {
        return findConstraint(kind).validate(context, specOf(kind, {{option, value}})).size();
    };
    CHECK(problems("column-proportional", "non_zeros", 1) == 0);
    CHECK(problems("column-proportional", "non_zeros", 0) == 1);
    CHECK(problems("column-proportional", "non_zeros", 2.5) == 1);
    CHECK(problems("column-proportional", "rows", 8) == 1);
    CHECK(problems("sign-polarisation", "rows", 8) == 0);
    CHECK(problems("sign-polarisation", "rows", -1) == 1);
    ConstraintSpec spec = specOf("column-proportional", {});
    CHECK(findConstraint(spec.kind).option(spec, "non_zeros") == 32.0);
    spec.rule = ProjectionRule::Paper;
    CHECK(findConstraint(spec.kind).validate(context, spec).size() == 1);
    spec = specOf("sign-polarisation", {}, ProjectionRule::Paper);
    CHECK(findConstraint(spec.kind).validate(context, spec).empty());
    CHECK(findConstraint(spec.kind).option(spec, "rows") == 8.0);
    spec.ratio = 2.0;
    CHECK(findConstraint(spec.kind).validate(context, spec).size() == 1);
}
