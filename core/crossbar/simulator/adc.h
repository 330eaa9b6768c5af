// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <algorithm>
#include <cstdint>

namespace mho {

enum class AdcMode {
    Clip,  ///< One code per unit of charge; sums beyond the last code take the last code.
    Round  ///< The codes are spread over the full-scale range; sums are rounded to the nearest code.
};

enum class AdcRange {
    Full,       ///< All sums that the layer's columns can give.
    Calibrated  ///< From the smallest to the largest sum seen on calibration images (Round only).
};

/// One ADC: code = clamp(round(sum / step), lowest, highest), halves away from zero; its value is code * step.
/// The step is a fraction, so that conversion is whole-number arithmetic.
struct Adc {
    int bits = 0;
    std::int64_t lowest = 0;   ///< First code; below 0 where columns are subtracted before the ADC.
    std::int64_t highest = 0;  ///< lowest + 2^bits - 1
    std::int64_t stepNumerator = 1;
    std::int64_t stepDenominator = 1;  ///< step = numerator / denominator >= 1 unit of charge

    /// @param sum |sum| * 2^bits below 2^61
    std::int64_t unclamped(std::int64_t sum) const
    {
        if (stepNumerator == stepDenominator) {
            return sum;
        }
        const std::int64_t magnitude = sum < 0 ? -sum : sum;
        const std::int64_t code = (2 * magnitude * stepDenominator + stepNumerator) / (2 * stepNumerator);
        return sum < 0 ? -code : code;
    }
    std::int64_t code(std::int64_t sum) const { return std::clamp(unclamped(sum), lowest, highest); }
    double step() const { return static_cast<double>(stepNumerator) / static_cast<double>(stepDenominator); }
    bool operator==(const Adc&) const = default;
};

/// Sums of charge, in units of cell value 1 times input 1; low <= 0 <= high.
struct SumRange {
    std::int64_t low = 0;
    std::int64_t high = 0;

    void include(const SumRange& other)
    {
        low = std::min(low, other.low);
        high = std::max(high, other.high);
    }
    bool operator==(const SumRange&) const = default;
};

/// Bits of the smallest ADC that tells all whole sums of the range apart: ceil(log2(high - low + 1)).
MHO_API int bitsFor(const SumRange& range);

/// Clip: step 1; a range that fits starts at range.low, one that does not at 0, or at -2^(bits-1) where range.low < 0.
/// Round: step = max(1, (high - low) / (2^bits - 1)), starting at round(range.low / step); `step` of a wider range may be
/// passed on (columns of a layer share their step, or shift-and-add would not be an addition of codes).
/// @param bits 1..40
MHO_API Adc makeAdc(AdcMode mode, int bits, const SumRange& range, const SumRange& stepRange);

}  // namespace mho
