// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/heat_map_painter.h"
#include "widgets/views/crossbar_raster.h"

#include <optional>

namespace mho {

/// All crossbars of a network as they are looked at: what is shown, how, and from where.
struct NetworkPicture {
    std::shared_ptr<const PreviewResult> preview;
    CrossbarFloor floor;
    ZoomFrame frame;
    CellQuantity quantity = CellQuantity::Occupancy;
    bool perLayer = false;
    bool logarithmic = false;
    int selected = -1;     ///< Layer with an outline; -1 = none.
    int legendLayer = -1;  ///< Layer whose range the legend shows where each has its own; -1 = none.
    std::optional<FloorPlace> cursor;
    std::optional<Detail> fixedDetail;  ///< Of a picture that is to show what another one shows.
    bool cursorIsCell = false;          ///< Else the whole array is marked.

    ZoomLimits limits() const { return {floor.bounds(), 96.0}; }
    Detail detail(double pixelRatio, std::int64_t blockEdge) const
    {
        return fixedDetail.value_or(detailAt(frame.scale * pixelRatio, blockEdge));
    }
};

/// Name with unit of what the colours mean at this detail.
QString quantityLabel(CellQuantity quantity, Detail detail);
/// One value in words, with its unit.
QString quantityValue(CellQuantity quantity, double value);

/// Where paintNetwork puts the arrays within `area`: room for the legend is taken off.
QRectF networkPlot(const QRectF& area, const HeatMapStyle& style);

/// Draws arrays, grid, names as far as there is room, the outline of the selected layer, the cursor and the legend.
/// @param picture its frame.plot is a networkPlot()  @param pixelRatio pixels of the cell image per unit of the painter
void paintNetwork(QPainter& painter, const NetworkPicture& picture, const CrossbarStore& store, const HeatMapStyle& style,
                  double pixelRatio);

}  // namespace mho
