// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phrasing.h"
#include "core/cost/adc_law.h"

namespace mho {
namespace {

void widen(std::optional<AdcExtremes>& band, double value, const std::string& law)
{
    if (!band) {
        band = AdcExtremes{value, value, law, law};
        return;
    }
    if (value < band->low) {
        band->low = value;
        band->lowLaw = law;
    }
    if (value > band->high) {
        band->high = value;
        band->highLaw = law;
    }
}

}  // namespace

AdcBand adcBand(int bits, const AdcContext& context, std::span<const AdcLaw> laws)
{
    std::vector<Problem> problems = context.validate();
    if (bits < 0) {
        problems.push_back({"bits", phrase(MHO_TEXT("%1 is not 0 or more"), bits)});
    }
    throwIfProblems(problems, "ADC context");
    AdcBand band;
    for (const AdcLaw& law : laws) {
        if (auto reason = law.outOfRange(bits, context)) {
            band.leftOut.push_back({law.name(), std::move(*reason)});
            continue;
        }
        const AdcFigures figures = law.at(bits, context);
        widen(band.energyJ, figures.energyJ, law.name());
        if (figures.areaMm2) {
            widen(band.areaMm2, *figures.areaMm2, law.name());
        } else {
            band.leftOutOfArea.push_back({law.name(), "it states no area here"});
        }
        band.laws.push_back({law.name(), figures, law.notes(bits, context)});
    }
    return band;
}

AdcBand adcBand(int bits, const AdcContext& context)
{
    return adcBand(bits, context, loadAdcLaws());
}

}  // namespace mho
