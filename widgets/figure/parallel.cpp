// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/parallel.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace mho {

void Parallel::setSet(std::shared_ptr<const CompareSet> set)
{
    set_ = std::move(set);
    const std::vector<ParallelAxis> before = std::exchange(axes_, {});
    const auto known = [](const std::vector<ParallelAxis>& axes, const QString& key) {
        return std::find_if(axes.begin(), axes.end(), [&](const ParallelAxis& axis) { return axis.key == key; });
    };
    if (moved_) {
        std::copy_if(before.begin(), before.end(), std::back_inserter(axes_), [&](const ParallelAxis& axis) { return set_->axis(axis.key) != nullptr; });
    }
    for (const CompareAxis& axis : set_->axes) {
        if (known(axes_, axis.key) == axes_.end()) {
            const auto old = known(before, axis.key);
            axes_.push_back(old == before.end() ? ParallelAxis{axis.key, false, false, std::nullopt} : *old);
        }
    }
    columns_.clear();
    for (const ParallelAxis& axis : axes_) {
        columns_.push_back(set_->axis(axis.key));
    }
    scales_.resize(axes_.size());
    for (int place = 0; place < count(); ++place) {
        rescale(place);
    }
}

void Parallel::rescale(int place)
{
    const std::vector<std::optional<double>>& all = values(place).values;
    double least = HUGE_VAL;
    double most = -HUGE_VAL;
    for (const std::optional<double>& value : all) {
        if (value) {
            least = std::min(least, *value);
            most = std::max(most, *value);
        }
    }
    const auto at = static_cast<std::size_t>(place);
    // A set has no axis without a value.
    scales_[at] = fittingScale(least, most, axes_[at].logarithmic && least > 0.0, values(place).unit);
}

int Parallel::placeOfLayer(const QString& name) const
{
    for (int place = 0; place < count(); ++place) {
        if (values(place).isLayer() && values(place).label == name) {
            return place;
        }
    }
    return -1;
}

void Parallel::move(int from, int to)
{
    const auto take = [from, to](auto& list) {
        if (from < to) {
            std::rotate(list.begin() + from, list.begin() + from + 1, list.begin() + to + 1);
        } else {
            std::rotate(list.begin() + to, list.begin() + from, list.begin() + from + 1);
        }
    };
    take(axes_);
    take(columns_);
    take(scales_);
    moved_ = true;
}

void Parallel::flip(int place)
{
    bool& flipped = axes_[static_cast<std::size_t>(place)].flipped;
    flipped = !flipped;
}

void Parallel::setLogarithmic(int place, bool logarithmic)
{
    axes_[static_cast<std::size_t>(place)].logarithmic = logarithmic;
    rescale(place);
}

void Parallel::setBrush(int place, const std::optional<ParallelAxis::Brush>& brush)
{
    std::optional<ParallelAxis::Brush> cut = brush;
    if (cut) {
        const AxisScale& axis = scale(place);
        const auto [low, high] = std::minmax(brush->low, brush->high);
        cut = {std::clamp(low, axis.low, axis.high), std::clamp(high, axis.low, axis.high)};
    }
    axes_[static_cast<std::size_t>(place)].brush = cut;
}

void Parallel::clearBrushes()
{
    for (ParallelAxis& axis : axes_) {
        axis.brush.reset();
    }
}

bool Parallel::hasBrush() const
{
    return std::any_of(axes_.begin(), axes_.end(), [](const ParallelAxis& axis) { return axis.brush.has_value(); });
}

std::vector<int> Parallel::passing() const
{
    std::vector<int> points;
    for (std::size_t point = 0; point < set_->points.size(); ++point) {
        bool passes = true;
        for (std::size_t place = 0; place < axes_.size(); ++place) {
            if (const std::optional<ParallelAxis::Brush>& brush = axes_[place].brush) {
                const std::optional<double>& value = columns_[place]->values[point];
                passes = passes && value && *value >= brush->low && *value <= brush->high;
            }
        }
        if (passes) {
            points.push_back(static_cast<int>(point));
        }
    }
    return points;
}

double Parallel::shareOf(int place, double value) const
{
    const double share = scale(place).shareOf(value);
    return axes_[static_cast<std::size_t>(place)].flipped ? 1.0 - share : share;
}

double Parallel::valueAt(int place, double share) const
{
    return scale(place).valueAt(axes_[static_cast<std::size_t>(place)].flipped ? 1.0 - share : share);
}

int ParallelGeometry::placeAt(double x, int count) const
{
    const double place = gap > 0.0 ? std::round((x - plot.left()) / gap) : 0.0;
    return static_cast<int>(std::clamp(place, 0.0, std::max(0.0, static_cast<double>(count - 1))));
}

ParallelGeometry parallelGeometry(const Parallel& parallel, const QRectF& area, const ChartStyle& style)
{
    const double line = QFontMetricsF(style.font).height();
    const int count = std::max(1, parallel.count());
    ParallelGeometry geometry;
    // Half a column on either side: titles stand over the middle of theirs.
    const double column = area.width() / count;
    geometry.plot = QRectF(area.left() + column / 2, area.top() + 2 * line + 12, column * (count - 1), std::max(10.0, area.height() - 2 * line - 22));
    geometry.gap = column;
    geometry.titleTop = area.top() + 2;
    return geometry;
}

int lineAt(const Parallel& parallel, const ParallelGeometry& geometry, const QPointF& pixel, double reach)
{
    int nearest = -1;
    double least = reach;
    const auto pixelOf = [&](int place, double value) { return QPointF(geometry.xOf(place), geometry.yOf(parallel.shareOf(place, value))); };
    const auto consider = [&](int point, const QPointF& a, const QPointF& b) {
        const QPointF along = b - a;
        const double length = QPointF::dotProduct(along, along);
        const double share = length > 0.0 ? std::clamp(QPointF::dotProduct(pixel - a, along) / length, 0.0, 1.0) : 0.0;
        const QPointF away = pixel - (a + share * along);
        const double distance = std::hypot(away.x(), away.y());
        if (distance <= least) {
            least = distance;
            nearest = point;
        }
    };
    for (int place = 0; place < parallel.count(); ++place) {
        const std::vector<std::optional<double>>& here = parallel.values(place).values;
        for (std::size_t point = 0; point < here.size(); ++point) {
            if (!here[point]) {
                continue;
            }
            const QPointF from = pixelOf(place, *here[point]);
            const bool last = place + 1 == parallel.count();
            const std::optional<double> next = last ? std::nullopt : parallel.values(place + 1).values[point];
            consider(static_cast<int>(point), from, next ? pixelOf(place + 1, *next) : from);
        }
    }
    return nearest;
}

}  // namespace mho
