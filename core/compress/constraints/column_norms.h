// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// Squared L2 norm per column of an n*k row-major matrix, summed in double from the first row to the last, whatever the
/// number of threads.
std::vector<double> squaredColumnNorms(std::int64_t rows, std::int64_t columns, std::span<const float> weights);

}  // namespace mho
