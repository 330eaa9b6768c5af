// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/effects/cellwise.h"

#include <cassert>
#include <cmath>
#include <numbers>

namespace mho {

ColumnMoments CellwiseEffect::column(const CellArray& before, std::size_t line, std::span<const double> inputs,
                                     const NonIdealities& options, const Device& device) const
{
    assert(inputs.size() == before.rows && line < before.lines);
    ColumnMoments sum;
    for (std::size_t row = 0; row < before.rows; ++row) {
        const std::size_t i = row * before.lines + line;
        const CellMoments moments = cell(before.conductancesS[i], before.states[i], options, device);
        sum.meanS += inputs[row] * moments.meanS;
        sum.varianceS2 += inputs[row] * inputs[row] * moments.varianceS2;
    }
    return sum;
}

CellMoments rectifiedNormal(double sigma)
{
    if (!(sigma > 0.0)) {
        return {1.0, 0.0};
    }
    const double edge = 1.0 / sigma;
    const double below = 0.5 * std::erfc(-edge / std::numbers::sqrt2);
    const double density = std::exp(-0.5 * edge * edge) / std::sqrt(2.0 * std::numbers::pi);
    const double mean = below + sigma * density;
    return {mean, (1.0 + sigma * sigma) * below + sigma * density - mean * mean};
}

}  // namespace mho
