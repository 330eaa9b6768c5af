// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/zoom_frame.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

/// Scale at which all of the bounds fit.
double smallestScale(const QRectF& plot, const QRectF& bounds)
{
    return std::min(plot.width() / std::max(bounds.width(), 1.0), plot.height() / std::max(bounds.height(), 1.0));
}

double keptInside(double origin, double shown, double low, double size)
{
    return shown >= size ? low + (size - shown) / 2.0 : std::clamp(origin, low, low + size - shown);
}

ZoomFrame limited(ZoomFrame frame, const ZoomLimits& limits)
{
    const QRectF& bounds = limits.bounds;
    frame.origin = {keptInside(frame.origin.x(), frame.plot.width() / frame.scale, bounds.left(), bounds.width()),
                    keptInside(frame.origin.y(), frame.plot.height() / frame.scale, bounds.top(), bounds.height())};
    return frame;
}

double limitedScale(double scale, const QRectF& plot, const ZoomLimits& limits)
{
    const double smallest = std::min(smallestScale(plot, limits.bounds), limits.largestScale);
    return std::clamp(scale, smallest, limits.largestScale);
}

}  // namespace

QPointF ZoomFrame::toCells(const QPointF& pixel) const
{
    return origin + (pixel - plot.topLeft()) / scale;
}

QPointF ZoomFrame::toPixels(const QPointF& cells) const
{
    return plot.topLeft() + (cells - origin) * scale;
}

QRectF ZoomFrame::toPixels(const QRectF& cells) const
{
    return {toPixels(cells.topLeft()), cells.size() * scale};
}

QRectF ZoomFrame::visible() const
{
    return {origin, plot.size() / scale};
}

ZoomFrame fitted(const QRectF& plot, const QRectF& part, const ZoomLimits& limits)
{
    ZoomFrame frame{plot, {}, limitedScale(smallestScale(plot, part), plot, limits)};
    frame.origin = part.center() - QPointF(plot.width(), plot.height()) / frame.scale / 2.0;
    return limited(frame, limits);
}

ZoomFrame zoomed(const ZoomFrame& frame, double factor, const QPointF& anchor, const ZoomLimits& limits)
{
    const QPointF cells = frame.toCells(anchor);
    ZoomFrame closer = frame;
    closer.scale = limitedScale(frame.scale * factor, frame.plot, limits);
    closer.origin = cells - (anchor - frame.plot.topLeft()) / closer.scale;
    return limited(closer, limits);
}

ZoomFrame panned(const ZoomFrame& frame, const QPointF& pixels, const ZoomLimits& limits)
{
    ZoomFrame moved = frame;
    moved.origin -= pixels / frame.scale;
    return limited(moved, limits);
}

ZoomFrame resized(const ZoomFrame& frame, const QRectF& plot, const ZoomLimits& limits)
{
    const QPointF centre = frame.visible().center();
    ZoomFrame other{plot, {}, limitedScale(frame.scale, plot, limits)};
    other.origin = centre - QPointF(plot.width(), plot.height()) / other.scale / 2.0;
    return limited(other, limits);
}

std::vector<ItemPixel> ItemRow::pixels(int first, int pixels, double offset, double scale) const
{
    std::vector<ItemPixel> result(static_cast<std::size_t>(std::max(pixels, 0)));
    const bool gapsShow = static_cast<double>(pitch - size) * scale >= 1.0;
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double place = (first + static_cast<double>(i) + 0.5 - offset) / scale - start;
        const auto item = static_cast<std::int64_t>(std::floor(place / static_cast<double>(pitch)));
        if (item < 0 || item >= count) {
            continue;
        }
        const auto cell = static_cast<std::int64_t>(std::floor(place - static_cast<double>(item * pitch)));
        if (cell < size || !gapsShow) {
            result[i] = {static_cast<std::int32_t>(item),
                         static_cast<std::int32_t>(std::clamp<std::int64_t>(cell, 0, size - 1))};
        }
    }
    return result;
}

}  // namespace mho
