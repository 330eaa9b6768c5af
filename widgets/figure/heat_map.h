// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/colour_scale.h"

#include <QImage>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace mho {

/// A matrix to be shown in colours: data and words, no style. Drawn by paintHeatMap on any painter.
struct HeatMap {
    QString title;
    QString rowLabel;     ///< Name of the vertical axis, e.g. "word line".
    QString columnLabel;  ///< Name of the horizontal axis, e.g. "bit line".
    QString valueLabel;   ///< Name of the values with unit, e.g. "conductance (µS)".
    QString unit;         ///< Unit after a value written in a cell: "%", " µS"; may be empty.
    QString emptyLabel;   ///< What a cell without value means, e.g. "unprogrammed"; empty = no such cells.
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::vector<float> values;  ///< rows*columns, row-major; NaN = no value.
    double low = 0.0;           ///< Value of the map's lowest colour.
    double high = 1.0;          ///< Value of the highest; above `low`.
    bool logarithmic = false;   ///< As ColourScale::logarithmic.
    ColourMap colours = ColourMap::Viridis;
    bool oneClass = false;  ///< Cells have a value (`high`) or none: the legend names the two instead of a scale.
    /// Cells that belong together: axes count tiles, lines go round them.
    std::int64_t tileRows = 1;
    std::int64_t tileColumns = 1;
    /// A cell stands for so many of what the axes count.
    std::int64_t rowStep = 1;
    std::int64_t columnStep = 1;
    double longestCell = 1.6;  ///< Cells are drawn at most this many times longer one way than the other.
    QStringList command;       ///< Words after `mho figure` for a figure of the same values; empty = there is none.

    ColourScale scale() const { return {low, high, logarithmic, colours}; }
    bool empty() const { return rows == 0 || columns == 0; }
    float at(std::int64_t row, std::int64_t column) const { return values[static_cast<std::size_t>(row * columns + column)]; }
};

/// A cell of a heat map.
struct HeatMapCell {
    std::int64_t row = 0;
    std::int64_t column = 0;
    bool operator==(const HeatMapCell&) const = default;
};

/// Which part of the map (`visible`, in cells: x = columns) lies in which rectangle of the screen (`plot`, in pixels).
struct HeatMapGeometry {
    QRectF plot;
    QRectF visible;

    QPointF toCells(const QPointF& pixel) const;
    QPointF toPixels(const QPointF& cells) const;
    /// The cell under a pixel; nothing outside of the plot or of the map.
    std::optional<HeatMapCell> cellAt(const QPointF& pixel, std::int64_t rows, std::int64_t columns) const;
    QRectF rectOf(const HeatMapCell& cell) const;
};

/// The visible part after zooming by `factor` (above 1 = closer) about `anchor` (in cells), kept inside the map and not
/// closer than 4 cells (or the map, where it is smaller).
QRectF zoomed(const QRectF& visible, double factor, const QPointF& anchor, std::int64_t rows, std::int64_t columns);
/// The visible part moved by `cells`, kept inside the map.
QRectF panned(const QRectF& visible, const QPointF& cells, std::int64_t rows, std::int64_t columns);

/// One pixel per cell; cells without value get `emptyColour`.
QImage colourImage(const HeatMap& map, QRgb emptyColour);

/// A map's colours, and for drawing it small the same with a half, a quarter and so on of its rows, its columns or both: each
/// pixel is the mean of those that it stands for.
class HeatMapImages {
public:
    HeatMapImages() = default;
    /// Runs on any thread.
    HeatMapImages(const HeatMap& map, QRgb emptyColour);

    bool empty() const { return images_.empty(); }
    QRgb emptyColour() const { return emptyColour_; }
    /// The smallest that has a pixel for each pixel of the screen; made when it is first asked for, so by one thread at a time.
    /// @param columnsPerPixel,rowsPerPixel cells of the map on a pixel of the screen
    const QImage& at(double columnsPerPixel, double rowsPerPixel) const;

private:
    const QImage& halved(int across, int down) const;

    QRgb emptyColour_ = 0;
    mutable std::map<std::pair<int, int>, QImage> images_;  ///< By how often columns and rows were halved.
};

/// A value with at most three significant digits.
QString valueText(double value);

}  // namespace mho
