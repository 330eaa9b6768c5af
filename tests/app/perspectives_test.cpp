// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/perspectives.h"
#include "app/studio/commands.h"
#include "app/studio/journal_dock.h"
#include "tests/app/open_window.h"
#include "widgets/views/layer_table.h"

#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QTreeWidget>

#include <catch2/catch.hpp>

namespace mho {
namespace {

using test::OpenWindow;

QDockWidget* dockOf(const OpenWindow& open, const char* name)
{
    return open.window.findChild<QDockWidget*>(QString::fromLatin1(name));
}

bool isOpen(const OpenWindow& open, const char* name)
{
    return !dockOf(open, name)->isHidden();
}

TEST_CASE("Each perspective shows its panels and keeps what a person made of it")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    const auto show = [&](const char* id) {
        open.window.commands().action(QString::fromLatin1(id))->trigger();
        QTest::qWait(20);
        CHECK(open.window.perspectives().current() == QString::fromLatin1(id));
        CHECK(open.window.commands().action(QString::fromLatin1(id))->isChecked());
    };
    CHECK(isOpen(open, "cost"));
    show("view.map");
    CHECK(isOpen(open, "crossbars"));
    CHECK_FALSE(isOpen(open, "cost"));
    CHECK_FALSE(isOpen(open, "run"));
    dockOf(open, "journal")->show();
    show("view.runs");
    CHECK(isOpen(open, "run"));
    CHECK_FALSE(isOpen(open, "journal"));
    show("view.map");
    CHECK(isOpen(open, "journal"));
    open.window.resetLayout();
    CHECK_FALSE(isOpen(open, "journal"));
    show("view.tune");
    CHECK(isOpen(open, "cost"));
}

TEST_CASE("Every perspective fits small and large windows, and every panel stands in all")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    const auto docks = open.window.findChildren<QDockWidget*>();
    for (const QSize size : {QSize(900, 600), QSize(1280, 800), QSize(2560, 1440)}) {
        open.window.resize(size);
        for (const PanelLayout& layout : panelLayouts()) {
            INFO(layout.id.toStdString() << " at " << size.width());
            open.window.perspectives().show(layout.id);
            open.window.resetLayout();
            QTest::qWait(20);
            CAPTURE(open.window.width(), open.window.height());
            for (const QDockWidget* dock : docks) {
                // A panel that needs more than this leaves no room for the table in a small window.
                INFO(dock->objectName().toStdString());
                CHECK(dock->minimumSizeHint().width() <= 460);
                CHECK(dock->minimumSizeHint().height() <= 260);
            }
            CHECK(open.window.size() == size);
            CHECK(open.window.layerTable()->height() >= 100);
            for (const QDockWidget* dock : docks) {
                INFO(dock->objectName().toStdString());
                CHECK(open.window.dockWidgetArea(const_cast<QDockWidget*>(dock)) != Qt::NoDockWidgetArea);
            }
        }
    }
}

TEST_CASE("Layouts are taken from what was saved, and nothing else is")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    open.window.perspectives().show(QStringLiteral("view.runs"));
    const QByteArray saved = open.window.perspectives().save();
    OpenWindow other;
    REQUIRE(other.showsDesign());
    CHECK_FALSE(other.window.perspectives().restore({}));
    CHECK_FALSE(other.window.perspectives().restore(saved.left(20)));
    CHECK_FALSE(other.window.perspectives().restore(QByteArray(500, 'x')));
    CHECK(other.window.perspectives().current() == QStringLiteral("view.tune"));
    CHECK(other.window.perspectives().restore(saved));
    CHECK(other.window.perspectives().current() == QStringLiteral("view.runs"));
}

TEST_CASE("The journal shows each edit as a command that can be copied")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    auto* journal = open.window.findChild<JournalDock*>();
    journal->show();
    open.window.session().editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 5.0, 0);
    const auto lastLine = [&] {
        const int count = journal->list()->topLevelItemCount();
        return count == 0 ? QString() : journal->list()->topLevelItem(count - 1)->text(2);
    };
    const QString wanted = QStringLiteral("mho plan set %1 fc1.filter=5").arg(open.path);
    CHECK(QTest::qWaitFor([&] { return lastLine() == wanted; }, 10'000));
    open.window.session().undoStack()->undo();
    const QString undone = QStringLiteral("mho plan set %1 fc1.filter=none").arg(open.path);
    CHECK(QTest::qWaitFor([&] { return lastLine() == undone; }, 10'000));
    const QString all = QStringLiteral("mho plan new %1 lenet5-digits\n%2\n%3").arg(open.path, wanted, undone);
    journal->copy();
    CHECK(QGuiApplication::clipboard()->text() == all);
    // While it does not show, the command copies what the file has.
    journal->hide();
    QGuiApplication::clipboard()->clear();
    open.window.session().editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 5.0, 0);
    open.window.commands().action(QStringLiteral("edit.copy-commands"))->trigger();
    CHECK(QGuiApplication::clipboard()->text() == all + QLatin1Char('\n') + wanted);
    open.window.session().undoStack()->undo();
    journal->show();
    CHECK(QTest::qWaitFor([&] { return journal->list()->topLevelItemCount() == 5 && lastLine() == undone; }, 10'000));
    journal->list()->topLevelItem(journal->list()->topLevelItemCount() - 1)->setSelected(true);
    journal->copy();
    CHECK(QGuiApplication::clipboard()->text() == undone);
}

}  // namespace
}  // namespace mho
