// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/compress/quantizers/list.h"
#include "core/compress/scale_search.h"

namespace mho {
namespace {

/// +-q {1 .. n}, n = 2^(b-1) - 1, without zero (S2's public code; docs/methods.md, "Levels"). scale = n q, the largest level.
class EqualInterval final : public Quantizer {
public:
    std::string_view name() const override { return "equal-interval"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Multiples +-1 to +-(2^(b-1) - 1) of a step of least squared error, without zero (ADMM-NN)");
    }
    int leastBits() const override { return 2; }
    int mostBits() const override { return 9; }
    LevelSet levels(int bits, double /*levelFloor*/) const override
    {
        checkBits(bits);
        LevelSet set;
        set.bits = bits;
        set.steps = (1 << (bits - 1)) - 1;
        for (int multiple = 1; multiple <= set.steps; ++multiple) {
            set.magnitudes.push_back(static_cast<float>(multiple) / static_cast<float>(set.steps));
        }
        return set;
    }
    LayerLevels fit(int bits, double levelFloor, std::span<const float> weights,
                    std::span<const std::uint8_t> kept) const override
    {
        LevelSet set = levels(bits, levelFloor);
        const float scale = searchScale(set, weights, kept);
        return {std::move(set), scale, 0.0F};
    }
};

}  // namespace

const Quantizer& equalIntervalQuantizer()
{
    static const EqualInterval quantizer;
    return quantizer;
}

}  // namespace mho
