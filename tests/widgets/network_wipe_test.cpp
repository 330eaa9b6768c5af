// SPDX-License-Identifier: GPL-3.0-or-later
// The uncompressed network left of a divider.
#include "core/crossbar/layer_cells.h"
#include "tests/widgets/open_map.h"
#include "widgets/bridge/dense_preview.h"
#include "widgets/figure/export_figure.h"
#include "widgets/views/crossbar_maps.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/mask_view.h"
#include "widgets/views/network_map.h"
#include "widgets/views/wipe_handle.h"

#include <QAccessible>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <catch2/catch.hpp>
#include <cmath>

namespace mho {
namespace {

using test::OpenMap;

TEST_CASE("The dense network of a preview is the one that its dense mapping counts")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 4.0));
    const auto dense = densePreview(*preview);
    CHECK(dense->mapped.crossbars == preview->mappedDense.crossbars);
    for (std::size_t i = 0; i < dense->compressed.layers.size(); ++i) {
        CHECK_FALSE(dense->compressed.layers[i].levels);
        const auto counts = dense->compressed.layers[i].mask;
        CHECK(counts.kept(0, 0));
        CHECK(dense->mapped.layers[i].weightsKept == dense->mapped.layers[i].weightsTotal);
    }
    CHECK(isDenseOf(dense.get(), *preview));
    CHECK(isDenseOf(dense.get(), *test::preview(network, test::lenetPlan(*network, 2.0))));
    Hardware other = test::smallArrays();
    other.crossbar.rows = 64;
    CHECK_FALSE(isDenseOf(dense.get(), *test::preview(network, test::lenetPlan(*network, 4.0), other)));
    CHECK_FALSE(isDenseOf(nullptr, *preview));
}

TEST_CASE("Left of the divider lie the dense arrays, right of it the design's, at the same places, and freed ones are outlines")
{
    OpenMap open(4.0);  // 12 of 50 filters of conv2 stay
    open.map.setColours(CellQuantity::Conductance, false, false);
    const CrossbarFloor alone = open.map.picture().floor;
    open.map.setCompare(true);
    const NetworkPicture& picture = open.map.picture();
    REQUIRE(picture.dense);
    for (std::size_t i = 0; i < picture.floor.layers().size(); ++i) {
        const FloorLayer& room = picture.floor.layers()[i];
        CHECK(room == joined(shapeOf(picture.preview->mapped.layers[i]), shapeOf(picture.dense->mapped.layers[i])));
    }
    // Of conv2 the second block of filters is freed, and the second slice.
    const FloorLayer own = shapeOf(picture.preview->mapped.layers[1]);
    const CrossbarAddress freed{0, own.columnBlocks, 0, 0};
    REQUIRE(picture.floor.layers()[1].holds(freed));
    REQUIRE_FALSE(own.holds(freed));
    open.map.showArray(1, freed);
    open.map.setDivider(1.0);
    open.settle();
    const CrossbarCells cells = crossbarCells(picture.dense->compressed, 1, picture.dense->mapped.hardware, freed);
    const auto colourOf = [&](float conductance) {
        return conductance > 0.0F ? colourAt(ColourMap::Viridis,
                                             static_cast<double>(conductance) / picture.preview->mapped.hardware.device.gMaxS)
                                  : open.style().emptyCell.rgb();
    };
    const QPoint pixel = open.pixelOf(1, freed, 5 - 0.25, 5 - 0.25);
    CHECK(open.image().pixel(pixel) == colourOf(cells.conductanceS[5 * 32 + 5]));
    QTest::mouseMove(&open.map, pixel);
    CHECK(open.map.readout().startsWith(QStringLiteral("dense: conv2")));
    CHECK(open.map.readout().contains(QStringLiteral("weight")));

    open.map.setDivider(0.0);
    open.settle();
    const QImage image = open.image();
    CHECK(image.pixel(pixel) == open.style().background.rgb());
    CHECK(open.map.readout().endsWith(QStringLiteral("no crossbar here")));
    const QRectF outline = picture.frame.toPixels(picture.floor.arrayRect(1, freed));
    bool drawn = false;
    for (int x = -2; x <= 2; ++x) {
        drawn =
            drawn || image.pixel(QPoint(qRound(outline.left()) + x, qRound(outline.center().y()))) == open.style().frame.rgb();
    }
    CHECK(drawn);
    // Where both have an array each shows its own.
    const CrossbarAddress both{0, 0, 0, 0};
    open.map.showArray(1, both);
    open.settle();
    const CrossbarCells design = crossbarCells(picture.preview->compressed, 1, picture.preview->mapped.hardware, both);
    const CrossbarCells whole = crossbarCells(picture.dense->compressed, 1, picture.dense->mapped.hardware, both);
    for (const double share : {0.0, 1.0}) {
        open.map.setDivider(share);
        open.settle();
        const QImage seen = open.image();
        for (int row = 2; row < 30; row += 5) {
            const std::vector<float>& shown = (share > 0.5 ? whole : design).conductanceS;
            CHECK(seen.pixel(open.pixelOf(1, both, row - 0.25, 3 - 0.25)) ==
                  colourOf(shown[static_cast<std::size_t>(row * 32 + 3)]));
        }
    }
    open.map.setCompare(false);
    CHECK(open.map.picture().floor.layers() == alone.layers());
    CHECK_FALSE(open.map.picture().dense);
}

TEST_CASE("Without compaction the same place is the same weight on both sides of the divider")
{
    Hardware hardware = test::smallArrays();
    hardware.crossbar.compaction = Compaction::None;
    OpenMap open(4.0, hardware);
    open.map.setCompare(true);
    const NetworkPicture& picture = open.map.picture();
    for (std::size_t layer = 0; layer < 2; ++layer) {
        const LayerCells dense(picture.dense->compressed, layer, hardware);
        const LayerCells design(picture.preview->compressed, layer, hardware);
        const FloorLayer own = shapeOf(picture.preview->mapped.layers[layer]);
        for (std::int64_t array = 0; array < own.arrays(); ++array) {
            const CrossbarCells a = dense.at(own.addressOf(array));
            const CrossbarCells b = design.at(own.addressOf(array));
            CHECK(a.weightColumn == b.weightColumn);
            CHECK(a.filter == b.filter);
        }
    }
}

TEST_CASE("The divider goes with mouse, handle and keys, and stays within the plot")
{
    OpenMap open;
    auto* handle = open.map.findChild<WipeHandle*>();
    REQUIRE(handle != nullptr);
    CHECK_FALSE(handle->isVisible());
    QTest::keyClick(&open.map, Qt::Key_Left, Qt::ControlModifier);
    CHECK(open.map.picture().divider == 0.5);  // nothing to divide
    open.map.setCompare(true);
    open.settle();
    REQUIRE(handle->isVisible());
    const QRectF plot = open.map.picture().frame.plot;
    CHECK(std::abs(handle->geometry().center().x() - plot.center().x()) <= 2.0);
    CHECK(std::abs(handle->geometry().center().y() - plot.center().y()) <= 2.0);

    QTest::keyClick(&open.map, Qt::Key_Left, Qt::ControlModifier);
    CHECK(open.map.picture().divider == Approx(0.48));
    QTest::keyClick(handle, Qt::Key_Right);
    CHECK(open.map.picture().divider == Approx(0.5));
    QTest::keyClick(handle, Qt::Key_PageUp);
    CHECK(open.map.picture().divider == Approx(0.6));
    QTest::keyClick(handle, Qt::Key_End);
    CHECK(open.map.picture().divider == 1.0);
    CHECK(std::abs(handle->geometry().center().x() - plot.right()) <= 2.0);
    QTest::keyClick(handle, Qt::Key_Home);
    CHECK(open.map.picture().divider == 0.0);
    open.map.setDivider(-3.0);
    CHECK(open.map.picture().divider == 0.0);

    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(handle);
    REQUIRE(spoken != nullptr);
    CHECK(spoken->role() == QAccessible::Slider);
    CHECK_FALSE(spoken->text(QAccessible::Name).isEmpty());
    open.map.setDivider(0.25);
    REQUIRE(spoken->valueInterface() != nullptr);
    CHECK(spoken->valueInterface()->currentValue().toInt() == 25);

    // The line is dragged; that is no click on a layer, and moves nothing else.
    QSignalSpy clicked(&open.map, &NetworkMap::layerClicked);
    const QPointF origin = open.map.picture().frame.origin;
    const QPointF line(plot.left() + 0.25 * plot.width(), plot.top() + 20);
    const QPointF target(plot.left() + 0.75 * plot.width(), plot.top() + 30);
    QTest::mousePress(&open.map, Qt::LeftButton, {}, line.toPoint());
    QMouseEvent move(QEvent::MouseMove, target, open.map.mapToGlobal(target), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&open.map, &move);
    QTest::mouseRelease(&open.map, Qt::LeftButton, {}, target.toPoint());
    CHECK(open.map.picture().divider == Approx(0.75));
    CHECK(open.map.picture().frame.origin == origin);
    CHECK(clicked.isEmpty());
    // And so is the handle.
    QMouseEvent press(QEvent::MouseButtonPress, QPointF(8, 18), handle->mapToGlobal(QPointF(8, 18)), Qt::LeftButton,
                      Qt::LeftButton, {});
    QCoreApplication::sendEvent(handle, &press);
    const QPointF within = handle->mapFromParent(QPointF(plot.left() + 0.4 * plot.width(), plot.center().y()).toPoint());
    QMouseEvent drag(QEvent::MouseMove, within, handle->mapToGlobal(within), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(handle, &drag);
    CHECK(open.map.picture().divider == Approx(0.4).margin(0.003));
}

TEST_CASE("The cursor reads the side of the divider that it lies on")
{
    OpenMap open(4.0);
    open.map.setCompare(true);
    open.map.showArray(1, {2, 0, 0, 0});
    open.settle();
    QTest::keyClick(&open.map, Qt::Key_Down);
    REQUIRE(open.map.picture().cursor);
    open.map.setDivider(1.0);
    CHECK(open.map.readout().startsWith(QStringLiteral("dense: ")));
    CHECK(open.map.accessibleDescription() == open.map.readout());
    open.map.setDivider(0.0);
    CHECK_FALSE(open.map.readout().startsWith(QStringLiteral("dense: ")));
    CHECK(open.map.accessibleDescription() == open.map.readout());
    // The middle of a cell decides.
    const FloorPlace place = *open.map.picture().cursor;
    const double x = open.map.picture().markOf(place).center().x();
    const QRectF plot = open.map.picture().frame.plot;
    open.map.setDivider((x + 2.0 - plot.left()) / plot.width());
    CHECK(open.map.picture().inDense(place));
    open.map.setDivider((x - 2.0 - plot.left()) / plot.width());
    CHECK_FALSE(open.map.picture().inDense(place));
}

TEST_CASE("A comparison of wire drops solves both networks and colours both with one scale")
{
    OpenMap open(4.0);
    open.map.setSegmentOhm(10.0);
    open.map.setColours(CellQuantity::WireDrop, false, false);
    open.map.setCompare(true);
    open.settle();
    const SolvedCount count = open.map.solved();
    CHECK(count.complete());
    CHECK(count.arrays == open.preview->mapped.crossbars + open.preview->mappedDense.crossbars);
    open.map.setCompare(false);
    CHECK(open.map.solved().arrays == open.preview->mapped.crossbars);
}

TEST_CASE("One layer and one crossbar are compared in the grid of the dense mapping")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 4.0));
    CrossbarView view;
    view.resize(600, 400);
    view.QWidget::show();
    view.show(preview, 1);
    view.setCompare(true);
    HeatMapWidget* heatMap = view.heatMap();
    REQUIRE(QTest::qWaitFor([&] { return heatMap->hasBefore(); }, 5'000));
    const MappedLayer& dense = preview->mappedDense.layers[1];
    const MappedLayer& design = preview->mapped.layers[1];
    CHECK(heatMap->map().rows == dense.rowBlocks);
    CHECK(heatMap->map().columns == dense.columnBlocks);
    CHECK(dense.columnBlocks > design.columnBlocks);
    CHECK(std::isnan(heatMap->map().at(0, design.columnBlocks)));
    CHECK_FALSE(std::isnan(heatMap->before()->at(0, design.columnBlocks)));
    CHECK(occupancyReadout(heatMap->map(), {0, design.columnBlocks}).endsWith(QStringLiteral("no crossbar here")));
    CHECK(heatMap->findChild<WipeHandle*>()->isVisible());
    heatMap->setDivider(1.0);
    CHECK(heatMap->showsBefore({0, 0}));
    heatMap->setDivider(0.0);
    CHECK_FALSE(heatMap->showsBefore({0, 0}));

    view.openCrossbar({0, design.columnBlocks, 0, 0});  // only the dense mapping has it
    REQUIRE(QTest::qWaitFor([&] { return heatMap->map().rows == 32 && heatMap->hasBefore(); }, 5'000));
    const HeatMap exact = crossbarMap(densePreview(*preview), 1, {0, design.columnBlocks, 0, 0}).map;
    for (std::size_t cell = 0; cell < exact.values.size(); ++cell) {
        REQUIRE(std::isnan(heatMap->map().values[cell]));
        REQUIRE(std::isnan(heatMap->before()->values[cell]) == std::isnan(exact.values[cell]));
    }
    const QTemporaryDir folder;
    view.exportTo(folder.filePath(QStringLiteral("wipe.svg")));
    QFile text(folder.filePath(QStringLiteral("wipe.svg")));
    REQUIRE(text.open(QIODevice::ReadOnly));
    const QByteArray content = text.readAll();
    CHECK(content.contains("dense left of the divider"));
    CHECK_FALSE(content.contains("<image"));  // cells are drawn, to be sharp at any size
    // Not compared any more, it is gone from the design.
    view.setCompare(false);
    REQUIRE(QTest::qWaitFor([&] { return heatMap->map().rows == design.rowBlocks; }, 5'000));
    CHECK(heatMap->map().columns == design.columnBlocks);
    QCoreApplication::processEvents();
    CHECK_FALSE(heatMap->findChild<WipeHandle*>()->isVisible());
}

TEST_CASE("The network's comparison is exported with both halves named")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 4.0));
    CrossbarView view;
    view.resize(700, 500);
    view.QWidget::show();
    view.show(preview, 1);
    view.showNetwork(true);
    QToolButton* compare = nullptr;
    for (QToolButton* button : view.findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly)) {
        compare = button->isCheckable() ? button : compare;
    }
    REQUIRE(compare != nullptr);
    CHECK_FALSE(compare->accessibleName().isEmpty());
    QTest::keyClick(compare, Qt::Key_Space);
    CHECK(view.network()->map()->compares());
    const QTemporaryDir folder;
    view.exportTo(folder.filePath(QStringLiteral("network.svg")));
    QFile text(folder.filePath(QStringLiteral("network.svg")));
    REQUIRE(text.open(QIODevice::ReadOnly));
    const QByteArray content = text.readAll();
    CHECK(content.contains("Crossbars, dense: "));
    CHECK(content.contains("Crossbars, design: "));
    CHECK(content.contains("kept lines closed up"));
    CHECK(content.count("<image") == 2);
}

TEST_CASE("The mask view's divider has the same handle")
{
    const auto network = test::lenet(true);
    MaskView view;
    view.resize(700, 400);
    view.QWidget::show();
    view.show(test::preview(network, test::lenetPlan(*network, 2.0)), 1);
    view.setOptions(MaskForm::Kernels, false, true);
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->hasBefore(); }, 5'000));
    auto* handle = view.heatMap()->findChild<WipeHandle*>();
    REQUIRE(handle->isVisible());
    handle->setFocus();
    QTest::keyClick(handle, Qt::Key_Left);
    CHECK(view.heatMap()->divider() == Approx(0.48));
    // A new design leaves the handle and its focus where they are.
    view.show(test::preview(network, test::lenetPlan(*network, 3.0)), 1);
    QTest::qWait(100);
    CHECK(handle->isVisible());
    CHECK(view.heatMap()->divider() == Approx(0.48));
    view.setOptions(MaskForm::Kernels, false, false);
    REQUIRE(QTest::qWaitFor([&] { return !handle->isVisible(); }, 5'000));
}

}  // namespace
}  // namespace mho
