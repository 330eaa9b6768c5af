// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/scale_search.h"

#include "core/compress/magnitudes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace mho {
namespace {

/// Squared error of sorted magnitudes against scaled levels, from prefix sums: each level owns a range of the sorted list.
class ErrorOfScale {
public:
    struct Value {
        double error = 0.0;
        double betterScale = 0.0;  ///< Of least error when each weight stays at the level it has at this scale.
    };

    ErrorOfScale(const LevelSet& set, const std::vector<float>& sorted) : set_(set), sorted_(sorted)
    {
        sums_.resize(sorted_.size() + 1);
        squares_.resize(sorted_.size() + 1);
        for (std::size_t i = 0; i < sorted_.size(); ++i) {
            const auto value = static_cast<double>(sorted_[i]);
            sums_[i + 1] = sums_[i] + value;
            squares_[i + 1] = squares_[i] + value * value;
        }
    }

    double mean() const { return sums_.back() / static_cast<double>(sorted_.size()); }

    Value operator()(double scale) const
    {
        Value value;
        double products = 0.0;
        double levels = 0.0;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < set_.magnitudes.size(); ++i) {
            const auto magnitude = static_cast<double>(set_.magnitudes[i]);
            std::size_t end = sorted_.size();
            if (i + 1 < set_.magnitudes.size()) {
                const double middle = 0.5 * scale * (magnitude + static_cast<double>(set_.magnitudes[i + 1]));
                end = static_cast<std::size_t>(std::upper_bound(sorted_.begin() + static_cast<std::ptrdiff_t>(begin),
                                                                sorted_.end(), static_cast<float>(middle)) -
                                               sorted_.begin());
            }
            const auto count = static_cast<double>(end - begin);
            const double sum = sums_[end] - sums_[begin];
            const double level = scale * magnitude;
            value.error += squares_[end] - squares_[begin] - 2.0 * level * sum + level * level * count;
            products += magnitude * sum;
            levels += magnitude * magnitude * count;
            begin = end;
        }
        value.betterScale = products / levels;
        return value;
    }

private:
    const LevelSet& set_;
    const std::vector<float>& sorted_;
    std::vector<double> sums_;
    std::vector<double> squares_;
};

/// A scale at which every weight is a level to the bit, should there be one: the largest weight is then some level, and the
/// scale their quotient but for the rounding of the product. Of several the smallest. On other weights each trial ends after a
/// few.
std::optional<float> scaleOfLevels(const LevelSet& set, const std::vector<float>& sorted)
{
    const float largest = sorted.back();
    constexpr std::array<int, 9> kUlps{0, -1, 1, -2, 2, -3, 3, -4, 4};
    for (std::size_t level = set.magnitudes.size(); level-- > 0;) {
        const float magnitude = set.magnitudes[level];
        for (const int ulps : kUlps) {
            float scale = largest / magnitude;
            for (int i = 0; i < std::abs(ulps); ++i) {
                scale = std::nextafter(scale, ulps < 0 ? 0.0F : std::numeric_limits<float>::infinity());
            }
            const bool usable = std::isnormal(scale) && magnitude * scale == largest;
            if (usable && std::all_of(sorted.begin(), sorted.end(), [&](float w) { return set.quantize(w, scale) == w; })) {
                return scale;
            }
        }
    }
    return std::nullopt;
}

}  // namespace

float searchScale(const LevelSet& set, std::span<const float> weights, std::span<const std::uint8_t> kept)
{
    const std::vector<float> sorted = sortedMagnitudes(weights, kept);
    if (sorted.empty()) {
        return 1.0F;
    }
    if (const auto exact = scaleOfLevels(set, sorted)) {
        return *exact;
    }
    const ErrorOfScale errorOf(set, sorted);
    constexpr int kSteps = 1024;
    constexpr std::size_t kRefined = 16;
    constexpr int kMostTurns = 64;
    constexpr double kHighest = 1.1;  // of max|w| / largest magnitude
    const auto top = static_cast<double>(set.magnitudes.back());
    const double low = errorOf.mean() / top;
    const double high = kHighest * static_cast<double>(sorted.back()) / top;
    std::vector<std::pair<double, double>> found;  // error, scale
    for (int i = 0; i <= kSteps; ++i) {
        const double scale = low + (high - low) * i / kSteps;
        found.emplace_back(errorOf(scale).error, scale);
    }
    std::partial_sort(found.begin(), found.begin() + kRefined, found.end());
    std::pair<double, double> best = found.front();
    for (std::size_t i = 0; i < kRefined; ++i) {
        std::pair<double, double> now = found[i];
        for (int turn = 0; turn < kMostTurns; ++turn) {
            const double scale = errorOf(now.second).betterScale;
            const std::pair<double, double> next{errorOf(scale).error, scale};
            if (!(next.first < now.first)) {
                break;
            }
            now = next;
        }
        best = std::min(best, now);
    }
    return std::clamp(static_cast<float>(best.second), std::numeric_limits<float>::min(), std::numeric_limits<float>::max());
}

}  // namespace mho
