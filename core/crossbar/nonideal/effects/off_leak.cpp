// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/effects/cellwise.h"
#include "core/crossbar/nonideal/effects/effect_list.h"

namespace mho {
namespace {

/// Finite on/off ratio: cells that are not programmed conduct.
class OffLeak final : public CellwiseEffect {
public:
    std::string_view name() const override { return "off-leak"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Finite on/off ratio: cells of zero weights and of the other sign leak");
    }
    bool isOn(const NonIdealities& options) const override { return options.offConductanceS > 0.0; }

    void apply(CellArray& array, const NonIdealities& options, const Device& device, RandomStream& /*random*/) const override
    {
        for (std::size_t i = 0; i < array.size(); ++i) {
            array.conductancesS[i] = cell(array.conductancesS[i], array.states[i], options, device).meanS;
        }
    }

protected:
    CellMoments cell(double conductanceS, std::int16_t state, const NonIdealities& options,
                     const Device& /*device*/) const override
    {
        return {state == CellArray::kOff ? options.offConductanceS : conductanceS, 0.0};
    }
};

}  // namespace

const Effect& offLeakEffect()
{
    static const OffLeak effect;
    return effect;
}

}  // namespace mho
