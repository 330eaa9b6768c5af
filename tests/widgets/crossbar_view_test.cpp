// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/crossbar_view.h"
#include "tests/widgets/networks.h"
#include "widgets/bridge/layer_detail.h"
#include "widgets/views/crossbar_maps.h"

#include <QTest>

#include <catch2/catch.hpp>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace mho {
namespace {

TEST_CASE("The read-out names crossbar, lines, weight and conductance")
{
    CrossbarMap crossbar;
    crossbar.address = {2, 1, 0, 0};
    crossbar.map.rows = 2;
    crossbar.map.columns = 2;
    crossbar.map.unit = QStringLiteral(" µS");
    crossbar.map.values = {0.5F, std::numeric_limits<float>::quiet_NaN(), 0.25F, 0.125F};
    crossbar.weightColumn = {17, -1};
    crossbar.filter = {4, 9};
    CHECK(cellReadout(crossbar, {0, 0}) ==
          QStringLiteral("Crossbar 2, 1 · word line 0, bit line 0 · filter 4, weight column 17 · 0.500 µS"));
    CHECK(cellReadout(crossbar, {0, 1}) ==
          QStringLiteral("Crossbar 2, 1 · word line 0, bit line 1 · filter 9, weight column 17 · not programmed"));
    CHECK(cellReadout(crossbar, {1, 0}) == QStringLiteral("Crossbar 2, 1 · word line 1, bit line 0 · unused line"));
}

TEST_CASE("Wire drop is the nodal solver's, nothing without resistance, and grows away from inputs and outputs")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    const CrossbarAddress address{0, 0, 0, 0};
    const CrossbarMap conductances = crossbarMap(*preview, 1, address);
    const CrossbarMap none = wireDropMap(*preview, 1, address, 0.0);
    const CrossbarMap some = wireDropMap(*preview, 1, address, 10.0);
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
    const CrossbarMap twice = wireDropMap(*preview, 1, address, 20.0);
    CHECK(twice.map.high == Approx(2.0 * most).epsilon(0.05));
    const auto& values = some.map.values;
    const auto programmed = std::find_if(values.begin(), values.end(), [](float value) { return !std::isnan(value); }) - values.begin();
    CHECK(cellReadout(some, {programmed / some.map.columns, programmed % some.map.columns}).endsWith(QStringLiteral(" %")));
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
    CHECK(crossbarMap(*preview, 1, {0, 0, 0, 0}).map.title.contains(QStringLiteral("both signs")));
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
    view.openCrossbar(3, 0);
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().rows == 32; }, 5'000));
    const HeatMap& cells = view.heatMap()->map();
    CHECK(cells.columns == 32);
    // Bit lines 25..31 are unused: 25 filters stay.
    CHECK(std::isnan(cells.at(0, 31)));
    // Keys read a cell out, with the weight that it holds.
    QTest::keyClick(view.heatMap(), Qt::Key_Right);
    const QString readout = view.heatMap()->accessibleDescription();
    CHECK(readout.startsWith(QStringLiteral("conv2 · Crossbar 3, 0 · word line")));
    CHECK(readout.contains(QStringLiteral(" · weight ")));
    QTest::keyClick(view.heatMap(), Qt::Key_Escape);
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().rows == 16; }, 5'000));

    const auto untrained = test::lenet(false);
    view.show(test::preview(untrained, test::lenetPlan(*untrained, 2.0)), 1);
    view.openCrossbar(0, 0);
    QTest::qWait(100);  // the occupancy asked for before must not come over the message
    CHECK(view.heatMap()->map().empty());
    CHECK(view.heatMap()->accessibleName().contains(QStringLiteral("Not trained")));
}

}  // namespace
}  // namespace mho
