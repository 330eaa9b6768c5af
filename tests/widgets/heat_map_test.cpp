// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/heat_map.h"
#include "widgets/figure/heat_map_painter.h"

#include <QFont>

#include <catch2/catch.hpp>
#include <cmath>

namespace mho {
namespace {

TEST_CASE("A pixel names the cell that is painted there")
{
    // 10 x 20 cells (rows x columns), all visible, in a plot of 200 x 50 pixels at (30, 40): a cell is 10 x 5 pixels.
    const HeatMapGeometry geometry{QRectF(30, 40, 200, 50), QRectF(0, 0, 20, 10)};
    CHECK(geometry.cellAt({30, 40}, 10, 20) == HeatMapCell{0, 0});
    CHECK(geometry.cellAt({39.9, 44.9}, 10, 20) == HeatMapCell{0, 0});
    CHECK(geometry.cellAt({40, 45}, 10, 20) == HeatMapCell{1, 1});
    CHECK(geometry.cellAt({229.9, 89.9}, 10, 20) == HeatMapCell{9, 19});
    CHECK_FALSE(geometry.cellAt({230, 60}, 10, 20).has_value());
    CHECK_FALSE(geometry.cellAt({29.9, 60}, 10, 20).has_value());
    CHECK(geometry.rectOf({1, 2}) == QRectF(50, 45, 10, 5));
}

TEST_CASE("Zooming keeps the point under the pointer and never leaves the map")
{
    const QRectF all(0, 0, 64, 128);
    const QRectF closer = zoomed(all, 2.0, {16, 32}, 128, 64);
    // The anchor stays at a quarter of the width and height of what is seen.
    CHECK(closer == QRectF(8, 16, 32, 64));
    CHECK(zoomed(closer, 0.1, {16, 32}, 128, 64) == all);
    CHECK(zoomed(QRectF(0, 0, 4, 8), 100.0, {1, 1}, 128, 64).width() >= 4.0 - 1e-9);
    CHECK(panned(closer, {-100, 1000}, 128, 64) == QRectF(0, 64, 32, 64));
}

TEST_CASE("Colours go from the map's lowest to its highest value, cells without value stay grey")
{
    HeatMap map;
    map.rows = 1;
    map.columns = 3;
    map.low = 10.0;
    map.high = 20.0;
    map.values = {5.0F, 20.0F, std::nanf("")};
    const QImage image = colourImage(map, qRgb(1, 2, 3));
    // First and last colour of viridis as published: #440154 and #fde725.
    CHECK(image.pixel(0, 0) == qRgb(0x44, 0x01, 0x54));
    CHECK(image.pixel(1, 0) == qRgb(0xfd, 0xe7, 0x25));
    CHECK(image.pixel(2, 0) == qRgb(1, 2, 3));
}

TEST_CASE("A logarithmic map has equal steps of colour for equal factors, at most three decades")
{
    HeatMap map;
    map.rows = 1;
    map.columns = 4;
    map.high = 100.0;
    map.logarithmic = true;
    map.values = {0.0F, 0.1F, std::sqrt(10.0F), 100.0F};
    const QImage image = colourImage(map, qRgb(1, 2, 3));
    const auto& table = colourTable(ColourMap::Viridis);
    CHECK(image.pixel(0, 0) == (table.front() | 0xff000000U));
    CHECK(image.pixel(1, 0) == image.pixel(0, 0));
    CHECK(image.pixel(2, 0) == (table[128] | 0xff000000U));  // the middle of 0.1 to 100
    CHECK(image.pixel(3, 0) == (table.back() | 0xff000000U));
}

TEST_CASE("Both colour maps grow lighter from end to end")
{
    for (const ColourMap map : {ColourMap::Viridis, ColourMap::Cividis}) {
        const auto luminance = [](QRgb c) { return 0.2126 * qRed(c) + 0.7152 * qGreen(c) + 0.0722 * qBlue(c); };
        for (std::size_t i = 8; i < 256; i += 8) {
            CHECK(luminance(colourTable(map)[i]) > luminance(colourTable(map)[i - 8]));
        }
    }
}

TEST_CASE("More is lighter on the grey map and darker on that of ink")
{
    for (std::size_t i = 1; i < 256; ++i) {
        CHECK(qGray(colourTable(ColourMap::Grey)[i]) >= qGray(colourTable(ColourMap::Grey)[i - 1]));
        CHECK(qGray(colourTable(ColourMap::Ink)[i]) <= qGray(colourTable(ColourMap::Ink)[i - 1]));
    }
}

TEST_CASE("The plot stays within its area whatever the shape of the map")
{
    const QRectF area(0, 0, 500, 300);
    for (const auto& [rows, columns] : {std::pair{1, 1}, {1, 200}, {4096, 3}, {128, 64}}) {
        HeatMap map;
        map.rows = rows;
        map.columns = columns;
        CHECK(area.contains(heatMapPlot(map, area, paperStyle(12))));
    }
}

}  // namespace
}  // namespace mho
