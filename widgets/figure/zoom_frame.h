// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <vector>

namespace mho {

/// Which part of a plane measured in cells lies in which rectangle of the screen: cells are squares of `scale` pixels, and
/// `origin` (in cells, x = columns) lies at the upper left corner of `plot` (in pixels).
struct ZoomFrame {
    QRectF plot;
    QPointF origin;
    double scale = 1.0;  ///< Pixels per cell; > 0.

    QPointF toCells(const QPointF& pixel) const;
    QPointF toPixels(const QPointF& cells) const;
    QRectF toPixels(const QRectF& cells) const;
    /// The part of the plane that `plot` shows, in cells.
    QRectF visible() const;
    bool operator==(const ZoomFrame&) const = default;
};

/// How close and how far a person may go.
struct ZoomLimits {
    QRectF bounds;               ///< All there is, in cells.
    double largestScale = 96.0;  ///< Pixels per cell at the closest.
};

/// `part` in the middle of `plot`, as large as it can be with all of it seen; not closer than the limits.
ZoomFrame fitted(const QRectF& plot, const QRectF& part, const ZoomLimits& limits);
/// Closer by `factor` (below 1 = farther), the point under `anchor` (in pixels) stays where it is as far as the limits let it;
/// never farther than all of the bounds.
ZoomFrame zoomed(const ZoomFrame& frame, double factor, const QPointF& anchor, const ZoomLimits& limits);
/// What is seen moves by `pixels`; along a direction in which all of the bounds fit they stay in the middle, else no more than
/// the bounds is shown.
ZoomFrame panned(const ZoomFrame& frame, const QPointF& pixels, const ZoomLimits& limits);
/// The same centre and scale in another plot.
ZoomFrame resized(const ZoomFrame& frame, const QRectF& plot, const ZoomLimits& limits);

/// A pixel of a row of equal items that lie `pitch` cells apart.
struct ItemPixel {
    std::int32_t item = -1;  ///< -1 = the gap between items.
    std::int32_t cell = 0;   ///< Of the item, 0..size-1.
};

/// `count` items of `size` cells, one every `pitch` cells, the first at `start`.
struct ItemRow {
    double start = 0.0;
    std::int64_t count = 0;
    std::int64_t size = 1;
    std::int64_t pitch = 1;

    /// Item and cell at each pixel centre of first..first+pixels-1 (whole pixels). Where a gap would be narrower than a pixel
    /// it is left out: some gaps seen and others not would look like a pattern of the data.
    /// @param offset pixel at which the cell 0 of the plane lies
    std::vector<ItemPixel> pixels(int first, int pixels, double offset, double scale) const;
};

}  // namespace mho
