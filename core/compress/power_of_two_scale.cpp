// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/power_of_two_scale.h"

#include "core/compress/magnitudes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace mho {
namespace {

/// float32 holds all levels of these scales and half of the smallest one of a 16-bit set.
constexpr int kLeastExponent = -100;
constexpr int kMostExponent = 127;

LayerLevels atExponent(const LevelSet& set, int exponent)
{
    const float scale = std::ldexp(1.0F, exponent);
    return {set, scale, 0.5F * scale * set.magnitudes.front()};
}

/// Sum of squared distances of values[begin..end-1] to `level`.
double squaredDistance(const std::vector<float>& values, std::size_t begin, std::size_t end, double level)
{
    double sum = 0.0;
    for (std::size_t i = begin; i < end; ++i) {
        const double distance = static_cast<double>(values[i]) - level;
        sum += distance * distance;
    }
    return sum;
}

struct Errors {
    double all = 0.0;
    double beyondTop = 0.0;  ///< Of the weights above the largest level. Grows as the scale falls.
};

/// Summed weight by weight: differences of running sums would not be 0 for weights on their levels.
Errors errorsOf(const LayerLevels& levels, const std::vector<float>& sorted)
{
    const auto placeOf = [&](auto bound) { return static_cast<std::size_t>(bound - sorted.begin()); };
    std::size_t begin = placeOf(std::lower_bound(sorted.begin(), sorted.end(), levels.zeroBelow));
    Errors errors{squaredDistance(sorted, 0, begin, 0.0), 0.0};
    const std::vector<float>& magnitudes = levels.set.magnitudes;
    for (std::size_t i = 0; i < magnitudes.size(); ++i) {
        std::size_t end = sorted.size();
        if (i + 1 < magnitudes.size()) {
            const float middle = 0.5F * levels.scale * (magnitudes[i] + magnitudes[i + 1]);
            end = placeOf(std::upper_bound(sorted.begin() + static_cast<std::ptrdiff_t>(begin), sorted.end(), middle));
        }
        errors.all += squaredDistance(sorted, begin, end, static_cast<double>(levels.scale * magnitudes[i]));
        begin = end;
    }
    const float top = levels.scale * magnitudes.back();
    errors.beyondTop = squaredDistance(sorted, placeOf(std::upper_bound(sorted.begin(), sorted.end(), top)), sorted.size(),
                                       static_cast<double>(top));
    return errors;
}

}  // namespace

LayerLevels withPowerOfTwoScale(LevelSet set, std::span<const float> weights, std::span<const std::uint8_t> kept)
{
    const std::vector<float> sorted = sortedMagnitudes(weights, kept);
    if (sorted.empty()) {
        return atExponent(set, 0);
    }
    // The smallest scale that reaches the largest weight. Levels of larger ones within that reach are levels of this one too.
    int exponent = std::clamp(std::ilogb(sorted.back()) + 2, kLeastExponent, kMostExponent);
    while (exponent > kLeastExponent && std::ldexp(set.magnitudes.back(), exponent - 1) >= sorted.back()) {
        --exponent;
    }
    int best = exponent;
    double bestError = std::numeric_limits<double>::infinity();
    for (; exponent >= kLeastExponent; --exponent) {
        const Errors errors = errorsOf(atExponent(set, exponent), sorted);
        if (errors.all <= bestError) {
            bestError = errors.all;
            best = exponent;
        } else if (errors.beyondTop > bestError) {
            break;
        }
    }
    return atExponent(set, best);
}

}  // namespace mho
