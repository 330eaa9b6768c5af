// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/law_band.h"

#include "core/cost/adc_law.h"
#include "core/cost/component_file.h"

namespace mho {
namespace {

void widen(std::array<LawBand::Range, 3>& ranges, const CostReport& cost, const std::string& law, bool first)
{
    for (const CostQuantity quantity : {CostQuantity::Energy, CostQuantity::Power, CostQuantity::Area}) {
        LawBand::Range& range = ranges[LawBand::index(quantity)];
        const double value = valueOf(cost.total, quantity);
        if (first || value < range.low) {
            range.low = value;
            range.lowLaw = law;
        }
        if (first || value > range.high) {
            range.high = value;
            range.highLaw = law;
        }
    }
}

}  // namespace

LawBand LawBands::of(const PreviewResult& preview)
{
    const std::string& preset = preview.mapped.hardware.preset;
    if (!models_ || preset != preset_) {
        models_.emplace(loadComponents(preset), adcLawNames());
        preset_ = preset;
    }
    LawBand band;
    for (const LawCosts::Cost& cost : models_->price(preview.mappedDense, &preview.mapped).costs) {
        widen(band.dense, cost.dense, cost.dense.adcLaw, band.laws == 0);
        widen(band.compressed, *cost.compressed, cost.dense.adcLaw, band.laws == 0);
        ++band.laws;
    }
    return band;
}

}  // namespace mho
