// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/compress/constraint.h"

#include <array>
#include <optional>
#include <vector>

/// Layers, weights and definitions that the tests of constraints share.
namespace cases {

/// `channels` are those a filter sees; `side` is the kernel's height and width.
mho::WeightLayer convolution(std::int64_t filters, std::int64_t channels, std::int64_t side, std::int64_t groups = 1);
mho::WeightLayer linear(std::int64_t filters, std::int64_t columns);

/// Standard normal.
std::vector<float> normalWeights(const mho::WeightLayer& layer, mho::RandomStream& random);
/// Whole numbers -2..2: many zeros, many ties, exact sums.
std::vector<float> wholeWeights(const mho::WeightLayer& layer, mho::RandomStream& random);

std::vector<float> masked(std::vector<float> weights, const mho::LayerMask& mask);
double squaredDistance(const std::vector<float>& a, const std::vector<float>& b);

/// A mask of this shape with some rows, columns and perhaps single weights taken away.
mho::LayerMask randomMask(const mho::WeightLayer& layer, bool elements, mho::RandomStream& random);

/// A group's place; groups are numbered in the order of their places.
using Place = std::array<std::int64_t, 4>;

/// The group of every weight (n*k), straight from the definition of a kind; nothing where a weight is in none. Fails the test
/// for a kind that it does not know.
std::vector<std::optional<Place>> placesByDefinition(const mho::Constraint& constraint, const mho::LayerContext& context,
                                                     const mho::ConstraintSpec& spec);

/// Random small layers and options of a kind, valid on them; ratio 1. One context in two calls has constraints before it where
/// the kind looks at arrays.
struct Case {
    mho::LayerContext context;
    mho::ConstraintSpec spec;
};
Case randomCase(const mho::Constraint& constraint, mho::RandomStream& random);

}  // namespace cases
