// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between a person and a run: the folder of the data, and a list of what is wrong.
#include "app/studio/commands.h"
#include "core/network/zoo.h"
#include "core/project/project.h"
#include "core/run/compressed_arrays.h"
#include "core/run/network_recipe.h"
#include "tests/app/open_window.h"
#include "tests/widgets/networks.h"

#include <QAction>
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

TEST_CASE("Save As goes on with the steps back, and they are written to the new file")
{
    test::OpenWindow open;
    REQUIRE(open.showsDesign());
    Session& session = open.window.session();
    const auto ratioIn = [&](const QString& path) {
        session.flush();
        return Project::openToRead(path.toStdString())->recipe().plan.find("conv1")->constraints[0].ratio;
    };
    const double first = ratioIn(open.path);
    session.editRatio(QStringLiteral("conv1"), QStringLiteral("filter"), 5.0, 0);
    session.setDataFolder(QStringLiteral("/somewhere"));
    const QString copy = open.folder.filePath(QStringLiteral("copy.mho"));
    QSignalSpy loaded(&session, &Session::loaded);
    session.saveAs(copy);
    REQUIRE(loaded.wait(20'000));
    CHECK(session.undoStack()->count() == 2);
    CHECK(session.undoStack()->isClean());
    session.undoStack()->undo();
    session.undoStack()->undo();
    CHECK(session.dataFolder().isEmpty());
    CHECK(ratioIn(copy) == first);
    CHECK(ratioIn(open.path) == 5.0);
    // A step that came while the file was copied is not in it as it is in the stack.
    session.editRatio(QStringLiteral("conv1"), QStringLiteral("filter"), 4.0, 0);
    const QString late = open.folder.filePath(QStringLiteral("late.mho"));
    session.saveAs(late);
    session.editRatio(QStringLiteral("conv1"), QStringLiteral("filter"), 2.0, 0);
    REQUIRE(loaded.wait(20'000));
    CHECK(ratioIn(late) == 2.0);
    CHECK(session.undoStack()->count() == 1);
    session.undoStack()->undo();
    CHECK(ratioIn(late) == 4.0);
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
    CHECK(refusal("run.start").contains(QStringLiteral("No data set is in this folder")));
    const auto touch = [&](const char* name) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
    };
    touch("data_batch_1.bin");
    CHECK(refusal("run.start").contains(QStringLiteral("other data than mnist")));
    CHECK(started.isEmpty());
    CHECK(session.queue().empty());
    touch("train-images-idx3-ubyte");
    CHECK(session.startProblems().isEmpty());  // whether it can be read the run tells
    session.setDataFolder({});
    const Recipe waits = session.recipe();
    session.flush();
    Project::open(session.path().toStdString())->setRunQueue({waits});
    session.open(session.path());
    REQUIRE(loaded.wait(20'000));
    CHECK(refusal("run.start-queued").contains(QStringLiteral("The mnist data are not there")));
    CHECK(session.queue().size() == 1);
}

TEST_CASE("A plan that the arrays no longer allow is listed, and a run that cannot begin leaves the last one's result")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("net.mho"));
    {
        const Network network = *test::lenet(true);
        Recipe recipe = recipeForNetwork("net.onnx", network);  // of a file: the recipe alone does not know its layers
        recipe.weights = recipe.network;
        recipe.data = "synthetic-digits";
        recipe.plan = densePlan(network);
        recipe.plan.find("conv2")->constraints = {{.kind = "crossbar-rounded", .options = {{"shape_ratio", 2.0}}}};
        const auto project = Project::create(path.toStdString(), recipe, network);
        project->beginRun(recipe);
        project->saveResult(R"({"end": "finished", "accuracy": {"original": 90.0}})", toArrays(uncompressed(test::lenet(true))));
    }
    MainWindow window(false);
    window.show();
    Session& session = window.session();
    QSignalSpy loaded(&session, &Session::loaded);
    session.open(path);
    REQUIRE(loaded.wait(20'000));
    CHECK(session.startProblems().isEmpty());
    Hardware hardware = session.design().hardware;
    hardware.crossbar.mapping = WeightMapping::KernelPosition;
    session.editHardware(hardware);
    const QStringList problems = session.startProblems();
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].contains(QStringLiteral("conv2")));

    // Without the list it does not begin either, and nothing is lost.
    QSignalSpy failed(&session, &Session::failed);
    session.startRun(false);
    REQUIRE((failed.count() > 0 || failed.wait(60'000)));
    CHECK(failed[0][0].toString().contains(QStringLiteral("conv2")));
    const auto project = Project::openToRead(path.toStdString());
    CHECK(project->resultJson().has_value());
    CHECK_FALSE(project->hasUnfinishedRun());
}

TEST_CASE("Runs that wait are started and taken out by commands, which are off where none waits")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("waits.mho"));
    {
        const Recipe recipe = loadRecipe("lenet5-digits");
        Project::create(path.toStdString(), recipe, makeZooNetwork(recipe.network))->setRunQueue({recipe, recipe});
    }
    MainWindow window(false);
    window.show();
    Session& session = window.session();
    const QAction* start = window.commands().action(QStringLiteral("run.start-queued"));
    QAction* remove = window.commands().action(QStringLiteral("run.drop-queued"));
    CHECK_FALSE(start->isEnabled());
    CHECK_FALSE(remove->isEnabled());
    QSignalSpy loaded(&session, &Session::loaded);
    session.open(path);
    REQUIRE(loaded.wait(20'000));
    CHECK(session.queue().size() == 2);
    CHECK(start->isEnabled());
    REQUIRE(remove->isEnabled());
    remove->trigger();
    remove->trigger();
    CHECK(session.queue().empty());
    CHECK_FALSE(start->isEnabled());
    CHECK_FALSE(remove->isEnabled());
    session.flush();
    CHECK(Project::openToRead(path.toStdString())->runQueue().empty());
}

}  // namespace
}  // namespace mho
