// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/cost_view.h"
#include "core/cost/adc_law.h"
#include "core/cost/component_file.h"
#include "tests/widgets/networks.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/views/cost_chart.h"
#include "widgets/views/themed_chart_view.h"

#include <QBarSet>
#include <QComboBox>
#include <QHorizontalStackedBarSeries>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <catch2/catch.hpp>

namespace mho {
namespace {

/// LeNet-5 priced by a hardware preset.
std::shared_ptr<const PreviewResult> pricedBy(const std::string& preset)
{
    Hardware hardware = test::smallArrays();
    hardware.preset = preset;
    const auto network = test::lenet(false);
    return test::preview(network, test::lenetPlan(*network, 2.0), hardware);
}

/// All texts of labels that show.
QString shownText(const QWidget& widget)
{
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&widget)) {
            texts.append(label->text());
        }
    }
    return texts.join(QLatin1Char('\n'));
}

TEST_CASE("An energy that the preset does not give is said to be unknown, never 0")
{
    const auto priced = pricedBy("s0-45");
    REQUIRE_FALSE(priced->cost.timeStated);
    CostView view;
    view.resize(400, 300);
    view.show(priced);
    const auto* chart = view.findChild<ThemedChartView*>();
    CHECK_FALSE(chart->isVisibleTo(&view));
    CHECK(shownText(view).contains(QStringLiteral("not known")));
    CHECK(shownText(view).contains(QStringLiteral("s0-45 states no times")));
    CHECK_FALSE(shownText(view).contains(QStringLiteral("0 J")));

    // Its power and area are known, and so is every energy of a preset with times.
    auto* choice = view.findChild<QComboBox*>();
    choice->setCurrentIndex(choice->findData(static_cast<int>(CostQuantity::Power)));
    CHECK(priced->cost.powerStated);
    CHECK(chart->isVisibleTo(&view));
    CHECK(shownText(view).contains(costText(priced->cost.total.powerW, CostQuantity::Power)));
    choice->setCurrentIndex(choice->findData(static_cast<int>(CostQuantity::Energy)));
    CHECK_FALSE(chart->isVisibleTo(&view));
    const auto timed = pricedBy("isaac");
    view.show(timed);
    CHECK(chart->isVisibleTo(&view));
    CHECK(shownText(view).contains(costText(timed->cost.total.energyJ, CostQuantity::Energy)));
    CHECK_FALSE(shownText(view).contains(QStringLiteral("states no times")));
}

TEST_CASE("The band over ADC laws is what each law makes of the design alone")
{
    const auto preview = pricedBy("isaac");
    const LawBand band = LawBands().of(*preview);
    REQUIRE(band.laws > 2);
    const ComponentFile components = loadComponents("isaac");
    int inRange = 0;
    double low = 1e9;
    double high = 0.0;
    for (const std::string& law : adcLawNames()) {
        MappedNetwork mapped = preview->mapped;
        mapped.hardware.adcLaw = law;
        const CostModel model(components, law);
        if (!model.outOfRange(mapped) && !model.outOfRange(preview->mappedDense)) {
            ++inRange;
            const double energy = estimateCost(mapped, components).total.energyJ;
            low = std::min(low, energy);
            high = std::max(high, energy);
        }
    }
    CHECK(band.laws == inRange);
    CHECK(band.compressed[LawBand::index(CostQuantity::Energy)].low == low);
    CHECK(band.compressed[LawBand::index(CostQuantity::Energy)].high == high);
    CHECK(low <= preview->cost.total.energyJ);
    CHECK(high >= preview->cost.total.energyJ);
    CHECK(band.dense[LawBand::index(CostQuantity::Area)].high >= preview->costDense.total.areaMm2);
}

TEST_CASE("A band within the axis has a stroke at both ends, and an arrowhead at the edge where it goes on")
{
    const QList<QPointF> within = bandLine(2.0, 5.0, 1.0, 10.0);
    const auto at = [](const QList<QPointF>& line, double x) {
        return std::count_if(line.begin(), line.end(),
                             [x](const QPointF& point) { return point.x() == x && point.y() != 1.0; });
    };
    CHECK(at(within, 2.0) == 2);
    CHECK(at(within, 5.0) == 2);
    CHECK(within.size() == 6);
    CHECK(at(bandLine(2.0, 10.0, 1.0, 10.0), 10.0) == 2);  // just within

    for (const double low : {2.0, 11.0}) {
        INFO(low);
        const QList<QPointF> beyond = bandLine(low, 50.0, 1.0, 10.0);
        CHECK(at(beyond, low) == (low < 10.0 ? 2 : 0));
        // The tip is at the edge on the line's height, its wings behind it on both sides.
        CHECK(beyond.contains(QPointF(10.0, 1.0)));
        int above = 0;
        int below = 0;
        for (const QPointF& point : beyond) {
            CHECK(point.x() <= 10.0);
            above += point.x() > 9.0 && point.x() < 10.0 && point.y() > 1.0 ? 1 : 0;
            below += point.x() > 9.0 && point.x() < 10.0 && point.y() < 1.0 ? 1 : 0;
        }
        CHECK(above == 1);
        CHECK(below == 1);
    }
}

TEST_CASE("Parts of a cost sum to its total, by component and by layer")
{
    const auto preview = pricedBy("isaac");
    for (const CostSplit split : {CostSplit::Components, CostSplit::Layers}) {
        const auto parts = costParts(preview->costDense, preview->cost, CostQuantity::Energy, split);
        CHECK(parts.size() <= 6);
        double dense = 0.0;
        double compressed = 0.0;
        for (const CostPart& part : parts) {
            dense += part.dense;
            compressed += part.compressed;
        }
        CHECK(dense == Approx(preview->costDense.total.energyJ));
        CHECK(compressed == Approx(preview->cost.total.energyJ));
    }
    CHECK(costParts(preview->costDense, preview->cost, CostQuantity::Energy, CostSplit::Layers).size() == 4);
}

TEST_CASE("The components of each layer sum to the layer's cost")
{
    const auto preview = pricedBy("isaac");
    for (std::size_t layer = 0; layer < preview->cost.layers.size(); ++layer) {
        double compressed = 0.0;
        for (const CostPart& part : costParts(preview->costDense, preview->cost, CostQuantity::Area, CostSplit::LayerComponents, layer)) {
            compressed += part.compressed;
        }
        CHECK(compressed == Approx(preview->cost.layers[layer].total.areaMm2));
    }
}

TEST_CASE("The cost of the selected layer follows the selection; by layer a click on a part selects it, and the selected one is framed")
{
    const auto preview = pricedBy("isaac");
    CostView view;
    view.resize(500, 320);
    view.QWidget::show();
    view.show(preview);
    auto* split = view.findChildren<QComboBox*>().at(1);
    split->setCurrentIndex(split->findData(static_cast<int>(CostSplit::LayerComponents)));
    CHECK(shownText(view).contains(QStringLiteral("Select a layer")));
    for (const int layer : {1, 3}) {
        view.setLayer(layer);
        const LayerCost& cost = preview->cost.layers[static_cast<std::size_t>(layer)];
        INFO(shownText(view).toStdString());
        CHECK(shownText(view).contains(QStringLiteral("%1:   ").arg(QString::fromStdString(cost.name))));
        CHECK(shownText(view).contains(costText(cost.total.energyJ, CostQuantity::Energy)));
    }
    split->setCurrentIndex(split->findData(static_cast<int>(CostSplit::Layers)));
    auto* chart = view.findChild<CostChart*>();
    auto* bars = chart->chart()->series().front();
    const QList<QBarSet*> sets = qobject_cast<QHorizontalStackedBarSeries*>(bars)->barSets();
    REQUIRE(sets.size() == 4);
    for (int i = 0; i < 4; ++i) {
        CHECK((sets[i]->pen().width() == 2) == (i == 3));
        for (int other = 0; other < i; ++other) {
            // Told apart without their colours: each pattern is another picture, or none.
            CHECK(sets[i]->brush().textureImage() != sets[other]->brush().textureImage());
        }
    }
    // By a real click on the largest part of the dense bar, whose layer is then the selected one.
    QObject::connect(&view, &CostView::layerChosen, &view, &CostView::setLayer);
    QSignalSpy chosen(&view, &CostView::layerChosen);
    const auto wide = std::max_element(sets.begin(), sets.end(), [](const QBarSet* a, const QBarSet* b) { return a->at(1) < b->at(1); });
    const auto part = static_cast<int>(wide - sets.begin());
    double before = 0.0;
    for (int i = 0; i < part; ++i) {
        before += sets[i]->at(1);
    }
    const QPointF middle = chart->chart()->mapToPosition({before + (*wide)->at(1) / 2, 1.0}, bars);
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->mapFromScene(chart->chart()->mapToScene(middle)));
    REQUIRE(QTest::qWaitFor([&] { return chosen.size() == 1; }, 5'000));
    CHECK(chosen[0][0].toInt() == part);
    QCoreApplication::processEvents();
    const QList<QBarSet*> now = qobject_cast<QHorizontalStackedBarSeries*>(bars)->barSets();
    CHECK(now[part]->pen().width() == 2);
}

TEST_CASE("An axis from zero has the same round numbers each time it is fitted")
{
    QValueAxis axis;
    fitFromZero(axis, 20.3);
    const double high = axis.max();
    const int ticks = axis.tickCount();
    CHECK(high >= 20.3);
    fitFromZero(axis, 7000.0);
    fitFromZero(axis, 20.3);
    CHECK(axis.max() == high);
    CHECK(axis.tickCount() == ticks);
}

TEST_CASE("The layer table says of unknown energies that they are")
{
    LayerTableModel model;
    const auto shareOf = [&](const std::string& preset, int role) {
        model.setRows(layerRows(*pricedBy(preset)));
        return model.data(model.index(0, model.column(LayerTableModel::EnergyShare)), role);
    };
    CHECK(shareOf("s0-45", Qt::DisplayRole).toString() == notKnownText());
    CHECK(shareOf("s0-45", Qt::ToolTipRole).toString().contains(QStringLiteral("s0-45 states no times")));
    CHECK_FALSE(shareOf("s0-45", LayerTableModel::ValueRole).isValid());
    CHECK(shareOf("isaac", Qt::DisplayRole).toString().endsWith(QStringLiteral(" %")));
    CHECK(shareOf("isaac", LayerTableModel::ValueRole).toDouble() > 0.0);
    CHECK(shareOf("isaac", Qt::ToolTipRole).toString().contains(QStringLiteral("J per inference")));
    // The sum of what is not known is not known either.
    model.setRows(layerRows(*pricedBy("s0-45")));
    CHECK(model.data(model.index(4, model.column(LayerTableModel::EnergyShare))).toString() == notKnownText());
}

}  // namespace
}  // namespace mho
