// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/network_map.h"

#include "core/base/random.h"
#include "tests/widgets/open_map.h"
#include "widgets/figure/export_figure.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/network_labels.h"

#include <QPainter>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>
#include <cmath>

namespace mho {
namespace {

using test::OpenMap;

TEST_CASE("The read-out of a pixel is the cell that LayerCells gives for it")
{
    OpenMap open;
    RandomStream random({31});
    const auto& layers = open.map.picture().floor.layers();
    for (int i = 0; i < 40; ++i) {
        const auto layer = static_cast<int>(random.below(layers.size()));
        const FloorLayer& shape = layers[static_cast<std::size_t>(layer)];
        const CrossbarAddress address =
            shape.addressOf(static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(shape.arrays()))));
        open.map.showArray(layer, address);
        open.settle();
        REQUIRE(open.map.picture().frame.scale >= 4.0);
        const auto row = static_cast<std::int64_t>(random.below(32));
        const auto column = static_cast<std::int64_t>(random.below(32));
        open.hover(open.pixelOf(layer, address, static_cast<double>(row), static_cast<double>(column)));
        const QString text = open.map.readout();
        INFO(text.toStdString());
        CHECK(text.contains(QStringLiteral("crossbar %1, %2").arg(address.rowBlock).arg(address.columnBlock)));
        CHECK(text.contains(address.sign == 0 ? QStringLiteral("positive weights") : QStringLiteral("negative weights")));
        CHECK(text.contains(QStringLiteral("word line %1, bit line %2").arg(row).arg(column)));
        const CrossbarCells cells =
            crossbarCells(open.preview->compressed, static_cast<std::size_t>(layer), open.preview->mapped.hardware, address);
        const std::int64_t k = open.preview->compressed.layers[static_cast<std::size_t>(layer)].layer.columns;
        const std::int64_t weightColumn = cells.weightColumn[static_cast<std::size_t>(row)];
        const std::int64_t filter = cells.filter[static_cast<std::size_t>(column)];
        const float conductance = cells.conductanceS[static_cast<std::size_t>(row * 32 + column)];
        if (weightColumn < 0 || filter < 0) {
            CHECK(text.contains(QStringLiteral("unused line")));
            continue;
        }
        CHECK(text.contains(QStringLiteral("filter %1, weight column %2").arg(filter).arg(weightColumn)));
        const float weight = open.preview->compressed.weights(
            static_cast<std::size_t>(layer))[static_cast<std::size_t>(filter * k + weightColumn)];
        CHECK(text.contains(QStringLiteral("weight %1").arg(static_cast<double>(weight), 0, 'g', 4)));
        CHECK(text.contains(conductance > 0.0F ? QStringLiteral("%1 µS").arg(1e6 * static_cast<double>(conductance), 0, 'f', 3)
                                               : QStringLiteral("not programmed")));
        CHECK(open.map.accessibleDescription() == text);
    }
}

TEST_CASE("A pixel has the colour of its cell")
{
    OpenMap open;
    open.map.setColours(CellQuantity::Conductance, false, false);
    const CrossbarAddress address{3, 0, 0, 1};
    open.map.showArray(1, address);
    open.settle();
    const QImage image = open.image();
    const CrossbarCells cells = crossbarCells(open.preview->compressed, 1, open.preview->mapped.hardware, address);
    const HeatMapStyle style = screenStyle(open.map.palette(), open.map.font());
    int programmed = 0;
    for (int row = 0; row < 32; ++row) {
        for (int column = 0; column < 32; ++column) {
            // A quarter into the cell: beside the grid and the numbers.
            const QPoint pixel = open.pixelOf(1, address, row - 0.25, column - 0.25);
            const float conductance = cells.conductanceS[static_cast<std::size_t>(row * 32 + column)];
            programmed += conductance > 0.0F ? 1 : 0;
            const QRgb wanted = conductance > 0.0F
                                    ? colourAt(ColourMap::Viridis,
                                               static_cast<double>(conductance) / open.preview->mapped.hardware.device.gMaxS)
                                    : style.emptyCell.rgb();
            CHECK(image.pixel(pixel) == wanted);
        }
    }
    CHECK(programmed > 100);
}

TEST_CASE("Lines between cells and names of arrays come with the room for them")
{
    OpenMap open;
    const CrossbarAddress address{3, 0, 0, 1};
    open.map.showArray(1, address);
    open.settle();
    REQUIRE(open.map.picture().frame.scale > 9.0);
    const CrossbarCells cells = crossbarCells(open.preview->compressed, 1, open.preview->mapped.hardware, address);
    // Two cells beside each other that hold nothing.
    const auto empty = [&](std::int64_t row, std::int64_t column) { return cells.conductanceS[static_cast<std::size_t>(row * 32 + column)] <= 0.0F; };
    std::int64_t row = 0;
    std::int64_t column = 0;
    while (!(empty(row, column) && empty(row, column + 1))) {
        column = column == 30 ? 0 : column + 1;
        row += column == 0 ? 1 : 0;
        REQUIRE(row < 32);
    }
    const auto lineShows = [&] {
        const QImage image = open.image();
        const QPoint border = open.pixelOf(1, address, static_cast<double>(row) - 0.25, static_cast<double>(column) + 0.5);
        const QRgb inside = image.pixel(open.pixelOf(1, address, static_cast<double>(row) - 0.25, static_cast<double>(column) - 0.25));
        return image.pixel(border - QPoint(1, 0)) != inside || image.pixel(border) != inside || image.pixel(border + QPoint(1, 0)) != inside;
    };
    const auto namesShow = [&] {
        QImage image(open.map.size(), QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QImage before = image;
        QPainter painter(&image);
        painter.setFont(open.map.font());
        paintNames(painter, open.map.picture(), open.style());
        painter.end();
        return image != before;
    };
    CHECK(lineShows());
    open.map.zoomBy(5.0 / open.map.picture().frame.scale, open.map.picture().frame.plot.center());
    open.settle();
    CHECK_FALSE(lineShows());
    open.map.showAll();
    open.settle();
    CHECK(namesShow());
    open.map.resize(60, 60);
    open.map.showAll();
    open.settle();
    CHECK_FALSE(namesShow());
}

TEST_CASE("A layer is selected by a click, not by a drag")
{
    OpenMap open;
    QSignalSpy clicked(&open.map, &NetworkMap::layerClicked);
    const QPoint inSecond = open.map.picture().frame.toPixels(open.map.picture().floor.layerRect(2).center()).toPoint();
    QTest::mouseClick(&open.map, Qt::LeftButton, {}, inSecond);
    REQUIRE(clicked.size() == 1);
    CHECK(clicked.front().front().toInt() == 2);
    open.map.showLayer(2);
    const QPointF origin = open.map.picture().frame.origin;
    open.map.zoomBy(2.0, open.map.picture().frame.plot.center());
    const double scale = open.map.picture().frame.scale;
    const QPointF before = open.map.picture().frame.origin;
    QTest::mousePress(&open.map, Qt::LeftButton, {}, QPoint(200, 200));
    QMouseEvent move(QEvent::MouseMove, QPointF(180, 190), open.map.mapToGlobal(QPointF(180, 190)), Qt::NoButton,
                     Qt::LeftButton, {});
    QCoreApplication::sendEvent(&open.map, &move);
    QTest::mouseRelease(&open.map, Qt::LeftButton, {}, QPoint(180, 190));
    CHECK(clicked.size() == 1);
    CHECK(open.map.picture().frame.origin.x() == Approx(before.x() + 20.0 / scale));
    CHECK(origin != before);
}

TEST_CASE("The keyboard goes from array to array, closer to a cell, and back to all")
{
    OpenMap open;
    QTest::keyClick(&open.map, Qt::Key_Down);
    REQUIRE(open.map.picture().cursor);
    CHECK(open.map.picture().cursor->layer == 1);  // the selected one
    CHECK(open.map.picture().cursor->address.rowBlock == 0);
    QTest::keyClick(&open.map, Qt::Key_Down);
    CHECK(open.map.picture().cursor->address.rowBlock == 1);
    QTest::keyClick(&open.map, Qt::Key_Right);
    CHECK(open.map.picture().cursor->address.sign == 1);  // one block of columns: the next plane
    const double far = open.map.picture().frame.scale;
    QTest::keyClick(&open.map, Qt::Key_Return);
    CHECK(open.map.picture().frame.scale > far);
    REQUIRE(open.map.picture().cursorIsCell);
    QTest::keyClick(&open.map, Qt::Key_Down);
    CHECK(open.map.picture().cursor->row == 1);
    for (int i = 0; i < 32; ++i) {
        QTest::keyClick(&open.map, Qt::Key_Down);
    }
    CHECK(open.map.picture().cursor->row == 1);  // of the array below
    CHECK(open.map.picture().cursor->address.rowBlock == 2);
    open.settle();
    CHECK(open.map.readout().contains(QStringLiteral("word line 1,")));
    QTest::keyClick(&open.map, Qt::Key_Escape);
    QTest::keyClick(&open.map, Qt::Key_Escape);
    CHECK(open.map.picture().frame.scale == Approx(far));
}

TEST_CASE("The keyboard goes from layer to layer, and on in the layer that is selected elsewhere")
{
    OpenMap open;
    const auto layer = [&] { return open.map.picture().cursor ? open.map.picture().cursor->layer : -1; };
    QTest::keyClick(&open.map, Qt::Key_PageDown);
    CHECK(layer() == 2);  // after the selected one
    QTest::keyClick(&open.map, Qt::Key_PageDown);
    QTest::keyClick(&open.map, Qt::Key_PageDown);
    CHECK(layer() == 3);  // the last
    for (const int expected : {2, 1, 0, 0}) {
        QTest::keyClick(&open.map, Qt::Key_PageUp);
        CHECK(layer() == expected);
    }
    // Close to a cell the layer comes into sight.
    QTest::keyClick(&open.map, Qt::Key_Return);
    QTest::keyClick(&open.map, Qt::Key_PageDown);
    REQUIRE(layer() == 1);
    CHECK(open.map.picture().frame.plot.contains(open.map.picture().markOf(*open.map.picture().cursor)));
    open.map.show(open.preview, 3);
    CHECK(layer() == -1);
    open.map.showAll();
    QTest::keyClick(&open.map, Qt::Key_Down);
    CHECK(layer() == 3);
}

TEST_CASE("The view shows the whole network, exports it, and says where weights are missing")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    CrossbarView view;
    view.resize(700, 500);
    view.QWidget::show();
    view.show(preview, 1);
    QSignalSpy chosen(&view, &CrossbarView::layerChosen);
    view.showNetwork(true);
    QCoreApplication::processEvents();
    CHECK(view.network()->isVisible());
    CHECK_FALSE(view.heatMap()->isVisible());
    const NetworkPicture& picture = view.network()->map()->picture();
    CHECK(picture.selected == 1);
    QTest::mouseClick(view.network()->map(), Qt::LeftButton, {},
                      picture.frame.toPixels(picture.floor.layerRect(0).center()).toPoint());
    REQUIRE(chosen.size() == 1);
    CHECK(chosen.front().front().toInt() == 0);

    const QTemporaryDir folder;
    for (const char* ending : {"svg", "pdf", "png"}) {
        view.exportTo(folder.filePath(QStringLiteral("network.") + QLatin1String(ending)));
    }
    CHECK(QSvgRenderer(folder.filePath(QStringLiteral("network.svg"))).isValid());
    QFile text(folder.filePath(QStringLiteral("network.svg")));
    REQUIRE(text.open(QIODevice::ReadOnly));
    const QByteArray content = text.readAll();
    CHECK(content.contains("conv1"));
    CHECK(content.contains("programmed cells (%)"));
    CHECK(content.count("<image") == 1);
    const QImage png(folder.filePath(QStringLiteral("network.png")));
    CHECK(png.width() == qRound(180 / 25.4 * 300));
    // All arrays were made for it, not drawn coarsely.
    {
        const CrossbarStore::Reader reader(view.network()->map()->store());
        for (int layer = 0; layer < 4; ++layer) {
            for (const ArraySummary& array : reader.layer(layer).arrays) {
                CHECK(array.known);
            }
        }
    }

    const auto untrained = test::lenet(false);
    view.show(test::preview(untrained, test::lenetPlan(*untrained, 2.0)), 1);
    CHECK(view.network()->message().isEmpty());
    view.network()->setQuantity(CellQuantity::Conductance);
    CHECK(view.network()->message().contains(QStringLiteral("Not trained")));
    view.network()->setQuantity(CellQuantity::BitLineCells);
    CHECK(view.network()->message().isEmpty());
    view.showNetwork(false);
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().rows == 16; }, 5'000));
}

TEST_CASE("Colours cover what the hardware holds, or the range of the layer")
{
    OpenMap open;
    const CrossbarStore::Reader reader(open.map.store());
    const Hardware& hardware = open.preview->mapped.hardware;
    RasterStyle style;
    style.quantity = CellQuantity::Conductance;
    CHECK(scaleOf(reader.layer(1), hardware, style).high == Approx(1.0));
    style.perLayer = true;
    const ColourScale own = scaleOf(reader.layer(1), hardware, style);
    CHECK(own.low == Approx(0.1 + 0.9 / 32));
    CHECK(own.high == Approx(1.0 - 0.9 / 32));
    style.quantity = CellQuantity::BitLineCells;
    style.perLayer = false;
    CHECK(scaleOf(reader.layer(1), hardware, style).high == 32.0);
    const ColourScale log{.low = 0.0, .high = 100.0, .logarithmic = true};
    CHECK(log.lowest() == Approx(0.1));
    CHECK(log.share(10.0) == Approx(2.0 / 3.0));
    CHECK(log.share(0.0) == 0.0);
    CHECK(log.ticks(3.0) == std::vector<double>{0.1, 1.0, 10.0, 100.0});
}

}  // namespace
}  // namespace mho
