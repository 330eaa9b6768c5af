// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/compress/power_of_two_scale.h"
#include "core/compress/quantizers/list.h"

namespace mho {
namespace {

/// step * {-n .. n}, n = 2^(b-1) - 1, step a power of two. scale = 2^(b-1) steps, so that magnitudes are binary fractions.
class FixedPoint final : public Quantizer {
public:
    std::string_view name() const override { return "fixed-point"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Signed fixed point: multiples of a power of two of least squared error, zero included");
    }
    int leastBits() const override { return 2; }
    int mostBits() const override { return 16; }
    LevelSet levels(int bits, double /*levelFloor*/) const override
    {
        checkBits(bits);
        LevelSet set;
        set.bits = bits;
        set.steps = 1 << (bits - 1);
        for (int multiple = 1; multiple < set.steps; ++multiple) {
            set.magnitudes.push_back(static_cast<float>(multiple) / static_cast<float>(set.steps));
        }
        return set;
    }
    LayerLevels fit(int bits, double levelFloor, std::span<const float> weights,
                    std::span<const std::uint8_t> kept) const override
    {
        return withPowerOfTwoScale(levels(bits, levelFloor), weights, kept);
    }
};

}  // namespace

const Quantizer& fixedPointQuantizer()
{
    static const FixedPoint quantizer;
    return quantizer;
}

}  // namespace mho
