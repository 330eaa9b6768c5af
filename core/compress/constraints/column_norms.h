// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// Squared L2 norm per column of an n*k row-major matrix, summed in double from the first row to the last, whatever the
/// number of threads.
std::vector<double> squaredColumnNorms(std::int64_t rows, std::int64_t columns, std::span<const float> weights);

/// sums[j] += values[j]^2 for j < count.
inline void addSquares(const float* values, std::size_t count, double* sums)
{
    for (std::size_t j = 0; j < count; ++j) {
        const auto value = static_cast<double>(values[j]);
        sums[j] += value * value;
    }
}

}  // namespace mho
