// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/parallel.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace mho {
namespace {

constexpr double kMark = 2.8;
constexpr double kBrushHalf = 6.0;

/// Where a point came from shows in grey, too: by its marks, as in the scatter, and by the dashes of its line.
void setDashes(QPen& pen, PointSource source)
{
    if (source == PointSource::Run) {
        pen.setDashPattern({7.0, 3.0});
    } else if (source == PointSource::Study) {
        pen.setDashPattern({1.5, 2.5});
    }
}

/// A point's line; it breaks where an axis has no value of it.
void drawLine(QPainter& painter, const Parallel& parallel, const ParallelGeometry& geometry, const ChartStyle& style, QPen pen, int point)
{
    const PointSource source = parallel.set().points[static_cast<std::size_t>(point)].source;
    setDashes(pen, source);
    painter.setPen(pen);
    std::optional<QPointF> before;
    for (int place = 0; place < parallel.count(); ++place) {
        const std::optional<double> value = parallel.values(place).values[static_cast<std::size_t>(point)];
        if (!value) {
            before.reset();
            continue;
        }
        const QPointF here(geometry.xOf(place), geometry.yOf(parallel.shareOf(place, *value)));
        if (before) {
            painter.drawLine(*before, here);
        }
        painter.save();
        drawMark(painter, here, kMark, source, false, pen.color(), style.background);
        painter.restore();
        before = here;
    }
}

void drawLines(QPainter& painter, const Parallel& parallel, const ParallelGeometry& geometry, const ChartStyle& style, const ParallelLook& look)
{
    const bool choice = !look.selected.empty() || parallel.hasBrush();
    for (const bool chosen : {false, true}) {
        for (int point = 0; point < static_cast<int>(parallel.set().points.size()); ++point) {
            if (std::binary_search(look.selected.begin(), look.selected.end(), point) != chosen) {
                continue;
            }
            QColor colour = chosen ? style.accent : style.sources[static_cast<int>(parallel.set().points[static_cast<std::size_t>(point)].source)];
            if (!chosen) {
                colour.setAlphaF(choice ? 0.25F : 0.85F);
            }
            drawLine(painter, parallel, geometry, style, QPen(colour, chosen ? 2.0 : 1.2), point);
        }
    }
    if (look.hovered >= 0) {
        drawLine(painter, parallel, geometry, style, QPen(style.text, 2.2), look.hovered);
    }
}

/// On a ground of its own, so that lines do not cross the digits.
void drawNumber(QPainter& painter, const QPointF& leftMiddle, const QString& text, const ChartStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const QRectF room(leftMiddle.x(), leftMiddle.y() - metrics.height() / 2, metrics.horizontalAdvance(text) + 4, metrics.height());
    QColor ground = style.background;
    ground.setAlphaF(0.75F);
    painter.fillRect(room, ground);
    painter.setPen(style.quietText);
    painter.drawText(room, Qt::AlignCenter, text);
}

void drawAxis(QPainter& painter, const Parallel& parallel, const ParallelGeometry& geometry, const ChartStyle& style, const ParallelLook& look, int place)
{
    const QFontMetricsF metrics(style.font);
    const double line = metrics.height();
    const CompareAxis& axis = parallel.values(place);
    const ParallelAxis& state = parallel.axes()[static_cast<std::size_t>(place)];
    const double x = geometry.xOf(place);
    painter.setPen(QPen(style.frame, place == look.current ? 2.4 : 1.2));
    painter.drawLine(QPointF(x, geometry.plot.top()), QPointF(x, geometry.plot.bottom()));
    if (state.brush) {
        const double a = geometry.yOf(parallel.shareOf(place, state.brush->low));
        const double b = geometry.yOf(parallel.shareOf(place, state.brush->high));
        QColor fill = style.accent;
        fill.setAlphaF(0.25F);
        painter.setPen(QPen(style.accent, 1.2));
        painter.setBrush(fill);
        painter.drawRect(QRectF(QPointF(x - kBrushHalf, std::min(a, b)), QPointF(x + kBrushHalf, std::max(a, b))));
    }
    const AxisScale& scale = parallel.scale(place);
    const AxisUnit unit = axisUnit(axis.unit, scale.high);
    const int most = std::clamp(static_cast<int>(geometry.plot.height() / (2.6 * line)), 2, 6);
    for (const double tick : axisTicks(scale, most, axis.whole())) {
        const double y = geometry.yOf(parallel.shareOf(place, tick));
        painter.setPen(QPen(style.frame, 1));
        painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y));
        drawNumber(painter, {x + 5, y}, unit.number(tick), style);
    }
    const double shown = place == look.dragged ? look.dragX : x;
    const QRectF title(shown - geometry.gap / 2 + 2, geometry.titleTop, geometry.gap - 4, line);
    QFont font = style.font;
    font.setBold(place == look.current);
    painter.setFont(font);
    const QString name = QFontMetricsF(font).elidedText(axis.label, Qt::ElideRight, title.width());
    if (place == look.layer) {
        const double wide = std::min(title.width(), QFontMetricsF(font).horizontalAdvance(name) + 8);
        painter.setPen(QPen(style.accent, 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(title.center().x() - wide / 2, title.top(), wide, line), 3, 3);
    }
    painter.setPen(place == look.dragged ? style.accent : style.text);
    painter.drawText(title, Qt::AlignCenter, name);
    painter.setFont(style.font);
    painter.setPen(style.quietText);
    QString below = unit.text;
    if (state.flipped) {
        // The arrow points to where values grow.
        below = below.isEmpty() ? QStringLiteral("↓") : below + QStringLiteral(" ↓");
    }
    painter.drawText(title.translated(0, line), Qt::AlignCenter, below);
}

}  // namespace

void paintParallel(QPainter& painter, const QRectF& area, const Parallel& parallel, const ChartStyle& style, const ParallelLook& look)
{
    if (parallel.count() == 0) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font);
    const ParallelGeometry geometry = parallelGeometry(parallel, area, style);
    drawLines(painter, parallel, geometry, style, look);
    for (int place = 0; place < parallel.count(); ++place) {
        drawAxis(painter, parallel, geometry, style, look, place);
    }
    painter.restore();
}

}  // namespace mho
