// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phrasing.h"
#include "core/cost/adc/formula.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

/// Regression over the Murmann survey. A figure of merit FOM_S (dB) falls with the rate and is capped by the bits; energy
/// follows from it and the SNDR of an ideal converter, scaled by node and bits; area from node, rate and energy.
class AccelergyAdc : public AdcFormula {
public:
    explicit AccelergyAdc(AdcConstants& constants)
        : mostRateHz_(constants.positive("rate.max", "Hz")),
          fomDb_(constants.value("fom.intercept", "dB")),
          fomPerLnRateDb_(constants.value("fom.per_ln_rate", "dB")),
          capDb_(constants.value("fom.cap_intercept", "dB")),
          capPerBitDb_(constants.value("fom.cap_per_bit", "dB/bit")),
          energy_(constants.value("energy.intercept", "1")),
          energyPerLnNode_(constants.value("energy.per_ln_node", "1")),
          energyPerLnBits_(constants.value("energy.per_ln_bits", "1")),
          energyResidual_(constants.value("energy.residual", "1")),
          area_(constants.value("area.intercept", "1")),
          areaPerLnNode_(constants.value("area.per_ln_node", "1")),
          areaPerLnRate_(constants.value("area.per_ln_rate", "1")),
          areaPerLnEnergy_(constants.value("area.per_ln_energy", "1"))
    {
    }

    AdcFigures at(int bits, const AdcContext& context) const override
    {
        constexpr double kJoulePerPicojoule = 1e-12;
        constexpr double kMm2PerUm2 = 1e-6;
        const double lnRate = std::log(context.rateHz);
        const double lnNode = std::log(context.nodeNm);
        const double fomDb = std::min(fomDb_ + fomPerLnRateDb_ * lnRate, capDb_ + capPerBitDb_ * bits);
        // An ideal b-bit converter's ratio of a full sine to its quantisation noise: 3/2 * 4^b.
        const double sndrDb = 20.0 * std::log10(2.0) * bits + 10.0 * std::log10(1.5);
        const double scale = energy_ + energyPerLnNode_ * lnNode + energyPerLnBits_ * std::log(bits) + energyResidual_;
        const double energyPj = 0.5 * std::pow(10.0, (sndrDb - fomDb) / 10.0) * std::exp(scale);
        const double areaUm2 =
            std::exp(area_ + areaPerLnNode_ * lnNode + areaPerLnRate_ * lnRate + areaPerLnEnergy_ * std::log(energyPj));
        const double energyJ = energyPj * kJoulePerPicojoule;
        return {energyJ, energyJ * context.rateHz, 1.0 / context.rateHz, areaUm2 * kMm2PerUm2};
    }

    std::optional<Phrase> refusal(int /*bits*/, const AdcContext& context) const override
    {
        if (context.rateHz <= mostRateHz_) {
            return std::nullopt;
        }
        return phrase(MHO_TEXT("%1 conversions a second are above its range of %2"), context.rateHz, mostRateHz_);
    }

private:
    double mostRateHz_;
    double fomDb_, fomPerLnRateDb_, capDb_, capPerBitDb_;
    double energy_, energyPerLnNode_, energyPerLnBits_, energyResidual_;
    double area_, areaPerLnNode_, areaPerLnRate_, areaPerLnEnergy_;
};

}  // namespace

std::unique_ptr<const AdcFormula> makeAccelergyAdc(AdcConstants& constants)
{
    return std::make_unique<AccelergyAdc>(constants);
}

}  // namespace mho
