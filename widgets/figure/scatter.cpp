// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/scatter.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace mho {
namespace {

/// The scale of the values of one coordinate, logarithmic where asked for and possible.
AxisScale scaleOf(const std::vector<Scatter::Mark>& marks, bool ofX, bool logarithmic, std::string_view unit)
{
    if (marks.empty()) {
        return {};
    }
    const auto coordinate = [ofX](const Scatter::Mark& mark) { return ofX ? mark.value.x() : mark.value.y(); };
    double least = coordinate(marks.front());
    double most = least;
    for (const Scatter::Mark& mark : marks) {
        least = std::min(least, coordinate(mark));
        most = std::max(most, coordinate(mark));
    }
    return fittingScale(least, most, logarithmic && least > 0.0, unit);
}

double worstEnd(const AxisScale& scale, Direction better)
{
    return better == Direction::Minimise ? scale.high : scale.low;
}

}  // namespace

Scatter Scatter::of(std::shared_ptr<const CompareSet> set, const QString& x, const QString& y, bool xLogarithmic, bool yLogarithmic)
{
    Scatter scatter;
    scatter.set = std::move(set);
    scatter.x = scatter.set->axis(x);
    scatter.y = scatter.set->axis(y);
    if (scatter.x == nullptr || scatter.y == nullptr) {
        scatter.missing = scatter.set->points.size();
        return scatter;
    }
    for (std::size_t i = 0; i < scatter.set->points.size(); ++i) {
        if (scatter.x->values[i] && scatter.y->values[i]) {
            scatter.marks.push_back({static_cast<int>(i), {*scatter.x->values[i], *scatter.y->values[i]}});
        } else {
            ++scatter.missing;
        }
    }
    scatter.xScale = scaleOf(scatter.marks, true, xLogarithmic, scatter.x->unit);
    scatter.yScale = scaleOf(scatter.marks, false, yLogarithmic, scatter.y->unit);
    scatter.xLogarithmic = scatter.xScale.logarithmic;
    scatter.yLogarithmic = scatter.yScale.logarithmic;
    if (scatter.x->better && scatter.y->better && !scatter.marks.empty()) {
        std::vector<std::vector<double>> values;
        for (const Mark& mark : scatter.marks) {
            values.push_back({mark.value.x(), mark.value.y()});
        }
        const std::array<Direction, 2> directions{*scatter.x->better, *scatter.y->better};
        scatter.front = paretoFront(values, directions);
        const bool lessFirst = *scatter.x->better == Direction::Minimise;
        std::stable_sort(scatter.front.begin(), scatter.front.end(), [&](std::size_t a, std::size_t b) {
            return lessFirst ? values[a][0] < values[b][0] : values[a][0] > values[b][0];
        });
    }
    return scatter;
}

QPolygonF frontStaircase(const std::vector<QPointF>& points, Direction x, Direction y, const AxisScale& xScale, const AxisScale& yScale)
{
    QPolygonF line;
    if (points.empty()) {
        return line;
    }
    line.append({points.front().x(), worstEnd(yScale, y)});
    line.append(points.front());
    for (std::size_t i = 1; i < points.size(); ++i) {
        line.append({points[i].x(), points[i - 1].y()});
        line.append(points[i]);
    }
    line.append({worstEnd(xScale, x), points.back().y()});
    return line;
}

QPointF ScatterGeometry::toPixels(const QPointF& value) const
{
    return {plot.left() + x.shareOf(value.x()) * plot.width(), plot.bottom() - y.shareOf(value.y()) * plot.height()};
}

QPointF ScatterGeometry::toValue(const QPointF& pixel) const
{
    return {x.valueAt((pixel.x() - plot.left()) / plot.width()), y.valueAt((plot.bottom() - pixel.y()) / plot.height())};
}

ScatterGeometry scatterGeometry(const Scatter& scatter, const QRectF& area, const ChartStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const double line = metrics.height();
    double numbers = 0.0;
    if (!scatter.empty()) {
        const AxisUnit unit = axisUnit(scatter.y->unit, scatter.yScale.high);
        for (const double tick : axisTicks(scatter.yScale, 12, scatter.y->whole())) {
            numbers = std::max(numbers, metrics.horizontalAdvance(unit.number(tick)));
        }
    }
    QRectF plot = area.adjusted(line + 12 + numbers, line + 8, -14, -(2 * line + 12));
    plot.setSize(QSizeF(std::max(plot.width(), 10.0), std::max(plot.height(), 10.0)));
    return {plot, scatter.xScale, scatter.yScale};
}

int markAt(const Scatter& scatter, const ScatterGeometry& geometry, const QPointF& pixel, double reach)
{
    int nearest = -1;
    double least = reach;
    for (std::size_t i = 0; i < scatter.marks.size(); ++i) {
        const QPointF away = geometry.toPixels(scatter.marks[i].value) - pixel;
        const double distance = std::hypot(away.x(), away.y());
        if (distance <= least) {
            least = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

std::vector<int> pointsIn(const Scatter& scatter, const ScatterGeometry& geometry, const QRectF& pixels)
{
    std::vector<int> points;
    for (const Scatter::Mark& mark : scatter.marks) {
        if (pixels.contains(geometry.toPixels(mark.value))) {
            points.push_back(mark.point);
        }
    }
    return points;
}

QString axisTitle(const CompareAxis& axis, const AxisScale& scale, const QFontMetricsF& metrics, double room)
{
    const QString unit = axisUnit(axis.unit, scale.high).text;
    const auto withUnit = [&](const QString& name) { return unit.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, unit); };
    const QString way = !axis.better                           ? QString()
                        : *axis.better == Direction::Minimise ? QCoreApplication::translate("Scatter", "less is better")
                                                               : QCoreApplication::translate("Scatter", "more is better");
    QStringList titles{withUnit(axis.title), withUnit(axis.label)};
    if (!way.isEmpty()) {
        titles = {withUnit(axis.title) + QStringLiteral(", ") + way, withUnit(axis.label) + QStringLiteral(", ") + way, withUnit(axis.label)};
    }
    for (const QString& title : std::as_const(titles)) {
        if (metrics.horizontalAdvance(title) <= room) {
            return title;
        }
    }
    return metrics.elidedText(titles.back(), Qt::ElideRight, room);
}

}  // namespace mho
