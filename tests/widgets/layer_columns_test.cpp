// SPDX-License-Identifier: GPL-3.0-or-later
// Order of rows, columns to choose and curves of sensitivity in the layer table.
#include "tests/widgets/table_case.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>

#include <cmath>

#include <catch2/catch.hpp>

namespace mho {
namespace {

SensitivityTable someSensitivities()
{
    SensitivityTable table;
    table.meanLoss = 0.1;
    table.units = {{{"conv1"}, {"filter"}, {{2.0, 0, 98.0, 0.3}, {4.0, 0, 90.0, 0.9}}, {}},
                   {{"fc1", "fc2"}, {"filter"}, {{2.0, 0, 99.0, 0.09}, {16.0, 0, 98.5, 0.2}}, {}},
                   {{"conv2"}, {}, {}, {{1.0, 5, 98.0, 0.2}}}};
    return table;
}

TEST_CASE("A header sorts rows up, down, and back to the network; the total stays last and the layer stays selected")
{
    test::TableCase t;
    t.table.selectLayer(1);
    QSignalSpy selected(&t.table, &LayerTable::layerSelected);
    const int kept = t.model.column(LayerTableModel::Kept);
    const QStringList network{QStringLiteral("conv1"), QStringLiteral("conv2"), QStringLiteral("fc1"), QStringLiteral("fc2"),
                              QStringLiteral("Total")};
    CHECK(t.names() == network);
    t.clickHeader(kept);
    // 500, 5,000, 12,500 and 400,000 weights
    CHECK(t.names() == QStringList{network[0], network[3], network[1], network[2], network[4]});
    CHECK(t.table.currentIndex().row() == 2);
    CHECK(t.table.selectionModel()->selectedRows().size() == 1);
    t.clickHeader(kept);
    CHECK(t.names() == QStringList{network[2], network[1], network[3], network[0], network[4]});
    CHECK(t.table.currentLayer() == 1);

    // An edit goes to the layer of the row, and rows stay under the hand until it rests.
    QSignalSpy edits(&t.model, &LayerTableModel::ratioEdited);
    t.table.setCurrentIndex(t.model.index(2, t.filter));
    QTest::keyClick(&t.table, Qt::Key_Plus);
    REQUIRE(edits.count() == 1);
    CHECK(edits[0][0].toStringList() == QStringList{QStringLiteral("fc2")});
    t.table.selectLayer(1);
    t.rows(50.0);  // conv2 keeps 500 weights now
    CHECK(t.names() == QStringList{network[2], network[1], network[3], network[0], network[4]});
    REQUIRE(QTest::qWaitFor([&] { return t.names()[1] == network[3]; }, 5'000));
    CHECK(t.names() == QStringList{network[2], network[3], network[0], network[1], network[4]});
    CHECK(t.table.currentLayer() == 1);

    t.clickHeader(kept);
    CHECK(t.names() == network);
    selected.clear();
    for (int column = 0; column < t.model.columnCount(); ++column) {
        t.model.sort(column, Qt::DescendingOrder);
        CHECK(t.names().back() == network[4]);
        CHECK(t.table.currentLayer() == 1);
    }
    CHECK(selected.count() == 0);
}

TEST_CASE("Columns are chosen in the header's menu and remembered, but a constraint in use does not stay hidden")
{
    test::TableCase t;
    const auto toggle = [&](const char* name) {
        QMenu menu;
        t.table.fillHeaderMenu(menu);
        for (QAction* action : menu.actions()) {
            if (action->data().toString() == QString::fromLatin1(name)) {
                action->toggle();
                return true;
            }
        }
        return false;
    };
    QSignalSpy chosen(&t.table, &LayerTable::columnsChosen);
    CHECK(toggle("shape"));
    CHECK(toggle("adc"));
    CHECK(toggle("constraint/filter"));
    CHECK(toggle("constraint/tile"));
    CHECK_FALSE(toggle("name"));
    CHECK_FALSE(toggle("sensitivity"));
    CHECK(chosen.count() == 4);
    CHECK(t.table.isColumnHidden(LayerTableModel::Shape));
    CHECK(t.table.isColumnHidden(t.filter));

    LayerTable next(&t.model);
    next.setColumnChoices(t.table.columnChoices());
    CHECK(next.isColumnHidden(LayerTableModel::Shape));
    CHECK(next.isColumnHidden(t.model.column(LayerTableModel::AdcBits)));
    CHECK_FALSE(next.isColumnHidden(t.model.column(LayerTableModel::Kept)));
    CHECK_FALSE(next.isColumnHidden(t.filter));
    for (int c = LayerTableModel::FirstConstraint; t.model.isConstraintColumn(c); ++c) {
        const auto kind = static_cast<std::size_t>(c - LayerTableModel::FirstConstraint);
        if (constraints()[kind]->name() == "tile") {
            CHECK_FALSE(next.isColumnHidden(c));
        }
    }
    CHECK(toggle("shape"));
    CHECK_FALSE(t.table.isColumnHidden(LayerTableModel::Shape));
}

TEST_CASE("Curves of sensitivity share their scales, mark the layer's ratio, and show only where they are known")
{
    const SensitivityCurves curves = sensitivityCurves(someSensitivities());
    REQUIRE(curves.layers.size() == 3);
    CHECK(curves.mostRatio == 16.0);
    CHECK(curves.mostRise == Approx(0.8));
    const SensitivityCurve& conv1 = curves.layers.at(QStringLiteral("conv1"));
    const QPolygonF line = curves.drawn(conv1);
    REQUIRE(line.size() == 3);
    CHECK(line[0] == QPointF(0.0, 0.0));
    CHECK(line[1].x() == Approx(0.25));
    CHECK(line[1].y() == Approx(0.25));
    CHECK(line[2].x() == Approx(0.5));
    CHECK(line[2].y() == Approx(1.0));
    // Two trapezia of equal width: (0 + 0.2) / 2 and (0.2 + 0.8) / 2.
    CHECK(conv1.meanRise() == Approx(0.3));
    REQUIRE(curves.mark(conv1, std::sqrt(8.0)).size() == 1);
    CHECK(curves.mark(conv1, std::sqrt(8.0))[0].y() == Approx(0.625));
    CHECK(curves.mark(conv1, 1.0)[0] == QPointF(0.0, 0.0));
    CHECK(curves.mark(conv1, 5.0).isEmpty());
    // Noise below the dense network's loss is drawn at 0 and told as it is.
    const SensitivityCurve& fc2 = curves.layers.at(QStringLiteral("fc2"));
    CHECK(curves.drawn(fc2)[1].y() == 0.0);

    test::TableCase t;
    CHECK(t.table.isColumnHidden(LayerTableModel::Sensitivity));
    t.model.setSensitivity(curves);
    CHECK_FALSE(t.table.isColumnHidden(LayerTableModel::Sensitivity));
    const QString tip = t.model.index(3, LayerTableModel::Sensitivity).data(Qt::ToolTipRole).toString();
    CHECK(tip.contains(QStringLiteral("fc1, fc2")));
    CHECK(tip.contains(QStringLiteral("2.00×: −0.010 nats, top-1 99.00 %")));
    CHECK(tip.contains(QStringLiteral("16.00×: +0.100 nats")));
    CHECK_FALSE(t.model.index(1, LayerTableModel::Sensitivity).data(LayerTableModel::CurveRole).isValid());
    t.model.sort(LayerTableModel::Sensitivity, Qt::DescendingOrder);
    CHECK(t.names().front() == QStringLiteral("conv1"));
    CHECK(t.names()[3] == QStringLiteral("conv2"));
    t.model.setSensitivity({});
    CHECK(t.table.isColumnHidden(LayerTableModel::Sensitivity));
}

}  // namespace
}  // namespace mho
