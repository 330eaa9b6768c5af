// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/main_window.h"
#include "core/network/zoo.h"
#include "tests/app/open_window.h"
#include "tests/widgets/looks.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/theme/theme.h"
#include "widgets/views/layer_table.h"

#include <QApplication>
#include <QEvent>
#include <QSignalSpy>

#include <catch2/catch.hpp>

namespace mho {
namespace {

using test::OpenWindow;

TEST_CASE("The window opens a project and shows its layers")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    CHECK(open.window.layerModel()->rowCount() == 5);
    CHECK(open.window.windowTitle().startsWith(QStringLiteral("test.mho")));
    CHECK(open.window.selectLayer(QStringLiteral("fc1")));
    CHECK(open.window.layerTable()->currentLayer() == 2);
    CHECK_FALSE(open.window.selectLayer(QStringLiteral("fc9")));
    CHECK_FALSE(open.window.session().trained());
}

TEST_CASE("A window follows the desktop's theme where it was told to, and only there")
{
    const test::Looks looks;
    {
        OpenWindow open;
        const auto desktopChanges = [&] {
            // As if the desktop had been dark before; that of tests is light.
            QApplication::setPalette(darkPalette());
            QEvent event(QEvent::ThemeChange);
            QApplication::sendEvent(&open.window, &event);
            return isDark(QApplication::palette());
        };
        applyTheme(*qApp, Theme::System);
        CHECK_FALSE(desktopChanges());
        applyTheme(*qApp, Theme::Dark);
        CHECK(desktopChanges());
    }
    applyTheme(*qApp, Theme::System);
}

TEST_CASE("A dragged ratio changes the totals, is one undo step, and is on disk")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    Session& session = open.window.session();
    const Plan before = session.design().plan;
    const std::int64_t crossbars = open.last->mapped.crossbars;
    for (const double ratio : {2.5, 5.0, 10.0}) {
        session.editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), ratio, 7);
    }
    REQUIRE(open.showsDesign());
    CHECK(session.undoStack()->count() == 1);
    CHECK(open.last->plan.find("fc1")->constraints == std::vector<ConstraintSpec>{{"filter", 10.0}});
    CHECK(open.last->mapped.crossbars < crossbars);
    session.flush();
    CHECK(Project::open(open.path.toStdString())->recipe().plan == session.design().plan);

    session.undoStack()->undo();
    REQUIRE(open.shows(before));
    CHECK(open.last->mapped.crossbars == crossbars);
    session.flush();
    CHECK(Project::open(open.path.toStdString())->recipe().plan == before);
    // A ratio of 1 takes the constraint away; the same value again is no step.
    session.editRatio(QStringLiteral("conv1"), QStringLiteral("filter"), 1.0, 0);
    session.editRatio(QStringLiteral("conv1"), QStringLiteral("filter"), 1.0, 0);
    CHECK(session.undoStack()->count() == 1);
    CHECK(session.design().plan.find("conv1")->constraints.empty());
}

TEST_CASE("Other arrays change the crossbars and can be undone")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    Session& session = open.window.session();
    Hardware hardware = session.design().hardware;
    REQUIRE(hardware.crossbar.rows == 32);
    hardware.crossbar.rows = 64;
    session.editHardware(hardware);
    REQUIRE(QTest::qWaitFor([&] { return open.last->mapped.hardware == hardware; }, 10'000));
    // Dense fc2 (500 x 10, 9 bits): 8 blocks of 64 word lines x 2 slices x 2 signs.
    CHECK(open.last->mappedDense.layers[3].crossbars == 32);
    session.undoStack()->undo();
    REQUIRE(QTest::qWaitFor([&] { return open.last->mapped.hardware.crossbar.rows == 32; }, 10'000));
    CHECK(open.last->mappedDense.layers[3].crossbars == 64);
}

TEST_CASE("A file that is no project is refused in words and the window lives on")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    QSignalSpy failed(&open.window.session(), &Session::failed);
    open.window.session().open(open.folder.filePath(QStringLiteral("absent.mho")));
    REQUIRE(failed.wait(10'000));
    CHECK(failed[0][0].toString().contains(QStringLiteral("absent.mho")));
    CHECK(open.window.session().isOpen());
}

TEST_CASE("The window fits small and large screens")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    for (const QSize size : {QSize(900, 600), QSize(2560, 1440)}) {
        open.window.resize(size);
        open.window.resetLayout();
        QTest::qWait(20);
        CHECK(open.window.size() == size);
    }
}

}  // namespace
}  // namespace mho
