// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/array_cells.h"
#include "widgets/figure/heat_map.h"
#include "widgets/views/layer_colours.h"

namespace mho {

/// Occupancy of all crossbars of a layer: one cell per block of rows and columns, in percent.
/// @param rows,columns blocks of the map, at least the layer's, which is what 0 stands for; those the layer lacks have no value
HeatMap occupancyMap(const PreviewResult& preview, std::size_t layer, std::int64_t rows = 0, std::int64_t columns = 0);

/// Occupancies as they are likely when so many times as many weights are kept; the title says that they are about right.
HeatMap coarseMap(HeatMap occupancies, double scale);

/// How values are coloured.
struct MapColours {
    ColourMap colours = ColourMap::Viridis;
    bool ownRange = false;  ///< From the lowest to the highest value shown; else all that there can be.
    bool logarithmic = false;
};

/// Gives a map its colours, and the one that is seen beside it the same. Where no two values differ, the range stays.
void colourMaps(HeatMap& map, HeatMap* beside, const MapColours& colours);

/// One crossbar cell by cell, with what its cells hold.
struct CrossbarMap {
    HeatMap map;
    std::shared_ptr<const PreviewResult> preview;
    std::size_t layer = 0;
    CrossbarAddress address;
    CellQuantity quantity = CellQuantity::Conductance;  ///< Of the map's values.
    ArrayCells cells;
    std::vector<float> conductancesS;  ///< LayerContent::conductancesS()
    std::vector<std::uint8_t> adcBits;  ///< For 0, 1, ... cells of a bit line in one read.
    bool exists = true;                 ///< False: the layer has no crossbar there; all is without value.
};

/// Of cells, colours can tell every quantity but the occupancy; conductance (µS), level and wire drop need weights. Cells that are
/// not programmed have no value; of column non-zeros every cell of a bit line in use has the line's.
/// @param segmentOhm for the wire drop (wireDrops(), percent, up to its highest): of each wire segment, one a cell, of word and bit
/// lines. Throws Error as NodalSolver.
CrossbarMap crossbarMap(const std::shared_ptr<const PreviewResult>& preview, std::size_t layer, const CrossbarAddress& address,
                        CellQuantity quantity = CellQuantity::Conductance, double segmentOhm = 0.0);

/// In place of a crossbar that the layer does not have, with the extents, colours and words of `like`.
CrossbarMap noCrossbarMap(const CrossbarMap& like, const CrossbarAddress& address);

/// One line of words about a cell under the pointer; of a cell as NetworkMap::readout().
QString occupancyReadout(const HeatMap& map, const HeatMapCell& cell);
QString cellReadout(const CrossbarMap& crossbar, const HeatMapCell& cell);

}  // namespace mho
