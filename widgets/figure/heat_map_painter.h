// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/heat_map.h"

#include <QFont>
#include <QPalette>

class QPainter;

namespace mho {

/// How a heat map looks; the screen takes it from a palette, exports are always ink on white.
struct HeatMapStyle {
    QColor text;
    QColor quietText;
    QColor frame;
    QColor emptyCell;
    QColor background;
    QColor accent;  ///< Marks what is selected.
    QFont font;
};
HeatMapStyle screenStyle(const QPalette& palette, const QFont& font);
/// @param pixelSize height of text in units of the painter
HeatMapStyle paperStyle(int pixelSize);

/// Colour of cells without value: the style's, but darker where the middle of the map's colours is as light.
QColor emptyColour(const HeatMap& map, const HeatMapStyle& style);

/// Where paintHeatMap puts the cells within `area`: room for title, axes and legend is taken off, cells are square as far
/// as they can be (HeatMap::longestCell).
QRectF heatMapPlot(const HeatMap& map, const QRectF& area, const HeatMapStyle& style);

/// Another map of the same extents and colours over the left part of the plot.
struct HeatMapBefore {
    const HeatMapImages* images = nullptr;  ///< None = no such map.
    double share = 0.5;                     ///< Of the plot's width.
};

/// Draws title, cells, axes with labels and the legend with unit, in the map's own colours. In an SVG or PDF file cells are
/// rectangles, up to 256 x 256 of them; larger maps are an image there, as on the screen.
/// @param images of this map  @param visible part of the map in cells (x = columns)
/// @return the geometry drawn, for hit tests
HeatMapGeometry paintHeatMap(QPainter& painter, const QRectF& area, const HeatMap& map, const HeatMapImages& images,
                             const QRectF& visible, const HeatMapStyle& style, const HeatMapBefore& before = {});

}  // namespace mho
