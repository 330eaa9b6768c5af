// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/commands.h"
#include "app/studio/help_window.h"
#include "core/project/journal_command.h"
#include "tests/app/open_window.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QMimeData>
#include <QPushButton>
#include <QDragEnterEvent>
#include <QSignalSpy>
#include <QTreeWidget>
#include <QUrl>

#include <catch2/catch.hpp>

namespace mho {
namespace {

using test::OpenWindow;

TEST_CASE("Plan and hardware that change together are one act on disk, and its line does both")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    Session& session = open.window.session();
    session.flush();
    const std::size_t before = session.project()->journal().size();
    Design design = session.design();
    design.plan.find("fc1")->levelBits = 4;
    design.hardware.crossbar.rows = 64;
    REQUIRE(session.loadDesign(design, QStringLiteral("Load Design 1")).empty());
    session.flush();
    const auto journal = session.project()->journal();
    REQUIRE(journal.size() == before + 1);
    const std::string line = commandLineOf(journal.back(), "p.mho");
    CHECK(line.find("fc1.level_bits=4") != std::string::npos);
    CHECK(line.find("--with crossbar.rows=64") != std::string::npos);
    const Recipe found = Project::openToRead(open.path.toStdString())->recipe();
    CHECK(found.plan == design.plan);
    CHECK(found.hardware == design.hardware);
}

TEST_CASE("Quick edits are journalled each, and any of them can be gone back to as an edit that can be undone")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    Session& session = open.window.session();
    const Plan first = session.design().plan;
    session.editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 3.0, 0);
    const Plan wanted = session.design().plan;
    session.editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), 4.0, 0);
    session.editRatio(QStringLiteral("conv2"), QStringLiteral("filter"), 3.0, 0);
    session.editLevels({QStringLiteral("conv1")}, 4);
    const Plan last = session.design().plan;
    session.flush();
    CHECK(session.project()->journal().size() == 5);  // with the creation

    open.window.commands().action(QStringLiteral("file.revert"))->trigger();
    QDialog* dialog = nullptr;
    REQUIRE(QTest::qWaitFor([&] { return (dialog = open.window.findChild<QDialog*>(QStringLiteral("revert"))) != nullptr; }, 10'000));
    auto* list = dialog->findChild<QTreeWidget*>();
    REQUIRE(list->topLevelItemCount() == 5);
    CHECK(list->topLevelItem(0)->text(1).contains(QStringLiteral("conv1")));
    REQUIRE(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Help) != nullptr);
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Help)->click();
    REQUIRE(dialog->findChild<HelpWindow*>() != nullptr);
    CHECK(dialog->findChild<HelpWindow*>()->page() == QStringLiteral("revert"));
    list->setCurrentItem(list->topLevelItem(3));
    dialog->accept();
    CHECK(session.design().plan == wanted);
    CHECK(session.undoStack()->undoText().startsWith(QStringLiteral("Revert")));
    session.flush();
    CHECK(Project::open(open.path.toStdString())->recipe().plan == wanted);
    session.undoStack()->undo();
    CHECK(session.design().plan == last);
    for (int i = 0; i < 4; ++i) {
        session.undoStack()->undo();
    }
    CHECK(session.design().plan == first);
}

TEST_CASE("A project file that is dropped on the window is opened; other files are not taken")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    const QString other = open.folder.filePath(QStringLiteral("other.mho"));
    Project::create(other.toStdString(), open.window.session().recipe(), *open.window.session().network());
    const auto drag = [&](const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(&open.window, &enter);
        if (enter.isAccepted()) {
            QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&open.window, &drop);
        }
        return enter.isAccepted();
    };
    CHECK_FALSE(drag(QStringLiteral("/etc/hostname")));
    QSignalSpy loaded(&open.window.session(), &Session::loaded);
    CHECK(drag(other));
    REQUIRE(loaded.wait(10'000));
    CHECK(open.window.session().path() == other);
}

}  // namespace
}  // namespace mho
