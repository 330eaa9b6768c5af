// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/adc/formula.h"

#include <cmath>

namespace mho {
namespace {

/// P and A = reference * (s b / b0 + (1 - s) 2^(b - b0)): s is the share of the parts that grow linearly with bits. Without a
/// share of its own the area is the reference's for all bits: one converter that stops early.
class LinearExponentialAdc : public AdcFormula {
public:
    explicit LinearExponentialAdc(AdcConstants& constants)
        : referenceBits_(constants.positive("reference.bits", "bit")),
          powerW_(constants.positive("reference.power", "W")),
          powerShare_(constants.share("power.linear_share")),
          areaMm2_(constants.positive("reference.area", "mm2"))
    {
        if (constants.has("area.linear_share")) {
            areaShare_ = constants.share("area.linear_share");
        }
        if (constants.has("technology.rate")) {
            rateHz_ = constants.positive("technology.rate", "Hz");
        }
    }

    AdcFigures at(int bits, const AdcContext& context) const override
    {
        const double powerW = powerW_ * factor(bits, powerShare_);
        const double rateHz = rateHz_.value_or(context.rateHz);
        return {powerW / rateHz, powerW, 1.0 / rateHz, areaShare_ ? areaMm2_ * factor(bits, *areaShare_) : areaMm2_};
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
    std::optional<double> areaShare_;
    std::optional<double> rateHz_;  ///< Empty: the law follows the context's rate.
};

}  // namespace

std::unique_ptr<const AdcFormula> makeLinearExponentialAdc(AdcConstants& constants)
{
    return std::make_unique<LinearExponentialAdc>(constants);
}

}  // namespace mho
