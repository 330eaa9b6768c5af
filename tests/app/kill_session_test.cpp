// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/main_window.h"
#include "core/base/random.h"
#include "core/network/zoo.h"
#include "core/project/project.h"
#include "widgets/bridge/text.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <string>

namespace mho {
namespace {

/// What an edit session said.
struct Said {
    struct Made {
        std::int64_t rows = 0;
        double ratio = 0.0;
    };
    int confirmed = 0;          ///< The last edit that is on disk.
    std::map<int, Made> made;  ///< What the window had after each edit.
};

/// Lets an edit session work on a project until it is killed `afterUs` microseconds after its window is up.
Said killedSession(const QString& project, int first, unsigned long afterUs)
{
    QProcess session;
    session.setProcessChannelMode(QProcess::SeparateChannels);
    session.start(QStringLiteral(MHO_EDIT_SESSION), {project, QString::number(first)});
    REQUIRE(session.waitForStarted(20'000));
    // The window is up before the moment is drawn, else most of them would hit its start.
    REQUIRE(session.waitForReadyRead(60'000));
    QThread::usleep(afterUs);
    session.kill();
    REQUIRE(session.waitForFinished(20'000));
    CHECK(session.exitStatus() == QProcess::CrashExit);
    Said said{.confirmed = first - 1, .made = {}};
    const QByteArray output = session.readAllStandardOutput();
    // A line that was cut off by the end says nothing.
    for (const QByteArray& line : output.left(output.lastIndexOf('\n')).split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words[0] == "written") {
            said.confirmed = words[1].toInt();
        } else if (words[0] == "made") {
            said.made[words[1].toInt()] = {words[2].toLongLong(), words[3].toDouble()};
        }
    }
    return said;
}

/// Checks what a project holds against what was confirmed.
/// @return the number of the last edit in the file
int requireKept(const Project& project, const Said& said)
{
    const Recipe found = project.recipe();
    const int inFile = static_cast<int>(found.plan.find("fc2")->rho);
    INFO("confirmed " << said.confirmed << ", in the file " << inFile);
    CHECK(inFile >= said.confirmed);
    CHECK(found.plan.validate(project.network(), {}).empty());
    CHECK((found.hardware.crossbar.rows == 32 || found.hardware.crossbar.rows == 64));
    return inFile;
}

TEST_CASE("Killed at any moment of an edit session, the project opens again with every edit that was confirmed")
{
    constexpr int kRounds = 50;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("edited.mho"));
    const Recipe recipe = loadRecipe("lenet5-digits");
    Project::create(path.toStdString(), recipe, makeZooNetwork(recipe.network));
    RandomStream random{7};
    int next = 1;
    int confirmedRounds = 0;
    int comparedRounds = 0;
    for (int round = 0; round < kRounds; ++round) {
        const Said said = killedSession(path, next, static_cast<unsigned long>(random.below(300'000)));
        confirmedRounds += said.confirmed >= next ? 1 : 0;
        INFO("round " << round);
        const auto project = Project::open(path.toStdString());
        const int inFile = requireKept(*project, said);
        const Recipe found = project->recipe();
        // Nothing was written after that edit, so that all of the design is as the window had it.
        const auto made = said.made.find(inFile);
        if (made != said.made.end() && project->journal().back().command == "Edit " + std::to_string(inFile)) {
            ++comparedRounds;
            CHECK(found.hardware.crossbar.rows == made->second.rows);
            CHECK(found.plan.find("conv2")->constraints.front().ratio == made->second.ratio);
        }
        next = std::max(inFile, said.confirmed) + 1;
    }
    CHECK(confirmedRounds > kRounds / 4);
    CHECK(comparedRounds > kRounds / 4);
}

TEST_CASE("The edited copy of an example is found again after its program was killed, with its edits, and is gone when it is left")
{
    const auto foldersOf = [] {
        QStringList folders;
        for (const LeftCopy& left : leftCopies()) {
            folders.append(left.folder);
        }
        return folders;
    };
    const QStringList before = foldersOf();
    const Said said = killedSession(QStringLiteral("example"), 1, 2'000'000);
    REQUIRE(said.confirmed >= 1);
    std::vector<LeftCopy> left = leftCopies();
    std::erase_if(left, [&](const LeftCopy& copy) { return before.contains(copy.folder); });
    REQUIRE(left.size() == 1);
    CHECK(left[0].source.name == QStringLiteral("lenet5-digits"));
    CHECK(left[0].source.readOnlyPath.isEmpty());

    {
        // Asked for, but overtaken before it is there: nothing is lost.
        MainWindow hasty(false);
        QSignalSpy shown(&hasty.session(), &Session::loaded);
        hasty.session().openLeftCopy(left[0]);
        hasty.session().openExample(examples().front());
        REQUIRE(shown.wait(20'000));
        QTest::qWait(100);
        hasty.session().close();
    }
    CHECK(QFile::exists(left[0].folder + QStringLiteral("/project.mho")));
    {
        // What cannot be read is kept.
        const QString file = left[0].folder + QStringLiteral("/project.mho");
        QFile::rename(file, file + QStringLiteral(".good"));
        QFile damaged(file);
        REQUIRE(damaged.open(QIODevice::WriteOnly));
        damaged.write("no project");
        damaged.close();
        CHECK(foldersOf().contains(left[0].folder));
        QFile::remove(file);
        QFile::rename(file + QStringLiteral(".good"), file);
    }
    MainWindow window(false);
    Session& session = window.session();
    QSignalSpy loaded(&session, &Session::loaded);
    session.openLeftCopy(left[0]);
    REQUIRE(loaded.wait(20'000));
    CHECK(session.isCopy());
    CHECK(session.hasUnsavedEdits());
    CHECK(session.copyName() == QStringLiteral("lenet5-digits"));
    requireKept(*session.project(), said);
    // While it is open here, no other program finds it.
    CHECK(foldersOf() == before);
    Session other;
    QSignalSpy refused(&other, &Session::failed);
    other.openLeftCopy(left[0]);
    REQUIRE(refused.wait(20'000));
    CHECK(refused[0][0].toString().contains(QStringLiteral("Another window")));
    CHECK(QFile::exists(session.path()));
    session.close();
    CHECK_FALSE(QFile::exists(left[0].folder));
}

TEST_CASE("An untouched copy that a program left is deleted, and one that is being made is left alone")
{
    const QString path = [] {
        auto folder = std::make_unique<CopyFolder>(CopySource{QStringLiteral("a"), {}});
        const QString made = folder->path();
        const auto project = copyOfExample(examples().front(), made);
        CHECK(leftCopies().empty());
        folder->setMade(project->journal().size());
        CHECK(leftCopies().empty());  // in use
        static_cast<void>(folder.release());  // as if the program had ended, but for its lock
        return QFileInfo(made).absolutePath();
    }();
    QFile::remove(path + QStringLiteral("/lock"));
    CHECK(leftCopies().empty());
    CHECK_FALSE(QFile::exists(path));
}

}  // namespace
}  // namespace mho
