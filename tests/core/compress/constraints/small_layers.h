// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/compress/constraint.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace mho::test {

/// A layer named "layer" of this weight matrix; `groups` must divide both sides.
WeightLayer matrixLayer(std::int64_t filters, std::int64_t channels, std::int64_t kernelPositions = 1, std::int64_t groups = 1);

ConstraintSpec specOf(std::string kind, std::map<std::string, double> options, ProjectionRule rule = ProjectionRule::Euclidean);

/// Standard normal; some exact zeros and some equal magnitudes, as ties and zeros are where projections go wrong.
std::vector<float> randomWeights(const WeightLayer& layer, RandomStream& random);

/// A small layer with everything that moves arrays: mapping, compaction, groups, rows, columns and elements lost before, dead
/// columns.
LayerContext randomContext(RandomStream& random);

std::vector<float> masked(std::vector<float> weights, const LayerMask& mask);
double squaredDistance(const std::vector<float>& a, const std::vector<float>& b);

/// Column indices of each physical column of `filter`: the pieces of its word lines.
std::vector<std::vector<std::int64_t>> piecesOf(const Tiling& tiling, std::int64_t filter);

}  // namespace mho::test
