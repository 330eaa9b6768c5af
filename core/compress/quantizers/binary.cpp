// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/compress/quantizers/list.h"

#include <cmath>

namespace mho {
namespace {

/// +-a, a = mean |w|, which is of least squared error (Rastegari et al., XNOR-Net, ECCV 2016, equation 6). A cell holds 1 in
/// the part of the weight's sign, so a weight takes 2 bits in cells and 1 in a memory.
class Binary final : public Quantizer {
public:
    std::string_view name() const override { return "binary"; }
    std::string_view description() const override
    {
        return MHO_TEXT("+a and -a, a the mean magnitude of the layer's weights (XNOR-Net)");
    }
    int leastBits() const override { return 1; }
    int mostBits() const override { return 1; }
    bool followsWeights() const override { return true; }
    LevelSet levels(int bits, double /*levelFloor*/) const override
    {
        checkBits(bits);
        LevelSet set;
        set.magnitudes = {1.0F};
        set.bits = 2;
        set.storageBits = 1;
        set.steps = 1;
        return set;
    }
    LayerLevels fit(int bits, double levelFloor, std::span<const float> weights,
                    std::span<const std::uint8_t> kept) const override
    {
        double sum = 0.0;
        std::int64_t count = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] != 0.0F && (kept.empty() || kept[i] != 0)) {
                sum += std::abs(static_cast<double>(weights[i]));
                ++count;
            }
        }
        return {levels(bits, levelFloor), count > 0 ? static_cast<float>(sum / static_cast<double>(count)) : 1.0F, 0.0F};
    }
};

}  // namespace

const Quantizer& binaryQuantizer()
{
    static const Binary quantizer;
    return quantizer;
}

}  // namespace mho
