// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/effects/cellwise.h"
#include "core/crossbar/nonideal/effects/effect_list.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

/// Log-normal: mean g e^(sigma^2/2), variance g^2 e^(sigma^2) (e^(sigma^2) - 1). Normal: g times rectifiedNormal(sigma).
class Variation final : public CellwiseEffect {
public:
    std::string_view name() const override { return "programming-variation"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Programmed conductances scatter from device to device (log-normal or normal)");
    }
    bool isOn(const NonIdealities& options) const override { return options.variation > 0.0; }

    void apply(CellArray& array, const NonIdealities& options, const Device& /*device*/, RandomStream& random) const override
    {
        const bool logNormal = options.variationKind == VariationKind::LogNormal;
        for (double& conductance : array.conductancesS) {
            const double z = random.normal();
            // A cell at 0 S stays there: a factor cannot make it conduct.
            if (conductance > 0.0) {
                conductance *= logNormal ? std::exp(options.variation * z) : std::max(0.0, 1.0 + options.variation * z);
            }
        }
    }

protected:
    CellMoments cell(double conductanceS, std::int16_t /*state*/, const NonIdealities& options,
                     const Device& /*device*/) const override
    {
        CellMoments factor = rectifiedNormal(options.variation);
        if (options.variationKind == VariationKind::LogNormal) {
            const double square = options.variation * options.variation;
            factor = {std::exp(0.5 * square), std::exp(square) * std::expm1(square)};
        }
        return {conductanceS * factor.meanS, conductanceS * conductanceS * factor.varianceS2};
    }
};

}  // namespace

const Effect& variationEffect()
{
    static const Variation effect;
    return effect;
}

}  // namespace mho
