// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/adc/formula.h"

#include <cmath>

namespace mho {
namespace {

/// E = FOM_W 2^b. Says nothing of area.
class WaldenAdc : public AdcFormula {
public:
    explicit WaldenAdc(AdcConstants& constants) : fomJ_(constants.positive("fom", "J")) {}

    AdcFigures at(int bits, const AdcContext& context) const override
    {
        const double energyJ = fomJ_ * std::exp2(bits);
        return {energyJ, energyJ * context.rateHz, 1.0 / context.rateHz, std::nullopt};
    }

private:
    double fomJ_;
};

}  // namespace

std::unique_ptr<const AdcFormula> makeWaldenAdc(AdcConstants& constants)
{
    return std::make_unique<WaldenAdc>(constants);
}

}  // namespace mho
