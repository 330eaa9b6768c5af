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
    QFont font;
    ColourMap colours = ColourMap::Viridis;
};
HeatMapStyle screenStyle(const QPalette& palette, const QFont& font);
/// @param pixelSize height of text in units of the painter
HeatMapStyle paperStyle(int pixelSize);

/// Where paintHeatMap puts the cells within `area`: room for title, axes and legend is taken off, cells are square as far
/// as they can be (at most 1.6 times longer than wide).
QRectF heatMapPlot(const HeatMap& map, const QRectF& area, const HeatMapStyle& style);

/// Draws title, cells, axes with labels and the legend with unit.
/// @param image of colourImage for this map  @param visible part of the map in cells (x = columns)
/// @return the geometry drawn, for hit tests
HeatMapGeometry paintHeatMap(QPainter& painter, const QRectF& area, const HeatMap& map, const QImage& image,
                             const QRectF& visible, const HeatMapStyle& style);

}  // namespace mho
