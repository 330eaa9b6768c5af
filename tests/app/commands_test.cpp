// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/commands.h"
#include "app/studio/command_palette.h"
#include "app/studio/data_dock.h"
#include "app/studio/shortcut_editor.h"
#include "core/project/project.h"
#include "tests/app/open_window.h"
#include "widgets/theme/icons.h"
#include "widgets/views/crossbar_view.h"

#include <QDockWidget>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSet>
#include <QTreeWidget>

#include <algorithm>
#include <catch2/catch.hpp>

namespace mho {
namespace {

using test::OpenWindow;

/// The entry of that name in the editor of shortcuts.
QTreeWidgetItem* itemOf(const ShortcutEditor& editor, const QString& id)
{
    auto& open = const_cast<ShortcutEditor&>(editor);
    for (QTreeWidgetItem* item : open.list()->findItems(QString(), Qt::MatchContains | Qt::MatchRecursive)) {
        if (item->data(0, Qt::UserRole).toString() == id) {
            return item;
        }
    }
    return nullptr;
}

TEST_CASE("Every command has a name of its own, an icon that is there, and keys that no other has")
{
    OpenWindow open;
    QSet<QString> ids;
    QSet<QString> names;
    QSet<QString> keys;
    for (const Commands::Entry& entry : open.window.commands().entries()) {
        INFO(entry.info.id);
        CHECK_FALSE(commandName(entry.info).isEmpty());
        CHECK_FALSE(commandName(entry.info).contains(QLatin1Char('&')));
        ids.insert(QString::fromLatin1(entry.info.id));
        names.insert(commandMenu(entry.info) + commandName(entry.info));
        const QString icon = QString::fromLatin1(entry.info.icon);
        CHECK((icon.isEmpty() || !lineIcon(icon).pixmap(32, 32).toImage().isNull()));
        CHECK((icon.isEmpty() || QFile::exists(QStringLiteral(":/mho/icons/%1.svg").arg(icon))));
        for (const QKeySequence& key : entry.action->shortcuts()) {
            CHECK_FALSE(keys.contains(key.toString()));
            keys.insert(key.toString());
        }
    }
    const auto count = static_cast<qsizetype>(open.window.commands().entries().size());
    CHECK(ids.size() == count);
    CHECK(names.size() == count);
    CHECK(keys.size() > 10);
}

TEST_CASE("All that the menus do are commands, and each command stands in a menu")
{
    OpenWindow open;
    QSet<QString> ids;
    for (const Commands::Entry& entry : open.window.commands().entries()) {
        ids.insert(QString::fromLatin1(entry.info.id));
    }
    QSet<QString> shown;
    for (const QAction* title : open.window.menuBar()->actions()) {
        for (const QAction* action : title->menu()->actions()) {
            if (!action->isSeparator() && action->menu() == nullptr) {
                INFO(action->text().toStdString());
                CHECK(ids.contains(action->objectName()));
                shown.insert(action->objectName());
            }
            // Other sub-menus list what there is: recipes, files, languages.
            for (const QAction* inner : action->menu() != nullptr ? action->menu()->actions() : QList<QAction*>()) {
                if (ids.contains(inner->objectName())) {
                    shown.insert(inner->objectName());
                }
            }
        }
    }
    CHECK(shown.values().size() == ids.size());
    CHECK((ids - shown).values().join(QLatin1Char(' ')) == QString());
}

TEST_CASE("What panels do is done from the palette, too, whether they show or not")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    const auto trigger = [&](const char* id) { open.window.commands().action(QString::fromLatin1(id))->trigger(); };
    auto* crossbars = open.window.findChild<QDockWidget*>(QStringLiteral("crossbars"));
    CrossbarView* view = open.window.crossbarView();
    crossbars->hide();
    trigger("view.whole-network");
    CHECK(view->showsNetwork());
    CHECK(crossbars->isVisible());
    trigger("view.whole-network");
    CHECK_FALSE(view->showsNetwork());
    trigger("view.compare-dense");
    CHECK(view->compares());
    trigger("view.compare-dense");
    CHECK_FALSE(view->compares());
    // Without weights nothing can be measured: the panel that says so comes up.
    open.window.dataDock()->hide();
    trigger("run.evaluate");
    CHECK(open.window.dataDock()->isVisible());
    CHECK_FALSE(open.window.session().trained());
    QTest::qWait(300);
    const std::vector<JournalEntry> journal = open.window.session().project()->journal();
    CHECK(std::none_of(journal.begin(), journal.end(), [](const JournalEntry& entry) { return entry.command == kEvaluateCommand; }));
}

TEST_CASE("Undo and redo name the edit and are there when there is one")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    QAction* undo = open.window.commands().action(QStringLiteral("edit.undo"));
    QAction* redo = open.window.commands().action(QStringLiteral("edit.redo"));
    CHECK_FALSE(undo->isEnabled());
    open.window.session().editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 5.0, 0);
    CHECK(undo->isEnabled());
    CHECK(undo->text().contains(QStringLiteral("fc1")));
    undo->trigger();
    CHECK_FALSE(undo->isEnabled());
    CHECK(redo->text().contains(QStringLiteral("fc1")));
    redo->trigger();
    CHECK(open.window.session().design().plan.find("fc1")->constraints.size() == 1);
}

TEST_CASE("The palette finds a command by parts of its name and does it")
{
    CHECK(matchOf(QStringLiteral("UND"), QStringLiteral("Edit: Undo")) > 0);
    CHECK(matchOf(QStringLiteral("edit un"), QStringLiteral("Edit: Undo")) > 0);
    CHECK(matchOf(QStringLiteral("und x"), QStringLiteral("Edit: Undo")) == 0);
    CHECK(matchOf(QStringLiteral("un"), QStringLiteral("Edit: Undo")) > matchOf(QStringLiteral("un"), QStringLiteral("Run: Go")));

    OpenWindow open;
    REQUIRE(open.showsDesign());
    open.window.session().editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 5.0, 0);
    CommandPalette palette(open.window.commands(), {}, &open.window);
    palette.show();
    CHECK(palette.list()->count() > 20);
    QTest::keyClicks(palette.field(), QStringLiteral("undo"));
    REQUIRE(palette.list()->count() == 1);
    QTest::keyClick(palette.field(), Qt::Key_Return);
    CHECK_FALSE(palette.isVisible());
    CHECK(open.window.session().design().plan.find("fc1")->constraints.empty());

    // What cannot be done now is listed, and not done.
    palette.show();
    palette.field()->setText(QStringLiteral("stop keep"));
    REQUIRE(palette.list()->count() == 1);
    CHECK_FALSE(palette.list()->item(0)->flags().testFlag(Qt::ItemIsEnabled));
    QTest::keyClick(palette.field(), Qt::Key_Return);
    CHECK(palette.isVisible());
}

TEST_CASE("The palette finds what menus list, too")
{
    OpenWindow open;
    QMenu menu(QStringLiteral("Open &Recent"));
    QString opened;
    menu.addAction(open.window.commands().action(QStringLiteral("file.open")));
    menu.addSeparator();
    menu.addAction(QStringLiteral("/home/ada/plans && tables.mho"), &menu, [&opened] { opened = QStringLiteral("tables"); });
    menu.addAction(QStringLiteral("/home/ada/other.mho"), &menu, [&opened] { opened = QStringLiteral("other"); });
    CommandPalette palette(open.window.commands(), {&menu}, &open.window);
    palette.show();
    QTest::keyClicks(palette.field(), QStringLiteral("recent tables"));
    REQUIRE(palette.list()->count() == 1);
    CHECK(palette.list()->item(0)->text() == QStringLiteral("/home/ada/plans & tables.mho"));
    QTest::keyClick(palette.field(), Qt::Key_Return);
    CHECK(opened == QStringLiteral("tables"));
}

TEST_CASE("The window's palette finds networks and recipes to begin with")
{
    OpenWindow open;
    open.window.commands().action(QStringLiteral("help.palette"))->trigger();
    auto* palette = open.window.findChild<CommandPalette*>();
    REQUIRE(palette != nullptr);
    palette->field()->setText(QStringLiteral("new network vgg16 imagenet"));
    CHECK(palette->list()->count() == 1);
    palette->field()->setText(QStringLiteral("new recipe s0-lenet5-17x"));
    CHECK(palette->list()->count() == 1);
    palette->close();
}

TEST_CASE("A key can be changed, taken from another command, and set back")
{
    OpenWindow open;
    Commands& commands = open.window.commands();
    QAction* start = commands.action(QStringLiteral("run.start"));
    QAction* cancel = commands.action(QStringLiteral("run.cancel"));
    ShortcutEditor editor(commands, &open.window);
    editor.list()->setCurrentItem(itemOf(editor, QStringLiteral("run.cancel")));
    editor.keyField()->setKeySequence(QKeySequence(Qt::Key_F5));
    CHECK(editor.message()->text().contains(QStringLiteral("Start")));
    editor.assignButton()->click();
    CHECK(cancel->shortcuts() == QList<QKeySequence>{QKeySequence(Qt::Key_F5)});
    CHECK(start->shortcuts().isEmpty());
    editor.list()->setCurrentItem(itemOf(editor, QStringLiteral("run.start")));
    editor.resetButton()->click();
    CHECK(start->shortcuts() == QList<QKeySequence>{QKeySequence(Qt::Key_F5)});
    CHECK(cancel->shortcuts().isEmpty());
}

TEST_CASE("Closing the project leads back to the start page, where its commands are off")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    Commands& commands = open.window.commands();
    CHECK(commands.action(QStringLiteral("run.start"))->isEnabled());
    commands.action(QStringLiteral("file.close"))->trigger();
    CHECK_FALSE(open.window.showsProject());
    CHECK_FALSE(open.window.session().isOpen());
    for (const char* id : {"run.start", "run.anew", "file.save-as", "view.tune", "view.panel-run"}) {
        CHECK_FALSE(commands.action(QString::fromLatin1(id))->isEnabled());
    }
    open.window.session().open(open.path);
    CHECK(QTest::qWaitFor([&] { return open.window.showsProject(); }, 10'000));
}

}  // namespace
}  // namespace mho
