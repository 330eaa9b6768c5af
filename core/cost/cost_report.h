// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/cost/component_file.h"
#include "core/crossbar/mapped_network.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mho {

/// Energy per inference (joule), power with everything in use working (watt), area (mm2).
struct MHO_API CostItem {
    double energyJ = 0.0;
    double powerW = 0.0;
    double areaMm2 = 0.0;
    CostItem& operator+=(const CostItem& other);
};

/// One layer's cost per component (same order as CostReport::components) and its sum.
struct LayerCost {
    std::string name;
    std::vector<CostItem> perComponent;
    CostItem total;
    double latencyS = 0.0;    ///< MappedLayer::steps() * cycle; cycle = max(array read, bit lines per ADC * conversion)
    std::int64_t cores = 0;   ///< Given to this layer.
    std::int64_t tiles = 0;   ///< Given to this layer where layers take whole tiles; else 0.
    std::int64_t arrays = 0;  ///< Priced: those in use, or all of the layer's tiles where layers take whole tiles.
};

/// Operations (2 per multiply-accumulate) of one inference.
struct Operations {
    double effective = 0.0;        ///< Of kept weights.
    double denseEquivalent = 0.0;  ///< Of all weights, as if nothing had been pruned.
};

/// What a mapped network costs on an architecture. Parts sum to totals: totals are made by adding the parts.
struct MHO_API CostReport {
    std::string adcLaw;        ///< That priced the ADCs, its path if a file of one's own; empty where arrays are priced whole.
    std::string adcLawSha256;  ///< Of the law's file.
    std::vector<std::string> components;  ///< The file's labels: "ADC", "DAC", "S&H", "crossbar", "S&A", "registers", ...
    std::vector<LayerCost> layers;        ///< Weight layers in node order; shared tile parts are split by cores.
    std::vector<CostItem> perComponent;
    CostItem total;
    double latencyS = 0.0;                  ///< One image alone, layer after layer; 0 where no time is stated.
    double throughputInferencesPerS = 0.0;  ///< Layers pipelined: 1 / slowest layer; 0 where no time is stated.
    double throughputOpsPerS = 0.0;         ///< Effective operations * inferences/s
    Operations operations;
    double leakageW = 0.0;    ///< Where the file states it; beside `total`, whose powers may hold theirs.
    bool timeStated = true;   ///< False: the file states no times, so latency, throughput and energy are unknown (0).
    bool powerStated = true;  ///< False: some power follows from energy and time, and no time is stated.
    std::int64_t crossbars = 0;
    std::int64_t arrays = 0;         ///< Priced; >= crossbars where tiles are given whole.
    std::int64_t cores = 0;          ///< ISAAC: IMAs.
    std::int64_t tiles = 0;          ///< 0 where the file has no such level.
    std::int64_t chips = 0;          ///< 0 where the file has no such level.
    std::vector<std::string> notes;  ///< What to know of these figures (English): an ADC law beyond its node or fit ...

    /// Power at a stated load: energy per inference * inferences/s + leakage. At most throughputInferencesPerS is possible.
    double powerAtThroughputW(double inferencesPerS) const { return total.energyJ * inferencesPerS + leakageW; }
    /// GOPS/W at the pipeline's throughput; 0 where no time is stated.
    double gopsPerW(double operationsPerInference) const;
    /// GOPS/s/mm2 at the pipeline's throughput; 0 where no time is stated.
    double gopsPerMm2(double operationsPerInference) const;
};

/// Cost under the ADC law of `mapped.hardware.adcLaw` (empty = the file's own). Formulas and sources: docs/cost.md.
/// Throws as CostModel.
MHO_API CostReport estimateCost(const MappedNetwork& mapped, const ComponentFile& components);

/// Reduction in percent, 100 * (1 - compressed/dense).
struct CostReduction {
    double energyPercent = 0.0;
    double powerPercent = 0.0;
    double areaPercent = 0.0;
};
MHO_API CostReduction reduction(const CostReport& dense, const CostReport& compressed);

}  // namespace mho
