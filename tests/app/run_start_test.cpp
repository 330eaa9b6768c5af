// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between a person and a run: the folder of the data, and a list of what is wrong.
#include "app/studio/commands.h"
#include "tests/app/open_window.h"

#include <QMessageBox>
#include <QSignalSpy>
#include <QUndoStack>

#include <catch2/catch.hpp>

namespace mho {
namespace {

TEST_CASE("The folder of the data is an edit: undone, done again, and on disk each time")
{
    test::OpenWindow open;
    REQUIRE(open.showsDesign());
    Session& session = open.window.session();
    const auto onDisk = [&] {
        session.flush();
        return Project::openToRead(open.path.toStdString())->dataFolder();
    };
    session.setDataFolder(QStringLiteral("/first"));
    session.setDataFolder(QStringLiteral("/second"));
    session.setDataFolder(QStringLiteral("/second"));  // as it is: no step
    CHECK(onDisk() == "/second");
    CHECK(session.undoStack()->count() == 2);
    session.undoStack()->undo();
    CHECK(session.dataFolder() == QStringLiteral("/first"));
    CHECK(onDisk() == "/first");
    session.undoStack()->undo();
    CHECK(onDisk().empty());
    session.undoStack()->redo();
    session.undoStack()->redo();
    CHECK(onDisk() == "/second");
}

TEST_CASE("What keeps a run from starting is listed before anything starts")
{
    const QTemporaryDir folder;
    MainWindow window(false);
    window.show();
    Session& session = window.session();
    QSignalSpy loaded(&session, &Session::loaded);
    session.create(folder.filePath(QStringLiteral("mnist.mho")), QStringLiteral("s0-lenet5-17x"));
    REQUIRE(loaded.wait(20'000));
    QSignalSpy started(&session, &Session::runStarted);
    const auto refusal = [&](const char* command) {
        window.commands().action(QString::fromLatin1(command))->trigger();
        QString text;
        for (QMessageBox* box : window.findChildren<QMessageBox*>()) {
            if (box->isVisible()) {
                text = box->text();
                box->accept();
            }
        }
        return text;
    };
    for (const char* command : {"run.start", "run.queue"}) {
        INFO(command);
        CHECK(refusal(command).contains(QStringLiteral("The mnist data are not there")));
    }
    session.setDataFolder(folder.filePath(QStringLiteral("gone")));
    CHECK(refusal("run.start").contains(QStringLiteral("gone")));
    session.setDataFolder(folder.path());
    CHECK(session.startProblems().isEmpty());  // what it holds is read by the run
    CHECK(started.isEmpty());
    CHECK(session.queue().empty());
}

}  // namespace
}  // namespace mho
