// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/crossbar_floor.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace mho {
namespace {

constexpr double kWantedAspect = 1.6;
constexpr double kPlaneStrip = 0.75;       ///< Height of a plane's name in heights of a layer's.
constexpr double kNarrowestLayer = 5.5;    ///< Width of a layer's name, in its heights.
constexpr std::int64_t kGapsOfPlanes = 3;  ///< Gap between planes, in gaps between arrays.

double extent(std::int64_t count, std::int64_t pitch, std::int64_t gap)
{
    return count > 0 ? static_cast<double>(count * pitch - gap) : 0.0;
}

}  // namespace

std::int64_t FloorLayer::indexOf(const CrossbarAddress& address) const
{
    const std::int64_t plane = address.slice * signs + address.sign;
    return (plane * rowBlocks + address.rowBlock) * columnBlocks + address.columnBlock;
}

CrossbarAddress FloorLayer::addressOf(std::int64_t index) const
{
    const std::int64_t plane = index / (rowBlocks * columnBlocks);
    const std::int64_t block = index % (rowBlocks * columnBlocks);
    return {block / columnBlocks, block % columnBlocks, static_cast<int>(plane / signs), static_cast<int>(plane % signs)};
}

bool FloorLayer::holds(const CrossbarAddress& address) const
{
    return address.rowBlock >= 0 && address.rowBlock < rowBlocks && address.columnBlock >= 0 &&
           address.columnBlock < columnBlocks && address.slice >= 0 && address.slice < slices && address.sign >= 0 &&
           address.sign < signs;
}

FloorLayer shapeOf(const MappedLayer& mapped)
{
    return {mapped.rowBlocks, mapped.columnBlocks, mapped.sliceArrays, mapped.signArrays};
}

FloorLayer joined(const FloorLayer& a, const FloorLayer& b)
{
    return {std::max(a.rowBlocks, b.rowBlocks), std::max(a.columnBlocks, b.columnBlocks), std::max(a.slices, b.slices),
            std::max(a.signs, b.signs)};
}

std::optional<FloorRange> rangeWithin(const FloorRange& range, const FloorLayer& floor, const FloorLayer& arrays)
{
    const int slice = range.plane / floor.signs;
    const int sign = range.plane % floor.signs;
    FloorRange within = range;
    within.plane = slice * arrays.signs + sign;
    within.rowEnd = std::min(range.rowEnd, arrays.rowBlocks);
    within.columnEnd = std::min(range.columnEnd, arrays.columnBlocks);
    const bool any = slice < arrays.slices && sign < arrays.signs && within.rowBegin < within.rowEnd &&
                     within.columnBegin < within.columnEnd;
    return any ? std::optional(within) : std::nullopt;
}

CrossbarFloor::CrossbarFloor(std::vector<FloorLayer> layers, std::int64_t rows, std::int64_t columns)
    : layers_(std::move(layers)), rows_(rows), columns_(columns), gap_(std::max<std::int64_t>({4, rows / 8, columns / 8}))
{
    assert(rows > 0 && columns > 0);
    double area = 0.0;
    for (const FloorLayer& layer : layers_) {
        area += static_cast<double>(layer.arrays() * rowPitch() * columnPitch());
    }
    strip_ = std::max(static_cast<double>(gap_), 0.036 * std::sqrt(area));
    // Lines can only break after a layer, so the widths worth a try are those of a line's first layers.
    double best = 0.0;
    double bestScale = 0.0;
    for (std::size_t first = 0; first < layers_.size(); ++first) {
        double width = 0.0;
        for (std::size_t last = first; last < layers_.size(); ++last) {
            width += sizeOf(layers_[last]).width() + (last > first ? strip_ : 0.0);
            place(width);
            const double scale = std::min(kWantedAspect / bounds_.width(), 1.0 / bounds_.height());
            if (scale > bestScale) {
                bestScale = scale;
                best = width;
            }
        }
    }
    place(best);
}

QSizeF CrossbarFloor::sizeOf(const FloorLayer& layer) const
{
    const double plane = extent(layer.columnBlocks, columnPitch(), gap_);
    const double planes =
        plane > 0.0 ? layer.planes() * plane + static_cast<double>((layer.planes() - 1) * kGapsOfPlanes * gap_) : 0.0;
    return {std::max(planes, kNarrowestLayer * strip_),
            (1.0 + kPlaneStrip) * strip_ + extent(layer.rowBlocks, rowPitch(), gap_)};
}

void CrossbarFloor::place(double width)
{
    places_.clear();
    bounds_ = QRectF();
    double left = 0.0;
    double top = 0.0;
    double high = 0.0;
    for (const FloorLayer& layer : layers_) {
        const QSizeF size = sizeOf(layer);
        if (left > 0.0 && left + size.width() > width * (1.0 + 1e-9)) {
            top += high + strip_;
            left = high = 0.0;
        }
        places_.emplace_back(QPointF(left, top), size);
        left += size.width() + strip_;
        high = std::max(high, size.height());
        bounds_ = bounds_.united(places_.back());
    }
    const double margin = strip_ / 2.0;
    bounds_ = bounds_.adjusted(-margin, -margin, margin, margin);
}

QRectF CrossbarFloor::layerLabel(int layer) const
{
    const QRectF all = layerRect(layer);
    return {all.topLeft(), QSizeF(all.width(), strip_)};
}

QRectF CrossbarFloor::planeRect(int layer, int plane) const
{
    const FloorLayer& shape = layers_[static_cast<std::size_t>(layer)];
    const QRectF all = layerRect(layer);
    const double width = extent(shape.columnBlocks, columnPitch(), gap_);
    return {all.left() + plane * (width + static_cast<double>(kGapsOfPlanes * gap_)), all.top() + (1.0 + kPlaneStrip) * strip_,
            width, extent(shape.rowBlocks, rowPitch(), gap_)};
}

QRectF CrossbarFloor::planeLabel(int layer, int plane) const
{
    const QRectF rect = planeRect(layer, plane);
    return {rect.left(), rect.top() - kPlaneStrip * strip_, rect.width(), kPlaneStrip * strip_};
}

QRectF CrossbarFloor::arrayRect(int layer, const CrossbarAddress& address) const
{
    const FloorLayer& shape = layers_[static_cast<std::size_t>(layer)];
    const QPointF corner = planeRect(layer, address.slice * shape.signs + address.sign).topLeft();
    return {corner + QPointF(static_cast<double>(address.columnBlock * columnPitch()),
                             static_cast<double>(address.rowBlock * rowPitch())),
            QSizeF(static_cast<double>(columns_), static_cast<double>(rows_))};
}

int CrossbarFloor::layerAt(const QPointF& cells) const
{
    const auto found = std::find_if(places_.begin(), places_.end(), [&](const QRectF& place) { return place.contains(cells); });
    return found == places_.end() ? -1 : static_cast<int>(found - places_.begin());
}

std::optional<FloorPlace> CrossbarFloor::placeAt(const QPointF& cells) const
{
    const int layer = layerAt(cells);
    if (layer < 0) {
        return std::nullopt;
    }
    const FloorLayer& shape = layers_[static_cast<std::size_t>(layer)];
    for (int plane = 0; plane < shape.planes(); ++plane) {
        const QPointF within = cells - planeRect(layer, plane).topLeft();
        const auto x = static_cast<std::int64_t>(std::floor(within.x()));
        const auto y = static_cast<std::int64_t>(std::floor(within.y()));
        if (x < 0 || y < 0 || x / columnPitch() >= shape.columnBlocks || y / rowPitch() >= shape.rowBlocks) {
            continue;
        }
        if (x % columnPitch() >= columns_ || y % rowPitch() >= rows_) {
            return std::nullopt;
        }
        return FloorPlace{layer,
                          {y / rowPitch(), x / columnPitch(), plane / shape.signs, plane % shape.signs},
                          y % rowPitch(),
                          x % columnPitch()};
    }
    return std::nullopt;
}

std::vector<FloorRange> CrossbarFloor::rangesIn(const QRectF& cells) const
{
    std::vector<FloorRange> ranges;
    for (int layer = 0; layer < static_cast<int>(layers_.size()); ++layer) {
        const FloorLayer& shape = layers_[static_cast<std::size_t>(layer)];
        for (int plane = 0; plane < shape.planes() && layerRect(layer).intersects(cells); ++plane) {
            const QRectF part = planeRect(layer, plane) & cells;
            if (part.isEmpty()) {
                continue;
            }
            const QRectF within = part.translated(-planeRect(layer, plane).topLeft());
            const auto pieces = [](double low, double high, std::int64_t pitch, std::int64_t count) {
                const auto begin = static_cast<std::int64_t>(low) / pitch;
                const auto end = static_cast<std::int64_t>(std::ceil(high)) / pitch + 1;
                return std::pair(std::clamp<std::int64_t>(begin, 0, count), std::clamp<std::int64_t>(end, 0, count));
            };
            const auto [rowBegin, rowEnd] = pieces(within.top(), within.bottom(), rowPitch(), shape.rowBlocks);
            const auto [columnBegin, columnEnd] = pieces(within.left(), within.right(), columnPitch(), shape.columnBlocks);
            ranges.push_back({layer, plane, rowBegin, rowEnd, columnBegin, columnEnd});
        }
    }
    return ranges;
}

}  // namespace mho
