// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/adc/formula.h"

#include <cmath>

namespace mho {
namespace {

/// E = (k1 b + k2 4^b) V^2, A = 10^(p b + q) 2^b um2, t = b (r rows + t0).
class ZigzagAdc : public AdcFormula {
public:
    explicit ZigzagAdc(AdcConstants& constants)
        : linearF_(constants.positive("energy.per_bit", "F")),
          exponentialF_(constants.value("energy.per_4_to_bits", "F")),
          supplyV_(constants.positive("energy.supply", "V")),
          areaPerBit_(constants.value("area.log10_per_bit", "1")),
          area_(constants.value("area.log10_um2", "1")),
          perRowS_(constants.value("time.per_bit_and_row", "s")),
          perBitS_(constants.positive("time.per_bit", "s"))
    {
    }

    AdcFigures at(int bits, const AdcContext& context) const override
    {
        constexpr double kMm2PerUm2 = 1e-6;
        const double energyJ = (linearF_ * bits + exponentialF_ * std::exp2(2.0 * bits)) * supplyV_ * supplyV_;
        const double conversionS = bits * (perRowS_ * static_cast<double>(context.rows) + perBitS_);
        const double areaMm2 = std::pow(10.0, areaPerBit_ * bits + area_) * std::exp2(bits) * kMm2PerUm2;
        return {energyJ, energyJ / conversionS, conversionS, areaMm2};
    }

private:
    double linearF_, exponentialF_, supplyV_;
    double areaPerBit_, area_;
    double perRowS_, perBitS_;
};

}  // namespace

std::unique_ptr<const AdcFormula> makeZigzagAdc(AdcConstants& constants)
{
    return std::make_unique<ZigzagAdc>(constants);
}

}  // namespace mho
