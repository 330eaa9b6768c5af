// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/coarse_preview.h"
#include "core/base/units.h"
#include "tests/widgets/networks.h"
#include "tests/widgets/open_map.h"
#include "widgets/bridge/text.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/views/colour_bar.h"
#include "widgets/views/crossbar_view.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

namespace mho {
namespace {

constexpr std::size_t kConv2 = 1;  // 25,000 weights
constexpr std::size_t kFc1 = 2;    // 400,000 weights

/// LeNet-5 with fc1 under one constraint, and its neighbours as in lenetPlan().
Plan planOf(const Network& network, const std::string& kind, double ratio)
{
    Plan plan = test::lenetPlan(network, 2.0);
    LayerPlan& fc1 = plan.layers[kFc1];
    fc1.constraints.clear();
    if (ratio > 1.0) {
        fc1.constraints.emplace_back().kind = kind;
        fc1.constraints.back().ratio = ratio;
    }
    return plan;
}

TEST_CASE("Of single weights the coarse preview tells as many as the exact one keeps")
{
    const auto network = test::lenet(true);
    const auto before = GENERATE(1.0, 3.0);
    const auto last = test::preview(network, planOf(*network, "unstructured", before));
    const Plan plan = planOf(*network, "unstructured", 7.3);
    const std::vector<CoarseLayer> coarse = coarsePreview(*last, plan, last->mapped.hardware);
    const auto exact = test::preview(network, plan);
    REQUIRE(coarse.size() == 1);
    CHECK(coarse.front() == CoarseLayer{kFc1, exact->mapped.layers[kFc1].weightsKept});
    for (const bool convolutions : {false, true}) {
        CHECK(weightRatio(*last, convolutions, coarse) == weightRatio(*exact, convolutions));
    }
    CHECK(weightRatio(*exact, false) == exact->compressed.ratioAll());
    CHECK(weightRatio(*exact, true) == exact->compressed.ratioConvolution());
}

TEST_CASE("The coarse preview leaves out filters that the next layer does not read")
{
    const auto network = test::lenet(true);
    const auto pruned = [&](double ratio) {
        Plan plan = planOf(*network, "unstructured", ratio);
        plan.layers[3].constraints = {{"filter-shape", 2.0}};  // 250 of fc1's 500 filters
        return plan;
    };
    const auto last = test::preview(network, pruned(3.0));
    REQUIRE(last->compressed.layers[kFc1].mask.keptRows() == 250);
    const std::vector<CoarseLayer> coarse = coarsePreview(*last, pruned(5.0), last->mapped.hardware);
    REQUIRE(coarse.size() == 1);
    const auto exact = static_cast<double>(test::preview(network, pruned(5.0))->mapped.layers[kFc1].weightsKept);
    CHECK(static_cast<double>(coarse.front().weightsKept) == Approx(exact).epsilon(0.02));
}

TEST_CASE("Of single weights within groups that are pruned too, the coarse preview tells about as many as the exact one keeps")
{
    const auto network = test::lenet(true);
    const auto planOfTwo = [&](double shapes, double weights) {
        Plan plan = test::lenetPlan(*network, 2.0);
        plan.layers[kFc1].constraints = {{"filter-shape", shapes}};
        if (weights > 1.0) {
            plan.layers[kFc1].constraints.push_back({"unstructured", weights});
        }
        return plan;
    };
    const auto last = test::preview(network, planOfTwo(2.0, 3.0));
    for (const auto& [shapes, weights] : {std::pair(2.0, 5.0), std::pair(3.0, 4.0)}) {
        const Plan plan = planOfTwo(shapes, weights);
        const std::vector<CoarseLayer> coarse = coarsePreview(*last, plan, last->mapped.hardware);
        REQUIRE(coarse.size() == 1);
        CHECK(coarse.front().layer == kFc1);
        const auto exact = static_cast<double>(test::preview(network, plan)->mapped.layers[kFc1].weightsKept);
        CHECK(static_cast<double>(coarse.front().weightsKept) == Approx(exact).epsilon(0.02));
    }
    // The first pull of a slider is a frame, too.
    const std::vector<CoarseLayer> first = coarsePreview(*test::preview(network, planOfTwo(2.0, 1.0)), planOfTwo(2.0, 5.0), last->mapped.hardware);
    REQUIRE(first.size() == 1);
    CHECK(first.front().weightsKept < last->mapped.layers[kFc1].weightsTotal / 5);
}

TEST_CASE("Small layers that move with large ones are in the coarse preview, alone they are not")
{
    const auto network = test::lenet(true);
    const auto pruned = [&](double conv2, double fc1) {
        Plan plan = planOf(*network, "unstructured", fc1);
        plan.layers[kConv2].constraints = {{"unstructured", conv2}};
        return plan;
    };
    const auto last = test::preview(network, pruned(2.0, 2.0));
    const Hardware& hardware = last->mapped.hardware;
    CHECK(coarsePreview(*last, pruned(4.0, 2.0), hardware).empty());
    const std::vector<CoarseLayer> coarse = coarsePreview(*last, pruned(4.0, 6.0), hardware);
    const auto exact = test::preview(network, pruned(4.0, 6.0));
    REQUIRE(coarse.size() == 2);
    CHECK(coarse[0] == CoarseLayer{kConv2, exact->mapped.layers[kConv2].weightsKept});
    CHECK(coarse[1] == CoarseLayer{kFc1, exact->mapped.layers[kFc1].weightsKept});
}

TEST_CASE("What is exact within a frame, and what a ratio does not tell, has no coarse preview")
{
    const auto network = test::lenet(true);
    const auto last = test::preview(network, planOf(*network, "unstructured", 3.0));
    const Hardware& hardware = last->mapped.hardware;
    CHECK(coarsePreview(*last, last->plan, hardware).empty());
    // Whole filters.
    const auto filters = test::preview(network, planOf(*network, "filter", 2.0));
    CHECK(coarsePreview(*filters, planOf(*network, "filter", 4.0), hardware).empty());
    // A layer of filters beside, another kind, levels, another hardware; one of them is enough.
    Plan both = planOf(*network, "unstructured", 5.0);
    both.layers[kConv2].constraints.front().ratio = 5.0;
    CHECK(coarsePreview(*last, both, hardware).empty());
    CHECK(coarsePreview(*last, planOf(*network, "filter", 3.0), hardware).empty());
    Plan levels = planOf(*network, "unstructured", 5.0);
    levels.layers[kFc1].levelBits = 3;
    CHECK(coarsePreview(*last, levels, hardware).empty());
    Hardware other = hardware;
    other.crossbar.rows = 64;
    CHECK(coarsePreview(*last, planOf(*network, "unstructured", 5.0), other).empty());
}

TEST_CASE("The table says that coarse figures are about right, until the exact ones come")
{
    const auto network = test::lenet(true);
    const auto last = test::preview(network, planOf(*network, "unstructured", 2.0));
    LayerTableModel model;
    model.setRows(layerRows(*last));
    const auto said = [&](int row, LayerTableModel::TrailingColumn column) {
        return model.index(row, model.column(column)).data().toString();
    };
    const double occupancy = model.layers()[kFc1].occupancyPercent;
    model.showCoarse({{kFc1, 100'000}});
    CHECK(said(kFc1, LayerTableModel::Ratio) == QStringLiteral("≈ 4.00×"));
    CHECK(said(kFc1, LayerTableModel::Kept) == QStringLiteral("≈ %1 (25.0 %)").arg(toQString(countText(100'000))));
    CHECK(model.layers()[kFc1].occupancyPercent == Approx(occupancy / 2.0));
    CHECK(said(0, LayerTableModel::Ratio) == QStringLiteral("1.00×"));
    CHECK(said(4, LayerTableModel::Kept).startsWith(QStringLiteral("≈ ") + toQString(countText(118'000))));
    model.setRows(layerRows(*last));
    CHECK(said(kFc1, LayerTableModel::Ratio) == QStringLiteral("2.00×"));
    CHECK_FALSE(said(4, LayerTableModel::Kept).startsWith(QStringLiteral("≈")));
}

TEST_CASE("The crossbars of a coarse preview are those of the last exact one, thinned out")
{
    const auto network = test::lenet(true);
    const auto last = test::preview(network, planOf(*network, "unstructured", 2.0));
    CrossbarView view;
    QSignalSpy maps(view.heatMap(), &HeatMapWidget::cellHovered);
    view.show(last, kFc1);
    REQUIRE(QTest::qWaitFor([&] { return !view.heatMap()->map().empty(); }));
    const HeatMap exact = view.heatMap()->map();
    const std::int64_t kept = last->mapped.layers[kFc1].weightsKept;
    for (const std::int64_t now : {kept / 4, kept / 2}) {  // always against the exact one
        view.showCoarse({{kFc1, now}});
        const HeatMap& coarse = view.heatMap()->map();
        CHECK(coarse.title == QStringLiteral("≈ ") + exact.title);
        REQUIRE(coarse.values.size() == exact.values.size());
        for (std::size_t i = 0; i < exact.values.size(); ++i) {
            CHECK(coarse.values[i] == Approx(exact.values[i] * static_cast<float>(now) / static_cast<float>(kept)));
        }
    }
    // Colours are chosen for what is shown, and the fixed range is that of the hardware after any other.
    auto* bar = view.heatMap()->parentWidget()->findChild<ColourBar*>();
    for (const int range : {1, 0}) {
        bar->findChildren<QComboBox*>().at(1)->setCurrentIndex(range);
        CHECK(view.heatMap()->map().title == QStringLiteral("≈ ") + exact.title);
        CHECK((view.heatMap()->map().high == 100.0) == (range == 0));
    }
    view.showCoarse({{0, 1}});  // another layer's
    CHECK(view.heatMap()->map().values.front() == Approx(exact.values.front() / 2.0F));
    view.show(last, kFc1);
    CHECK(QTest::qWaitFor([&] { return view.heatMap()->map().title == exact.title; }));
    view.openCrossbar({0, 0, 0, 0});
    REQUIRE(QTest::qWaitFor([&] { return view.heatMap()->map().title != exact.title; }));
    const QString opened = view.heatMap()->map().title;
    view.showCoarse({{kFc1, kept / 2}});
    CHECK(view.heatMap()->map().title == opened);
}

TEST_CASE("In the whole network the arrays of a coarse preview are thinned out, those of other layers stay")
{
    test::OpenMap open;
    const std::int64_t kept = open.preview->mapped.layers[kConv2].weightsKept;
    const auto places = [&](std::size_t layer) {
        std::vector<QPoint> pixels;
        const FloorLayer& shape = open.map.picture().floor.layers()[layer];
        for (std::int64_t array = 0; array < shape.arrays(); ++array) {
            pixels.push_back(open.pixelOf(static_cast<int>(layer), shape.addressOf(array), 15, 15));
        }
        return pixels;
    };
    const QImage exact = open.image();
    open.map.showCoarse({{kConv2, kept / 4}});
    const QImage coarse = open.image();
    for (const QPoint& pixel : places(kFc1)) {
        CHECK(coarse.pixel(pixel) == exact.pixel(pixel));
    }
    int darker = 0;
    for (const QPoint& pixel : places(kConv2)) {
        // Viridis gets lighter from end to end.
        CHECK(qGray(coarse.pixel(pixel)) <= qGray(exact.pixel(pixel)));
        darker += qGray(coarse.pixel(pixel)) < qGray(exact.pixel(pixel)) ? 1 : 0;
    }
    CHECK(darker > 0);
    // As many as before: the colours of before.
    open.map.showCoarse({{kConv2, kept}});
    const QImage same = open.image();
    for (const QPoint& pixel : places(kConv2)) {
        CHECK(same.pixel(pixel) == exact.pixel(pixel));
    }
    // Of other quantities a ratio tells nothing.
    open.map.setColours(CellQuantity::Mask, false, false);
    const QImage mask = open.image();
    open.map.showCoarse({{kConv2, kept / 4}});
    CHECK(open.image() == mask);
    open.map.setColours(CellQuantity::Occupancy, false, false);
    open.map.show(test::preview(open.network, test::lenetPlan(*open.network, 2.0), open.preview->mapped.hardware), 1);
    open.settle();
    CHECK(open.image() == exact);
}

}  // namespace
}  // namespace mho
