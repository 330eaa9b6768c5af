// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/constraints/group_grid.h"
#include "core/compress/group_constraint.h"

#include <memory>
#include <span>
#include <vector>

namespace mho {

/// Scores of the groups of a grid. Each band has a term per run of columns: the sum, over the run's columns, of their squared L2
/// norms in the band (by ProjectionRule::Paper: of their L2 norms). A group's score is the sum of its terms from left to right,
/// in double: the same bits for any number of threads, and where terms of zeros are left out.
/// @param weights n*k row-major, finite
std::vector<double> gridScores(const GroupGrid& grid, ProjectionRule rule, std::span<const float> weights);

/// The same for one set of dead columns after another. Terms are kept where they take no more memory than the weights.
/// @param weights must outlive the result
std::unique_ptr<LiveScores> liveGridScores(GroupGrid grid, ProjectionRule rule, std::span<const float> weights);

}  // namespace mho
