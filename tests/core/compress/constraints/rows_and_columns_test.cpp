// SPDX-License-Identifier: GPL-3.0-or-later
// filter-and-shape and crossbar-rounded against their definitions.
#include "core/compress/constraints/heaviest_part.h"
#include "tests/core/compress/constraints/small_layers.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <utility>

using namespace mho;
using namespace mho::test;

namespace {

using Flags = std::vector<std::uint8_t>;

std::int64_t ones(const Flags& flags)
{
    return std::count(flags.begin(), flags.end(), std::uint8_t{1});
}

/// Sum of squares where rows and columns cross.
double energy(const LayerContext& context, const std::vector<float>& weights, const Flags& rows, const Flags& columns)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < columns.size(); ++j) {
            const bool dead = !context.deadColumns.empty() && context.deadColumns[j] != 0;
            const auto weight = static_cast<double>(weights[i * columns.size() + j]);
            sum += rows[i] != 0 && columns[j] != 0 && !dead ? weight * weight : 0.0;
        }
    }
    return sum;
}

/// The most energy that one exchange of a kept flag and a lost one gives.
template <class Energy>
double bestSwap(Flags flags, Energy energyOf)
{
    double best = 0.0;
    for (std::size_t out = 0; out < flags.size(); ++out) {
        for (std::size_t in = 0; in < flags.size(); ++in) {
            if (flags[out] != 0 && flags[in] == 0) {
                std::swap(flags[out], flags[in]);
                best = std::max(best, energyOf(flags));
                std::swap(flags[out], flags[in]);
            }
        }
    }
    return best;
}

/// `count` flags of the highest values, the lowest index first: chosen one after the other.
template <class Value>
Flags pick(std::size_t size, std::int64_t count, Value valueOf)
{
    Flags flags(size, 0);
    for (std::int64_t n = 0; n < count; ++n) {
        std::size_t best = size;
        for (std::size_t i = 0; i < size; ++i) {
            if (flags[i] == 0 && (best == size || valueOf(i) > valueOf(best))) {
                best = i;
            }
        }
        flags[best] = 1;
    }
    return flags;
}

Flags only(std::size_t size, std::size_t index)
{
    Flags flags(size, 0);
    flags[index] = 1;
    return flags;
}

/// Energy that one kind after the other keeps, as the public code does it.
double sequential(const LayerContext& context, const std::vector<float>& weights, std::int64_t a, std::int64_t b,
                  bool rowsFirst)
{
    const auto n = static_cast<std::size_t>(context.layer.filters);
    const auto k = static_cast<std::size_t>(context.layer.columns);
    Flags rows(n, 1);
    Flags columns(k, 1);
    for (int step = 0; step < 2; ++step) {
        if ((step == 0) == rowsFirst) {
            rows = pick(n, a, [&](std::size_t i) { return energy(context, weights, only(n, i), columns); });
        } else {
            columns = pick(k, b, [&](std::size_t j) { return energy(context, weights, rows, only(k, j)); });
        }
    }
    return energy(context, weights, rows, columns);
}

ConstraintSpec ratios(const char* kind, double filters, double shapes)
{
    return specOf(kind, {{"filter_ratio", filters}, {"shape_ratio", shapes}});
}

void checkLocallyBest(const LayerContext& context, const ConstraintSpec& spec, std::int64_t a, std::int64_t b,
                      const std::vector<float>& weights)
{
    const Constraint& constraint = findConstraint(spec.kind);
    REQUIRE(constraint.validate(context, spec).empty());
    const LayerMask mask = constraint.project(context, spec, weights);
    CHECK(ones(mask.rows) == a);
    CHECK(ones(mask.columns) == b);
    CHECK(mask.elements.empty());
    const double kept = energy(context, weights, mask.rows, mask.columns);
    const double slack = 1e-12 * kept;
    CHECK(bestSwap(mask.rows, [&](const Flags& rows) { return energy(context, weights, rows, mask.columns); }) <= kept + slack);
    CHECK(bestSwap(mask.columns, [&](const Flags& columns) { return energy(context, weights, mask.rows, columns); }) <=
          kept + slack);
    CHECK(kept >= sequential(context, weights, a, b, true) - slack);
    CHECK(kept >= sequential(context, weights, a, b, false) - slack);
    const std::vector<float> point = masked(weights, mask);
    CHECK(constraint.satisfied(context, spec, point));
    CHECK(masked(point, constraint.project(context, spec, point)) == point);
}

}  // namespace

TEST_CASE("Filters and shapes together: no exchange of a row or a column is better, nor either order of choosing")
{
    RandomStream random{21};
    for (int round = 0; round < 150; ++round) {
        const auto n = 1 + static_cast<std::int64_t>(random.below(7));
        const auto k = 1 + static_cast<std::int64_t>(random.below(9));
        LayerContext context = denseContext(matrixLayer(n, k), {});
        if (round % 3 == 0) {
            for (std::int64_t j = 0; j < k; ++j) {
                context.deadColumns.push_back(random.below(4) == 0 ? 1 : 0);
            }
        }
        const auto a = 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(n)));
        const auto b = 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(k)));
        INFO("round " << round << ": " << a << " of " << n << ", " << b << " of " << k);
        const ConstraintSpec spec = ratios("filter-and-shape", static_cast<double>(n) / static_cast<double>(a),
                                           static_cast<double>(k) / static_cast<double>(b));
        checkLocallyBest(context, spec, a, b, randomWeights(context.layer, random));
    }
}

TEST_CASE("Filters and shapes together: a larger layer, where sums are moved along, is locally best too")
{
    RandomStream random{22};
    for (const auto& [filters, shapes] : {std::pair{2.0, 2.0}, std::pair{4.0, 1.5}, std::pair{1.3, 6.0}}) {
        const LayerContext context = denseContext(matrixLayer(40, 90), {});
        checkLocallyBest(context, ratios("filter-and-shape", filters, shapes), keptCount(40, filters), keptCount(90, shapes),
                         randomWeights(context.layer, random));
    }
}

TEST_CASE("Filters and shapes together: turns find what neither order finds")
{
    // Rows first takes row 0 (its 5 is far from the rest), columns first takes column 0; the heaviest 2 x 2 part is elsewhere.
    const LayerContext context = denseContext(matrixLayer(3, 4), {});
    const std::vector<float> weights{0, 0, 0, 5, 3, 4, 4, 0, 3, 4, 4, 0};
    const ConstraintSpec spec = ratios("filter-and-shape", 1.5, 2.0);
    const LayerMask mask = findConstraint("filter-and-shape").project(context, spec, weights);
    CHECK(mask.rows == Flags{0, 1, 1});
    CHECK(mask.columns == Flags{0, 1, 1, 0});
    CHECK_FALSE(findConstraint("filter-and-shape").isExact());
}

TEST_CASE("Filters and shapes together: among equals the lower index stays, and a side at ratio 1 is whole")
{
    const LayerContext context = denseContext(matrixLayer(4, 6), {});
    const Constraint& constraint = findConstraint("filter-and-shape");
    const std::vector<float> equal(24, -0.1F);
    LayerMask mask = constraint.project(context, ratios("filter-and-shape", 2, 3), equal);
    CHECK(mask.rows == Flags{1, 1, 0, 0});
    CHECK(mask.columns == Flags{1, 1, 0, 0, 0, 0});
    mask = constraint.project(context, specOf("filter-and-shape", {{"shape_ratio", 3}}), equal);
    CHECK(ones(mask.rows) == 4);
    CHECK(ones(mask.columns) == 2);
    mask = constraint.project(context, specOf("filter-and-shape", {}), std::vector<float>(24, 0.0F));
    CHECK(mask == LayerMask::dense(4, 6));
}

TEST_CASE("Crossbar rounding: whole arrays of what the ratio allows; what leaves less than one is refused")
{
    RandomStream random{23};
    const auto check = [&](std::int64_t n, std::int64_t k, double filters, double shapes, std::int64_t rows,
                           std::int64_t columns) {
        INFO(n << " x " << k << " at " << filters << ", " << shapes);
        const LayerContext context = denseContext(matrixLayer(n, k), {.wordLines = 8, .filtersPerBlock = 4});
        checkLocallyBest(context, ratios("crossbar-rounded", filters, shapes), rows, columns,
                         randomWeights(context.layer, random));
    };
    check(16, 40, 2, 2, 8, 16);      // 8 and 20 allowed
    check(16, 40, 1.4, 1.1, 8, 32);  // 11 and 36 allowed
    check(16, 40, 4, 5, 4, 8);       // one array left
    check(18, 41, 1, 1, 18, 41);     // not pruned: nothing to round
    check(18, 41, 1, 2, 18, 16);
    const auto refused = [](std::int64_t n, std::int64_t k, double filters, double shapes) {
        const LayerContext context = denseContext(matrixLayer(n, k), {.wordLines = 8, .filtersPerBlock = 4});
        return findConstraint("crossbar-rounded").validate(context, ratios("crossbar-rounded", filters, shapes));
    };
    CHECK(refused(16, 40, 4, 5).empty());
    REQUIRE(refused(16, 40, 4.1, 5.1).size() == 2);
    CHECK(refused(16, 40, 4.1, 5).front().message.find("at most 4 can be asked for") != std::string::npos);
    CHECK(refused(16, 40, 4, 5.1).front().message.find("at most 5 can be asked for") != std::string::npos);
    CHECK(refused(3, 7, 3, 1).front().message.find("at most 1 can be asked for") != std::string::npos);  // one array holds all
    CHECK(refused(4, 8, 2, 2).size() == 2);
}

TEST_CASE("Rows and columns together: the same mask for any number of threads")
{
    RandomStream random{24};
    const WeightLayer layer = matrixLayer(1200, 1500);
    const std::vector<float> weights = randomWeights(layer, random);
    const LayerMask one = heaviestPart(layer, {}, 500, 700, weights, 1);
    CHECK(heaviestPart(layer, {}, 500, 700, weights, 2) == one);
    CHECK(heaviestPart(layer, {}, 500, 700, weights, 3) == one);
    const ConstraintSpec spec = ratios("filter-and-shape", 1200.0 / 500.0, 1500.0 / 700.0);
    CHECK(findConstraint(spec.kind).project(denseContext(layer, {}), spec, weights) == one);
}

TEST_CASE("Rows and columns together: what is refused, all at once")
{
    const LayerContext context = denseContext(matrixLayer(4, 6), {.wordLines = 1, .filtersPerBlock = 1});
    const auto problems = [](const LayerContext& where, const ConstraintSpec& spec) {
        return findConstraint(spec.kind).validate(where, spec).size();
    };
    for (const char* kind : {"filter-and-shape", "crossbar-rounded"}) {
        CHECK(problems(context, ratios(kind, 4, 6)) == 0);
        CHECK(problems(context, ratios(kind, 4.1, 6.1)) == 2);
        CHECK(problems(context, ratios(kind, 0.5, 6.1)) == 1);
        CHECK(problems(context, ratios(kind, 0.5, 0.9)) == 2);
        ConstraintSpec spec = ratios(kind, 2, 2);
        spec.ratio = 2;
        CHECK(problems(context, spec) == 1);
        spec.ratio = 1;
        spec.rule = ProjectionRule::Paper;
        CHECK(problems(context, spec) == 1);
    }
    const LayerContext grouped = denseContext(matrixLayer(4, 3, 2, 2), {});
    CHECK(problems(grouped, ratios("filter-and-shape", 2, 2)) == 0);
    CHECK(problems(grouped, ratios("crossbar-rounded", 1, 1)) == 1);
    TilingOptions byPosition{.wordLines = 8, .mapping = WeightMapping::KernelPosition};
    CHECK(problems(denseContext(matrixLayer(4, 3, 9), byPosition), ratios("crossbar-rounded", 1, 1)) == 1);
    byPosition.wordLines = 27;
    CHECK(problems(denseContext(matrixLayer(4, 3, 9), byPosition), ratios("crossbar-rounded", 1, 1)) == 0);
}
