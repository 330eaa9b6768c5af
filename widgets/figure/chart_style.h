// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/compare_set.h"

#include <QColor>
#include <QFont>
#include <QPalette>

class QPainter;

namespace mho {

/// How charts of points look; the screen takes it from a palette, exports are ink on white.
struct ChartStyle {
    QColor text;
    QColor quietText;
    QColor frame;
    QColor grid;
    QColor background;
    QColor accent;  ///< Selected points.
    QColor sources[3];  ///< By PointSource.
    QFont font;
};

ChartStyle screenChartStyle(const QPalette& palette, const QFont& font);
/// @param pixelSize height of text in units of the painter
ChartStyle paperChartStyle(int pixelSize);

/// A point's mark: circle, square or diamond by where it comes from, filled or hollow, so that colour tells nothing alone.
void drawMark(QPainter& painter, const QPointF& centre, double radius, PointSource source, bool hollow, const QColor& colour, const QColor& background);
/// "Preview", "Run", "Study".
QString sourceText(PointSource source);

}  // namespace mho
