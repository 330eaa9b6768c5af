// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/axis_scale.h"
#include "widgets/figure/chart_style.h"
#include "widgets/models/compare_set.h"

#include <QFontMetricsF>
#include <QPolygonF>
#include <QRectF>

#include <cstddef>
#include <memory>
#include <vector>

namespace mho {

/// Two metrics of the points of a set against each other: what is drawn and hit, without a widget.
struct Scatter {
    struct Mark {
        int point = 0;  ///< Into the set's points.
        QPointF value;
    };

    std::shared_ptr<const CompareSet> set;
    const CompareAxis* x = nullptr;  ///< Of the set.
    const CompareAxis* y = nullptr;
    AxisScale xScale;
    AxisScale yScale;
    std::vector<Mark> marks;         ///< Points that have both values.
    std::vector<std::size_t> front;  ///< Marks that no other dominates, best x first; empty unless both axes know what is better.
    std::size_t missing = 0;         ///< Points that lack a value.
    bool xLogarithmic = false;       ///< As drawn: asked for, and all values are above 0.
    bool yLogarithmic = false;

    /// An empty chart where the set lacks one of the axes.
    static Scatter of(std::shared_ptr<const CompareSet> set, const QString& x, const QString& y, bool xLogarithmic, bool yLogarithmic);
    bool empty() const { return marks.empty(); }
};

/// The edge of what the front attains, from the side of the worst y at the best x to the side of the worst x at the best y: between
/// two of its points the better y counts only from the worse x on.
/// @param points best x first  @param xLow, xHigh, yLow, yHigh values at the axes' ends, where the edge ends
QPolygonF frontStaircase(const std::vector<QPointF>& points, Direction x, Direction y, const AxisScale& xScale, const AxisScale& yScale);

/// Which values lie at which pixels.
struct ScatterGeometry {
    QRectF plot;
    AxisScale x;
    AxisScale y;

    QPointF toPixels(const QPointF& value) const;
    QPointF toValue(const QPointF& pixel) const;
};

/// Room for axes and titles is taken off `area`.
ScatterGeometry scatterGeometry(const Scatter& scatter, const QRectF& area, const ChartStyle& style);
/// Index into `marks` of the one nearest to a pixel, at most `reach` away; -1 = none.
int markAt(const Scatter& scatter, const ScatterGeometry& geometry, const QPointF& pixel, double reach);
/// Points of the marks in a rectangle of pixels.
std::vector<int> pointsIn(const Scatter& scatter, const ScatterGeometry& geometry, const QRectF& pixels);

/// @param selected points, ascending; where there are some, the others are paler  @param hovered point, -1 = none
void paintScatter(QPainter& painter, const QRectF& area, const Scatter& scatter, const ChartStyle& style,
                  const std::vector<int>& selected = {}, int hovered = -1);

/// "Energy of an inference (µJ), less is better"; where `metrics` has no room for so much, less of it: at least "Energy (µJ)", cut short.
QString axisTitle(const CompareAxis& axis, const AxisScale& scale, const QFontMetricsF& metrics, double room);

}  // namespace mho
