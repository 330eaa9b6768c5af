// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/commands.h"
#include "app/studio/compare_dock.h"
#include "app/studio/design_points.h"
#include "app/studio/examples.h"
#include "core/explore/study.h"
#include "tests/app/open_window.h"
#include "widgets/views/compare_panel.h"
#include "widgets/views/compare_table.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/parallel_view.h"
#include "widgets/views/scatter_view.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QFile>
#include <QFont>
#include <QInputDialog>
#include <QSignalSpy>
#include <QStatusBar>

#include <algorithm>
#include <catch2/catch.hpp>

namespace mho {
namespace {

struct OpenCompare : test::OpenWindow {
    OpenCompare() { REQUIRE(showsDesign()); }

    Session& session() { return window.session(); }
    QAction* action(const char* id) { return window.commands().action(QString::fromLatin1(id)); }
    CompareDock& dock() { return *window.compareDock(); }
    const std::vector<DesignPoint>& points() { return dock().points()->points(); }
    bool has(std::size_t count)
    {
        return QTest::qWaitFor([&] { return points().size() == count && dock().panel()->set().points.size() >= count; }, 10'000);
    }
    void keep()
    {
        const std::size_t before = points().size();
        action("edit.keep-point")->trigger();
        REQUIRE(QTest::qWaitFor([&] { return points().size() > before; }, 10'000));
    }
    bool named(std::size_t index, const char* name)
    {
        return QTest::qWaitFor([&] { return points()[index].name == name; }, 10'000);
    }
    std::vector<DesignPoint> onDisk()
    {
        session().flush();
        return Project::open(path.toStdString())->designPoints();
    }
};

TEST_CASE("A preview is kept with its figures, on disk too, and shows in the dock")
{
    OpenCompare open;
    CHECK(open.dock().isHidden());
    CHECK(open.action("edit.keep-point")->isEnabled());
    CHECK(open.action("edit.keep-point")->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_D));
    open.keep();
    const DesignPoint& point = open.points()[0];
    CHECK(point.name == "Design 1");
    CHECK(point.origin == DesignOrigin::Preview);
    CHECK(point.masksArePlaceholders);
    CHECK(point.plan == open.session().design().plan);
    CHECK(point.hardware == open.session().design().hardware);
    CHECK(point.figures.crossbars == open.last->mapped.crossbars);
    CHECK(point.figures.crossbarsDense == open.last->mappedDense.crossbars);
    CHECK(point.figures.energyJ == open.last->cost.total.energyJ);
    CHECK(point.accuracy.kind == AccuracyKind::None);
    CHECK(open.onDisk() == open.points());
    CHECK(open.dock().panel()->set().points[0].name == QStringLiteral("Design 1"));
    open.keep();
    CHECK(open.points()[1].name == "Design 2");
}

TEST_CASE("What is kept right after an edit is the edited design with its own preview")
{
    OpenCompare open;
    const std::int64_t before = open.last->compressed.counts().kept;
    open.session().editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 10.0, 0);
    open.keep();
    CHECK(open.points()[0].plan == open.session().design().plan);
    CHECK(open.points()[0].figures.weightsKept < before);
    CHECK(open.points()[0].layers[2].kept * 10 <= open.points()[0].layers[2].weights);
}

TEST_CASE("Loading a point is one undo step for plan and hardware, and undo brings both back")
{
    OpenCompare open;
    open.keep();
    const Design kept = open.session().design();
    open.session().editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 10.0, 0);
    Hardware hardware = open.session().design().hardware;
    hardware.crossbar.rows = 64;
    open.session().editHardware(hardware);
    const Design edited = open.session().design();
    REQUIRE(open.session().undoStack()->count() == 3);

    open.dock().panel()->selection()->select({0});
    REQUIRE(open.action("edit.load-point")->isEnabled());
    open.action("edit.load-point")->trigger();
    CHECK(open.session().design() == kept);
    REQUIRE(open.session().undoStack()->count() == 4);
    CHECK(open.session().undoStack()->text(3) == QStringLiteral("Load Design 1"));
    open.session().flush();
    CHECK(Project::open(open.path.toStdString())->recipe().hardware == kept.hardware);
    open.session().undoStack()->undo();
    CHECK(open.session().design() == edited);
    // The same by double click or Enter in any view; what is in the editor already is no step.
    open.session().undoStack()->redo();
    open.dock().panel()->selection()->activate(0);
    CHECK(open.session().undoStack()->count() == 4);
}

TEST_CASE("The point whose design is in the editor is marked, and no other")
{
    OpenCompare open;
    open.keep();
    const CompareTableModel& model = *open.dock().panel()->table()->model();
    const auto isMarked = [&](int column) {
        const bool underlined = model.headerData(column, Qt::Horizontal, Qt::FontRole).value<QFont>().underline();
        const bool said = model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("in the editor"));
        CHECK(underlined == said);
        return said;
    };
    CHECK(isMarked(0));
    CHECK(model.headerData(0, Qt::Horizontal).toString() == QStringLiteral("Design 1"));  // as it is copied
    open.session().editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 10.0, 0);
    CHECK_FALSE(isMarked(0));
    open.keep();
    REQUIRE(open.has(2));
    CHECK_FALSE(isMarked(0));
    CHECK(isMarked(1));
    open.session().undoStack()->undo();  // the point
    REQUIRE(QTest::qWaitFor([&] { return open.points().size() == 1; }, 10'000));
    open.session().undoStack()->undo();
    CHECK(isMarked(0));
}

TEST_CASE("The selected layer is that of the comparison's axes too")
{
    OpenCompare open;
    open.keep();
    ParallelView& parallel = *open.dock().panel()->parallel();
    REQUIRE(parallel.parallel().placeOfLayer(QStringLiteral("fc2")) >= 0);
    Q_EMIT parallel.layerChosen(QStringLiteral("fc2"));
    CHECK(open.window.layerTable()->currentLayer() == 3);
}

TEST_CASE("A point that does not fit the network is refused in words")
{
    OpenCompare open;
    DesignPoint foreign;
    foreign.name = "foreign";
    foreign.plan.layers = {{.layer = "elsewhere", .constraints = {}}};
    foreign.hardware = open.session().design().hardware;
    open.session().project()->addDesignPoint(foreign);
    open.keep();  // reads the file anew
    QSignalSpy failed(&open.session(), &Session::failed);
    const Design before = open.session().design();
    open.dock().panel()->selection()->activate(0);
    REQUIRE(failed.count() == 1);
    CHECK(failed[0][0].toString().contains(QStringLiteral("elsewhere")));
    CHECK(open.session().design() == before);
    CHECK(open.session().undoStack()->count() == 1);
}

TEST_CASE("A point is renamed from the dock, and undo gives it its name back")
{
    OpenCompare open;
    open.keep();
    open.keep();
    CHECK_FALSE(open.action("edit.rename-point")->isEnabled());
    CHECK_FALSE(open.action("edit.delete-point")->isEnabled());
    open.dock().panel()->selection()->select({1});
    const auto giveName = [&](const QString& text) {
        open.action("edit.rename-point")->trigger();
        auto* name = open.dock().findChild<QInputDialog*>();
        REQUIRE(name);
        CHECK(name->textValue() == QStringLiteral("Design 2"));
        name->setTextValue(text);
        name->accept();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    giveName(QStringLiteral("  Design 2 "));
    giveName(QStringLiteral("   "));
    CHECK(open.session().undoStack()->count() == 2);
    giveName(QStringLiteral("  best  "));
    REQUIRE(open.named(1, "best"));
    CHECK(open.dock().panel()->selection()->selected() == std::vector<int>{1});  // the same point is still selected
    CHECK(open.session().undoStack()->undoText() == QStringLiteral("Rename Design 2"));
    open.action("edit.undo")->trigger();
    REQUIRE(open.named(1, "Design 2"));
    CHECK(open.onDisk()[1].name == "Design 2");
    open.action("edit.redo")->trigger();
    REQUIRE(open.named(1, "best"));
    CHECK(open.onDisk() == open.points());
    CHECK(open.session().project()->journal().back().command == "Rename Design 2");
}

TEST_CASE("Points are deleted at once, and undo brings the very same ones back")
{
    OpenCompare open;
    open.keep();
    open.session().editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 10.0, 0);
    open.keep();
    open.keep();
    const std::vector<DesignPoint> kept = open.points();
    open.dock().panel()->selection()->select({0, 1});
    CHECK_FALSE(open.action("edit.rename-point")->isEnabled());
    CHECK_FALSE(open.action("edit.load-point")->isEnabled());
    open.action("edit.delete-point")->trigger();
    CHECK(open.dock().findChildren<QDialog*>().isEmpty());  // no question
    REQUIRE(open.has(1));
    CHECK(open.points()[0] == kept[2]);
    CHECK(open.onDisk() == open.points());
    CHECK(open.dock().panel()->selection()->selected().empty());
    CHECK(QTest::qWaitFor([&] { return open.window.statusBar()->currentMessage().contains(QStringLiteral("Ctrl+Z")); }, 5'000));
    CHECK(open.window.statusBar()->currentMessage().contains(QLatin1Char('2')));
    CHECK(open.action("edit.undo")->text() == QStringLiteral("&Undo: Delete 2 Design Points"));

    open.action("edit.undo")->trigger();
    REQUIRE(open.has(3));
    CHECK(open.points() == kept);
    CHECK(open.onDisk() == kept);
    open.action("edit.redo")->trigger();
    REQUIRE(open.has(1));
    CHECK(open.onDisk().size() == 1);
    // Undo goes on to what was done before: points that were kept, and the edit between them.
    open.action("edit.undo")->trigger();
    REQUIRE(open.has(3));
    CHECK(open.onDisk() == kept);
    for (const std::size_t left : {2, 1, 1, 0}) {
        open.action("edit.undo")->trigger();
        CHECK(open.onDisk().size() == left);
    }
    CHECK(open.session().undoStack()->index() == 0);
    CHECK(open.session().design().plan == kept[0].plan);
    for (int i = 0; i < 4; ++i) {
        open.action("edit.redo")->trigger();
    }
    CHECK(open.onDisk() == kept);
    REQUIRE(open.has(3));

    // One is named; the numbers of names go on.
    open.dock().panel()->selection()->select({2});
    open.action("edit.delete-point")->trigger();
    CHECK(open.session().undoStack()->undoText() == QStringLiteral("Delete Design 3"));
    REQUIRE(open.has(2));
    open.session().flush();
    CHECK(open.session().project()->journal().back().command == "Delete Design 3");
    open.keep();
    CHECK(open.points()[2].name == "Design 3");
    CHECK(open.points()[2].id == 4);
    open.action("edit.undo")->trigger();
    REQUIRE(QTest::qWaitFor([&] { return open.points().size() == 2; }, 10'000));
    open.action("edit.undo")->trigger();
    REQUIRE(open.has(3));
    CHECK(open.points()[2] == kept[2]);
}

TEST_CASE("Deleting goes through quick undo and redo, a change of the language, and a file that is not there")
{
    OpenCompare open;
    open.keep();
    open.keep();
    const std::vector<DesignPoint> kept = open.points();
    QSignalSpy failed(&open.session(), &Session::failed);
    SECTION("undo before the disk has answered")
    {
        open.dock().points()->remove({1, 2});
        for (int i = 0; i < 3; ++i) {
            open.session().undoStack()->undo();
            open.session().undoStack()->redo();
        }
        open.session().undoStack()->undo();
        CHECK(open.onDisk() == kept);
        CHECK(open.has(2));
    }
    SECTION("the window is made anew in another language")
    {
        open.dock().points()->remove({1, 2});
        REQUIRE(open.has(0));
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&open.window, &change);
        QCoreApplication::processEvents();
        open.action("edit.undo")->trigger();
        REQUIRE(open.has(2));
        CHECK(open.points() == kept);
    }
    SECTION("the file is taken away: it says so, keeps the points, and goes on once the file is back")
    {
        open.session().flush();
        const QString away = open.folder.filePath(QStringLiteral("away.mho"));
        REQUIRE(QFile::rename(open.path, away));
        open.dock().points()->remove({1});
        REQUIRE(QTest::qWaitFor([&] { return open.session().hasUnsavedEdits(); }, 10'000));
        CHECK(open.session().writeProblem().contains(open.path));
        CHECK(open.points() == kept);
        open.session().undoStack()->undo();  // of what was not done
        open.session().flush();
        REQUIRE(QFile::rename(away, open.path));
        CHECK(open.onDisk() == kept);
        open.session().undoStack()->redo();
        REQUIRE(open.has(1));
        CHECK(open.onDisk().size() == 1);
        CHECK(open.session().writeProblem().isEmpty());
        CHECK(failed.isEmpty());
    }
}

TEST_CASE("Points of studies are shown beside when asked for, load, and are not the dock's to rename")
{
    OpenCompare open;
    CHECK_FALSE(open.dock().studiesBox()->isEnabled());
    SweepSpec spec;
    spec.name = "rows";
    spec.base = open.session().recipe();
    std::vector<StudyPoint> points(2);
    points[0].settings = {{"hardware.crossbar.rows", "64"}, {"plan.fc1.filter", "5"}};
    points[0].state = PointState::Done;
    points[0].resultJson = R"({"ratio_all": 2.5, "compressed": {"crossbars": 77, "energy_J": 1e-6}})";
    points[1].settings = {{"hardware.crossbar.rows", "16"}};
    open.session().project()->setStudyJson("rows", studyToJson(spec, points));
    open.keep();
    REQUIRE(open.dock().studiesBox()->isEnabled());
    CHECK(open.dock().panel()->set().points.size() == 1);
    open.dock().studiesBox()->setChecked(true);
    REQUIRE(QTest::qWaitFor([&] { return open.dock().panel()->set().points.size() == 2; }, 10'000));
    CHECK(open.dock().panel()->set().axis(QStringLiteral("crossbars"))->values[1] == 77.0);
    open.dock().panel()->selection()->select({1});
    CHECK_FALSE(open.action("edit.rename-point")->isEnabled());
    CHECK_FALSE(open.action("edit.delete-point")->isEnabled());
    REQUIRE(open.action("edit.load-point")->isEnabled());
    open.action("edit.load-point")->trigger();
    CHECK(open.session().design().hardware.crossbar.rows == 64);
    CHECK(open.session().design().plan.find("fc1")->constraints == std::vector<ConstraintSpec>{{.kind = "filter", .ratio = 5.0}});
    CHECK(open.session().undoStack()->count() == 2);
    CHECK(open.session().undoStack()->undoText().startsWith(QStringLiteral("Load rows: rows 64")));
    open.dock().studiesBox()->setChecked(false);
    CHECK(QTest::qWaitFor([&] { return open.dock().panel()->set().points.size() == 1; }, 10'000));
}

TEST_CASE("Points are there again when the project is opened again, and gone with another project")
{
    OpenCompare open;
    open.keep();
    open.session().editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 10.0, 0);
    open.keep();
    const std::vector<DesignPoint> before = open.points();
    QSignalSpy loaded(&open.session(), &Session::loaded);
    open.session().create(open.folder.filePath(QStringLiteral("other.mho")), QStringLiteral("lenet5-digits"));
    REQUIRE(loaded.wait(10'000));
    CHECK(open.points().empty());
    CHECK(open.dock().panel()->set().points.empty());
    open.session().open(open.path);
    REQUIRE(loaded.wait(10'000));
    REQUIRE(open.has(2));
    CHECK(open.points() == before);
    open.dock().panel()->selection()->select({0});
    REQUIRE(open.action("edit.load-point")->isEnabled());
    open.action("file.close")->trigger();
    CHECK(open.points().empty());
    for (const char* id : {"edit.keep-point", "edit.load-point", "edit.rename-point", "edit.delete-point"}) {
        CHECK_FALSE(open.action(id)->isEnabled());
    }
}

TEST_CASE("A design kept in an example is something to save")
{
    MainWindow window(false);
    QSignalSpy loaded(&window.session(), &Session::loaded);
    const std::vector<Example> all = examples();
    const auto trained = std::find_if(all.begin(), all.end(), [](const Example& example) { return !example.path.isEmpty(); });
    REQUIRE(trained != all.end());
    window.session().openExample(*trained);
    REQUIRE(loaded.wait(30'000));
    CHECK_FALSE(window.session().hasUnsavedEdits());
    window.commands().action(QStringLiteral("edit.keep-point"))->trigger();
    REQUIRE(QTest::qWaitFor([&] { return window.compareDock()->points()->points().size() == 1; }, 30'000));
    CHECK(window.session().hasUnsavedEdits());
    CHECK_FALSE(window.compareDock()->points()->points()[0].masksArePlaceholders);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("copy.mho"));
    REQUIRE(window.session().saveCopy(path));
    CHECK_FALSE(window.session().hasUnsavedEdits());
    CHECK(Project::open(path.toStdString())->designPoints().size() == 1);
}

}  // namespace
}  // namespace mho
