// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/compress/quantizers/list.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mho {
namespace {

/// Share of max|w| below which a weight is zero (public code of S5's laboratory, Ternarized_Neural_Network; He, Gong and Fan,
/// WACV 2019).
constexpr float kThreshold = 0.05F;

/// -a, 0, +a: D = 0.05 max|w|, a = mean of |w| over |w| >= D (the same code). A second fit on the quantised
/// weights gives the same a and weights; its D is 0.05 a.
class Ternary final : public Quantizer {
public:
    std::string_view name() const override { return "ternary"; }
    std::string_view description() const override
    {
        return MHO_TEXT("-a, 0 and +a; zero below 0.05 of the largest magnitude, a the mean of the others (AAAI 2020)");
    }
    int leastBits() const override { return 2; }
    int mostBits() const override { return 2; }
    bool followsWeights() const override { return true; }
    float gradientLimit() const override { return 1.0F; }
    LevelSet levels(int bits, double /*levelFloor*/) const override
    {
        checkBits(bits);
        LevelSet set;
        set.magnitudes = {1.0F};
        set.bits = 2;
        set.steps = 1;
        return set;
    }
    LayerLevels fit(int bits, double levelFloor, std::span<const float> weights,
                    std::span<const std::uint8_t> kept) const override
    {
        LevelSet set = levels(bits, levelFloor);
        const auto counts = [&](std::size_t i) { return weights[i] != 0.0F && (kept.empty() || kept[i] != 0); };
        float largest = 0.0F;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            largest = counts(i) ? std::max(largest, std::abs(weights[i])) : largest;
        }
        if (largest == 0.0F) {
            return {std::move(set), 1.0F, kThreshold};
        }
        const float threshold = std::max(kThreshold * largest, std::numeric_limits<float>::denorm_min());
        double sum = 0.0;
        std::int64_t count = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (counts(i) && std::abs(weights[i]) >= threshold) {
                sum += std::abs(static_cast<double>(weights[i]));
                ++count;
            }
        }
        // The rounded mean of numbers >= D must not fall below it, or a level would become zero.
        return {std::move(set), std::max(threshold, static_cast<float>(sum / static_cast<double>(count))), threshold};
    }
};

}  // namespace

const Quantizer& ternaryQuantizer()
{
    static const Ternary quantizer;
    return quantizer;
}

}  // namespace mho
