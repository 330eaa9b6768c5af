// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/preview_service.h"
#include "widgets/figure/heat_map.h"

namespace mho {

/// Occupancy of all crossbars of a layer: one cell per block of rows and columns, in percent.
/// @param rows,columns blocks of the map, at least the layer's, which is what 0 stands for; those the layer lacks have no value
HeatMap occupancyMap(const PreviewResult& preview, std::size_t layer, std::int64_t rows = 0, std::int64_t columns = 0);

/// One crossbar cell by cell, conductance in microsiemens; unprogrammed cells have no value. Needs weights.
struct CrossbarMap {
    HeatMap map;
    CrossbarAddress address;
    std::vector<std::int64_t> weightColumn;  ///< Per word line; -1 = unused.
    std::vector<std::int64_t> filter;        ///< Per bit line; -1 = unused.
    bool exists = true;                      ///< False: the layer has no crossbar there; all is without value.
};
/// Occupancies as they are likely when so many times as many weights are kept; the title says that they are about right.
HeatMap coarseMap(HeatMap occupancies, double scale);

CrossbarMap crossbarMap(const PreviewResult& preview, std::size_t layer, const CrossbarAddress& address);

/// The same crossbar by what its wires take: 100 * (1 - voltage across the cell / voltage of its word line's input), percent,
/// with all word lines on; exact (docs/nodal.md). Needs weights. Throws Error as NodalSolver.
/// @param segmentOhm of each wire segment, one a cell, of word and bit lines
CrossbarMap wireDropMap(const PreviewResult& preview, std::size_t layer, const CrossbarAddress& address, double segmentOhm);

/// In place of a crossbar that the layer does not have, with the extents, colours and words of `like`.
CrossbarMap noCrossbarMap(const CrossbarMap& like, const CrossbarAddress& address);

/// One line of words about a cell under the pointer.
QString occupancyReadout(const HeatMap& map, const HeatMapCell& cell);
QString cellReadout(const CrossbarMap& crossbar, const HeatMapCell& cell);

}  // namespace mho
