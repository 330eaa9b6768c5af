// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/chart_axes.h"

#include "widgets/bridge/text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace mho {
namespace {

constexpr double kSample = 22.0;
constexpr int kMostTicks = 7;

std::vector<double> yTicks(const AxisScale& scale, double height, bool whole, double line)
{
    return axisTicks(scale, std::clamp(static_cast<int>(height / (2.2 * line)), 2, kMostTicks), whole);
}

}  // namespace

double paintLegend(QPainter& painter, const QRectF& area, const std::vector<LegendEntry>& entries, const ChartStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const double line = metrics.height() * 1.2;
    const auto width = [&](const LegendEntry& entry) { return kSample + 5 + metrics.horizontalAdvance(entry.text) + 14; };
    double top = area.top();
    for (std::size_t first = 0; first < entries.size();) {
        std::size_t end = first + 1;
        double whole = width(entries[first]);
        while (end < entries.size() && whole + width(entries[end]) <= area.width()) {
            whole += width(entries[end++]);
        }
        double left = area.left() + std::max(0.0, (area.width() - whole) / 2.0);
        for (; first < end; ++first) {
            painter.save();
            entries[first].sample(painter, QRectF(left, top, kSample, line));
            painter.restore();
            painter.setPen(style.text);
            painter.drawText(QRectF(left + kSample + 5, top, metrics.horizontalAdvance(entries[first].text) + 4, line), Qt::AlignLeft | Qt::AlignVCenter, entries[first].text);
            left += width(entries[first]);
        }
        top += line;
    }
    return top - area.top();
}

QString axisLabel(const FigureAxis& axis)
{
    const QString title = QCoreApplication::translate("mho", axis.title.c_str());
    return axis.unitText.empty() ? title : QStringLiteral("%1 (%2)").arg(title, toQString(axis.unitText));
}

AxisScale scaleOf(const std::vector<double>& shown, bool logarithmic, bool fromZero, std::string_view unit)
{
    if (shown.empty()) {
        return {};
    }
    const auto [least, most] = std::minmax_element(shown.begin(), shown.end());
    if (fromZero) {
        return {0.0, *most > 0.0 ? *most * 1.06 : 1.0, false};
    }
    return fittingScale(*least, *most, logarithmic && *least > 0.0, unit);
}

double yAxisWidth(const AxisScale& scale, bool whole, const ChartStyle& style)
{
    const QFontMetricsF metrics(style.font);
    double numbers = 0.0;
    for (const double tick : axisTicks(scale, kMostTicks, whole)) {
        numbers = std::max(numbers, metrics.horizontalAdvance(AxisUnit{}.number(tick)));
    }
    return metrics.height() + numbers + 12;
}

void paintYAxis(QPainter& painter, const QRectF& plot, const AxisScale& scale, const QString& title, bool whole, const ChartStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const double line = metrics.height();
    for (const double tick : yTicks(scale, plot.height(), whole, line)) {
        const double at = plot.bottom() - scale.shareOf(tick) * plot.height();
        painter.setPen(QPen(style.grid, 0.8));
        painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at));
        painter.setPen(style.text);
        painter.drawText(QRectF(plot.left() - 205, at - line, 200, 2 * line), Qt::AlignRight | Qt::AlignVCenter, AxisUnit{}.number(tick));
    }
    painter.save();
    painter.translate(plot.left() - yAxisWidth(scale, whole, style) + line / 2, plot.center().y());
    painter.rotate(-90);
    const double room = plot.height() + 50;
    painter.drawText(QRectF(-room / 2, -line / 2, room, line), Qt::AlignCenter, metrics.elidedText(title, Qt::ElideRight, room));
    painter.restore();
}

void paintXAxis(QPainter& painter, const QRectF& plot, const AxisScale& scale, const QString& title, bool whole, bool grid, const ChartStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const double gap = metrics.horizontalAdvance(QStringLiteral("00000")) * 1.5;
    double free = plot.left() - gap;
    for (const double tick : axisTicks(scale, std::clamp(static_cast<int>(plot.width() / gap), 2, 9), whole)) {
        const double at = plot.left() + scale.shareOf(tick) * plot.width();
        painter.setPen(grid ? QPen(style.grid, 0.8) : QPen(style.text, 0.8));
        painter.drawLine(QPointF(at, grid ? plot.top() : plot.bottom()), QPointF(at, plot.bottom() + (grid ? 0 : 3)));
        const QString number = AxisUnit{}.number(tick);
        const double half = metrics.horizontalAdvance(number) / 2;
        if (at - half < free + 4) {
            continue;
        }
        free = at + half;
        painter.setPen(style.text);
        painter.drawText(QRectF(at - half - 3, plot.bottom() + 5, 2 * half + 6, metrics.height()), Qt::AlignCenter, number);
    }
    painter.setPen(style.text);
    const QRectF room(plot.left() - 40, plot.bottom() + metrics.height() + 7, plot.width() + 50, metrics.height() + 2);
    painter.drawText(room, Qt::AlignCenter, metrics.elidedText(title, Qt::ElideRight, room.width()));
}

}  // namespace mho
