// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/compress/power_of_two_scale.h"
#include "core/compress/quantizers/list.h"

#include <cmath>

namespace mho {
namespace {

/// 0 and +-2^e of m = 2^(b-1) - 1 neighbouring exponents: 2^b - 1 codes of b bits in a memory (after Zhou et al., Incremental
/// Network Quantization, ICLR 2017, who give zero a bit of its own and so have 2^(b-2) exponents). Cells hold multiples up to
/// 2^(m-1), m bits and a sign.
class PowerOfTwo final : public Quantizer {
public:
    std::string_view name() const override { return "power-of-two"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Zero and signed powers of two: b bits in a memory, whole numbers of 2^(b-1) bits in cells");
    }
    int leastBits() const override { return 2; }
    int mostBits() const override { return 5; }
    LevelSet levels(int bits, double /*levelFloor*/) const override
    {
        checkBits(bits);
        const int exponents = (1 << (bits - 1)) - 1;
        LevelSet set;
        set.bits = 1 + exponents;
        set.storageBits = bits == set.bits ? 0 : bits;
        set.steps = 1 << (exponents - 1);
        for (int exponent = 0; exponent < exponents; ++exponent) {
            set.magnitudes.push_back(std::ldexp(1.0F, exponent - exponents + 1));
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

const Quantizer& powerOfTwoQuantizer()
{
    static const PowerOfTwo quantizer;
    return quantizer;
}

}  // namespace mho
