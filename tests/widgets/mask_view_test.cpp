// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/mask_view.h"

#include "core/base/random.h"
#include "tests/widgets/networks.h"
#include "tests/widgets/pixels.h"
#include "widgets/figure/colour_map.h"
#include "widgets/figure/crossbar_floor.h"
#include "widgets/views/network_labels.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

namespace mho {
namespace {

TEST_CASE("Each weight lies at one cell of the kernel form, and the cell names it")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    const CompressedLayer& layer = preview->compressed.layers[1];  // conv2: 50 filters x 20 channels x 5 x 5
    const std::vector<float> weights = preview->compressed.weights(1);
    const std::vector<std::uint8_t> kept = layer.mask.expanded();
    for (const MaskForm form : {MaskForm::WeightMatrix, MaskForm::Kernels}) {
        const HeatMap map = maskMap(preview, 1, {form, true});
        CHECK(map.rows == (form == MaskForm::Kernels ? 50 * 5 : 50));
        CHECK(map.columns == (form == MaskForm::Kernels ? 20 * 5 : 500));
        std::vector<int> seen(weights.size(), 0);
        for (std::int64_t row = 0; row < map.rows; ++row) {
            for (std::int64_t column = 0; column < map.columns; ++column) {
                const HeatMapCell weight = weightOfCell(layer.layer, form, {row, column});
                const auto index = static_cast<std::size_t>(weight.row * 500 + weight.column);
                ++seen[index];
                const float value = map.at(row, column);
                CHECK(std::isnan(value) == (kept[index] == 0));
                if (kept[index] != 0) {
                    CHECK(value == weights[index]);
                }
            }
        }
        CHECK(std::count(seen.begin(), seen.end(), 1) == std::ssize(seen));
    }
    // Filter 7, channel 3, kernel row 2, column 4.
    const HeatMapCell cell{7 * 5 + 2, 3 * 5 + 4};
    CHECK(weightOfCell(layer.layer, MaskForm::Kernels, cell) == HeatMapCell{7, 3 * 25 + 2 * 5 + 4});
    const QString text = maskReadout(*preview, 1, MaskForm::Kernels, cell);
    INFO(text.toStdString());
    CHECK(text.startsWith(QStringLiteral("filter 7, channel 3 · kernel row 2, column 4 · weight column 89 · ")));
    CHECK(text.contains(kept[7 * 500 + 89] != 0 ? QStringLiteral("kept") : QStringLiteral("pruned")));
}

TEST_CASE("An opened crossbar's weights are shown alone, and all crossbars together hold the layer's")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    const std::vector<std::uint8_t> kept = preview->compressed.layers[1].mask.expanded();
    const FloorLayer shape = shapeOf(preview->mapped.layers[1]);
    REQUIRE(shape.rowBlocks * shape.columnBlocks > 1);
    const auto whole = preview->compressed.weights(1);
    std::vector<int> tiles(kept.size(), 0);
    for (int row = 0; row < shape.rowBlocks; ++row) {
        for (int column = 0; column < shape.columnBlocks; ++column) {
            std::vector<std::uint8_t> here(kept.size(), 0);
            for (int slice = 0; slice < shape.slices; ++slice) {
                for (int sign = 0; sign < shape.signs; ++sign) {
                    const HeatMap map = maskMap(preview, 1, {MaskForm::WeightMatrix, true, false, CrossbarAddress{row, column, slice, sign}});
                    for (std::size_t i = 0; i < kept.size(); ++i) {
                        if (!std::isnan(map.values[i])) {
                            here[i] = 1;
                            CHECK(map.values[i] == whole[i]);
                            CHECK((map.values[i] > 0.0F) == (sign == 0));
                        }
                    }
                }
            }
            for (std::size_t i = 0; i < kept.size(); ++i) {
                tiles[i] += here[i];
            }
        }
    }
    std::size_t missing = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        CHECK(tiles[i] <= kept[i]);
        missing += tiles[i] < kept[i] ? 1 : 0;
    }
    CHECK(missing < kept.size() / 50);  // those that are nothing at the bits of the cells

    MaskView view;
    view.resize(420, 300);
    view.show(preview, 1);
    const CrossbarAddress last{shape.rowBlocks - 1, shape.columnBlocks - 1, 0, 0};
    view.setCrossbar(last);
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().title.contains(crossbarName(preview->mapped.layers[1], last)); }, 5'000));
    view.setCrossbar(CrossbarAddress{900, 0, 0, 0});  // of the dense network alone
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().title == QStringLiteral("conv2: kept weights"); }, 5'000));
}

TEST_CASE("Masks take the colours that are chosen; weights keep those of their signs")
{
    const auto network = test::lenet(true);
    MaskView view;
    view.setColourMap(ColourMap::Cividis);
    view.show(test::preview(network, test::lenetPlan(*network, 2.0)), 1);
    REQUIRE(QTest::qWaitFor([&] { return !view.heatMap()->map().empty(); }, 10'000));
    CHECK(view.heatMap()->map().colours == ColourMap::Cividis);
    view.setColourMap(ColourMap::Viridis);
    CHECK(QTest::qWaitFor([&] { return view.heatMap()->map().colours == ColourMap::Viridis; }, 10'000));
    view.setOptions(MaskForm::WeightMatrix, true, false);
    CHECK(QTest::qWaitFor([&] { return view.heatMap()->map().colours == ColourMap::BlueRed; }, 10'000));
}

TEST_CASE("Weights are coloured about zero, on the scale of the dense layer")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    const HeatMap map = maskMap(preview, 1, {MaskForm::WeightMatrix, true});
    const HeatMap dense = maskMap(preview, 1, {MaskForm::WeightMatrix, true, true});
    CHECK(map.low == -map.high);
    CHECK(map.high == dense.high);
    CHECK(map.colours == ColourMap::BlueRed);
    double largest = 0.0;
    for (const float value : dense.values) {
        CHECK_FALSE(std::isnan(value));
        largest = std::max(largest, std::abs(static_cast<double>(value)));
    }
    CHECK(dense.high == largest);
    // Both ends dark, the middle light.
    CHECK(qGray(colourAt(ColourMap::BlueRed, 0.5)) > 240);
    CHECK(qGray(colourAt(ColourMap::BlueRed, 0.0)) < 60);
    CHECK(qGray(colourAt(ColourMap::BlueRed, 1.0)) < 60);
}

TEST_CASE("Drawn small, a pixel is the mean of the cells that it stands for")
{
    HeatMap map;
    map.rows = 512;
    map.columns = 1024;
    map.oneClass = true;
    map.values.assign(512 * 1024, std::nanf(""));
    for (std::int64_t row = 0; row < 512; row += 2) {
        std::fill_n(map.values.begin() + row * 1024, 1024, 1.0F);  // every other row
    }
    const HeatMapImages images(map, qRgb(0, 0, 0));
    CHECK(images.at(0.5, 1.9).size() == QSize(1024, 512));
    CHECK(images.at(2.0, 1.0).size() == QSize(512, 512));
    CHECK(images.at(1.0, 4.5).size() == QSize(1024, 128));
    CHECK(images.at(1e9, 1e9).size() == QSize(1, 1));
    const QRgb full = colourTable(ColourMap::Viridis).back();
    CHECK(images.at(9.0, 1.0).pixel(3, 4) == full);
    CHECK(images.at(9.0, 1.0).pixel(3, 5) == qRgb(0, 0, 0));
    for (const double rows : {2.0, 4.0, 16.0}) {
        const QRgb pixel = images.at(9.0, rows).pixel(5, 5);
        CHECK(std::abs(qRed(pixel) - qRed(full) / 2) <= 2);
        CHECK(std::abs(qGreen(pixel) - qGreen(full) / 2) <= 2);
    }
}

TEST_CASE("The dense layer shows left of a divider that mouse and keyboard move")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    MaskView view;
    view.resize(700, 400);
    view.QWidget::show();
    view.show(preview, 1);
    view.setOptions(MaskForm::Kernels, false, true);
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->hasBefore(); }, 5'000));
    CHECK(view.heatMap()->map().tileRows == 5);
    QSignalSpy moved(view.heatMap(), &HeatMapWidget::dividerMoved);
    QTest::keyClick(view.heatMap(), Qt::Key_Left, Qt::ControlModifier);
    CHECK(view.heatMap()->divider() == Approx(0.48));
    CHECK(moved.size() == 1);
    // A pruned filter is empty right of the divider only.
    const QImage image = test::pixelsOf(*view.heatMap());
    const HeatMap& map = view.heatMap()->map();
    std::int64_t pruned = 0;
    while (!std::isnan(map.at(pruned, 0))) {
        pruned += 5;
    }
    const HeatMapStyle style = screenStyle(view.heatMap()->palette(), view.heatMap()->font());
    const QRectF plot = heatMapPlot(map, QRectF(view.heatMap()->rect()).adjusted(8, 8, -8, -8), style);
    const double y = plot.top() + (static_cast<double>(pruned) + 2.5) / static_cast<double>(map.rows) * plot.height();
    CHECK(image.pixel(QPointF(plot.left() + 0.93 * plot.width(), y).toPoint()) == style.emptyCell.rgb());
    CHECK(image.pixel(QPointF(plot.left() + 0.13 * plot.width(), y).toPoint()) != style.emptyCell.rgb());

    const QPoint divider = QPointF(plot.left() + 0.48 * plot.width(), plot.center().y()).toPoint();
    QTest::mousePress(view.heatMap(), Qt::LeftButton, {}, divider);
    const QPointF target(plot.left() + 0.25 * plot.width(), plot.center().y());
    QMouseEvent move(QEvent::MouseMove, target, view.heatMap()->mapToGlobal(target), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(view.heatMap(), &move);
    QTest::mouseRelease(view.heatMap(), Qt::LeftButton, {}, target.toPoint());
    CHECK(view.heatMap()->divider() == Approx(0.25));

    const auto untrained = test::lenet(false);
    view.show(test::preview(untrained, test::lenetPlan(*untrained, 2.0)), 1);
    view.setOptions(MaskForm::WeightMatrix, true, false);
    CHECK(view.heatMap()->accessibleName().contains(QStringLiteral("Not trained")));
    view.setOptions(MaskForm::WeightMatrix, false, false);
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().rows == 50; }, 5'000));
}

}  // namespace
}  // namespace mho
