// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure_value.h"
#include "widgets/figure/axis_scale.h"
#include "widgets/figure/chart_style.h"

#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

class QPainter;

namespace mho {

/// An entry of a legend; `sample` paints within a small rectangle.
struct LegendEntry {
    QString text;
    std::function<void(QPainter&, const QRectF&)> sample;
};

/// Paints entries centred above a plot, in as many lines as they need. @return the height they took
double paintLegend(QPainter& painter, const QRectF& area, const std::vector<LegendEntry>& entries, const ChartStyle& style);

/// Title of an axis in the language of the program, with its unit.
QString axisLabel(const FigureAxis& axis);

/// Scale of shown numbers (value / factor), with room at both ends; from 0 where `fromZero`.
AxisScale scaleOf(const std::vector<double>& shown, bool logarithmic, bool fromZero, std::string_view unit = {});

/// Room that numbers and title of an upright axis need.
double yAxisWidth(const AxisScale& scale, bool whole, const ChartStyle& style);
/// Grid, numbers and title on the left of `plot`.
void paintYAxis(QPainter& painter, const QRectF& plot, const AxisScale& scale, const QString& title, bool whole, const ChartStyle& style);
/// The same below.
void paintXAxis(QPainter& painter, const QRectF& plot, const AxisScale& scale, const QString& title, bool whole, bool grid, const ChartStyle& style);

}  // namespace mho
