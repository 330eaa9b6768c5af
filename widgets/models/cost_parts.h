// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/cost_words.h"

#include <QString>

#include <vector>

namespace mho {

/// What a design's cost is split by.
enum class CostSplit {
    Components,
    Layers,
    LayerComponents  ///< The cost of one layer, by component.
};

/// One part of the cost of a design, dense and compressed, in the unit of the quantity.
struct CostPart {
    QString name;
    double dense = 0.0;
    double compressed = 0.0;
    std::size_t place = 0;  ///< Among all parts, in the report's order, so that a part keeps its colour.
    int summed = 0;         ///< Above 0: the sum of so many small parts.
};

/// The parts with the largest shares of either design, in the report's order, and the sum of all others last.
/// @param layer of CostSplit::LayerComponents
std::vector<CostPart> costParts(const CostReport& dense, const CostReport& compressed, CostQuantity quantity, CostSplit split,
                                std::size_t layer = 0);

}  // namespace mho
