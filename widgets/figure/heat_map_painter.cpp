// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/heat_map_painter.h"

#include "widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

constexpr double kLongestCell = 1.6;
constexpr double kLegendWidth = 12.0;

/// 1, 2 or 5 times a power of ten, at least `smallest`.
double niceStep(double smallest)
{
    const double power = std::pow(10.0, std::floor(std::log10(std::max(smallest, 1e-12))));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (power * factor >= smallest * 0.999) {
            return power * factor;
        }
    }
    return power * 10.0;
}

void drawAxes(QPainter& painter, const HeatMap& map, const HeatMapGeometry& geometry, const HeatMapStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const QRectF& plot = geometry.plot;
    const double line = metrics.height();
    const double columnGap = metrics.horizontalAdvance(QStringLiteral("0000")) * 1.4;
    const auto columnStep =
        static_cast<std::int64_t>(std::max(1.0, niceStep(columnGap / plot.width() * geometry.visible.width())));
    const auto rowStep =
        static_cast<std::int64_t>(std::max(1.0, niceStep(line * 1.5 / plot.height() * geometry.visible.height())));
    painter.setPen(style.text);
    const auto firstOf = [](double from, std::int64_t step) {
        return static_cast<std::int64_t>(std::ceil(from / static_cast<double>(step))) * step;
    };
    for (std::int64_t c = firstOf(geometry.visible.left(), columnStep);
         c < std::min<double>(map.columns, geometry.visible.right()); c += columnStep) {
        const double x = geometry.toPixels({static_cast<double>(c) + 0.5, 0.0}).x();
        if (x > plot.right()) {
            break;
        }
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 3));
        painter.drawText(QRectF(x - columnGap, plot.bottom() + 4, 2 * columnGap, line), Qt::AlignHCenter | Qt::AlignTop,
                         QString::number(c));
    }
    for (std::int64_t r = firstOf(geometry.visible.top(), rowStep); r < std::min<double>(map.rows, geometry.visible.bottom());
         r += rowStep) {
        const double y = geometry.toPixels({0.0, static_cast<double>(r) + 0.5}).y();
        if (y > plot.bottom()) {
            break;
        }
        painter.drawLine(QPointF(plot.left() - 3, y), QPointF(plot.left(), y));
        painter.drawText(QRectF(plot.left() - 105, y - line, 100, 2 * line), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(r));
    }
    painter.setPen(style.quietText);
    painter.drawText(QRectF(plot.left() - 60, plot.bottom() + 4 + line, plot.width() + 120, line + 2), Qt::AlignCenter,
                     map.columnLabel);
    painter.save();
    painter.translate(plot.left() - 8 - metrics.horizontalAdvance(QString::number(map.rows)) - line, plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-150, -line / 2, 300, line), Qt::AlignCenter, map.rowLabel);
    painter.restore();
}

void drawLegend(QPainter& painter, const HeatMap& map, const QRectF& plot, const HeatMapStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const double line = metrics.height();
    const QRectF bar(plot.right() + 14, plot.top(), kLegendWidth, plot.height());
    painter.setPen(QPen(style.frame, 1));
    painter.setBrush(colourGradient(style.colours, bar.bottomLeft(), bar.topLeft()));
    painter.drawRect(bar);
    painter.setPen(style.text);
    const double step = niceStep((map.high - map.low) / std::clamp(plot.height() / (line * 2.2), 1.0, 6.0));
    for (double value = std::ceil(map.low / step - 1e-9) * step; value <= map.high + step * 1e-6; value += step) {
        const double y = bar.bottom() - (value - map.low) / (map.high - map.low) * bar.height();
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 3, y));
        painter.drawText(QRectF(bar.right() + 6, y - line, 80, 2 * line), Qt::AlignLeft | Qt::AlignVCenter,
                         QString::number(value));
    }
    painter.save();
    painter.setPen(style.quietText);
    painter.translate(bar.right() + 10 + metrics.horizontalAdvance(QStringLiteral("0.00")) + line / 2, plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-150, -line / 2, 300, line), Qt::AlignCenter, map.valueLabel);
    painter.restore();
    if (!map.emptyLabel.isEmpty()) {
        const QRectF swatch(plot.left(), plot.bottom() + 2 * line + 12, 10, 10);
        painter.setPen(QPen(style.frame, 1));
        painter.setBrush(style.emptyCell);
        painter.drawRect(swatch);
        painter.setPen(style.quietText);
        painter.drawText(QRectF(swatch.right() + 6, swatch.center().y() - line, 300, 2 * line),
                         Qt::AlignLeft | Qt::AlignVCenter, map.emptyLabel);
    }
}

/// Values in words where cells are large enough to read them; black or white, whichever stands out.
void drawValues(QPainter& painter, const HeatMap& map, const HeatMapGeometry& geometry, const HeatMapStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const QRectF one = geometry.rectOf({0, 0});
    if (one.width() < metrics.horizontalAdvance(QStringLiteral("00.0 µS")) || one.height() < metrics.height() * 1.4) {
        return;
    }
    const auto& visible = geometry.visible;
    for (auto r = static_cast<std::int64_t>(visible.top()); r < std::min<double>(map.rows, visible.bottom()); ++r) {
        for (auto c = static_cast<std::int64_t>(visible.left()); c < std::min<double>(map.columns, visible.right()); ++c) {
            const double value = map.at(r, c);
            if (std::isnan(value)) {
                continue;
            }
            const QColor fill(colourAt(style.colours, (value - map.low) / (map.high - map.low)));
            painter.setPen(qGray(fill.rgb()) > 128 ? Qt::black : Qt::white);
            painter.drawText(geometry.rectOf({r, c}), Qt::AlignCenter, valueText(value) + map.unit);
        }
    }
}

/// Lines between cells, only where cells are large enough for lines not to hide them.
void drawGrid(QPainter& painter, const HeatMap& map, const HeatMapGeometry& geometry, const QColor& colour)
{
    const QRectF one = geometry.rectOf({0, 0});
    if (std::min(one.width(), one.height()) < 7.0) {
        return;
    }
    QColor thin = colour;
    thin.setAlphaF(0.45F);
    painter.setPen(QPen(thin, 1));
    const QRectF& plot = geometry.plot;
    for (auto c = static_cast<std::int64_t>(geometry.visible.left()) + 1;
         c < std::min<double>(map.columns, geometry.visible.right()); ++c) {
        const double x = geometry.toPixels({static_cast<double>(c), 0.0}).x();
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    for (auto r = static_cast<std::int64_t>(geometry.visible.top()) + 1;
         r < std::min<double>(map.rows, geometry.visible.bottom()); ++r) {
        const double y = geometry.toPixels({0.0, static_cast<double>(r)}).y();
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
}

}  // namespace

HeatMapStyle screenStyle(const QPalette& palette, const QFont& font)
{
    HeatMapStyle style;
    style.text = palette.color(QPalette::Text);
    style.quietText = quietTextColour(palette);
    style.frame = palette.color(QPalette::Mid);
    style.emptyCell = isDark(palette) ? QColor(0x10, 0x12, 0x14) : QColor(0xe6, 0xe8, 0xeb);
    style.font = font;
    return style;
}

HeatMapStyle paperStyle(int pixelSize)
{
    HeatMapStyle style;
    style.text = Qt::black;
    style.quietText = Qt::black;
    style.frame = QColor(0x60, 0x60, 0x60);
    style.emptyCell = QColor(0xe6, 0xe8, 0xeb);
    style.font = QFont(QStringLiteral("Sans Serif"));
    style.font.setPixelSize(pixelSize);
    return style;
}

QRectF heatMapPlot(const HeatMap& map, const QRectF& area, const HeatMapStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const double line = metrics.height();
    const double left = 2 * line + 10 + metrics.horizontalAdvance(QString::number(map.rows));
    const double right = 14 + kLegendWidth + 14 + metrics.horizontalAdvance(QStringLiteral("0.00")) + line;
    const double bottom = 2 * line + 10 + (map.emptyLabel.isEmpty() ? 0.0 : line + 6);
    const double top = map.title.isEmpty() ? 6 : line + 10;
    QRectF plot = area.adjusted(left, top, -right, -bottom);
    plot.setSize(QSizeF(std::max(plot.width(), 10.0), std::max(plot.height(), 10.0)));
    const double square = static_cast<double>(map.columns) / static_cast<double>(map.rows);
    const double wanted = std::clamp(plot.width() / plot.height(), square / kLongestCell, square * kLongestCell);
    const QSizeF size(std::min(plot.width(), plot.height() * wanted), std::min(plot.height(), plot.width() / wanted));
    return {QPointF(plot.left() + (plot.width() - size.width()) / 2, plot.top()), size};
}

HeatMapGeometry paintHeatMap(QPainter& painter, const QRectF& area, const HeatMap& map, const QImage& image,
                             const QRectF& visible, const HeatMapStyle& style)
{
    const HeatMapGeometry geometry{heatMapPlot(map, area, style), visible};
    painter.save();
    painter.setFont(style.font);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(geometry.plot, image, visible);
    painter.save();
    painter.setClipRect(geometry.plot);
    drawGrid(painter, map, geometry, style.frame);
    drawValues(painter, map, geometry, style);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.frame, 1));
    painter.drawRect(geometry.plot);
    drawAxes(painter, map, geometry, style);
    drawLegend(painter, map, geometry.plot, style);
    if (!map.title.isEmpty()) {
        QFont bold = style.font;
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(style.text);
        painter.drawText(QRectF(area.left(), area.top(), area.width(), QFontMetricsF(bold).height() + 2),
                         Qt::AlignHCenter | Qt::AlignTop,
                         QFontMetricsF(bold).elidedText(map.title, Qt::ElideRight, area.width()));
    }
    painter.restore();
    return geometry;
}

}  // namespace mho
