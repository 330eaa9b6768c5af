// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/levels.h"
#include "core/compress/quantizers/list.h"
#include "core/compress/scale_search.h"

#include "core/base/error.h"

namespace mho {
namespace {

/// Conductances of one cell, without zero (S0 section 3.1).
class Device final : public Quantizer {
public:
    std::string_view name() const override { return "device"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Conductance levels of one cell, symmetric, without zero; the middle of each state's interval");
    }
    int leastBits() const override { return 2; }
    int mostBits() const override { return 9; }
    bool isAnalog() const override { return true; }
    LevelSet levels(int bits, double levelFloor) const override { return deviceLevels(bits, levelFloor); }
    LayerLevels fit(int bits, double levelFloor, std::span<const float> weights,
                    std::span<const std::uint8_t> kept) const override
    {
        LevelSet set = deviceLevels(bits, levelFloor);
        const float scale = searchScale(set, weights, kept);
        return {std::move(set), scale, 0.0F};
    }
};

}  // namespace

const Quantizer& deviceQuantizer()
{
    static const Device quantizer;
    return quantizer;
}

}  // namespace mho
