// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/cost_report.h"
#include "core/cost/cost_model.h"

namespace mho {

namespace {
constexpr double kGiga = 1e9;
}

CostItem& CostItem::operator+=(const CostItem& other)
{
    energyJ += other.energyJ;
    powerW += other.powerW;
    areaMm2 += other.areaMm2;
    return *this;
}

double CostReport::gopsPerW(double operationsPerInference) const
{
    const double powerW = powerAtThroughputW(throughputInferencesPerS);
    return throughputInferencesPerS > 0.0 && powerW > 0.0 ? operationsPerInference * throughputInferencesPerS / powerW / kGiga
                                                          : 0.0;
}

double CostReport::gopsPerMm2(double operationsPerInference) const
{
    return total.areaMm2 > 0.0 ? operationsPerInference * throughputInferencesPerS / total.areaMm2 / kGiga : 0.0;
}

CostReport estimateCost(const MappedNetwork& mapped, const ComponentFile& components)
{
    return CostModel(components, mapped.hardware.adcLaw).estimate(mapped);
}

CostReduction reduction(const CostReport& dense, const CostReport& compressed)
{
    const auto percent = [](double before, double after) { return before > 0.0 ? 100.0 * (1.0 - after / before) : 0.0; };
    return {percent(dense.total.energyJ, compressed.total.energyJ), percent(dense.total.powerW, compressed.total.powerW),
            percent(dense.total.areaMm2, compressed.total.areaMm2)};
}

}  // namespace mho
