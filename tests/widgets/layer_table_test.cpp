// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/layer_table.h"
#include "core/compress/constraint.h"
#include "tests/widgets/networks.h"
#include "widgets/bridge/text.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/views/ratio_delegate.h"
#include "widgets/views/ratio_scale.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

#include <catch2/catch.hpp>

namespace mho {
namespace {

int columnOf(const LayerTableModel& model, const char* kind)
{
    for (int c = LayerTableModel::FirstConstraint; model.isConstraintColumn(c); ++c) {
        if (constraints()[static_cast<std::size_t>(c - LayerTableModel::FirstConstraint)]->name() == kind) {
            return c;
        }
    }
    return -1;
}

void fill(LayerTableModel& model, double ratio)
{
    const auto network = test::lenet(false);
    model.setRows(layerRows(*test::preview(network, test::lenetPlan(*network, ratio))));
}

TEST_CASE("The slider's scale is logarithmic and stops at whole numbers of groups")
{
    CHECK(sliderPlace(1.0, 64) == 0.0);
    CHECK(sliderPlace(8.0, 64) == Approx(0.5));
    CHECK(sliderPlace(64.0, 64) == Approx(1.0));
    CHECK(sliderPlace(1.0, 1) == 0.0);
    // 20^0.5 = 4.47; 20 / 4.47 = 4.47 groups, so 4 stay: 20 / 4.
    CHECK(ratioAtPlace(0.5, 20) == Approx(5.0));
    CHECK(ratioAtPlace(-1.0, 20) == Approx(1.0));
    CHECK(ratioAtPlace(2.0, 20) == Approx(20.0));
    CHECK(nextRatio(2.0, 20, true) == Approx(20.0 / 9));
    CHECK(nextRatio(2.0, 20, false) == Approx(20.0 / 11));
    CHECK(nextRatio(20.0, 20, true) == Approx(20.0));
}

TEST_CASE("The layer table model keeps the rules of item models and sums its rows")
{
    LayerTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    fill(model, 2.0);
    REQUIRE(model.rowCount() == 5);
    const int total = 4;
    CHECK(model.data(model.index(total, LayerTableModel::Name)).toString() == QStringLiteral("Total"));
    CHECK_FALSE(model.flags(model.index(total, LayerTableModel::FirstConstraint)).testFlag(Qt::ItemIsEditable));
    // LeNet-5: 500 + 25,000 + 400,000 + 5,000 weights; half of conv2's filters go, and what fc1 reads of them.
    const LayerRow sum = totalRow(model.layers());
    CHECK(sum.weights == 430'500);
    CHECK(sum.weightsKept == 218'000);
    CHECK(sum.energySharePercent == Approx(100.0));
    CHECK(model.layers()[1].shape == QStringLiteral("50 × 500"));
    fill(model, 5.0);
    CHECK(model.layers()[1].weightsKept == 5'000);
}

TEST_CASE("A ratio is edited within its bounds and announced once")
{
    LayerTableModel model;
    fill(model, 2.0);
    QSignalSpy edits(&model, &LayerTableModel::ratioEdited);
    const QModelIndex cell = model.index(1, columnOf(model, "filter"));
    CHECK(model.setData(cell, 1000.0));
    REQUIRE(edits.count() == 1);
    CHECK(edits[0][0].toString() == QStringLiteral("conv2"));
    CHECK(edits[0][1].toString() == QStringLiteral("filter"));
    CHECK(edits[0][2].toDouble() == 50.0);
    CHECK(model.setData(cell, 50.0));
    CHECK(edits.count() == 1);
    CHECK_FALSE(model.setData(cell, QStringLiteral("many")));
    QSignalSpy refused(&model, &LayerTableModel::refused);
    CHECK_FALSE(model.setData(model.index(1, model.column(LayerTableModel::LevelBits)), 12));
    REQUIRE(refused.count() == 1);
    const LayerRow& conv2 = model.layers()[1];
    CHECK(refused[0][0].toString().contains(QStringLiteral("%1 to %2 bit").arg(conv2.leastLevelBits).arg(conv2.mostLevelBits)));
}

TEST_CASE("A kind without a ratio is shown where a layer has it, and is no slider")
{
    LayerTableModel model;
    LayerTable table(&model);
    fill(model, 2.0);
    const int column = columnOf(model, "column-proportional");
    CHECK(table.isColumnHidden(column));
    QMenu menu;
    table.fillHeaderMenu(menu);
    const auto withRatio =
        std::count_if(constraints().begin(), constraints().end(), [](const Constraint* kind) { return kind->hasRatio(); });
    const auto kinds = [](const QMenu& of) {
        const QList<QAction*> actions = of.actions();
        return std::count_if(actions.begin(), actions.end(), [](const QAction* action) {
            return action->data().toString().startsWith(QStringLiteral("constraint/"));
        });
    };
    CHECK(kinds(menu) == withRatio);

    const auto network = test::lenet(false);
    Plan plan = test::lenetPlan(*network, 2.0);
    plan.find("fc1")->constraints = {{.kind = "column-proportional", .options = {{"non_zeros", 8.0}}}};
    plan.find("fc1")->levels = "fixed-point";
    model.setRows(layerRows(*test::preview(network, plan)));
    CHECK_FALSE(table.isColumnHidden(column));
    CHECK(model.headerData(column, Qt::Horizontal).toString() == QStringLiteral("Column-proportional"));
    const QModelIndex cell = model.index(2, column);
    CHECK(cell.data().toString() == QStringLiteral("Non zeros 8"));
    CHECK(model.index(1, column).data().toString().isEmpty());
    CHECK_FALSE(cell.flags().testFlag(Qt::ItemIsEditable));
    CHECK_FALSE(cell.data(LayerTableModel::RatioRole).isValid());
    QMenu used;
    table.fillHeaderMenu(used);
    CHECK(kinds(used) == withRatio + 1);
    // The bits are those of the layer's levels.
    CHECK(model.setData(model.index(2, model.column(LayerTableModel::LevelBits)), 12));
    CHECK_FALSE(model.setData(model.index(1, model.column(LayerTableModel::LevelBits)), 12));
}

TEST_CASE("A drag over a slider is one gesture; the next drag is another")
{
    LayerTableModel model;
    LayerTable table(&model);
    table.resize(1200, 300);
    fill(model, 2.0);
    table.show();
    QSignalSpy edits(&model, &LayerTableModel::ratioEdited);
    const QModelIndex cell = model.index(1, columnOf(model, "filter"));
    const QRectF groove = RatioDelegate::groove(table.visualRect(cell), table.fontMetrics());
    const auto at = [&](double place) {
        return QPointF(groove.left() + place * groove.width(), groove.center().y()).toPoint();
    };
    QTest::mousePress(table.viewport(), Qt::LeftButton, {}, at(0.4));
    QTest::mouseMove(table.viewport(), at(0.7));
    QTest::mouseMove(table.viewport(), at(1.0) + QPoint(30, 60));  // beyond the cell: the drag goes on, clamped
    QTest::mouseRelease(table.viewport(), Qt::LeftButton, {}, at(1.0));
    REQUIRE(edits.count() >= 3);
    CHECK(edits.last()[2].toDouble() == 50.0);
    const int gesture = edits.first()[3].toInt();
    CHECK(gesture > 0);
    CHECK(edits.last()[3].toInt() == gesture);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, at(0.2));
    CHECK(edits.last()[3].toInt() == gesture + 1);
    CHECK(table.currentLayer() == 1);
}

TEST_CASE("Plus and minus step a ratio by one group")
{
    LayerTableModel model;
    LayerTable table(&model);
    fill(model, 2.0);
    table.setCurrentIndex(model.index(1, columnOf(model, "filter")));
    QSignalSpy edits(&model, &LayerTableModel::ratioEdited);
    QTest::keyClick(&table, Qt::Key_Plus);
    REQUIRE(edits.count() == 1);
    CHECK(edits[0][2].toDouble() == Approx(50.0 / 24));
}

}  // namespace
}  // namespace mho
