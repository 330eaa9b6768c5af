// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/scatter.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace mho {
namespace {

constexpr double kRadius = 4.5;

void drawXAxis(QPainter& painter, const Scatter& scatter, const ScatterGeometry& geometry, const ChartStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const QRectF& plot = geometry.plot;
    const AxisUnit unit = axisUnit(scatter.x->unit, geometry.x.high);
    const double gap = metrics.horizontalAdvance(QStringLiteral("00000")) * 1.5;
    double free = plot.left() - gap;  // numbers that would touch the last one are left out
    for (const double tick : axisTicks(geometry.x, std::clamp(static_cast<int>(plot.width() / gap), 2, 12), scatter.x->whole())) {
        const double at = plot.left() + geometry.x.shareOf(tick) * plot.width();
        painter.setPen(style.grid);
        painter.drawLine(QPointF(at, plot.top()), QPointF(at, plot.bottom()));
        const QString number = unit.number(tick);
        const double half = metrics.horizontalAdvance(number) / 2;
        if (at - half < free + 4) {
            continue;
        }
        free = at + half;
        painter.setPen(style.text);
        painter.drawText(QRectF(at - half - 2, plot.bottom() + 4, 2 * half + 4, metrics.height()), Qt::AlignCenter, number);
    }
    painter.setPen(style.quietText);
    const QRectF room(plot.left() - 40, plot.bottom() + metrics.height() + 6, plot.width() + 50, metrics.height() + 2);
    painter.drawText(room, Qt::AlignCenter, axisTitle(*scatter.x, geometry.x, metrics, room.width()));
}

void drawYAxis(QPainter& painter, const QRectF& area, const Scatter& scatter, const ScatterGeometry& geometry, const ChartStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const QRectF& plot = geometry.plot;
    const double line = metrics.height();
    const AxisUnit unit = axisUnit(scatter.y->unit, geometry.y.high);
    for (const double tick : axisTicks(geometry.y, std::clamp(static_cast<int>(plot.height() / (2.2 * line)), 2, 12), scatter.y->whole())) {
        const double at = plot.bottom() - geometry.y.shareOf(tick) * plot.height();
        painter.setPen(style.grid);
        painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at));
        painter.setPen(style.text);
        painter.drawText(QRectF(plot.left() - 206, at - line, 200, 2 * line), Qt::AlignRight | Qt::AlignVCenter, unit.number(tick));
    }
    painter.save();
    painter.setPen(style.quietText);
    painter.translate(area.left() + line / 2 + 2, plot.center().y());
    painter.rotate(-90);
    const double room = std::min(area.height(), plot.height() + 60);
    painter.drawText(QRectF(-room / 2, -line / 2, room, line), Qt::AlignCenter, axisTitle(*scatter.y, geometry.y, metrics, room));
    painter.restore();
}

bool isHollow(const Scatter& scatter, int point)
{
    const QString accuracy = QStringLiteral("accuracy");
    return (scatter.x->key == accuracy || scatter.y->key == accuracy) &&
           scatter.set->points[static_cast<std::size_t>(point)].accuracy != AccuracyKind::Measured;
}

/// What marks mean, of those that are there; what has no room is left out from the end.
void drawLegend(QPainter& painter, const QRectF& area, const Scatter& scatter, const ScatterGeometry& geometry, const ChartStyle& style)
{
    const QFontMetricsF metrics(style.font);
    double at = geometry.plot.left();
    const double middle = area.top() + metrics.height() / 2 + 1;
    const auto entry = [&](const QString& text, const auto& draw) {
        const double width = 16 + metrics.horizontalAdvance(text) + 14;
        if (at + width > area.right()) {
            return;
        }
        draw(QPointF(at + 6, middle));
        painter.setPen(style.quietText);
        painter.drawText(QRectF(at + 15, middle - metrics.height(), width, 2 * metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        at += width;
    };
    for (const PointSource source : {PointSource::Preview, PointSource::Run, PointSource::Study}) {
        if (std::any_of(scatter.marks.begin(), scatter.marks.end(), [&](const Scatter::Mark& mark) {
                return scatter.set->points[static_cast<std::size_t>(mark.point)].source == source;
            })) {
            entry(sourceText(source), [&](const QPointF& centre) {
                drawMark(painter, centre, kRadius, source, false, style.sources[static_cast<int>(source)], style.background);
            });
        }
    }
    if (!scatter.front.empty()) {
        entry(QCoreApplication::translate("Scatter", "Pareto front"), [&](const QPointF& centre) {
            painter.setPen(QPen(style.text, 1.4));
            painter.drawLine(centre - QPointF(6, 0), centre + QPointF(6, 0));
        });
    }
    if (std::any_of(scatter.marks.begin(), scatter.marks.end(), [&](const Scatter::Mark& mark) { return isHollow(scatter, mark.point); })) {
        entry(QCoreApplication::translate("Scatter", "Hollow: not measured"), [&](const QPointF& centre) {
            drawMark(painter, centre, kRadius, PointSource::Preview, true, style.quietText, style.background);
        });
    }
}

void drawFront(QPainter& painter, const Scatter& scatter, const ScatterGeometry& geometry, const ChartStyle& style)
{
    std::vector<QPointF> values;
    for (const std::size_t mark : scatter.front) {
        values.push_back(scatter.marks[mark].value);
    }
    QPolygonF line;
    for (const QPointF& value : frontStaircase(values, *scatter.x->better, *scatter.y->better, geometry.x, geometry.y)) {
        line.append(geometry.toPixels(value));
    }
    QColor colour = style.text;
    colour.setAlphaF(0.75F);
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
}

}  // namespace

void paintScatter(QPainter& painter, const QRectF& area, const Scatter& scatter, const ChartStyle& style, const std::vector<int>& selected, int hovered)
{
    if (scatter.empty()) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font);
    const ScatterGeometry geometry = scatterGeometry(scatter, area, style);
    drawXAxis(painter, scatter, geometry, style);
    drawYAxis(painter, area, scatter, geometry, style);
    painter.setPen(QPen(style.frame, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(geometry.plot);
    drawLegend(painter, area, scatter, geometry, style);
    if (!scatter.front.empty()) {
        drawFront(painter, scatter, geometry, style);
    }
    // Selected marks come last, so that none hides them.
    for (const bool chosen : {false, true}) {
        for (const Scatter::Mark& mark : scatter.marks) {
            if (std::binary_search(selected.begin(), selected.end(), mark.point) != chosen) {
                continue;
            }
            const PointSource source = scatter.set->points[static_cast<std::size_t>(mark.point)].source;
            const QPointF centre = geometry.toPixels(mark.value);
            painter.setOpacity(chosen || selected.empty() ? 1.0 : 0.4);
            drawMark(painter, centre, chosen ? kRadius + 1 : kRadius, source, isHollow(scatter, mark.point), chosen ? style.accent : style.sources[static_cast<int>(source)],
                     style.background);
            painter.setOpacity(1.0);
            if (chosen || mark.point == hovered) {
                painter.setBrush(Qt::NoBrush);
                painter.setPen(QPen(mark.point == hovered ? style.text : style.accent, 1.4));
                painter.drawEllipse(centre, kRadius + 5, kRadius + 5);
            }
        }
    }
    painter.restore();
}

}  // namespace mho
