// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/effects/cellwise.h"
#include "core/crossbar/nonideal/effects/effect_list.h"

namespace mho {
namespace {

/// The measured conductance of each state in place of the evenly spaced one that the ADC takes for granted.
class DeviceLevels final : public CellwiseEffect {
public:
    std::string_view name() const override { return "device-levels"; }
    std::string_view description() const override { return MHO_TEXT("Measured conductances of the states, not evenly spaced"); }
    bool isOn(const NonIdealities& options) const override { return options.deviceLevels; }

    void apply(CellArray& array, const NonIdealities& options, const Device& device, RandomStream& /*random*/) const override
    {
        for (std::size_t i = 0; i < array.size(); ++i) {
            array.conductancesS[i] = cell(array.conductancesS[i], array.states[i], options, device).meanS;
        }
    }

protected:
    CellMoments cell(double conductanceS, std::int16_t state, const NonIdealities& /*options*/,
                     const Device& device) const override
    {
        return {state == CellArray::kOff ? conductanceS : device.conductanceS(state), 0.0};
    }
};

}  // namespace

const Effect& deviceLevelsEffect()
{
    static const DeviceLevels effect;
    return effect;
}

}  // namespace mho
