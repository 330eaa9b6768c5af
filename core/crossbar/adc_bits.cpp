// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/adc_bits.h"

#include <algorithm>
#include <bit>

namespace mho {
namespace {

std::uint64_t most(int bits)
{
    return (std::uint64_t{1} << static_cast<unsigned>(bits)) - 1;
}

}  // namespace

int adcBits(std::int64_t activeCells, int dacBits, int cellBits)
{
    if (activeCells <= 0) {
        return 0;
    }
    // ceil(log2(s + 1)) is the number of bits that hold the value s.
    return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(activeCells) * most(dacBits) * most(cellBits)));
}

int adcBits(const ColumnSums& sums, const CrossbarOptions& crossbar, int cellBits)
{
    if (sums.cells <= 0) {
        return 0;
    }
    if (crossbar.adcBits > 0) {
        return crossbar.adcBits;
    }
    const int sign = sums.isSigned ? 1 : 0;
    switch (crossbar.adcRule) {
        case AdcRule::Isaac: {
            const int log2Cells = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(sums.cells) - 1));
            return log2Cells + crossbar.dacBits + cellBits - (crossbar.dacBits > 1 && cellBits > 1 ? 0 : 1) + sign;
        }
        case AdcRule::Flipped: {
            // A flipped column's digits sum to at most half of what all rows at their top could give; the unit column is not
            // flipped and sums the inputs alone.
            const std::uint64_t inputs = static_cast<std::uint64_t>(sums.rows) * most(crossbar.dacBits);
            return static_cast<int>(std::bit_width(std::max(inputs * most(cellBits) / 2, inputs)));
        }
        case AdcRule::Exact:
            break;
    }
    return adcBits(sums.cells, crossbar.dacBits, cellBits) + sign;
}

}  // namespace mho
