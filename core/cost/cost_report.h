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
    double latencyS = 0.0;  ///< positions * input cycles * read cycle
};

/// What a mapped network costs on an architecture. Parts sum to totals: totals are made by adding the parts.
struct CostReport {
    std::vector<std::string>
        components;                 ///< "ADC", "DAC", "S&H", "crossbar", "S&A", "registers", "eDRAM", "bus", "router", ...
    std::vector<LayerCost> layers;  ///< Weight layers in node order; shared tile parts are split by crossbars.
    std::vector<CostItem> perComponent;
    CostItem total;
    double latencyS = 0.0;                  ///< One image alone, layer after layer.
    double throughputInferencesPerS = 0.0;  ///< Layers pipelined: 1 / slowest layer.
    double throughputOpsPerS = 0.0;         ///< 2 * effective MACs * inferences/s
    std::int64_t crossbars = 0;
    std::int64_t cores = 0;  ///< ISAAC: IMAs.
    std::int64_t tiles = 0;
    std::int64_t chips = 0;
};

/// Formulas and sources: docs/cost.md.
MHO_API CostReport estimateCost(const MappedNetwork& mapped, const ComponentFile& components);

/// Reduction in percent, 100 * (1 - compressed/dense).
struct CostReduction {
    double energyPercent = 0.0;
    double powerPercent = 0.0;
    double areaPercent = 0.0;
};
MHO_API CostReduction reduction(const CostReport& dense, const CostReport& compressed);

}  // namespace mho
