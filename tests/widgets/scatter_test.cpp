// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/design_samples.h"
#include "widgets/models/compare_selection.h"
#include "widgets/views/scatter_view.h"

#include <QImage>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

namespace mho {
namespace {

using test::samplePoints;

const QString kEnergy = QStringLiteral("energy");
const QString kAccuracy = QStringLiteral("accuracy");

std::shared_ptr<const CompareSet> samples()
{
    return std::make_shared<const CompareSet>(compareSet(samplePoints(), {}));
}

TEST_CASE("A scatter shows the points that have both metrics and their front")
{
    const Scatter scatter = Scatter::of(samples(), kEnergy, kAccuracy, false, false);
    REQUIRE(scatter.marks.size() == 3);
    CHECK(scatter.missing == 1);
    CHECK(scatter.marks[2].point == 3);
    CHECK(scatter.marks[2].value == QPointF(4e-6, 96.0));
    // a (1 µJ, 95 %) and b (2 µJ, 97 %); d costs more than b and is worse.
    CHECK(scatter.front == std::vector<std::size_t>{0, 1});
    // A layer's ratio has no better way, so there is no front.
    CHECK(Scatter::of(samples(), QStringLiteral("layer/conv"), kAccuracy, false, false).front.empty());
    const Scatter none = Scatter::of(samples(), QStringLiteral("power"), kAccuracy, false, false);
    CHECK(none.empty());
    CHECK(none.missing == 4);
    const Scatter logarithmic = Scatter::of(samples(), kEnergy, kAccuracy, true, false);
    CHECK(logarithmic.xLogarithmic);
    CHECK_FALSE(logarithmic.yLogarithmic);
}

TEST_CASE("The front is a staircase on the side of the worse values, whichever way is better")
{
    const AxisScale x{0.0, 10.0, false};
    const AxisScale y{0.0, 10.0, false};
    // Less x, more y: at x between 2 and 6 only the first point is affordable.
    CHECK(frontStaircase({{2, 3}, {6, 8}}, Direction::Minimise, Direction::Maximise, x, y) ==
          QPolygonF({{2, 0}, {2, 3}, {6, 3}, {6, 8}, {10, 8}}));
    CHECK(frontStaircase({{2, 8}, {6, 3}}, Direction::Minimise, Direction::Minimise, x, y) ==
          QPolygonF({{2, 10}, {2, 8}, {6, 8}, {6, 3}, {10, 3}}));
    CHECK(frontStaircase({{6, 3}, {2, 8}}, Direction::Maximise, Direction::Maximise, x, y) ==
          QPolygonF({{6, 0}, {6, 3}, {2, 3}, {2, 8}, {0, 8}}));
    CHECK(frontStaircase({}, Direction::Minimise, Direction::Minimise, x, y).isEmpty());
    // No point of the front lies beyond the stairs, and each lies on them.
    const Scatter scatter = Scatter::of(samples(), kAccuracy, kEnergy, false, false);
    CHECK(scatter.front == std::vector<std::size_t>{1, 0});  // best accuracy first
}

TEST_CASE("Axis titles say unit and the better way, less of it where room is short")
{
    const Scatter scatter = Scatter::of(samples(), kEnergy, kAccuracy, false, false);
    const QFontMetricsF metrics(paperChartStyle(12).font);
    const auto title = [&](double room) { return axisTitle(*scatter.x, scatter.xScale, metrics, room); };
    CHECK(title(1000.0) == QStringLiteral("Energy of an inference (µJ), less is better"));
    CHECK(title(metrics.horizontalAdvance(title(1000.0)) - 1.0) == QStringLiteral("Energy (µJ), less is better"));
    CHECK(title(metrics.horizontalAdvance(QStringLiteral("Energy (µJ)")) + 1.0) == QStringLiteral("Energy (µJ)"));
    for (const double room : {20.0, 60.0, 120.0, 240.0}) {
        CHECK(metrics.horizontalAdvance(title(room)) <= room);
    }
}

TEST_CASE("Pixels and values of a scatter are each other's inverse, and marks are hit where they are drawn")
{
    const ChartStyle style = paperChartStyle(12);
    for (const bool logarithmic : {false, true}) {
        const Scatter scatter = Scatter::of(samples(), kEnergy, kAccuracy, logarithmic, false);
        const ScatterGeometry geometry = scatterGeometry(scatter, {0, 0, 500, 300}, style);
        CHECK(QRectF(0, 0, 500, 300).contains(geometry.plot));
        const QPointF corner = geometry.toPixels({scatter.xScale.low, scatter.yScale.low});
        CHECK(corner.x() == Approx(geometry.plot.left()));
        CHECK(corner.y() == Approx(geometry.plot.bottom()));
        for (std::size_t i = 0; i < scatter.marks.size(); ++i) {
            const QPointF pixel = geometry.toPixels(scatter.marks[i].value);
            CHECK(geometry.plot.contains(pixel));
            CHECK(geometry.toValue(pixel).x() == Approx(scatter.marks[i].value.x()));
            CHECK(geometry.toValue(pixel).y() == Approx(scatter.marks[i].value.y()));
            CHECK(markAt(scatter, geometry, pixel + QPointF(3, -3), 10.0) == static_cast<int>(i));
            CHECK(markAt(scatter, geometry, pixel + QPointF(11, 0), 10.0) != static_cast<int>(i));
            CHECK(pointsIn(scatter, geometry, QRectF(pixel - QPointF(2, 2), QSizeF(4, 4))) == std::vector<int>{scatter.marks[i].point});
        }
        CHECK(pointsIn(scatter, geometry, geometry.plot) == std::vector<int>{0, 1, 3});
    }
}

/// A view with the samples, and where their marks are.
struct OpenScatter {
    OpenScatter()
    {
        view.resize(480, 320);
        view.setScatter(Scatter::of(samples(), kEnergy, kAccuracy, false, false));
        view.show();
        REQUIRE(QTest::qWaitForWindowExposed(&view));
    }
    QPoint at(std::size_t mark) const { return view.geometryNow().toPixels(view.scatter().marks[mark].value).toPoint(); }

    CompareSelection selection;
    ScatterView view{&selection};
};

TEST_CASE("Marks are selected by click, added with Ctrl, brushed by a rectangle, and loaded by double click")
{
    OpenScatter open;
    QTest::mouseClick(&open.view, Qt::LeftButton, {}, open.at(1));
    CHECK(open.selection.selected() == std::vector<int>{1});
    QTest::mouseClick(&open.view, Qt::LeftButton, Qt::ControlModifier, open.at(2));
    CHECK(open.selection.selected() == std::vector<int>{1, 3});
    QTest::mouseClick(&open.view, Qt::LeftButton, Qt::ControlModifier, open.at(1));
    CHECK(open.selection.selected() == std::vector<int>{3});

    // Around the first two marks.
    const QPoint from(open.at(0).x() - 8, open.at(1).y() - 8);
    const QPoint to(open.at(1).x() + 8, open.at(0).y() + 8);
    QTest::mousePress(&open.view, Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, open.view.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&open.view, &move);
    QTest::mouseRelease(&open.view, Qt::LeftButton, {}, to);
    CHECK(open.selection.selected() == std::vector<int>{0, 1});

    QSignalSpy activated(&open.selection, &CompareSelection::activated);
    QTest::mouseDClick(&open.view, Qt::LeftButton, {}, open.at(2));
    REQUIRE(activated.count() == 1);
    CHECK(activated[0][0].toInt() == 3);
    QTest::mouseClick(&open.view, Qt::LeftButton, {}, open.view.geometryNow().plot.topRight().toPoint() - QPoint(3, -3));
    CHECK(open.selection.selected().empty());
}

TEST_CASE("The keyboard goes from mark to mark, selects and loads")
{
    OpenScatter open;
    QSignalSpy activated(&open.selection, &CompareSelection::activated);
    QTest::keyClick(&open.view, Qt::Key_Right);
    CHECK(open.selection.hovered() == 0);
    QTest::keyClick(&open.view, Qt::Key_Right);
    QTest::keyClick(&open.view, Qt::Key_Right);
    QTest::keyClick(&open.view, Qt::Key_Right);  // the last
    CHECK(open.selection.hovered() == 3);
    QTest::keyClick(&open.view, Qt::Key_Left);
    CHECK(open.selection.hovered() == 1);
    QTest::keyClick(&open.view, Qt::Key_Space);
    CHECK(open.selection.selected() == std::vector<int>{1});
    QTest::keyClick(&open.view, Qt::Key_Return);
    REQUIRE(activated.count() == 1);
    CHECK(activated[0][0].toInt() == 1);
    QTest::keyClick(&open.view, Qt::Key_Escape);
    CHECK(open.selection.selected().empty());
}

TEST_CASE("A figure of the scatter has marks in the colours of their sources, and selected ones in another")
{
    const ChartStyle style = paperChartStyle(12);
    const Scatter scatter = Scatter::of(samples(), kEnergy, kAccuracy, false, false);
    QImage image(500, 300, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintScatter(painter, {0, 0, 500, 300}, scatter, style, {1});
    painter.end();
    const ScatterGeometry geometry = scatterGeometry(scatter, {0, 0, 500, 300}, style);
    CHECK(image.pixelColor(geometry.toPixels(scatter.marks[1].value).toPoint()) == style.accent);
    const QColor other = image.pixelColor(geometry.toPixels(scatter.marks[0].value).toPoint());
    CHECK(other != QColor(Qt::white));
    CHECK(other != style.accent);
}

TEST_CASE("The mark that keys have reached is told to screen readers")
{
    CompareSelection selection;
    ScatterView view(&selection);
    view.setScatter(Scatter::of(samples(), kEnergy, kAccuracy, false, false));
    view.show();
    QTest::keyClick(&view, Qt::Key_Right);
    CHECK(view.accessibleDescription() == pointText(*view.scatter().set, 0, {view.scatter().x, view.scatter().y}));
    CHECK(view.accessibleDescription().contains(QStringLiteral("95")));
    selection.hover(-1);
    CHECK(view.accessibleDescription().isEmpty());
}

}  // namespace
}  // namespace mho
