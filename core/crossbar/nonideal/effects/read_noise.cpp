// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/effects/cellwise.h"
#include "core/crossbar/nonideal/effects/effect_list.h"

namespace mho {
namespace {

/// At each read each conductance is g (1 + sigma z), so a sum is normal with mean sum x g and variance sigma^2 sum x^2 g^2. The
/// simulator draws the sum (analog_tile.h); nothing lasts in the array.
class ReadNoise final : public CellwiseEffect {
public:
    std::string_view name() const override { return "read-noise"; }
    std::string_view description() const override { return MHO_TEXT("Conductances fluctuate afresh at each read (normal)"); }
    bool isOn(const NonIdealities& options) const override { return options.readNoise > 0.0; }

    void apply(CellArray& /*array*/, const NonIdealities& /*options*/, const Device& /*device*/,
               RandomStream& /*random*/) const override
    {
    }

protected:
    CellMoments cell(double conductanceS, std::int16_t /*state*/, const NonIdealities& options,
                     const Device& /*device*/) const override
    {
        const double deviation = options.readNoise * conductanceS;
        return {conductanceS, deviation * deviation};
    }
};

}  // namespace

const Effect& readNoiseEffect()
{
    static const ReadNoise effect;
    return effect;
}

}  // namespace mho
