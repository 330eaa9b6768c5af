// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/chart_style.h"

#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>

namespace mho {

ChartStyle screenChartStyle(const QPalette& palette, const QFont& font)
{
    const QList<QColor> series = seriesColours(palette);
    ChartStyle style;
    style.text = palette.color(QPalette::Text);
    style.quietText = quietTextColour(palette);
    style.frame = palette.color(QPalette::Mid);
    style.grid = palette.color(QPalette::Text);
    style.grid.setAlphaF(0.12F);
    style.background = palette.color(QPalette::Base);
    style.accent = isDark(palette) ? QColor(0xff, 0xb7, 0x4d) : QColor(0xc7, 0x51, 0x00);
    style.sources[0] = series[2];
    style.sources[1] = series[10];
    style.sources[2] = series[8];
    style.font = font;
    return style;
}

ChartStyle paperChartStyle(int pixelSize)
{
    QFont font(QStringLiteral("Sans Serif"));
    font.setPixelSize(pixelSize);
    ChartStyle style = screenChartStyle(lightPalette(), font);
    style.text = Qt::black;
    style.quietText = Qt::black;
    style.background = Qt::white;
    return style;
}

void drawMark(QPainter& painter, const QPointF& centre, double radius, PointSource source, bool hollow, const QColor& colour, const QColor& background)
{
    painter.setPen(QPen(hollow ? colour : background, hollow ? 1.8 : 1.0));
    painter.setBrush(hollow ? background : colour);
    switch (source) {
        case PointSource::Preview:
            painter.drawEllipse(centre, radius, radius);
            break;
        case PointSource::Run: {
            const double half = radius * 0.9;
            painter.drawRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half));
            break;
        }
        case PointSource::Study: {
            const double half = radius * 1.2;
            painter.drawPolygon(QPolygonF{{centre.x() - half, centre.y()}, {centre.x(), centre.y() - half}, {centre.x() + half, centre.y()}, {centre.x(), centre.y() + half}});
            break;
        }
    }
}

QString sourceText(PointSource source)
{
    switch (source) {
        case PointSource::Preview:
            return QCoreApplication::translate("ChartStyle", "Preview");
        case PointSource::Run:
            return QCoreApplication::translate("ChartStyle", "Run");
        case PointSource::Study:
            return QCoreApplication::translate("ChartStyle", "Study");
    }
    return {};
}

}  // namespace mho
