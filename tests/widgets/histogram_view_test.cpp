// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/histogram_view.h"

#include "core/crossbar/layer_cells.h"
#include "tests/widgets/networks.h"
#include "widgets/bridge/layer_detail.h"

#include <QAreaSeries>
#include <QChartView>
#include <QCheckBox>
#include <QLineSeries>
#include <QScatterSeries>
#include <QTest>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

namespace mho {
namespace {

/// What the chart of a view draws: areas of negative and positive cells, and marks of levels.
struct Drawn {
    QList<QPointF> negative;
    QList<QPointF> positive;
    QList<QPointF> levels;
};

Drawn drawnBy(HistogramView& view)
{
    Drawn drawn;
    for (QAbstractSeries* series : view.findChild<QChartView*>()->chart()->series()) {
        if (auto* marks = qobject_cast<QScatterSeries*>(series)) {
            drawn.levels = marks->points();
        } else if (auto* area = qobject_cast<QAreaSeries*>(series)) {
            (area->name() == HistogramView::tr("negative cells") ? drawn.negative : drawn.positive) = area->upperSeries()->points();
        }
    }
    return drawn;
}

/// Cells under an outline whose bins have two points each, between its two ends on the axis.
std::int64_t cellsOf(const QList<QPointF>& outline)
{
    double cells = 0.0;
    for (qsizetype i = 1; i + 1 < outline.size(); i += 2) {
        cells += outline[i].y();
    }
    return std::llround(cells);
}

/// Programmed cells of a sign by the layer's own cells.
std::int64_t cellsOnArrays(const PreviewResult& preview, std::size_t layer, int sign)
{
    const MappedLayer& mapped = preview.mapped.layers[layer];
    std::int64_t cells = 0;
    for (std::int64_t row = 0; row < mapped.rowBlocks; ++row) {
        for (std::int64_t column = 0; column < mapped.columnBlocks; ++column) {
            for (int slice = 0; slice < mapped.sliceArrays; ++slice) {
                const auto array = crossbarCells(preview.compressed, layer, preview.mapped.hardware, {row, column, slice, sign});
                cells += std::count_if(array.conductanceS.begin(), array.conductanceS.end(), [](float conductance) { return conductance > 0.0F; });
            }
        }
    }
    return cells;
}

TEST_CASE("Cells of negative weights stand left of zero, those of positive right of it, and every state of the device is marked on both sides")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    HistogramView view;
    view.resize(500, 300);
    view.QWidget::show();
    view.show(preview, 1);
    const auto counted = [&] { return cellsOf(drawnBy(view).positive) > 0; };
    REQUIRE(QTest::qWaitFor(counted, 10'000));
    const Drawn drawn = drawnBy(view);
    CHECK(std::all_of(drawn.negative.begin(), drawn.negative.end(), [](const QPointF& point) { return point.x() <= 0.0; }));
    CHECK(std::all_of(drawn.positive.begin(), drawn.positive.end(), [](const QPointF& point) { return point.x() >= 0.0; }));
    CHECK(cellsOf(drawn.positive) == cellsOnArrays(*preview, 1, 0));
    CHECK(cellsOf(drawn.negative) == cellsOnArrays(*preview, 1, 1));
    // A mark for each state, in microsiemens, and its mirror image.
    const std::vector<double> levels = conductanceHistogram(*preview, 1).levelsS;
    REQUIRE_FALSE(levels.empty());
    REQUIRE(drawn.levels.size() == static_cast<qsizetype>(2 * levels.size()));
    for (std::size_t i = 0; i < levels.size(); ++i) {
        CHECK(drawn.levels[static_cast<qsizetype>(2 * i)] == QPointF(1e6 * levels[i], 0.0));
        CHECK(drawn.levels[static_cast<qsizetype>(2 * i + 1)] == QPointF(-1e6 * levels[i], 0.0));
    }
    // The whole network: the sum of its layers.
    view.findChild<QCheckBox*>()->setChecked(true);
    std::int64_t all = 0;
    for (std::size_t layer = 0; layer < preview->mapped.layers.size(); ++layer) {
        all += cellsOnArrays(*preview, layer, 0);
    }
    CHECK(QTest::qWaitFor([&] { return cellsOf(drawnBy(view).positive) == all; }, 10'000));
}

}  // namespace
}  // namespace mho
