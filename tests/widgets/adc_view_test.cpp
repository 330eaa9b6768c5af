// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/adc_view.h"

#include "core/crossbar/adc_bits.h"
#include "core/crossbar/layer_cells.h"
#include "tests/widgets/networks.h"

#include <QLabel>
#include <QTest>

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

namespace mho {
namespace {

TEST_CASE("The histogram counts the cells of every bit line in use")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    const AdcHistogram histogram = adcHistogram(preview, 1);
    const MappedLayer& mapped = preview->mapped.layers[1];
    CHECK(histogram.inUse == mapped.bitLinesRead);
    CHECK(std::accumulate(histogram.bitLines.begin(), histogram.bitLines.end(), std::int64_t{0}) == histogram.inUse);
    std::int64_t cells = 0;
    for (std::size_t count = 0; count < histogram.bitLines.size(); ++count) {
        cells += static_cast<std::int64_t>(count) * histogram.bitLines[count];
    }
    CHECK(cells == mapped.programmedCells);
    CHECK(histogram.layerCells == mapped.columnCells);
    CHECK(histogram.layerBits == mapped.adcBits);
    CHECK(histogram.bits[static_cast<std::size_t>(histogram.layerCells)] == histogram.layerBits);
    CHECK(histogram.most <= histogram.layerCells);

    // One array by hand.
    std::vector<std::int64_t> byHand(histogram.bitLines.size(), 0);
    for (std::int64_t row = 0; row < mapped.rowBlocks; ++row) {
        for (int sign = 0; sign < 2; ++sign) {
            const CrossbarCells array = crossbarCells(preview->compressed, 1, preview->mapped.hardware, {row, 0, 0, sign});
            for (std::int64_t line = 0; line < array.columns && array.filter[static_cast<std::size_t>(line)] >= 0; ++line) {
                std::size_t count = 0;
                for (std::int64_t cell = line; cell < std::ssize(array.conductanceS); cell += array.columns) {
                    count += array.conductanceS[static_cast<std::size_t>(cell)] > 0.0F ? 1 : 0;
                }
                ++byHand[count];
            }
        }
    }
    CHECK(byHand == histogram.bitLines);
}

TEST_CASE("Fragments are read one at a time")
{
    const auto network = test::lenet(true);
    Hardware hardware = test::smallArrays();
    hardware.crossbar.signScheme = "fragment-sign";
    hardware.crossbar.fragmentRows = 8;
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0), hardware);
    const AdcHistogram histogram = adcHistogram(preview, 1);
    CHECK(histogram.bitLines.size() == 9);
    CHECK(histogram.most == preview->mapped.layers[1].columnCells);
    CHECK(histogram.bits.back() == adcBits(8, hardware.crossbar.dacBits, hardware.device.cellBits));
}

TEST_CASE("The view names the layer's ADC and the bands of bits")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    AdcView view;
    view.resize(500, 320);
    view.QWidget::show();
    view.show(preview, 1);
    REQUIRE(QTest::qWaitFor([&] { return view.caption()->text().contains(QStringLiteral("conv2")); }, 5'000));
    // 32 cells of 4 bits: ceil(log2(32 * 15 + 1)) = 9.
    CHECK(preview->mapped.layers[1].columnCells == 32);
    CHECK(view.caption()->text().contains(QStringLiteral("ADCs of 9 bit, cells at most 32")));
    // Bands 0, 4 (1 cell), 5 (2), 6 (3-4), 7 (5-8), 8 (9-17), 9 (18-): the first are too narrow for a name.
    const QStringList names = view.bandNames();
    REQUIRE(names.size() == 7);
    CHECK(names.mid(4) == QStringList{QStringLiteral("7"), QStringLiteral("8"), QStringLiteral("9")});
    CHECK(names[1].isEmpty());
    view.show(preview, -1);
    CHECK_FALSE(view.caption()->isVisible());
}

}  // namespace
}  // namespace mho
