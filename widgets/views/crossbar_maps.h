// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/preview_service.h"
#include "widgets/figure/heat_map.h"

namespace mho {

/// Occupancy of all crossbars of a layer: one cell per block of rows and columns, in percent.
HeatMap occupancyMap(const PreviewResult& preview, std::size_t layer);

/// One crossbar cell by cell, conductance in microsiemens; unprogrammed cells have no value. Needs weights.
struct CrossbarMap {
    HeatMap map;
    CrossbarAddress address;
    std::vector<std::int64_t> weightColumn;  ///< Per word line; -1 = unused.
    std::vector<std::int64_t> filter;        ///< Per bit line; -1 = unused.
};
CrossbarMap crossbarMap(const PreviewResult& preview, std::size_t layer, const CrossbarAddress& address);

/// One line of words about a cell under the pointer.
QString occupancyReadout(const HeatMap& map, const HeatMapCell& cell);
QString conductanceReadout(const CrossbarMap& crossbar, const HeatMapCell& cell);

}  // namespace mho
