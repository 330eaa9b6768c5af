// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/column_norms.h"

#include "core/base/parallel.h"

namespace mho {

std::vector<double> squaredColumnNorms(std::int64_t rows, std::int64_t columns, std::span<const float> weights)
{
    const auto width = static_cast<std::size_t>(columns);
    std::vector<double> norms(width);
    const std::size_t columnsWorthAThread = 1 + (1U << 18U) / static_cast<std::size_t>(rows);
    parallelFor(width, columnsWorthAThread, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = 0; row < static_cast<std::size_t>(rows); ++row) {
            addSquares(weights.data() + row * width + begin, end - begin, norms.data() + begin);
        }
    });
    return norms;
}

}  // namespace mho
