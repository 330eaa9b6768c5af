// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/effects/cellwise.h"
#include "core/crossbar/nonideal/effects/effect_list.h"

#include <cmath>

namespace mho {
namespace {

/// g (t/t0)^-nu with nu ~ N(mu, s) per device. With L = ln(t/t0) the factor e^(-nu L) is log-normal: mean e^(-mu L + s^2 L^2 /
/// 2), variance mean^2 (e^(s^2 L^2) - 1).
class Drift final : public CellwiseEffect {
public:
    std::string_view name() const override { return "drift"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Conductances fall with time by a power law whose exponent differs from device to device");
    }
    bool isOn(const NonIdealities& options) const override
    {
        return options.driftTimeS > options.driftReferenceS && (options.driftNu > 0.0 || options.driftNuSigma > 0.0);
    }

    void apply(CellArray& array, const NonIdealities& options, const Device& /*device*/, RandomStream& random) const override
    {
        const double logTime = std::log(options.driftTimeS / options.driftReferenceS);
        for (double& conductance : array.conductancesS) {
            conductance *= std::exp(-logTime * (options.driftNu + options.driftNuSigma * random.normal()));
        }
    }

protected:
    CellMoments cell(double conductanceS, std::int16_t /*state*/, const NonIdealities& options,
                     const Device& /*device*/) const override
    {
        const double logTime = std::log(options.driftTimeS / options.driftReferenceS);
        const double square = options.driftNuSigma * options.driftNuSigma * logTime * logTime;
        const double mean = conductanceS * std::exp(-options.driftNu * logTime + 0.5 * square);
        return {mean, mean * mean * std::expm1(square)};
    }
};

}  // namespace

const Effect& driftEffect()
{
    static const Drift effect;
    return effect;
}

}  // namespace mho
