// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/heat_map_painter.h"
#include "widgets/views/crossbar_raster.h"
#include "widgets/views/network_side.h"

#include <optional>

namespace mho {

/// All crossbars of a network as they are looked at: what is shown, how, and from where.
struct NetworkPicture {
    std::shared_ptr<const PreviewResult> preview;
    std::shared_ptr<const PreviewResult> dense;  ///< Shown left of the divider; none = no divider.
    CrossbarFloor floor;                         ///< With room for the arrays of both.
    ZoomFrame frame;
    double divider = 0.5;  ///< Share of the plot's width.
    CellQuantity quantity = CellQuantity::Occupancy;
    bool perLayer = false;
    bool logarithmic = false;
    ColourMap colours = ColourMap::Viridis;
    int selected = -1;     ///< Layer with an outline; -1 = none.
    std::optional<CrossbarAddress> selectedArray;  ///< Of that layer, with an outline.
    int legendLayer = -1;  ///< Layer whose range the legend shows where each has its own; -1 = none.
    /// What occupancies of the design's layers are multiplied by, for a plan of which only a coarse preview is known; empty = nothing.
    std::vector<double> thinning;
    std::optional<FloorPlace> cursor;
    std::optional<Detail> fixedDetail;  ///< Of a picture that is to show what another one shows.
    bool cursorIsCell = false;          ///< Else the whole array is marked.

    ZoomLimits limits() const { return {floor.bounds(), 96.0}; }
    Detail detail(double pixelRatio, std::int64_t blockEdge) const
    {
        return fixedDetail.value_or(detailAt(frame.scale * pixelRatio, blockEdge));
    }
    /// Pixel of the divider, a whole one.
    double dividerX() const;
    /// The part of the plot in which a design is seen; empty for the dense one without a divider.
    QRectF partOf(bool ofDense) const;
    /// Whether a place is seen left of the divider, by its middle.
    bool inDense(const FloorPlace& place) const;
    /// The cell, or where cells are too small to be pointed at the array, in pixels.
    QRectF markOf(const FloorPlace& place) const;
};

/// Name of a quantity among others to choose from.
QString quantityName(CellQuantity quantity);

/// Name with unit of what the colours mean at this detail.
QString quantityLabel(CellQuantity quantity, Detail detail);

/// Where paintNetwork puts the arrays within `area`: room for the legend is taken off.
QRectF networkPlot(const QRectF& area, const HeatMapStyle& style);

/// Draws arrays, grid, names as far as there is room, the outline of the selected layer, the cursor and the legend. With a
/// divider the dense network left of it and the design right of it, each at the places of its own grid; where one has an array
/// and the other has none, the other shows an outline.
/// @param picture its frame.plot is a networkPlot()  @param dense none where the picture has no divider
/// @param pixelRatio pixels of the cell image per unit of the painter
void paintNetwork(QPainter& painter, const NetworkPicture& picture, const NetworkSide& design, const NetworkSide* dense,
                  const HeatMapStyle& style, double pixelRatio);

}  // namespace mho
