// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/effects/cellwise.h"
#include "core/crossbar/nonideal/effects/effect_list.h"

namespace mho {
namespace {

/// With p = P(on), q = P(off): mean p g_max + q g_off + (1-p-q) g, mean square likewise. g_off is g_min for a programmed cell;
/// a cell that is not programmed is off anyway and keeps its conductance. Zero weights' cells are hit like any other.
class Stuck final : public CellwiseEffect {
public:
    std::string_view name() const override { return "stuck-at"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Cells that stay at g_max or g_min whatever is programmed");
    }
    bool isOn(const NonIdealities& options) const override { return options.stuckOn > 0.0 || options.stuckOff > 0.0; }

    void apply(CellArray& array, const NonIdealities& options, const Device& device, RandomStream& random) const override
    {
        for (std::size_t i = 0; i < array.size(); ++i) {
            const double u = random.uniform();
            if (u < options.stuckOn) {
                array.conductancesS[i] = device.gMaxS;
            } else if (u < options.stuckOn + options.stuckOff) {
                array.conductancesS[i] = off(array.conductancesS[i], array.states[i], device);
            }
        }
    }

protected:
    CellMoments cell(double conductanceS, std::int16_t state, const NonIdealities& options, const Device& device) const override
    {
        const double p = options.stuckOn;
        const double q = options.stuckOff;
        const double low = off(conductanceS, state, device);
        const double mean = p * device.gMaxS + q * low + (1.0 - p - q) * conductanceS;
        // Sum of weighted squared distances: no cancellation.
        const double variance = p * (device.gMaxS - mean) * (device.gMaxS - mean) + q * (low - mean) * (low - mean) +
                                (1.0 - p - q) * (conductanceS - mean) * (conductanceS - mean);
        return {mean, variance};
    }

private:
    static double off(double conductanceS, std::int16_t state, const Device& device)
    {
        return state == CellArray::kOff ? conductanceS : device.gMinS;
    }
};

}  // namespace

const Effect& stuckEffect()
{
    static const Stuck effect;
    return effect;
}

}  // namespace mho
