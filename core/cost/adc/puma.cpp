// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/adc/formula.h"

namespace mho {
namespace {

/// Power and time both linear in bits, so energy grows with their square; one area for all bits.
class PumaAdc : public AdcFormula {
public:
    explicit PumaAdc(AdcConstants& constants)
        : dynamicW_(constants.positive("power.dynamic_per_bit", "W")),
          leakageW_(constants.value("power.leakage_per_bit", "W")),
          batchS_(constants.positive("time.per_bit", "s")),
          conversions_(constants.positive("time.conversions", "1")),
          areaMm2_(constants.positive("area", "mm2"))
    {
    }

    AdcFigures at(int bits, const AdcContext& /*context*/) const override
    {
        const double powerW = (dynamicW_ + leakageW_) * bits;
        const double conversionS = batchS_ * bits / conversions_;
        return {powerW * conversionS, powerW, conversionS, areaMm2_};
    }

private:
    double dynamicW_;
    double leakageW_;
    double batchS_;
    double conversions_;
    double areaMm2_;
};

}  // namespace

std::unique_ptr<const AdcFormula> makePumaAdc(AdcConstants& constants)
{
    return std::make_unique<PumaAdc>(constants);
}

}  // namespace mho
