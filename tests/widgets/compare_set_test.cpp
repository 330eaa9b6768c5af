// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/design_samples.h"
#include "widgets/models/compare_selection.h"
#include "widgets/models/compare_set.h"
#include "widgets/models/compare_table_model.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QSignalSpy>

#include <algorithm>
#include <catch2/catch.hpp>

namespace mho {
namespace {

using test::samplePoint;
using test::samplePoints;
using test::sampleStudy;

QStringList titles(const CompareTableModel& model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row) {
        list.append(model.headerData(row, Qt::Vertical).toString());
    }
    return list;
}

QString cell(const CompareTableModel& model, const QString& title, int column)
{
    const int row = static_cast<int>(titles(model).indexOf(title));
    return row < 0 ? QStringLiteral("no such row") : model.data(model.index(row, column)).toString();
}

TEST_CASE("A set has the points, their metrics and the ratio of each layer; what nobody states is left out")
{
    const CompareSet set = compareSet(samplePoints(), {});
    REQUIRE(set.points.size() == 4);
    CHECK(set.points[2].source == PointSource::Preview);
    CHECK(set.points[2].accuracy == AccuracyKind::None);
    CHECK(set.points[3].source == PointSource::Run);
    REQUIRE(set.axis(QStringLiteral("energy")));
    CHECK(set.axis(QStringLiteral("energy"))->values == std::vector<std::optional<double>>{1e-6, 2e-6, 3e-6, 4e-6});
    CHECK(set.axis(QStringLiteral("energy"))->better == Direction::Minimise);
    CHECK(set.axis(QStringLiteral("accuracy"))->better == Direction::Maximise);
    CHECK_FALSE(set.axis(QStringLiteral("accuracy"))->values[2]);
    CHECK(set.axis(QStringLiteral("ratio"))->values[1] == 2.0);
    CHECK(set.axis(QStringLiteral("occupancy"))->values[0] == 50.0);
    CHECK(set.axis(QStringLiteral("power")) == nullptr);
    CHECK(set.axis(QStringLiteral("latency")) == nullptr);
    CHECK(set.axis(QStringLiteral("layer/conv"))->values == std::vector<std::optional<double>>{2.0, 2.0, 4.0, 1.0});
    CHECK_FALSE(set.axis(QStringLiteral("layer/fc"))->better);
}

TEST_CASE("Finished points of studies stand beside, with what their results state")
{
    StudyContent runs;
    runs.name = "runs";
    runs.mode = SweepMode::Run;
    runs.points.resize(1);
    runs.points[0].state = PointState::Done;
    runs.points[0].resultJson =
        R"({"accuracy": {"pruned": 94.5, "quantized": null}, "layers": [{"name": "conv", "weights": 100, "weights_kept": 10}]})";
    const CompareSet set = compareSet({samplePoints()[0]}, {sampleStudy(), runs});
    REQUIRE(set.points.size() == 3);
    CHECK(set.points[1].source == PointSource::Study);
    CHECK(set.points[1].name == QStringLiteral("rows: rows 64"));
    CHECK(set.points[1].accuracy == AccuracyKind::None);
    CHECK(set.axis(QStringLiteral("crossbars"))->values == std::vector<std::optional<double>>{10.0, 7.0, std::nullopt});
    CHECK_FALSE(set.axis(QStringLiteral("layer/conv"))->values[1]);
    CHECK(set.axis(QStringLiteral("layer/conv"))->values[2] == 10.0);
    CHECK(set.points[2].accuracy == AccuracyKind::Measured);
    CHECK(set.axis(QStringLiteral("accuracy"))->values[2] == 94.5);
    runs.points[0].resultJson = "[]";
    CHECK_THROWS_AS(compareSet({}, {runs}), Error);
}

TEST_CASE("A line on a point says what its accuracy is worth")
{
    const CompareSet set = compareSet(samplePoints(), {});
    const std::vector<const CompareAxis*> axes{set.axis(QStringLiteral("accuracy")), set.axis(QStringLiteral("energy")), nullptr};
    CHECK(pointText(set, 0, axes) == QStringLiteral("a · Run · Accuracy 95.00 % (measured on test images) · Energy 1.00 µJ"));
    CHECK(pointText(set, 2, axes) == QStringLiteral("c · Preview · Energy 3.00 µJ"));
}

TEST_CASE("The table keeps the rules of item models while sets, points and rows change")
{
    CompareTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(model.rowCount() == 0);
    model.setDifferencesOnly(true);
    model.setSet(std::make_shared<const CompareSet>(compareSet(samplePoints(), {sampleStudy()})));
    CHECK(model.columnCount() == 5);
    model.setPoints({3, 1});
    CHECK(model.headerData(0, Qt::Horizontal).toString() == QStringLiteral("d"));
    CHECK(model.pointOf(1) == 1);
    CHECK(model.columnOf(1) == 1);
    CHECK(model.columnOf(0) == -1);
    CHECK(model.pointOf(2) == -1);
    model.setDifferencesOnly(false);
    model.setPoints({});
    CHECK(model.rowCount() == 0);
    model.setSet(std::make_shared<const CompareSet>());
    CHECK(model.columnCount() == 0);
}

TEST_CASE("Differences only hides what all points shown have in common, by exact values")
{
    std::vector<DesignPoint> points{samplePoint(1, "a", 50, 200, 1.0000e-6, 95.0), samplePoint(2, "b", 50, 200, 1.0001e-6, 95.0)};
    points[1].hardware.crossbar.rows = 256;
    points[1].plan.layers[1].levelBits = 4;
    CompareTableModel model;
    model.setSet(std::make_shared<const CompareSet>(compareSet(points, {})));
    CHECK(cell(model, QStringLiteral("Weights kept"), 0) == QStringLiteral("250"));
    CHECK(cell(model, QStringLiteral("conv: constraints"), 0) == QStringLiteral("Filter 2×"));
    CHECK(cell(model, QStringLiteral("fc: constraints"), 0) == QStringLiteral("dense"));
    CHECK(cell(model, QStringLiteral("Network"), 0) == QStringLiteral("0123456789ab"));
    CHECK(cell(model, QStringLiteral("Power"), 0) == QStringLiteral("no such row"));
    const int energy = static_cast<int>(titles(model).indexOf(QStringLiteral("Energy")));
    CHECK(model.data(model.index(energy, 0), Qt::FontRole).value<QFont>().bold());
    CHECK(model.data(model.index(energy, 0), Qt::ToolTipRole).toString() == QStringLiteral("1e-06"));
    model.setDifferencesOnly(true);
    // Energies read alike, but are not.
    CHECK(titles(model) == QStringList{QStringLiteral("Energy"), QStringLiteral("fc: levels"), QStringLiteral("Hardware: Rows")});
    CHECK(cell(model, QStringLiteral("Energy"), 0) == cell(model, QStringLiteral("Energy"), 1));
    CHECK(cell(model, QStringLiteral("fc: levels"), 0) == QStringLiteral("float"));
    CHECK(cell(model, QStringLiteral("fc: levels"), 1).contains(QStringLiteral("Device")));
    model.setPoints({1});
    CHECK(titles(model).size() > 20);  // one point has nothing to differ from
}

TEST_CASE("A selection tells each change once, and who made it")
{
    CompareSelection selection;
    QSignalSpy changed(&selection, &CompareSelection::changed);
    selection.select({3, 1, 3}, &selection);
    CHECK(selection.selected() == std::vector<int>{1, 3});
    CHECK(selection.isSelected(3));
    selection.select({1, 3});
    REQUIRE(changed.count() == 1);
    CHECK(changed[0][0].value<const QObject*>() == &selection);
    selection.toggle(1);
    selection.toggle(2);
    CHECK(selection.selected() == std::vector<int>{2, 3});
    QSignalSpy hovered(&selection, &CompareSelection::hoverChanged);
    selection.hover(2);
    selection.hover(2);
    CHECK(hovered.count() == 1);
}

}  // namespace
}  // namespace mho
