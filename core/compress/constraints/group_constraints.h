// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/constraint.h"

namespace mho {

/// The list behind constraints(): each is defined in the file of its name.
const Constraint& filterConstraint();
const Constraint& channelConstraint();
const Constraint& filterShapeConstraint();

/// Squared L2 norm per column of an n*k row-major matrix, summed in double from the first row to the last, whatever the
/// number of threads.
std::vector<double> squaredColumnNorms(std::int64_t rows, std::int64_t columns, std::span<const float> weights);

}  // namespace mho
