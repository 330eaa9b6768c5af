// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure_style.h"
#include "core/report/figure_value.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace mho {

/// The font of figures and reports on paper. @param pixelSize in units of the painter, may be a fraction
QFont paperFont(double pixelSize);

/// Paints a report's figure on white paper. One unit is 1/96 inch. @param style size does not count: `area` does
void paintReportFigure(QPainter& painter, const QRectF& area, const ReportFigure& figure, const FigureStyle& style, bool titled);

}  // namespace mho
