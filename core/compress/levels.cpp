// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/levels.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace mho {
namespace {

/// Sorts finite numbers >= 0: their bit patterns are in the same order, so three passes of counting do.
void sortMagnitudes(std::vector<float>& values)
{
    constexpr unsigned kDigitBits = 11;
    constexpr std::uint32_t kDigits = 1U << kDigitBits;
    std::vector<float> other(values.size());
    for (unsigned shift = 0; shift < 32; shift += kDigitBits) {
        const auto digit = [shift](float value) { return (std::bit_cast<std::uint32_t>(value) >> shift) & (kDigits - 1); };
        std::vector<std::size_t> place(kDigits + 1, 0);
        for (const float value : values) {
            ++place[digit(value) + 1];
        }
        for (std::size_t i = 1; i < place.size(); ++i) {
            place[i] += place[i - 1];
        }
        for (const float value : values) {
            other[place[digit(value)]++] = value;
        }
        values.swap(other);
    }
}

/// Squared error of sorted magnitudes against scaled levels, from prefix sums: each level owns a range of the sorted list.
class ErrorOfScale {
public:
    ErrorOfScale(const LevelSet& set, std::vector<float> magnitudes) : set_(set), sorted_(std::move(magnitudes))
    {
        sortMagnitudes(sorted_);
        sums_.resize(sorted_.size() + 1);
        squares_.resize(sorted_.size() + 1);
        for (std::size_t i = 0; i < sorted_.size(); ++i) {
            const auto value = static_cast<double>(sorted_[i]);
            sums_[i + 1] = sums_[i] + value;
            squares_[i + 1] = squares_[i] + value * value;
        }
    }

    double largest() const { return static_cast<double>(sorted_.back()); }

    double operator()(double scale) const
    {
        double error = 0.0;
        std::size_t begin = 0;
        for (std::size_t level = 0; level < set_.magnitudes.size(); ++level) {
            std::size_t end = sorted_.size();
            if (level + 1 < set_.magnitudes.size()) {
                const double middle =
                    0.5 * scale *
                    (static_cast<double>(set_.magnitudes[level]) + static_cast<double>(set_.magnitudes[level + 1]));
                end = static_cast<std::size_t>(std::upper_bound(sorted_.begin() + static_cast<std::ptrdiff_t>(begin),
                                                                sorted_.end(), static_cast<float>(middle)) -
                                               sorted_.begin());
            }
            const double value = scale * static_cast<double>(set_.magnitudes[level]);
            error += squares_[end] - squares_[begin] - 2.0 * value * (sums_[end] - sums_[begin]) +
                     value * value * static_cast<double>(end - begin);
            begin = end;
        }
        return error;
    }

private:
    const LevelSet& set_;
    std::vector<float> sorted_;
    std::vector<double> sums_;
    std::vector<double> squares_;
};

}  // namespace

LevelSet deviceLevels(int bits, double levelFloor)
{
    if (bits < 2 || bits > 9 || !(levelFloor >= 0.0 && levelFloor < 1.0)) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("%1 bits with g_min/g_max = %2 give no levels; use 2..9 bits and 0 <= g_min/g_max < 1"),
                    {fmt::format("{}", bits), fmt::format("{}", levelFloor)}, "levels");
    }
    LevelSet set;
    set.bits = bits;
    const int states = 1 << (bits - 1);
    for (int state = 0; state < states; ++state) {
        set.magnitudes.push_back(static_cast<float>(levelFloor + (state + 0.5) * (1.0 - levelFloor) / states));
    }
    return set;
}

float searchScale(const LevelSet& set, std::span<const float> weights, std::span<const std::uint8_t> kept)
{
    std::vector<float> magnitudes;
    magnitudes.reserve(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] != 0.0F && (kept.empty() || kept[i] != 0)) {
            magnitudes.push_back(std::abs(weights[i]));
        }
    }
    if (magnitudes.empty()) {
        return 1.0F;
    }
    const ErrorOfScale error(set, std::move(magnitudes));
    constexpr int kSteps = 64;
    constexpr double kSmallest = 0.15;
    const double top = 1.0 / static_cast<double>(set.magnitudes.back());
    double step = (top - kSmallest) / kSteps;
    double best = top;
    double bestError = error(top * error.largest());
    const auto scan = [&](double low, double high, int steps) {
        for (int i = 0; i <= steps; ++i) {
            const double share = low + (high - low) * i / steps;
            const double candidate = error(share * error.largest());
            if (candidate < bestError) {
                bestError = candidate;
                best = share;
            }
        }
    };
    scan(kSmallest, top, kSteps);
    // The error is not convex in the scale, so each refinement only looks around the best point so far.
    for (int refinement = 0; refinement < 3; ++refinement) {
        scan(std::max(kSmallest / 2, best - step), best + step, 16);
        step /= 8;
    }
    return static_cast<float>(best * error.largest());
}

}  // namespace mho
