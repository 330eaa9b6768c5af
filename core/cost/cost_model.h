// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/cost_report.h"

namespace mho {

/// A component file's constants looked up once, so that an estimate costs microseconds. Formulas: docs/cost.md.
class MHO_API CostModel {
public:
    /// Throws Error NotFound or BadFormat when a constant the roll-up needs is missing, has another unit or is out of range.
    explicit CostModel(const ComponentFile& components);

    CostReport estimate(const MappedNetwork& mapped) const;
    /// Factor of ADC power and area at `bits` against 8 bits: linearShare * b/8 + (1 - linearShare) * 2^(b-8); 0 bits: 0.
    double adcFactor(int bits) const;
    /// ADCs that convert `columns` bit lines in one read cycle: ceil(columns / (rate * cycle)); ISAAC: 1 up to 128.
    std::int64_t adcsPerCrossbar(std::int64_t columns) const;

private:
    struct Part {
        double powerW = 0.0;
        double areaMm2 = 0.0;
    };
    void addCoreParts(const MappedLayer& layer, const Hardware& hardware, LayerCost& cost, std::int64_t cores) const;
    void addTileParts(const MappedLayer& layer, const Hardware& hardware, LayerCost& cost, double tiles, double chips) const;

    Part adc_, dac_, sampleHold_, crossbar_, shiftAdd_, registers_;
    Part edram_, bus_, router_, tileUnits_, link_;
    double dacFactorPerBit_ = 1.0;
    double adcLinearShare_ = 0.0;
    double adcRateHz_ = 0.0;
    double readCycleS_ = 0.0;
    double arrayCells_ = 0.0;
    double shiftAddJ_ = 0.0;
    double edramJPerBit_ = 0.0;
    double busJPerBit_ = 0.0;
    double routerJPerBit_ = 0.0;
    std::int64_t crossbarsPerCore_ = 1;
    std::int64_t coresPerTile_ = 1;
    std::int64_t tilesPerChip_ = 1;
};

}  // namespace mho
