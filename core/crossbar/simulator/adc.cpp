// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/adc.h"

#include <bit>
#include <cassert>

namespace mho {

int bitsFor(const SumRange& range)
{
    return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(range.high - range.low)));
}

Adc makeAdc(AdcMode mode, int bits, const SumRange& range, const SumRange& stepRange)
{
    assert(bits >= 1 && bits <= 40 && range.low <= 0 && range.high >= 0);
    const std::int64_t last = (std::int64_t{1} << static_cast<unsigned>(bits)) - 1;
    Adc adc;
    adc.bits = bits;
    if (mode == AdcMode::Round && stepRange.high - stepRange.low > last) {
        adc.stepNumerator = stepRange.high - stepRange.low;
        adc.stepDenominator = last;
        adc.lowest = adc.unclamped(range.low);
    } else if (range.high - range.low <= last) {
        adc.lowest = range.low;
    } else if (range.low < 0) {
        adc.lowest = -(std::int64_t{1} << static_cast<unsigned>(bits - 1));
    }
    adc.highest = adc.lowest + last;
    return adc;
}

}  // namespace mho
