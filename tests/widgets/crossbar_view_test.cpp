// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/crossbar_view.h"
#include "core/base/units.h"
#include "tests/widgets/networks.h"
#include "widgets/bridge/layer_detail.h"
#include "widgets/bridge/text.h"
#include "widgets/views/adc_view.h"
#include "widgets/views/colour_bar.h"
#include "widgets/views/crossbar_maps.h"
#include "widgets/views/histogram_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QTest>

#include <catch2/catch.hpp>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace mho {
namespace {

TEST_CASE("The read-out of a cell names layer, crossbar, lines, weight, level, conductance and the ADC bits of its bit line")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    const CrossbarMap crossbar = crossbarMap(preview, 1, {3, 0, 0, 0});
    std::int64_t cell = 0;
    while (crossbar.cells.codes[static_cast<std::size_t>(cell)] == 0) {
        ++cell;
    }
    const HeatMapCell programmed{cell / 32, cell % 32};
    const std::int64_t filter = crossbar.cells.filter[static_cast<std::size_t>(programmed.column)];
    const std::int64_t column = crossbar.cells.weightColumn[static_cast<std::size_t>(programmed.row)];
    const QString place =
        QStringLiteral("conv2 · crossbar 3, 0 · positive weights · word line %1, bit line %2").arg(programmed.row).arg(programmed.column);
    const QStringList parts = cellReadout(crossbar, programmed).mid(place.size() + 3).split(QStringLiteral(" · "));
    INFO(cellReadout(crossbar, programmed).toStdString());
    REQUIRE(cellReadout(crossbar, programmed).startsWith(place));
    REQUIRE(parts.size() == 5);
    CHECK(parts[0] == QStringLiteral("filter %1, weight column %2").arg(filter).arg(column));
    CHECK(parts[1].mid(7).toDouble() == Approx(static_cast<double>(weightAt(preview->compressed, 1, filter, column))).epsilon(1e-3));
    // The level is the place of the conductance among those of the layer.
    const int level = parts[2].mid(6).toInt();
    CHECK(parts[3] == QStringLiteral("%1 µS").arg(1e6 * static_cast<double>(crossbar.conductancesS[static_cast<std::size_t>(level)]), 0, 'f', 3));
    CHECK(parts[3] == QStringLiteral("%1 µS").arg(static_cast<double>(crossbar.map.values[static_cast<std::size_t>(cell)]), 0, 'f', 3));
    CHECK(parts[4].startsWith(QStringLiteral("bit line ")));
    CHECK(parts[4].contains(QStringLiteral("cells a read: ")));
    CHECK(cellReadout(crossbar, {0, 31}).endsWith(QStringLiteral("bit line 31 · unused line")));
    CHECK(cellReadout(noCrossbarMap(crossbar, {3, 0, 0, 0}), {0, 0}).endsWith(QStringLiteral("no crossbar here")));
}

TEST_CASE("An opened crossbar shows level, mask and column non-zeros as well; the last two without weights too")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    const CrossbarAddress address{3, 0, 0, 1};
    const CrossbarMap conductance = crossbarMap(preview, 1, address);
    const CrossbarMap level = crossbarMap(preview, 1, address, CellQuantity::Level);
    const CrossbarMap mask = crossbarMap(preview, 1, address, CellQuantity::Mask);
    const CrossbarMap lines = crossbarMap(preview, 1, address, CellQuantity::BitLineCells);
    CHECK(conductance.map.valueLabel == QStringLiteral("conductance (µS)"));
    CHECK(level.map.high == static_cast<double>(conductance.conductancesS.size() - 1));
    CHECK(level.map.high >= 14.0);  // 5 bits: 15 magnitudes of each sign at least
    CHECK(mask.map.oneClass);
    CHECK(lines.map.high == 32.0);
    std::vector<int> programmed(32, 0);
    for (std::size_t cell = 0; cell < conductance.map.values.size(); ++cell) {
        const float value = conductance.map.values[cell];
        CHECK(std::isnan(value) == std::isnan(level.map.values[cell]));
        CHECK(std::isnan(value) == std::isnan(mask.map.values[cell]));
        if (!std::isnan(value)) {
            CHECK(value == conductance.conductancesS[static_cast<std::size_t>(level.map.values[cell])] * 1e6F);
            ++programmed[cell % 32];
        }
    }
    for (std::int64_t line = 0; line < 32; ++line) {
        const float value = lines.map.at(7, line);
        CHECK((line < 25 ? value == static_cast<float>(programmed[static_cast<std::size_t>(line)]) : std::isnan(value)));
    }

    const auto untrained = test::lenet(false);
    CrossbarView view;
    view.resize(500, 400);
    view.QWidget::show();
    view.show(test::preview(untrained, test::lenetPlan(*untrained, 2.0)), 1);
    view.openCrossbar({0, 0, 0, 0});
    QTest::qWait(50);
    CHECK(view.heatMap()->map().empty());
    view.setQuantity(CellQuantity::Mask);
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().rows == 32; }, 5'000));
    CHECK(view.heatMap()->map().at(0, 0) == 1.0F);
    CHECK(std::isnan(view.heatMap()->map().at(0, 31)));
}

TEST_CASE("Wire drop is the nodal solver's, nothing without resistance, and grows away from inputs and outputs")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    const CrossbarAddress address{0, 0, 0, 0};
    const CrossbarMap conductances = crossbarMap(preview, 1, address);
    const CrossbarMap none = crossbarMap(preview, 1, address, CellQuantity::WireDrop, 0.0);
    const CrossbarMap some = crossbarMap(preview, 1, address, CellQuantity::WireDrop, 10.0);
    double most = 0.0;
    for (std::size_t cell = 0; cell < conductances.map.values.size(); ++cell) {
        const bool programmed = !std::isnan(conductances.map.values[cell]);
        REQUIRE(std::isnan(some.map.values[cell]) == !programmed);
        if (programmed) {
            CHECK(std::abs(none.map.values[cell]) < 1e-4F);
            CHECK(some.map.values[cell] > 0.0F);
            most = std::max(most, static_cast<double>(some.map.values[cell]));
        }
    }
    CHECK(some.map.high == Approx(most));
    CHECK(some.map.unit == QStringLiteral(" %"));
    // Twice the resistance takes about twice as much, as long as it is little.
    const CrossbarMap twice = crossbarMap(preview, 1, address, CellQuantity::WireDrop, 20.0);
    CHECK(twice.map.high == Approx(2.0 * most).epsilon(0.05));
    const auto& values = some.map.values;
    const auto programmed = std::find_if(values.begin(), values.end(), [](float value) { return !std::isnan(value); }) - values.begin();
    CHECK(cellReadout(some, {programmed / some.map.columns, programmed % some.map.columns})
              .contains(QStringLiteral(" · wires take %1 % of the voltage · ").arg(static_cast<double>(values[static_cast<std::size_t>(programmed)]), 0, 'f', 3)));
}

TEST_CASE("Colours go over all that the hardware holds or over what is shown, of both designs where two are")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    HeatMap map = crossbarMap(preview, 1, {0, 0, 0, 0}).map;
    HeatMap beside = map;
    for (float& value : beside.values) {
        value *= 0.5F;
    }
    std::vector<float> programmed;
    std::copy_if(map.values.begin(), map.values.end(), std::back_inserter(programmed), [](float value) { return !std::isnan(value); });
    const auto [low, high] = std::minmax_element(programmed.begin(), programmed.end());
    const ColourScale all{0.0, map.high, false, ColourMap::Viridis};
    colourMaps(map, nullptr, {ColourMap::Cividis, true, true});
    CHECK(map.scale() == ColourScale{static_cast<double>(*low), static_cast<double>(*high), true, ColourMap::Cividis});
    colourMaps(map, &beside, {ColourMap::Viridis, true, false});
    CHECK(map.scale() == ColourScale{0.5 * static_cast<double>(*low), static_cast<double>(*high), false, ColourMap::Viridis});
    CHECK(beside.scale() == map.scale());
    HeatMap again = crossbarMap(preview, 1, {0, 0, 0, 0}).map;
    colourMaps(again, &beside, {});
    CHECK(again.scale() == all);
    CHECK(beside.scale() == all);
    // What has no range of its own keeps that of the hardware, and classes have no scale.
    std::fill(again.values.begin(), again.values.end(), 0.4F);
    colourMaps(again, nullptr, {ColourMap::Viridis, true, false});
    CHECK(again.scale() == all);
    HeatMap mask = crossbarMap(preview, 1, {0, 0, 0, 0}, CellQuantity::Mask).map;
    colourMaps(mask, nullptr, {ColourMap::Viridis, true, true});
    CHECK_FALSE(mask.logarithmic);
}

TEST_CASE("Range and logarithm are chosen for the layer's occupancies and for an opened crossbar")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    CrossbarView view;
    view.resize(500, 400);
    view.QWidget::show();
    view.show(preview, 2);
    REQUIRE(QTest::qWaitFor([&] { return !view.heatMap()->map().empty(); }, 5'000));
    CHECK(view.heatMap()->map().scale() == ColourScale{0.0, 100.0, false, ColourMap::Viridis});
    auto* bar = view.heatMap()->parentWidget()->findChild<ColourBar*>();
    auto* range = bar->findChildren<QComboBox*>().at(1);
    auto* logarithmic = bar->findChild<QCheckBox*>();
    CHECK_FALSE(bar->findChildren<QComboBox*>().at(0)->isVisible());
    range->setCurrentIndex(1);
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().low > 0.0; }, 5'000));
    CHECK(view.heatMap()->map().high < 100.0);
    logarithmic->click();
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().logarithmic; }, 5'000));
    view.openCrossbar({0, 0, 0, 0});
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().rows == 32; }, 5'000));
    CHECK(view.heatMap()->map().logarithmic);
    CHECK(view.heatMap()->map().low > 0.0);
    CHECK(range->isEnabled());
    view.setQuantity(CellQuantity::Mask);
    CHECK_FALSE(range->isEnabled());
    CHECK_FALSE(logarithmic->isEnabled());
}

TEST_CASE("The histogram counts every programmed cell of a layer once")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    const ConductanceHistogram histogram = conductanceHistogram(*preview, 1);
    // 25 filters x 500 columns, 5 bits: one 4-bit cell a weight.
    CHECK(histogram.programmed == 12'500);
    CHECK(std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::int64_t{0}) == 12'500);
    // 16 blocks of 32 word lines, 1 of bit lines, 2 signs.
    CHECK(histogram.cells == 16 * 2 * 32 * 32);
    REQUIRE(histogram.levelsS.size() == 16);
    // Middle of the first of 16 intervals of 0.1..1 uS.
    CHECK(histogram.levelsS.front() * 1e6 == Approx(0.1 + 0.9 / 32));
    CHECK(std::accumulate(histogram.negative.begin(), histogram.negative.end(), std::int64_t{0}) > 0);
    const ConductanceHistogram all = conductanceHistogram(*preview, std::nullopt);
    std::int64_t sum = 0;
    for (std::size_t layer = 0; layer < preview->mapped.layers.size(); ++layer) {
        sum += conductanceHistogram(*preview, layer).programmed;
    }
    CHECK(all.programmed == sum);
    // No conductance below the lowest level.
    const auto lowestBin = static_cast<std::size_t>(histogram.levelsS.front() / histogram.highS * 64.0);
    CHECK(std::accumulate(histogram.counts.begin(), histogram.counts.begin() + static_cast<std::ptrdiff_t>(lowestBin),
                          std::int64_t{0}) == 0);
}

TEST_CASE("Arrays that slices and signs share are counted once")
{
    const auto network = test::lenet(true);
    Hardware hardware = test::smallArrays();
    hardware.crossbar.signScheme = "differential-pair";
    hardware.crossbar.slices = SlicePlacement::BitLines;
    hardware.device.cellBits = 2;
    Plan plan = test::lenetPlan(*network, 2.0);
    for (LayerPlan& layer : plan.layers) {
        layer.levels = "equal-interval";  // whole steps, which slices can hold
    }
    const auto preview = test::preview(network, plan, hardware);
    const ConductanceHistogram histogram = conductanceHistogram(*preview, 1);
    // 25 filters x 500 columns of 5 bits: two 2-bit cells in each of the two lines of a pair, one of which is programmed.
    CHECK(histogram.programmed == 2 * 12'500);
    // 8 filters an array of 32 bit lines: 16 x 4 arrays.
    CHECK(histogram.cells == 16 * 4 * 32 * 32);
    CHECK(crossbarMap(preview, 1, {0, 0, 0, 0}).map.title.contains(QStringLiteral("both signs")));
}

TEST_CASE("The view opens one crossbar, goes back, and says when there are no weights")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    CrossbarView view;
    view.resize(500, 400);
    view.QWidget::show();
    view.show(preview, 1);
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().rows == 16; }, 5'000));
    CHECK(view.heatMap()->map().columns == 1);
    view.openCrossbar({3, 0, 0, 0});
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().rows == 32; }, 5'000));
    const HeatMap& cells = view.heatMap()->map();
    CHECK(cells.columns == 32);
    // Bit lines 25..31 are unused: 25 filters stay.
    CHECK(std::isnan(cells.at(0, 31)));
    // Keys read a cell out, with the weight that it holds.
    QTest::keyClick(view.heatMap(), Qt::Key_Right);
    const QString readout = view.heatMap()->accessibleDescription();
    CHECK(readout.startsWith(QStringLiteral("conv2 · crossbar 3, 0 · positive weights · word line")));
    CHECK(readout.contains(QStringLiteral(" · weight ")));
    QTest::keyClick(view.heatMap(), Qt::Key_Escape);
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().rows == 16; }, 5'000));

    const auto untrained = test::lenet(false);
    view.show(test::preview(untrained, test::lenetPlan(*untrained, 2.0)), 1);
    view.openCrossbar({0, 0, 0, 0});
    QTest::qWait(100);  // the occupancy asked for before must not come over the message
    CHECK(view.heatMap()->map().empty());
    CHECK(view.heatMap()->accessibleName().contains(QStringLiteral("Not trained")));
}

TEST_CASE("A crossbar that is opened or gone closer to is selected everywhere: outlined in the network, counted alone")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    CrossbarView view;
    view.resize(600, 450);
    view.QWidget::show();
    QObject::connect(&view, &CrossbarView::layerChosen, &view, [&](int layer) { view.show(preview, layer); });
    HistogramView histogram;
    AdcView adc;
    QObject::connect(&view, &CrossbarView::crossbarChosen, &histogram, &HistogramView::setCrossbar);
    QObject::connect(&view, &CrossbarView::crossbarChosen, &adc, &AdcView::setCrossbar);
    view.show(preview, 1);
    histogram.show(preview, 1);
    adc.show(preview, 1);
    const auto says = [](const QWidget& panel, const QString& text) {
        for (const QLabel* label : panel.findChildren<QLabel*>()) {
            if (label->text().startsWith(text)) {
                return true;
            }
        }
        return false;
    };
    REQUIRE(QTest::qWaitFor([&] { return says(histogram, QStringLiteral("conv2: %1 of").arg(toQString(countText(12'500)))); }, 5'000));

    view.showNetwork(true);
    NetworkMap& map = *view.network()->map();
    const CrossbarAddress address{3, 0, 0, 1};
    map.showArray(1, address);
    const QRectF array = map.picture().frame.toPixels(map.picture().floor.arrayRect(1, address));
    QTest::mouseDClick(&map, Qt::LeftButton, {}, array.center().toPoint());
    REQUIRE(view.openedCrossbar().has_value());
    CHECK(*view.openedCrossbar() == address);
    CHECK(*map.picture().selectedArray == address);
    const QString name = QStringLiteral("conv2 · crossbar 3, 0 · negative weights");
    REQUIRE(QTest::qWaitFor([&] { return says(histogram, name + QStringLiteral(": ")) && says(adc, name + QStringLiteral(": ")); }, 5'000));
    std::int64_t programmed = 0;
    for (const std::uint16_t code : crossbarMap(preview, 1, address).cells.codes) {
        programmed += code != 0 ? 1 : 0;
    }
    CHECK(says(histogram, QStringLiteral("%1: %2 of %3 cells programmed").arg(name).arg(programmed).arg(toQString(countText(1024)))));
    // The same crossbar stands open among the layer's.
    view.showNetwork(false);
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().title.contains(QStringLiteral("crossbar 3, 0 (negative")); }, 5'000));
    // A click on a layer, or another layer, takes the selection away.
    view.showNetwork(true);
    map.showLayer(1);
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.picture().frame.toPixels(map.picture().floor.layerLabel(1)).center().toPoint());
    CHECK_FALSE(view.openedCrossbar().has_value());
    view.openCrossbar(address);
    view.show(preview, 2);
    CHECK_FALSE(view.openedCrossbar().has_value());
    CHECK_FALSE(map.picture().selectedArray.has_value());
    histogram.show(preview, 2);
    CHECK(QTest::qWaitFor([&] { return says(histogram, QStringLiteral("fc1: ")); }, 5'000));
}

TEST_CASE("Cividis colours layer, crossbar and network alike")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    CrossbarView view;
    view.resize(500, 400);
    view.QWidget::show();
    view.setColourMap(ColourMap::Cividis);
    view.show(preview, 1);
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().rows == 16; }, 5'000));
    CHECK(view.heatMap()->map().colours == ColourMap::Cividis);
    view.openCrossbar({3, 0, 0, 0});
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().rows == 32; }, 5'000));
    CHECK(view.heatMap()->map().colours == ColourMap::Cividis);
    CHECK(view.network()->map()->picture().colours == ColourMap::Cividis);
}

}  // namespace
}  // namespace mho
