// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/zoom_frame.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace mho {
namespace {

const ZoomLimits kLimits{QRectF(-10, -20, 1000, 600), 96.0};
const QRectF kPlot(30, 40, 500, 200);

bool near(const QPointF& a, const QPointF& b)
{
    return std::abs(a.x() - b.x()) < 1e-6 && std::abs(a.y() - b.y()) < 1e-6;
}

TEST_CASE("Pixels and cells are turned into each other")
{
    const ZoomFrame frame{kPlot, QPointF(100, 200), 4.0};
    CHECK(near(frame.toCells({30, 40}), {100, 200}));
    CHECK(near(frame.toCells({34, 48}), {101, 202}));
    CHECK(near(frame.toPixels(QPointF(110, 205)), {70, 60}));
    CHECK(frame.toPixels(QRectF(100, 200, 2, 3)) == QRectF(30, 40, 8, 12));
    CHECK(frame.visible() == QRectF(100, 200, 125, 50));
}

TEST_CASE("All that there is fits, in the middle, and no farther view is given")
{
    const ZoomFrame all = fitted(kPlot, kLimits.bounds, kLimits);
    // 600 cells in 200 pixels of height is what limits.
    CHECK(all.scale == Approx(1.0 / 3.0));
    CHECK(near(all.visible().center(), kLimits.bounds.center()));
    CHECK(zoomed(all, 0.25, {100, 100}, kLimits) == all);
    CHECK(near(panned(all, {300, 300}, kLimits).origin, all.origin));
}

TEST_CASE("Zooming keeps the cell under the pointer, to the closest view and back")
{
    ZoomFrame frame = fitted(kPlot, QRectF(300, 200, 125, 50), kLimits);
    CHECK(frame.scale == Approx(4.0));
    const QPointF pointer(211, 133);
    const QPointF cell = frame.toCells(pointer);
    for (int i = 0; i < 40; ++i) {
        frame = zoomed(frame, 1.2, pointer, kLimits);
        CHECK(near(frame.toCells(pointer), cell));
    }
    CHECK(frame.scale == Approx(96.0));
    while (frame.scale > 4.0) {
        frame = zoomed(frame, 1.0 / 1.2, pointer, kLimits);
        CHECK(near(frame.toCells(pointer), cell));
    }
}

TEST_CASE("What is seen stays within the bounds when it is moved or the plot changes")
{
    const ZoomFrame frame = fitted(kPlot, QRectF(300, 200, 125, 50), kLimits);
    CHECK(kLimits.bounds.contains(panned(frame, {1e6, -1e6}, kLimits).visible()));
    CHECK(near(panned(frame, {1e6, 1e6}, kLimits).origin, kLimits.bounds.topLeft()));
    CHECK(near(panned(frame, {-8, 4}, kLimits).origin, frame.origin + QPointF(2, -1)));
    const ZoomFrame wider = resized(frame, QRectF(0, 0, 900, 400), kLimits);
    CHECK(wider.scale == frame.scale);
    CHECK(near(wider.visible().center(), frame.visible().center()));
}

TEST_CASE("A row of items says item and cell at each pixel centre")
{
    // Items of 4 cells, one every 6, from cell 10 on; 2 pixels a cell, cell 0 at pixel -20.
    const ItemRow row{10.0, 3, 4, 6};
    const std::vector<ItemPixel> pixels = row.pixels(-3, 44, -20.0, 2.0);
    const auto at = [&](int pixel) { return pixels[static_cast<std::size_t>(pixel + 3)]; };
    CHECK(at(-1).item == -1);  // cell 9.75
    CHECK(at(0).item == 0);    // cell 10.25
    CHECK(at(0).cell == 0);
    CHECK(at(7).item == 0);  // cell 13.75
    CHECK(at(7).cell == 3);
    CHECK(at(8).item == -1);  // cell 14.25: the gap of 4 pixels
    CHECK(at(11).item == -1);
    CHECK(at(12).item == 1);
    CHECK(at(31).item == 2);  // cell 25.75
    CHECK(at(31).cell == 3);
    CHECK(at(36).item == -1);  // past the last item
    // Every cell of every item gets its two pixels.
    int seen = 0;
    for (const ItemPixel& pixel : pixels) {
        seen += pixel.item >= 0 ? 1 : 0;
    }
    CHECK(seen == 3 * 4 * 2);
}

TEST_CASE("Gaps narrower than a pixel are left out, so that no pixel between items is empty")
{
    const ItemRow row{0.0, 100, 128, 16 + 128};
    const double scale = 0.05;  // a gap of 0.8 pixels
    for (const ItemPixel& pixel : row.pixels(0, static_cast<int>(100 * 144 * scale), 0.0, scale)) {
        CHECK(pixel.item >= 0);
        CHECK(pixel.cell >= 0);
        CHECK(pixel.cell < 128);
    }
}

}  // namespace
}  // namespace mho
