// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/dialog_help.h"

#include "app/studio/budget_dialog.h"
#include "app/studio/commands.h"
#include "app/studio/compare_dock.h"
#include "app/studio/help_pages.h"
#include "app/studio/help_window.h"
#include "app/studio/shortcut_editor.h"
#include "app/studio/whats_this.h"
#include "tests/app/open_window.h"
#include "widgets/views/compare_panel.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/number_box.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QTimer>
#include <QTreeWidget>
#include <QWhatsThis>
#include <QWhatsThisClickedEvent>

#include <catch2/catch.hpp>
#include <utility>

namespace mho {
namespace {

HelpWindow* shownHelp()
{
    for (QWidget* top : QApplication::topLevelWidgets()) {
        if (auto* help = qobject_cast<HelpWindow*>(top); help != nullptr && help->isVisible()) {
            return help;
        }
    }
    return nullptr;
}

struct Helped : test::OpenWindow {
    Helped()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        REQUIRE(showsDesign());
        window.activateWindow();
        window.layerTable()->setFocus();
    }

    QAction* action(const char* id) { return window.commands().action(QString::fromLatin1(id)); }
    QDialog* dialog()
    {
        for (QWidget* top : QApplication::topLevelWidgets()) {
            auto* found = qobject_cast<QDialog*>(top);
            if (found != nullptr && found->isVisible() && qobject_cast<HelpWindow*>(found) == nullptr) {
                return found;
            }
        }
        return nullptr;
    }
    /// Presses F1 in the dialog that `act` opens, and closes it. @return the page that showed; empty = none
    template <class Act>
    QString pageIn(const Act& act)
    {
        bool met = false;
        QString page;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, [&] {
            QDialog* over = dialog();
            if (over == nullptr || std::exchange(met, true)) {
                return;
            }
            QApplication::setActiveWindow(over);
            const bool popup = over->windowType() == Qt::Popup;
            QTest::keyClick(over->focusWidget() != nullptr ? over->focusWidget() : over, Qt::Key_F1);
            if (HelpWindow* help = shownHelp()) {
                // In front of the dialog, which may shut off all else.
                CHECK((popup || help->parentWidget() == over));
                page = help->page();
                help->close();
            }
            if (QDialog* left = dialog()) {
                left->close();
            }
        });
        look.start(20);
        act();
        CHECK(QTest::qWaitFor([&] { return met; }, 10'000));
        QTest::qWait(30);
        CHECK(dialog() == nullptr);
        return page;
    }
};

TEST_CASE("F1 opens the page that concerns the dialog, in each dialog that a command opens")
{
    Helped open;
    const std::pair<const char*, const char*> pages[] = {
        {"edit.budget", "layers"},   {"file.export-report", "report"}, {"file.export-network", "export"}, {"file.revert", "revert"},
        {"file.open", "start"},      {"file.save-as", "start"},        {"file.export-figure", "crossbars"},
        {"run.data-folder", "data"}, {"help.palette", "commands"},     {"help.shortcuts", "commands"},
        {"help.about", "index"},
    };
    for (const auto& [id, page] : pages) {
        INFO(id);
        CHECK(open.pageIn([&, command = id] { open.action(command)->trigger(); }) == QString::fromLatin1(page));
    }
}

TEST_CASE("F1 opens the page of the panel whose dialog is open, and of the focus where a message is of no panel")
{
    Helped open;
    open.action("edit.keep-point")->trigger();
    CompareDock& compare = *open.window.compareDock();
    REQUIRE(QTest::qWaitFor([&] { return compare.panel()->set().points.size() == 1; }, 10'000));
    compare.panel()->selection()->select({0});
    CHECK(open.pageIn([&] { open.action("edit.rename-point")->trigger(); }) == QStringLiteral("compare"));
    QMenu* fresh = nullptr;
    for (QMenu* menu : open.window.findChildren<QMenu*>()) {
        fresh = menu->title() == QStringLiteral("New from Network") ? menu : fresh;
    }
    REQUIRE(fresh != nullptr);
    Q_EMIT fresh->aboutToShow();
    CHECK(open.pageIn([&] { fresh->actions().front()->trigger(); }) == QStringLiteral("start"));
    CHECK(open.pageIn([&] { Q_EMIT open.window.session().failed(QStringLiteral("words")); }) == QStringLiteral("layers"));
    auto* bar = open.window.findChild<QWidget*>(QStringLiteral("hardwareBar"))->findChild<QComboBox*>();
    REQUIRE(bar != nullptr);
    bar->setFocus();
    CHECK(open.pageIn([&] { Q_EMIT open.window.session().failed(QStringLiteral("words")); }) == QStringLiteral("hardware"));
    QTimer::singleShot(0, &open.window, [&] {
        const HelpTopic outer(&open.window, QStringLiteral("start"));
        {
            const HelpTopic inner(&open.window, QStringLiteral("run"));
        }
        QMessageBox::question(&open.window, {}, QStringLiteral("words"));
    });
    CHECK(open.pageIn([] {}) == QStringLiteral("start"));
    CHECK(helpPageOf(&open.window) == helpPages().first());
}

TEST_CASE("What's This tells of a dialog's control what its tip says, and of the dialog what its page says")
{
    Helped open;
    open.action("edit.budget")->trigger();
    auto* budget = open.window.findChild<BudgetDialog*>();
    REQUIRE(budget != nullptr);
    const QString text = WhatsThis::textOf(budget->ratioBox());
    CHECK(text.contains(budget->ratioBox()->toolTip()));
    CHECK(text.contains(QStringLiteral("<a href=\"layers\">")));
    QHelpEvent asks(QEvent::QueryWhatsThis, {4, 4}, {4, 4});
    QCoreApplication::sendEvent(budget->ratioBox(), &asks);
    CHECK(asks.isAccepted());
    QApplication::setActiveWindow(budget);
    QTest::keyClick(budget->ratioBox(), Qt::Key_F1, Qt::ShiftModifier);
    CHECK(QWhatsThis::inWhatsThisMode());
    QWhatsThis::leaveWhatsThisMode();
    QWhatsThisClickedEvent clicked(QStringLiteral("layers"));
    QCoreApplication::sendEvent(budget->ratioBox(), &clicked);
    HelpWindow* help = shownHelp();
    REQUIRE(help != nullptr);
    CHECK(help->parentWidget() == budget);
    CHECK(help->page() == QStringLiteral("layers"));
    budget->close();
}

TEST_CASE("The field for a new shortcut takes F1 as a key, and F1 in the help itself opens no other")
{
    Helped open;
    ShortcutEditor editor(open.window.commands(), &open.window);
    editor.show();
    QApplication::setActiveWindow(&editor);
    editor.list()->setCurrentItem(editor.list()->topLevelItem(0)->child(0));
    editor.keyField()->setFocus();
    QTest::keyClick(editor.keyField(), Qt::Key_F1);
    CHECK(editor.keyField()->keySequence() == QKeySequence(Qt::Key_F1));
    CHECK(shownHelp() == nullptr);
    editor.list()->setFocus();
    QTest::keyClick(editor.list(), Qt::Key_F1);
    HelpWindow* help = shownHelp();
    REQUIRE(help != nullptr);
    CHECK(help->page() == QStringLiteral("commands"));
    QApplication::setActiveWindow(help);
    QTest::keyClick(help->search(), Qt::Key_F1);
    CHECK(help->findChildren<HelpWindow*>().isEmpty());
    help->close();
}

}  // namespace
}  // namespace mho
