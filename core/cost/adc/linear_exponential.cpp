// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/adc/formula.h"

#include <cmath>

namespace mho {
namespace {

/// P and A = reference * (s b / b0 + (1 - s) 2^(b - b0)): s is the share of the parts that grow linearly with bits.
class LinearExponentialAdc : public AdcFormula {
public:
    explicit LinearExponentialAdc(AdcConstants& constants)
        : referenceBits_(constants.positive("reference.bits", "bit")),
          powerW_(constants.positive("reference.power", "W")),
          powerShare_(constants.share("power.linear_share")),
          areaMm2_(constants.positive("reference.area", "mm2"))
    {
        if (constants.find("area.linear_share", "1")) {
            areaShare_ = constants.share("area.linear_share");
        }
    }

    AdcFigures at(int bits, const AdcContext& context) const override
    {
        const double powerW = powerW_ * factor(bits, powerShare_);
        AdcFigures figures{powerW / context.rateHz, powerW, 1.0 / context.rateHz, std::nullopt};
        if (areaShare_) {
            figures.areaMm2 = areaMm2_ * factor(bits, *areaShare_);
        } else if (bits == referenceBits_) {
            figures.areaMm2 = areaMm2_;
        }
        return figures;
    }

private:
    double factor(int bits, double share) const
    {
        return share * bits / referenceBits_ + (1.0 - share) * std::exp2(bits - referenceBits_);
    }

    double referenceBits_;
    double powerW_;
    double powerShare_;
    double areaMm2_;
    std::optional<double> areaShare_;  ///< Empty: the source gives the area at the reference bits only.
};

}  // namespace

std::unique_ptr<const AdcFormula> makeLinearExponentialAdc(AdcConstants& constants)
{
    return std::make_unique<LinearExponentialAdc>(constants);
}

}  // namespace mho
