// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/report_figure.h"

#include "widgets/bridge/text.h"
#include "widgets/figure/chart_axes.h"
#include "widgets/figure/chart_painters.h"
#include "widgets/figure/chart_style.h"
#include "widgets/figure/heat_map_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace mho {
namespace {

constexpr double kUnitsPerPoint = 96.0 / 72.0;

ColourMap colourMap(const HeatFigure& figure, const FigureStyle& style)
{
    if (figure.inGrey) {
        return ColourMap::Ink;
    }
    return style.palette == "cividis" ? ColourMap::Cividis : style.palette == "grey" ? ColourMap::Grey : ColourMap::Viridis;
}

HeatMap heatMap(const HeatFigure& figure, const FigureStyle& style)
{
    const auto text = [](const std::string& title) { return QCoreApplication::translate("mho", title.c_str()); };
    HeatMap map;
    map.rowLabel = text(figure.rowTitle);
    map.columnLabel = text(figure.columnTitle);
    map.valueLabel = figure.oneClass ? text(figure.value.title) : axisLabel(figure.value);
    map.emptyLabel = text(figure.emptyTitle);
    map.rows = figure.rows;
    map.columns = figure.columns;
    map.rowStep = figure.rowStep;
    map.columnStep = figure.columnStep;
    map.values.reserve(figure.values.size());
    for (const float value : figure.values) {
        map.values.push_back(static_cast<float>(static_cast<double>(value) / figure.value.factor));
    }
    map.low = figure.low / figure.value.factor;
    map.high = figure.high / figure.value.factor;
    map.colours = colourMap(figure, style);
    map.oneClass = figure.oneClass;
    map.longestCell = 3.0;
    return map;
}

void paintMatrix(QPainter& painter, const QRectF& area, const HeatFigure& figure, const FigureStyle& style)
{
    const HeatMap map = heatMap(figure, style);
    HeatMapStyle look = paperStyle(12);
    look.font = paperFont(style.fontPt * kUnitsPerPoint);
    // The lightest colours of the maps are close to a light grey: what has no value is the paper.
    look.emptyCell = Qt::white;
    const HeatMapImages images(map, emptyColour(map, look).rgb());
    paintHeatMap(painter, area, map, images, QRectF(0, 0, static_cast<double>(map.columns), static_cast<double>(map.rows)), look);
}

}  // namespace

QFont paperFont(double pixelSize)
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(static_cast<int>(std::lround(pixelSize)));
    // Hinting would move letters by what the screen's pixels would be.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void paintReportFigure(QPainter& painter, const QRectF& area, const ReportFigure& figure, const FigureStyle& style, bool titled)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    ChartStyle look = paperChartStyle(12);
    look.font = paperFont(style.fontPt * kUnitsPerPoint);
    look.grid = QColor(0xd8, 0xd8, 0xd8);
    QRectF rest = area.adjusted(2, 2, -2, -2);
    if (titled) {
        QFont bold = look.font;
        bold.setBold(true);
        const QFontMetricsF metrics(bold);
        painter.setFont(bold);
        painter.setPen(look.text);
        painter.drawText(QRectF(rest.topLeft(), QSizeF(rest.width(), metrics.height() * 1.2)), Qt::AlignCenter, metrics.elidedText(toQString(figure.title), Qt::ElideRight, rest.width()));
        rest.setTop(rest.top() + metrics.height() * 1.4);
    }
    struct Paint {
        QPainter& painter;
        const QRectF& area;
        const ChartStyle& look;
        const FigureStyle& style;
        void operator()(const HeatFigure& content) const { paintMatrix(painter, area, content, style); }
        void operator()(const BarFigure& content) const { paintBars(painter, area, content, look); }
        void operator()(const HistogramFigure& content) const { paintHistogram(painter, area, content, look); }
        void operator()(const XyFigure& content) const { paintCurves(painter, area, content, look); }
    };
    std::visit(Paint{painter, rest, look, style}, figure.content);
    painter.restore();
}

}  // namespace mho
