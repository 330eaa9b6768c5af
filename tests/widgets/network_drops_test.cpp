// SPDX-License-Identifier: GPL-3.0-or-later
// Wire drops of the whole network.
#include "tests/widgets/open_map.h"
#include "widgets/views/crossbar_maps.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/network_map.h"

#include <QDoubleSpinBox>
#include <QPainter>
#include <QTest>
#include <QThreadPool>

#include <catch2/catch.hpp>
#include <cmath>

namespace mho {
namespace {

using test::OpenMap;

TEST_CASE("The read-out says that a wire drop is not solved yet, then its value with the unit")
{
    OpenMap open;
    open.map.setSegmentOhm(10.0);
    open.map.showArray(1, {3, 0, 0, 0});
    open.settle();
    const HeatMap exact = crossbarMap(open.preview, 1, {3, 0, 0, 0}, CellQuantity::WireDrop, 10.0).map;
    std::int64_t cell = 0;
    while (std::isnan(exact.values[static_cast<std::size_t>(cell)])) {
        ++cell;
    }
    const QPoint pixel = open.pixelOf(1, {3, 0, 0, 0}, static_cast<double>(cell / 32), static_cast<double>(cell % 32));
    QTest::mouseMove(&open.map, pixel);
    open.map.setColours(CellQuantity::WireDrop, false, false);  // not painted yet, and so not asked for
    CHECK(open.map.readout().contains(QStringLiteral(" · wire drop not solved yet · ")));
    CHECK(open.map.accessibleDescription() == open.map.readout());
    CHECK(open.map.solved().solved == 0);
    CHECK(open.map.solved().arrays == open.preview->mapped.crossbars);
    open.settle();
    const auto value = static_cast<double>(exact.values[static_cast<std::size_t>(cell)]);
    INFO(open.map.readout().toStdString());
    CHECK(open.map.readout().contains(QStringLiteral(" · wires take %1 % of the voltage · ").arg(value, 0, 'f', 3)));
    CHECK(open.map.accessibleDescription() == open.map.readout());
    CHECK(open.map.solved().complete());
    // Far away the worst of the array.
    open.map.showAll();
    open.settle();
    QTest::mouseMove(&open.map, open.pixelOf(1, {3, 0, 0, 0}, 15, 15));
    CHECK(
        open.map.readout().contains(QStringLiteral(" · wires take at most %1 % of the voltage · ").arg(exact.high, 0, 'f', 3)));
    // Other colours do not speak of it.
    open.map.setColours(CellQuantity::Occupancy, false, false);
    CHECK_FALSE(open.map.readout().contains(QStringLiteral("wire")));
}

TEST_CASE("Cells have the colours of their wire drops, whole arrays that of their worst, what is not solved is hatched")
{
    OpenMap open;
    open.map.setSegmentOhm(10.0);
    const CrossbarAddress address{3, 0, 0, 1};
    const HeatMap exact = crossbarMap(open.preview, 1, address, CellQuantity::WireDrop, 10.0).map;
    open.map.showArray(1, address);
    open.settle();
    {
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        NetworkSide side(pool);  // of which nothing is asked
        side.preview = open.preview;
        side.store.setPreview(side.preview);
        side.drops.setDesign(side.preview, 10.0, side.store.blockEdge());
        NetworkPicture picture = open.map.picture();
        picture.quantity = CellQuantity::WireDrop;
        picture.cursor.reset();
        QImage image(700, 500, QImage::Format_RGB32);
        QPainter painter(&image);
        paintNetwork(painter, picture, side, nullptr, open.style(), 1.0);
        painter.end();
        int lines = 0;
        int ground = 0;
        for (int x = 0; x < 60; ++x) {
            const QRgb colour = image.pixel(open.pixelOf(1, address, 4, 4) + QPoint(x, 0));
            lines += colour == open.style().frame.rgb() ? 1 : 0;
            ground += colour == open.style().background.rgb() ? 1 : 0;
        }
        CHECK(lines > 5);
        CHECK(ground > 5);
    }
    open.map.setColours(CellQuantity::WireDrop, true, false);
    open.settle();
    double highest = 0.0;
    {
        const WireDropStore::Reader reader(open.map.drops());
        highest = static_cast<double>(reader.layer(1).highest());
        CHECK(highest >= exact.high);
    }
    for (const bool logarithmic : {false, true}) {
        open.map.setColours(CellQuantity::WireDrop, true, logarithmic);
        const ColourScale scale{.low = 0.0, .high = highest, .logarithmic = logarithmic};
        const QImage image = open.image();
        int near = 0;
        int programmed = 0;
        for (int row = 0; row < 32; ++row) {
            for (int column = 0; column < 32; ++column) {
                const QRgb seen = image.pixel(open.pixelOf(1, address, row - 0.25, column - 0.25));
                const float drop = exact.at(row, column);
                if (std::isnan(drop)) {
                    CHECK(seen == open.style().emptyCell.rgb());
                    continue;
                }
                ++programmed;
                const auto step = static_cast<int>(std::lround(scale.share(static_cast<double>(drop)) * 255.0));
                bool found = false;
                for (int i = std::max(0, step - 1); i <= std::min(255, step + 1); ++i) {
                    found = found || seen == colourTable(ColourMap::Viridis)[static_cast<std::size_t>(i)];
                }
                near += found ? 1 : 0;
            }
        }
        CHECK(programmed > 100);
        CHECK(near == programmed);  // within one colour of 256
    }
    open.map.setColours(CellQuantity::WireDrop, true, false);
    open.map.showAll();
    open.settle();
    const std::int64_t edge = open.map.store().blockEdge();
    const Detail detail = open.map.picture().detail(open.map.devicePixelRatioF(), edge);
    REQUIRE(detail != Detail::Cells);
    const std::int64_t first = detail == Detail::Arrays ? 0 : 16 / edge * edge;
    const std::int64_t end = detail == Detail::Arrays ? 32 : first + edge;
    double worst = 0.0;
    for (std::int64_t row = first; row < end; ++row) {
        for (std::int64_t column = first; column < end; ++column) {
            worst = std::isnan(exact.at(row, column)) ? worst : std::max(worst, static_cast<double>(exact.at(row, column)));
        }
    }
    REQUIRE(worst > 0.0);
    const QRgb seen = open.image().pixel(open.pixelOf(1, address, 16 + 2, 16 + 2));
    const QRgb wanted = colourAt(ColourMap::Viridis, worst / highest);
    CHECK(std::abs(qGreen(seen) - qGreen(wanted)) <= 2);
    CHECK(std::abs(qRed(seen) - qRed(wanted)) <= 2);
}

TEST_CASE("Colours of wire drop reach the highest of the layer, or a round value above that of the network")
{
    RasterStyle style;
    style.quantity = CellQuantity::WireDrop;
    CHECK(dropScale(0.0, style).high == 1.0);
    CHECK(dropScale(6.9, style).high == Approx(10.0));
    CHECK(dropScale(0.013, style).high == Approx(0.02));
    style.perLayer = true;
    CHECK(dropScale(6.9, style).high == Approx(6.9));
    for (const bool logarithmic : {false, true}) {
        const ColourScale scale{.low = 0.0, .high = 0.02, .logarithmic = logarithmic};
        const DropColours colours(scale, qRgb(1, 2, 3));
        CHECK(colours.of(std::nanf("")) == qRgb(1, 2, 3));
        CHECK(colours.of(0.02F) == colourTable(ColourMap::Viridis).back());
        CHECK(colours.of(5.0F) == colourTable(ColourMap::Viridis).back());
        CHECK(colours.of(0.0F) == colourTable(ColourMap::Viridis).front());
        CHECK(colours.of(-1e-9F) == colourTable(ColourMap::Viridis).front());
        CHECK(colours.of(1e-30F) == colourTable(ColourMap::Viridis).front());
    }
}

TEST_CASE("Without weights or wire resistance the view says what to do; other colours need neither")
{
    const auto network = test::lenet(true);
    CrossbarView view;
    view.resize(700, 500);
    view.QWidget::show();
    view.show(test::preview(network, test::lenetPlan(*network, 2.0)), 1);
    view.showNetwork(true);
    view.network()->setQuantity(CellQuantity::WireDrop);
    CHECK(view.network()->message().isEmpty());
    CHECK(view.network()->readout().startsWith(QStringLiteral("Wire drop solved: 0 of ")));
    auto* segment = view.findChild<QDoubleSpinBox*>();
    REQUIRE(segment != nullptr);
    CHECK(segment->isVisible());
    segment->setValue(0.0);
    CHECK(view.network()->message().contains(QStringLiteral("Give the resistance")));
    segment->setValue(2.0);
    CHECK(view.network()->message().isEmpty());
    view.network()->setQuantity(CellQuantity::Mask);
    CHECK_FALSE(segment->isVisible());
    view.network()->setQuantity(CellQuantity::WireDrop);
    Hardware large = test::smallArrays();
    large.crossbar.rows = 1024;
    large.crossbar.columns = 1024;
    view.show(test::preview(network, test::lenetPlan(*network, 2.0), large), 1);
    CHECK(view.network()->message().contains(QStringLiteral("one at a time")));
    const auto untrained = test::lenet(false);
    view.show(test::preview(untrained, test::lenetPlan(*untrained, 2.0)), 1);
    CHECK(view.network()->message().contains(QStringLiteral("Not trained")));
}

}  // namespace
}  // namespace mho
