// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/heat_map_painter.h"

#include "widgets/figure/axis_scale.h"
#include "widgets/figure/vector_cells.h"
#include "widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

constexpr double kLegendWidth = 12.0;
/// Cells of the largest matrix that a report draws one by one; a file of more of them as shapes would be slow to open.
constexpr double kMostShapes = 256.0 * 256.0;

void drawAxes(QPainter& painter, const HeatMap& map, const HeatMapGeometry& geometry, const HeatMapStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const QRectF& plot = geometry.plot;
    const double line = metrics.height();
    const double columnGap = metrics.horizontalAdvance(QStringLiteral("0000")) * 1.4;
    const auto tileWide = static_cast<double>(map.tileColumns);
    const auto tileHigh = static_cast<double>(map.tileRows);
    const auto columnStep =
        static_cast<std::int64_t>(std::max(1.0, niceStep(columnGap / plot.width() * geometry.visible.width() / tileWide)));
    const auto rowStep =
        static_cast<std::int64_t>(std::max(1.0, niceStep(line * 1.5 / plot.height() * geometry.visible.height() / tileHigh)));
    painter.setPen(style.text);
    const auto firstOf = [](double from, std::int64_t step) {
        return static_cast<std::int64_t>(std::ceil(from / static_cast<double>(step))) * step;
    };
    for (std::int64_t c = firstOf(geometry.visible.left() / tileWide, columnStep);
         c < std::min<double>(map.columns, geometry.visible.right()) / tileWide; c += columnStep) {
        const double x = geometry.toPixels({(static_cast<double>(c) + 0.5) * tileWide, 0.0}).x();
        if (x > plot.right()) {
            break;
        }
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 3));
        painter.drawText(QRectF(x - columnGap, plot.bottom() + 4, 2 * columnGap, line), Qt::AlignHCenter | Qt::AlignTop,
                         QString::number(c * map.columnStep));
    }
    for (std::int64_t r = firstOf(geometry.visible.top() / tileHigh, rowStep);
         r < std::min<double>(map.rows, geometry.visible.bottom()) / tileHigh; r += rowStep) {
        const double y = geometry.toPixels({0.0, (static_cast<double>(r) + 0.5) * tileHigh}).y();
        if (y > plot.bottom()) {
            break;
        }
        painter.drawLine(QPointF(plot.left() - 3, y), QPointF(plot.left(), y));
        painter.drawText(QRectF(plot.left() - 105, y - line, 100, 2 * line), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(r * map.rowStep));
    }
    painter.setPen(style.quietText);
    painter.drawText(QRectF(plot.left() - 60, plot.bottom() + 4 + line, plot.width() + 120, line + 2), Qt::AlignCenter,
                     map.columnLabel);
    painter.save();
    painter.translate(plot.left() - 8 - metrics.horizontalAdvance(QString::number(map.rows / map.tileRows * map.rowStep)) - line,
                      plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-150, -line / 2, 300, line), Qt::AlignCenter, map.rowLabel);
    painter.restore();
}

void drawLegend(QPainter& painter, const HeatMap& map, const QRectF& plot, const HeatMapStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const double line = metrics.height();
    const QRectF bar(plot.right() + 14, plot.top(), kLegendWidth, plot.height());
    double left = plot.left();
    const auto swatch = [&](const QColor& colour, const QString& label) {
        const QRectF box(left, plot.bottom() + 2 * line + 12, 10, 10);
        painter.setPen(QPen(style.frame, 1));
        painter.setBrush(colour);
        painter.drawRect(box);
        painter.setPen(style.quietText);
        painter.drawText(QRectF(box.right() + 6, box.center().y() - line, 300, 2 * line), Qt::AlignLeft | Qt::AlignVCenter,
                         label);
        left = box.right() + 6 + metrics.horizontalAdvance(label) + 14;
    };
    if (map.oneClass) {
        swatch(QColor(colourTable(map.colours).back()), map.valueLabel);
    } else {
        paintScale(painter, bar, map.scale(), map.valueLabel, style);
    }
    if (!map.emptyLabel.isEmpty()) {
        swatch(emptyColour(map, style), map.emptyLabel);
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
            const QColor fill(colourAt(map.colours, map.scale().share(value)));
            painter.setPen(qGray(fill.rgb()) > 128 ? Qt::black : Qt::white);
            painter.drawText(geometry.rectOf({r, c}), Qt::AlignCenter, valueText(value) + map.unit);
        }
    }
}

/// Lines every `high` rows and `wide` columns, only where they are `closest` pixels apart and so do not hide the cells.
void drawLines(QPainter& painter, const HeatMap& map, const HeatMapGeometry& geometry, std::int64_t high, std::int64_t wide,
               double closest)
{
    const QRectF one = geometry.rectOf({0, 0});
    if (std::min(one.width() * static_cast<double>(wide), one.height() * static_cast<double>(high)) < closest) {
        return;
    }
    const QRectF& plot = geometry.plot;
    for (auto c = (static_cast<std::int64_t>(geometry.visible.left()) / wide + 1) * wide;
         c < std::min<double>(map.columns, geometry.visible.right()); c += wide) {
        const double x = geometry.toPixels({static_cast<double>(c), 0.0}).x();
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    for (auto r = (static_cast<std::int64_t>(geometry.visible.top()) / high + 1) * high;
         r < std::min<double>(map.rows, geometry.visible.bottom()); r += high) {
        const double y = geometry.toPixels({0.0, static_cast<double>(r)}).y();
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
}

/// Thin lines between cells, full ones round tiles.
void drawGrid(QPainter& painter, const HeatMap& map, const HeatMapGeometry& geometry, const QColor& colour)
{
    QColor thin = colour;
    thin.setAlphaF(0.45F);
    painter.setPen(QPen(thin, 1));
    drawLines(painter, map, geometry, 1, 1, 7.0);
    if (map.tileRows > 1 || map.tileColumns > 1) {
        painter.setPen(QPen(colour, 1));
        drawLines(painter, map, geometry, map.tileRows, map.tileColumns, 14.0);
    }
}

void drawCells(QPainter& painter, const HeatMap& map, const HeatMapImages& images, const HeatMapGeometry& geometry)
{
    const QImage& image =
        images.at(geometry.visible.width() / geometry.plot.width(), geometry.visible.height() / geometry.plot.height());
    const double across = static_cast<double>(image.width()) / static_cast<double>(map.columns);
    const double down = static_cast<double>(image.height()) / static_cast<double>(map.rows);
    const QRectF part(geometry.visible.left() * across, geometry.visible.top() * down, geometry.visible.width() * across,
                      geometry.visible.height() * down);
    if (paintsShapes(painter) && part.width() * part.height() <= kMostShapes) {
        paintCells(painter, geometry.plot, image, part);
    } else {
        painter.drawImage(geometry.plot, image, part);
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
    style.background = palette.color(QPalette::Base);
    style.accent = accentColour(palette);
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
    style.background = Qt::white;
    style.accent = Qt::black;
    style.font = QFont(QStringLiteral("Sans Serif"));
    style.font.setPixelSize(pixelSize);
    return style;
}

QColor emptyColour(const HeatMap& map, const HeatMapStyle& style)
{
    const bool alike = map.colours == ColourMap::BlueRed && style.emptyCell.lightness() > 128;
    return alike ? QColor(0x86, 0x8c, 0x93) : style.emptyCell;
}

QRectF heatMapPlot(const HeatMap& map, const QRectF& area, const HeatMapStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const double line = metrics.height();
    const double left = 2 * line + 10 + metrics.horizontalAdvance(QString::number(map.rows / map.tileRows * map.rowStep));
    const double right = 14 + kLegendWidth + 14 + widestTick(map.scale(), metrics) + line;
    const double bottom = 2 * line + 10 + (map.emptyLabel.isEmpty() && !map.oneClass ? 0.0 : line + 6);
    const double top = map.title.isEmpty() ? 6 : line + 10;
    QRectF plot = area.adjusted(left, top, -right, -bottom);
    plot.setSize(QSizeF(std::max(plot.width(), 10.0), std::max(plot.height(), 10.0)));
    const double square = static_cast<double>(map.columns) / static_cast<double>(map.rows);
    const double wanted = std::clamp(plot.width() / plot.height(), square / map.longestCell, square * map.longestCell);
    const QSizeF size(std::min(plot.width(), plot.height() * wanted), std::min(plot.height(), plot.width() / wanted));
    return {QPointF(plot.left() + (plot.width() - size.width()) / 2, plot.top()), size};
}

HeatMapGeometry paintHeatMap(QPainter& painter, const QRectF& area, const HeatMap& map, const HeatMapImages& images,
                             const QRectF& visible, const HeatMapStyle& style, const HeatMapBefore& before)
{
    const HeatMapGeometry geometry{heatMapPlot(map, area, style), visible};
    painter.save();
    painter.setFont(style.font);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    drawCells(painter, map, images, geometry);
    if (before.images != nullptr) {
        painter.save();
        painter.setClipRect(
            QRectF(geometry.plot.topLeft(), QSizeF(geometry.plot.width() * before.share, geometry.plot.height())));
        drawCells(painter, map, *before.images, geometry);
        painter.restore();
    }
    painter.save();
    painter.setClipRect(geometry.plot);
    drawGrid(painter, map, geometry, style.frame);
    if (before.images == nullptr && !map.oneClass) {
        drawValues(painter, map, geometry, style);
    }
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
