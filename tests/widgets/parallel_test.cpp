// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/design_samples.h"
#include "widgets/models/compare_selection.h"
#include "widgets/views/parallel_view.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

namespace mho {
namespace {

using test::samplePoints;

std::shared_ptr<const CompareSet> samples()
{
    return std::make_shared<const CompareSet>(compareSet(samplePoints(), {}));
}

int placeOf(const Parallel& parallel, const char* key)
{
    for (int place = 0; place < parallel.count(); ++place) {
        if (parallel.values(place).key == QLatin1String(key)) {
            return place;
        }
    }
    FAIL("no such axis");
    return -1;
}

QStringList keysOf(const Parallel& parallel)
{
    QStringList keys;
    for (const ParallelAxis& axis : parallel.axes()) {
        keys.append(axis.key);
    }
    return keys;
}

TEST_CASE("Brushes let through what lies in all of them; a point without a value does not pass")
{
    Parallel parallel;
    parallel.setSet(samples());
    CHECK(parallel.passing() == std::vector<int>{0, 1, 2, 3});
    CHECK_FALSE(parallel.hasBrush());
    parallel.setBrush(placeOf(parallel, "energy"), ParallelAxis::Brush{3e-6, 2e-6});  // either order, ends included
    CHECK(parallel.passing() == std::vector<int>{1, 2});
    parallel.setBrush(placeOf(parallel, "accuracy"), ParallelAxis::Brush{0.0, 100.0});
    CHECK(parallel.passing() == std::vector<int>{1});
    parallel.setBrush(placeOf(parallel, "energy"), std::nullopt);
    CHECK(parallel.passing() == std::vector<int>{0, 1, 3});
    // Cut to the axis.
    CHECK(parallel.axes()[static_cast<std::size_t>(placeOf(parallel, "accuracy"))].brush->low ==
          parallel.scale(placeOf(parallel, "accuracy")).low);
    parallel.clearBrushes();
    CHECK_FALSE(parallel.hasBrush());
}

TEST_CASE("Axes keep order, side and brush when points come and go")
{
    Parallel parallel;
    parallel.setSet(samples());
    const QStringList before = keysOf(parallel);
    // Until an axis is moved the order is the set's: accuracy first, once a point has one.
    parallel.setSet(std::make_shared<const CompareSet>(compareSet({samplePoints()[2]}, {})));
    CHECK(keysOf(parallel).front() == QStringLiteral("ratio"));
    parallel.setSet(samples());
    CHECK(keysOf(parallel) == before);
    parallel.move(0, 2);
    CHECK(keysOf(parallel) == QStringList{before[1], before[2], before[0]} + before.mid(3));
    parallel.move(2, 0);
    CHECK(keysOf(parallel) == before);
    parallel.move(placeOf(parallel, "layer/fc"), 0);
    parallel.flip(placeOf(parallel, "energy"));
    parallel.setBrush(placeOf(parallel, "energy"), ParallelAxis::Brush{0.0, 2.5e-6});
    std::vector<DesignPoint> more = samplePoints();
    more.push_back(test::samplePoint(9, "e", 10, 20, 1e-7, 90.0));
    more.back().figures.powerW = 0.1;
    parallel.setSet(std::make_shared<const CompareSet>(compareSet(more, {})));
    CHECK(keysOf(parallel).front() == QStringLiteral("layer/fc"));
    CHECK(keysOf(parallel).back() == QStringLiteral("power"));  // a new one comes last
    CHECK(parallel.axes()[static_cast<std::size_t>(placeOf(parallel, "energy"))].flipped);
    CHECK(parallel.passing() == std::vector<int>{0, 1});  // the new point lies below the end that the axis had
    CHECK(parallel.scale(placeOf(parallel, "energy")).low < 1e-7);
    parallel.setSet(samples());
    CHECK(keysOf(parallel).size() == before.size());
    parallel.setSet(std::make_shared<const CompareSet>());
    CHECK(parallel.count() == 0);
    CHECK(parallel.passing().empty());
}

TEST_CASE("Values and places on an axis are each other's inverse, flipped and logarithmic too")
{
    Parallel parallel;
    parallel.setSet(samples());
    const int energy = placeOf(parallel, "energy");
    for (const bool logarithmic : {false, true}) {
        parallel.setLogarithmic(energy, logarithmic);
        CHECK(parallel.scale(energy).logarithmic == logarithmic);
        CHECK(parallel.shareOf(energy, 1e-6) < parallel.shareOf(energy, 4e-6));
        const double upright = parallel.shareOf(energy, 2e-6);
        CHECK(parallel.valueAt(energy, upright) == Approx(2e-6));
        parallel.flip(energy);
        CHECK(parallel.shareOf(energy, 2e-6) == Approx(1.0 - upright));
        CHECK(parallel.valueAt(energy, parallel.shareOf(energy, 3e-6)) == Approx(3e-6));
        parallel.flip(energy);
    }
    const ParallelGeometry geometry = parallelGeometry(parallel, {0, 0, 800, 300}, paperChartStyle(12));
    for (int place = 0; place < parallel.count(); ++place) {
        CHECK(geometry.placeAt(geometry.xOf(place) + 0.4 * geometry.gap, parallel.count()) == place);
        CHECK(QRectF(0, 0, 800, 300).contains(QPointF(geometry.xOf(place), geometry.plot.bottom())));
    }
    CHECK(geometry.placeAt(-100.0, parallel.count()) == 0);
    CHECK(geometry.placeAt(9000.0, parallel.count()) == parallel.count() - 1);
    CHECK(geometry.shareAt(geometry.yOf(0.3)) == Approx(0.3));
    // Half way between two axes the line of a point lies half way between its values.
    const int place = placeOf(parallel, "accuracy");
    REQUIRE(place + 1 < parallel.count());
    const double here = geometry.yOf(parallel.shareOf(place, *parallel.values(place).values[3]));
    const double next = geometry.yOf(parallel.shareOf(place + 1, *parallel.values(place + 1).values[3]));
    const QPointF middle(geometry.xOf(place) + geometry.gap / 2, (here + next) / 2);
    CHECK(lineAt(parallel, geometry, middle, 3.0) == 3);
    CHECK(lineAt(parallel, geometry, {geometry.xOf(place), geometry.plot.bottom() + 50}, 3.0) == -1);
}

struct OpenParallel {
    OpenParallel()
    {
        view.resize(900, 320);
        view.setSet(samples());
        view.show();
        REQUIRE(QTest::qWaitForWindowExposed(&view));
    }
    QPoint on(const char* key, double value) const
    {
        const int place = placeOf(view.parallel(), key);
        const ParallelGeometry geometry = view.geometryNow();
        return {qRound(geometry.xOf(place)), qRound(geometry.yOf(view.parallel().shareOf(place, value)))};
    }
    QPoint title(int place) const
    {
        const ParallelGeometry geometry = view.geometryNow();
        return {qRound(geometry.xOf(place)), qRound(geometry.titleTop) + 6};
    }
    void drag(const QPoint& from, const QPoint& to)
    {
        QTest::mousePress(&view, Qt::LeftButton, {}, from);
        for (const QPoint& at : {(from + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(&view, &move);
        }
        QTest::mouseRelease(&view, Qt::LeftButton, {}, to);
    }

    CompareSelection selection;
    ParallelView view{&selection};
};

TEST_CASE("Dragging along axes brushes, dragging a brush moves it, a click takes it away")
{
    OpenParallel open;
    open.drag(open.on("energy", 1.5e-6), open.on("energy", 3.4e-6));
    CHECK(open.selection.selected() == std::vector<int>{1, 2});
    open.drag(open.on("energy", 2.5e-6), open.on("energy", 3.5e-6));  // a whole µJ up
    CHECK(open.selection.selected() == std::vector<int>{2, 3});
    open.drag(open.on("layer/conv", 0.9), open.on("layer/conv", 2.5));
    CHECK(open.selection.selected() == std::vector<int>{3});
    QTest::mouseClick(&open.view, Qt::LeftButton, {}, open.on("energy", 1.2e-6));
    CHECK(open.selection.selected() == std::vector<int>{0, 1, 3});
    QTest::keyClick(&open.view, Qt::Key_Escape);
    CHECK(open.selection.selected().empty());
    CHECK_FALSE(open.view.parallel().hasBrush());
}

TEST_CASE("A selection made elsewhere takes the brushes away")
{
    OpenParallel open;
    open.drag(open.on("energy", 1.5e-6), open.on("energy", 3.4e-6));
    REQUIRE(open.view.parallel().hasBrush());
    open.selection.select({0});
    CHECK_FALSE(open.view.parallel().hasBrush());
    CHECK(open.selection.selected() == std::vector<int>{0});
}

TEST_CASE("A title that is dragged takes its axis along, a double click flips it")
{
    OpenParallel open;
    const QStringList before = keysOf(open.view.parallel());
    open.drag(open.title(0), open.title(2));
    CHECK(keysOf(open.view.parallel()) == QStringList{before[1], before[2], before[0]} + before.mid(3));
    CHECK(open.selection.selected().empty());
    QTest::mouseDClick(&open.view, Qt::LeftButton, {}, open.title(1));
    CHECK(open.view.parallel().axes()[1].flipped);
    CHECK_FALSE(open.view.parallel().axes()[0].flipped);
}

TEST_CASE("Axes are chosen, moved, flipped, and brushed by keys")
{
    OpenParallel open;
    const QStringList before = keysOf(open.view.parallel());
    QTest::keyClick(&open.view, Qt::Key_Right);
    QTest::keyClick(&open.view, Qt::Key_Right, Qt::ControlModifier);
    CHECK(keysOf(open.view.parallel()).mid(0, 2) == QStringList{before[1], before[0]});
    QTest::keyClick(&open.view, Qt::Key_F);
    CHECK(open.view.parallel().axes()[1].flipped);
    QTest::keyClick(&open.view, Qt::Key_F);
    // Accuracy: its lower end upwards until the least, 95 %, is out.
    REQUIRE(open.view.parallel().axes()[1].key == QStringLiteral("accuracy"));
    QTest::keyClick(&open.view, Qt::Key_Up);
    CHECK(open.selection.selected() == std::vector<int>{1, 3});
    QTest::keyClick(&open.view, Qt::Key_Down, Qt::ShiftModifier);
    CHECK(open.selection.selected() == std::vector<int>{3});
    QTest::keyClick(&open.view, Qt::Key_Delete);
    CHECK(open.selection.selected().empty());
}

TEST_CASE("Going to a layer's axis chooses the layer, and the axis of the layer chosen elsewhere is framed")
{
    OpenParallel open;
    QSignalSpy chosen(&open.view, &ParallelView::layerChosen);
    const int layer = placeOf(open.view.parallel(), "layer/fc");
    QTest::mouseClick(&open.view, Qt::LeftButton, {}, open.title(layer));
    REQUIRE(chosen.count() == 1);
    CHECK(chosen[0][0].toString() == QStringLiteral("fc"));
    QTest::mouseClick(&open.view, Qt::LeftButton, {}, open.title(placeOf(open.view.parallel(), "energy")));
    CHECK(chosen.count() == 1);
    QTest::keyClick(&open.view, Qt::Key_Escape);
    const QImage plain = open.view.grab().toImage();
    open.view.setLayer(QStringLiteral("conv9"));  // has no axis
    CHECK(open.view.grab().toImage() == plain);
    open.view.setLayer(QStringLiteral("fc"));
    const QImage framed = open.view.grab().toImage();
    REQUIRE(framed != plain);
    // Only about its title.
    const double ratio = framed.devicePixelRatio();
    const ParallelGeometry geometry = open.view.geometryNow();
    for (int y = 0; y < framed.height(); ++y) {
        for (int x = 0; x < framed.width(); ++x) {
            if (framed.pixel(x, y) != plain.pixel(x, y)) {
                CHECK(std::abs(x / ratio - geometry.xOf(layer)) <= geometry.gap / 2);
                CHECK(y / ratio < geometry.plot.top());
            }
        }
    }
}

TEST_CASE("A line is selected by click and loaded by double click")
{
    OpenParallel open;
    const ParallelGeometry geometry = open.view.geometryNow();
    const int place = placeOf(open.view.parallel(), "accuracy");
    const double here = geometry.yOf(open.view.parallel().shareOf(place, 96.0));
    const double next = geometry.yOf(open.view.parallel().shareOf(place + 1, *open.view.parallel().values(place + 1).values[3]));
    const QPoint middle(qRound(geometry.xOf(place) + geometry.gap / 2), qRound((here + next) / 2));
    QSignalSpy activated(&open.selection, &CompareSelection::activated);
    QTest::mouseClick(&open.view, Qt::LeftButton, {}, middle);
    CHECK(open.selection.selected() == std::vector<int>{3});
    QTest::mouseDClick(&open.view, Qt::LeftButton, {}, middle);
    REQUIRE(activated.count() == 1);
    CHECK(activated[0][0].toInt() == 3);
}

TEST_CASE("Keys go from line to line by its height on the chosen axis, say which it is, select and activate it")
{
    CompareSelection selection;
    ParallelView view(&selection);
    view.setSet(samples());
    view.resize(600, 300);
    view.show();
    const int accuracy = placeOf(view.parallel(), "accuracy");
    for (int place = 0; place <= accuracy; ++place) {
        QTest::keyClick(&view, Qt::Key_Right);
    }
    std::vector<int> visited;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(&view, Qt::Key_PageUp);
        visited.push_back(selection.hovered());
    }
    CHECK(visited == std::vector<int>{0, 3, 1, 1});  // 95, 96 and 97 %; one point has none
    CHECK(view.accessibleDescription().startsWith(QStringLiteral("b")));
    CHECK(view.accessibleDescription().contains(QStringLiteral("97")));
    QTest::keyClick(&view, Qt::Key_PageDown);
    CHECK(selection.hovered() == 3);
    QTest::keyClick(&view, Qt::Key_Space);
    CHECK(selection.selected() == std::vector<int>{3});
    const QSignalSpy activated(&selection, &CompareSelection::activated);
    QTest::keyClick(&view, Qt::Key_Return);
    REQUIRE(activated.size() == 1);
    CHECK(activated[0][0].toInt() == 3);
    selection.hover(-1);
    CHECK(view.accessibleDescription().isEmpty());
}

}  // namespace
}  // namespace mho
