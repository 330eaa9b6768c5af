// SPDX-License-Identifier: GPL-3.0-or-later
// A project whose file cannot be written any more: the window says so, keeps what it has, and Save As writes it.
#include "app/studio/commands.h"
#include "app/studio/edit_points.h"
#include "app/studio/main_window.h"
#include "core/network/zoo.h"
#include "tests/app/small_disk.h"
#include "widgets/models/layer_table_model.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <catch2/catch.hpp>

#include <csignal>
#include <sys/resource.h>

namespace mho {
namespace {

using test::SmallDisk;

constexpr int kWaitMs = 20'000;

void makeProject(const QString& path)
{
    const Recipe recipe = loadRecipe("lenet5-digits");
    Project::create(path.toStdString(), recipe, makeZooNetwork(recipe.network))->setRunQueue({recipe});
}

/// The window on a project in this file.
struct Work {
    explicit Work(const QString& path) : file(path)
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QSignalSpy loaded(&session, &Session::loaded);
        window.show();
        session.open(path);
        REQUIRE((loaded.count() > 0 || loaded.wait(kWaitMs)));
        REQUIRE(QTest::qWaitFor([&] { return window.layerModel()->rowCount() > 0; }, kWaitMs));
    }
    void edit(double ratio, bool confirmed)
    {
        QSignalSpy written(&session, &Session::written);
        session.editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), ratio, 0);
        session.flush();
        QTest::qWait(20);
        CHECK((written.count() > 0) == confirmed);
    }
    QStringList boxes()
    {
        QStringList texts;
        for (const QMessageBox* box : window.findChildren<QMessageBox*>()) {
            if (box->isVisible()) {
                texts.append(box->text());
            }
        }
        return texts;
    }
    /// By menu and dialog, as a person does. @param path empty = as the dialog proposes
    void saveAs(const QString& path)
    {
        QSignalSpy loaded(&session, &Session::loaded);
        bool met = false;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (dialog != nullptr && !met) {
                met = true;
                if (!path.isEmpty()) {
                    dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(path);
                }
                QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
            }
        });
        look.start(20);
        window.commands().action(QStringLiteral("file.save-as"))->trigger();
        CHECK(met);
        REQUIRE((loaded.count() > 0 || loaded.wait(kWaitMs)));
        CHECK((path.isEmpty() || session.path() == path));
    }
    /// Save As keeps plan, hardware, locks and data folder of the window, and work goes on there.
    void checkSaveAs()
    {
        const QTemporaryDir elsewhere;
        const Design had = session.design();
        const QString path = elsewhere.filePath(QStringLiteral("saved.mho"));
        saveAs(path);
        CHECK(session.design() == had);
        CHECK(session.writeProblem().isEmpty());
        CHECK(boxes().isEmpty());
        edit(9.0, true);
        const auto saved = Project::open(path.toStdString());
        CHECK(saved->recipe().plan == session.design().plan);
        CHECK(saved->recipe().hardware == had.hardware);
        CHECK(saved->lockedLayers() == had.locked);
        CHECK(saved->dataFolder() == session.dataFolder().toStdString());
        CHECK(saved->runQueue().empty() == session.queue().empty());
        CHECK(saved->designPoints().size() == points);
        CHECK(networkHash(saved->network()) == networkHash(*session.network()));
    }
    /// Edits of each kind that the file does not take.
    void editInVain()
    {
        edit(3.0, false);
        edit(4.0, false);
        Hardware hardware = session.design().hardware;
        hardware.crossbar.rows = 128;
        session.editHardware(hardware);
        session.lockLayers({QStringLiteral("conv2")}, true);
        session.setDataFolder(QStringLiteral("/elsewhere"));
        session.dropQueued(0);
        const auto keep = [design = session.design()](Project& project) {
            DesignPoint point;
            point.name = "kept in vain";
            point.plan = design.plan;
            point.hardware = design.hardware;
            return project.addDesignPoint(point);
        };
        session.undoStack()->push(new KeepPoint(session, keep, nullptr));
        points = 1;
        session.flush();
        QTest::qWait(20);
        CHECK(session.design().plan.find("fc1")->constraints.back().ratio == 4.0);
        CHECK_FALSE(session.writeProblem().isEmpty());
        CHECK(session.hasUnsavedEdits());
        REQUIRE(boxes().size() == 1);
        CHECK(boxes().front().contains(file));
    }

    QString file;
    std::size_t points = 0;  ///< Kept, on disk or not.
    MainWindow window{false};
    Session& session = window.session();
};

TEST_CASE("On a full disk edits stay in the window, one box says so, and what came through later is all there")
{
    const SmallDisk disk("2m");
    if (!disk.mounted) {
        return;
    }
    const QString path = disk.file(QStringLiteral("full.mho"));
    makeProject(path);
    Work work(path);
    work.session.setDataFolder(QStringLiteral("/somewhere"));
    work.edit(2.0, true);
    disk.fill();
    // What the log file has room for is still written.
    for (int i = 0; i < 400 && work.session.writeProblem().isEmpty(); ++i) {
        work.session.editRatio(QStringLiteral("fc1"), QStringLiteral("filter"), i % 2 == 0 ? 5.0 : 6.0, 0);
        work.session.flush();
    }
    QTest::qWait(20);
    work.editInVain();
    CHECK(work.boxes().front().contains(QStringLiteral("space")));

    SECTION("Save As to another disk")
    {
        work.checkSaveAs();
    }
    SECTION("room is made: the next edit brings all others with it")
    {
        disk.free();
        work.edit(7.0, true);
        CHECK(work.session.writeProblem().isEmpty());
        CHECK(work.boxes().isEmpty());
        const auto file = Project::open(path.toStdString());
        CHECK(file->recipe().plan == work.session.design().plan);
        CHECK(file->recipe().hardware.crossbar.rows == 128);
        CHECK(file->lockedLayers() == work.session.design().locked);
        CHECK(file->dataFolder() == "/elsewhere");
        CHECK(file->runQueue().empty());
        CHECK(file->designPoints().size() == 1);
    }
    SECTION("room is made before the window closes: the last edits are written without a question")
    {
        disk.free();
        const Plan had = work.session.design().plan;
        CHECK(work.window.close());
        const auto file = Project::open(path.toStdString());
        CHECK(file->recipe().plan == had);
        CHECK(file->dataFolder() == "/elsewhere");
        CHECK(file->runQueue().empty());
        CHECK(file->designPoints().size() == 1);
    }
    SECTION("Save As to the full disk says so, leaves no file and keeps the edits")
    {
        QSignalSpy failed(&work.session, &Session::failed);
        const QString copy = disk.file(QStringLiteral("copy.mho"));
        work.session.saveAs(copy);
        REQUIRE(failed.wait(kWaitMs));
        CHECK(failed[0][0].toString().contains(copy));
        CHECK(QDir(disk.path()).entryList({QStringLiteral("copy*")}).isEmpty());
        CHECK(work.session.path() == path);
        for (QMessageBox* box : work.window.findChildren<QMessageBox*>()) {
            box->close();
        }
        work.checkSaveAs();
    }
}

TEST_CASE("A file that cannot grow is told like a full disk, and Save As writes what it did not take")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("limited.mho"));
    makeProject(path);
    Work work(path);
    work.session.setDataFolder(QStringLiteral("/somewhere"));
    work.edit(2.0, true);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const rlimit limit{4096, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
    work.editInVain();
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    work.checkSaveAs();
    std::signal(SIGXFSZ, SIG_DFL);
}

TEST_CASE("A project in a read-only folder opens as a copy that says so; Save As gives it a place")
{
    const SmallDisk disk("8m");
    if (!disk.mounted) {
        return;
    }
    const QString path = disk.file(QStringLiteral("kept.mho"));
    makeProject(path);
    REQUIRE(disk.makeReadOnly());
    Work work(path);
    CHECK(work.session.isCopy());
    CHECK(work.session.readOnlyPath() == path);
    CHECK(work.window.windowTitle().contains(QStringLiteral("read-only")));
    CHECK_FALSE(work.session.hasUnsavedEdits());
    work.session.setDataFolder(QStringLiteral("/somewhere"));
    work.edit(3.0, true);
    CHECK(work.session.hasUnsavedEdits());
    work.checkSaveAs();
    CHECK_FALSE(work.session.isCopy());
}

TEST_CASE("A project file that is taken away while it is open is missed, nothing is lost, and Save As works")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("here.mho"));
    makeProject(path);
    Work work(path);
    work.session.setDataFolder(QStringLiteral("/somewhere"));
    work.edit(2.0, true);
    SECTION("deleted")
    {
        REQUIRE(QFile::remove(path));
        work.editInVain();
        work.checkSaveAs();
    }
    SECTION("deleted, and saved as the dialog proposes")
    {
        REQUIRE(QFile::remove(path));
        work.editInVain();
        const Design had = work.session.design();
        work.saveAs({});
        CHECK(QFileInfo(work.session.path()).absolutePath() == QFileInfo(path).absolutePath());
        CHECK(work.session.design() == had);
        CHECK(Project::open(work.session.path().toStdString())->recipe().plan == had.plan);
    }
    SECTION("its folder deleted")
    {
        REQUIRE(QDir(folder.path()).removeRecursively());
        work.editInVain();
        work.checkSaveAs();
    }
    SECTION("another file in its place")
    {
        const QString other = folder.filePath(QStringLiteral("other.mho"));
        makeProject(other);
        REQUIRE(QFile::remove(path));
        REQUIRE(QFile::rename(other, path));
        work.editInVain();
        work.checkSaveAs();
        CHECK(Project::open(path.toStdString())->recipe().plan == loadRecipe("lenet5-digits").plan);
    }
    SECTION("renamed, and put back")
    {
        const QString away = folder.filePath(QStringLiteral("away.mho"));
        REQUIRE(QFile::rename(path, away));
        work.editInVain();
        REQUIRE(QFile::rename(away, path));
        work.edit(8.0, true);
        CHECK(work.session.writeProblem().isEmpty());
        CHECK(Project::open(path.toStdString())->recipe().hardware.crossbar.rows == 128);
    }
    SECTION("deleted, and the window is closed: it asks, and Cancel keeps it open")
    {
        REQUIRE(QFile::remove(path));
        work.editInVain();
        QString asked;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, [&] {
            if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
                asked = box->text();
                box->button(QMessageBox::Cancel)->click();
            }
        });
        look.start(20);
        CHECK_FALSE(work.window.close());
        CHECK(asked.contains(path));
        work.checkSaveAs();
    }
}

}  // namespace
}  // namespace mho
