// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure_value.h"
#include "widgets/figure/chart_style.h"

#include <QRectF>

class QPainter;

namespace mho {

// Charts of reports, told apart by dashes, marks and hatching as well as by colour, so that they are read in grey too.

void paintBars(QPainter& painter, const QRectF& area, const BarFigure& figure, const ChartStyle& style);
void paintHistogram(QPainter& painter, const QRectF& area, const HistogramFigure& figure, const ChartStyle& style);
void paintCurves(QPainter& painter, const QRectF& area, const XyFigure& figure, const ChartStyle& style);

}  // namespace mho
