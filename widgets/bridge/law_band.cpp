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
    if (models_.empty() || preset != preset_) {
        models_.clear();
        preset_ = preset;
        if (const ComponentFile components = loadComponents(preset); !components.adcLaw.empty()) {
            for (const std::string& law : adcLawNames()) {
                models_.emplace_back(components, law);
            }
        }
    }
    LawBand band;
    for (const CostModel& model : models_) {
        if (!model.outOfRange(preview.mappedDense) && !model.outOfRange(preview.mapped)) {
            const CostReport compressed = model.estimate(preview.mapped);
            widen(band.dense, model.estimate(preview.mappedDense), compressed.adcLaw, band.laws == 0);
            widen(band.compressed, compressed, compressed.adcLaw, band.laws == 0);
            ++band.laws;
        }
    }
    return band;
}

}  // namespace mho
