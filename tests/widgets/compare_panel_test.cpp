// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/design_samples.h"
#include "widgets/views/compare_panel.h"
#include "widgets/views/compare_table.h"
#include "widgets/views/parallel_view.h"
#include "widgets/views/scatter_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <catch2/catch.hpp>

namespace mho {
namespace {

using test::samplePoint;
using test::samplePoints;

std::shared_ptr<const CompareSet> setOf(const std::vector<DesignPoint>& points)
{
    return std::make_shared<const CompareSet>(compareSet(points, {}));
}

void choose(QComboBox* box, const char* key)
{
    const int index = box->findData(QString::fromLatin1(key));
    REQUIRE(index >= 0);
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

std::vector<int> columnsOf(CompareTable& table)
{
    std::vector<int> columns;
    const QModelIndexList selected = table.view()->selectionModel()->selectedColumns();
    for (const QModelIndex& index : selected) {
        columns.push_back(index.column());
    }
    std::sort(columns.begin(), columns.end());
    return columns;
}

TEST_CASE("A selection shows in all views, and comes from each of them")
{
    ComparePanel panel;
    panel.resize(1000, 700);
    panel.setSet(setOf(samplePoints()));
    panel.show();
    panel.selection()->select({1, 3});
    CHECK(columnsOf(*panel.table()) == std::vector<int>{1, 3});
    panel.table()->view()->selectColumn(2);
    CHECK(panel.selection()->selected() == std::vector<int>{2});
    // Rows that go do not take the selection along.
    panel.table()->differencesBox()->setChecked(true);
    CHECK(columnsOf(*panel.table()) == std::vector<int>{2});
    CHECK(panel.selection()->selected() == std::vector<int>{2});
    panel.selection()->select({0, 3});
    panel.table()->selectedBox()->setChecked(true);
    CHECK(panel.table()->model()->columnCount() == 2);
    CHECK(panel.table()->model()->headerData(1, Qt::Horizontal).toString() == QStringLiteral("d"));
    CHECK(columnsOf(*panel.table()) == std::vector<int>{0, 1});
    CHECK(panel.selection()->selected() == std::vector<int>{0, 3});
    panel.selection()->select({});
    CHECK(panel.table()->model()->columnCount() == 4);
}

TEST_CASE("A cell of a layer's row chooses the layer, others do not")
{
    ComparePanel panel;
    panel.setSet(setOf(samplePoints()));
    QStringList chosen;
    QObject::connect(panel.table(), &CompareTable::layerChosen, [&](const QString& layer) { chosen.append(layer); });
    const CompareTableModel* model = panel.table()->model();
    int ofLayers = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        chosen.clear();
        panel.table()->view()->setCurrentIndex(model->index(row, 0));
        const QString title = model->headerData(row, Qt::Vertical).toString();
        if (title.startsWith(QLatin1String("conv: "))) {
            CHECK(chosen == QStringList{QStringLiteral("conv")});
            ++ofLayers;
        } else if (!title.contains(QLatin1String(": ")) || title.startsWith(QLatin1String("Hardware: "))) {
            CHECK(chosen.isEmpty());
        }
    }
    CHECK(ofLayers >= 3);  // constraints, levels, ratio
}

TEST_CASE("Points that are selected stay so when others come and go, and choices stay")
{
    ComparePanel panel;
    panel.setSet(setOf(samplePoints()));
    CHECK(panel.xChoice()->currentData().toString() == QStringLiteral("energy"));
    CHECK(panel.yChoice()->currentData().toString() == QStringLiteral("accuracy"));
    // Nothing was chosen by hand: the axes follow what the points have.
    panel.setSet(setOf({samplePoints()[2]}));
    CHECK(panel.yChoice()->currentData().toString() == QStringLiteral("ratio"));
    panel.setSet(setOf(samplePoints()));
    CHECK(panel.yChoice()->currentData().toString() == QStringLiteral("accuracy"));
    choose(panel.xChoice(), "layer/fc");
    CHECK(panel.scatter()->scatter().x->key == QStringLiteral("layer/fc"));
    panel.selection()->select({1, 3});
    std::vector<DesignPoint> points = samplePoints();
    points[3].name = "renamed";
    points.erase(points.begin());
    panel.setSet(setOf(points));
    CHECK(panel.selection()->selected() == std::vector<int>{0, 2});
    CHECK(panel.xChoice()->currentData().toString() == QStringLiteral("layer/fc"));
    CHECK(panel.scatter()->scatter().marks.size() == 2);
    panel.setMessage(QStringLiteral("nothing"));
    panel.setSet(setOf({}));
    CHECK(panel.selection()->selected().empty());
    CHECK(panel.scatter()->scatter().empty());
    CHECK_FALSE(panel.xChoice()->isEnabled());
}

TEST_CASE("Brushes choose from new points too")
{
    ComparePanel panel;
    panel.setSet(setOf(samplePoints()));
    panel.resize(1000, 700);
    panel.show();
    panel.parallel()->setFocus();
    QTest::keyClick(panel.parallel(), Qt::Key_Right);  // accuracy
    QTest::keyClick(panel.parallel(), Qt::Key_Up);
    REQUIRE(panel.selection()->selected() == std::vector<int>{1, 3});
    std::vector<DesignPoint> points = samplePoints();
    points.push_back(samplePoint(8, "e", 10, 10, 1e-6, 96.5));
    panel.setSet(setOf(points));
    CHECK(panel.selection()->selected() == std::vector<int>{1, 3, 4});
}

TEST_CASE("The three views stand side by side where there is room, else on tabs, and are all there again")
{
    ComparePanel panel;
    panel.setSet(setOf(samplePoints()));
    panel.show();
    for (const QSize size : {QSize(1200, 700), QSize(420, 300), QSize(420, 800), QSize(1200, 700)}) {
        panel.resize(size);
        QTest::qWait(20);
        CHECK(panel.scatter()->isVisible());
        const bool small = size.height() < 400;
        CHECK(panel.table()->isVisible() != small);
        CHECK(panel.parallel()->isVisible() != small);
        CHECK(panel.size() == size);
    }
}

}  // namespace
}  // namespace mho
