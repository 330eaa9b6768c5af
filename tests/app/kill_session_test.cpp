// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/network/zoo.h"
#include "core/project/project.h"
#include "widgets/bridge/text.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <catch2/catch.hpp>

namespace mho {
namespace {

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
    for (int round = 0; round < kRounds; ++round) {
        QProcess session;
        session.setProcessChannelMode(QProcess::SeparateChannels);
        session.start(QStringLiteral(MHO_EDIT_SESSION), {path, QString::number(next)});
        REQUIRE(session.waitForStarted(20'000));
        // The window is up before the moment is drawn, else most of them would hit its start.
        REQUIRE(session.waitForReadyRead(60'000));
        QThread::usleep(static_cast<unsigned long>(random.below(300'000)));
        session.kill();
        REQUIRE(session.waitForFinished(20'000));
        CHECK(session.exitStatus() == QProcess::CrashExit);
        int confirmed = next - 1;
        for (const QByteArray& line : session.readAllStandardOutput().split('\n')) {
            // A line that was cut off by the end is no confirmation.
            confirmed = std::max(confirmed, line.trimmed().toInt());
        }
        confirmedRounds += confirmed >= next ? 1 : 0;

        const auto project = Project::open(path.toStdString());
        const Recipe found = project->recipe();
        const int inFile = static_cast<int>(found.plan.find("fc2")->rho);
        INFO("round " << round << ": confirmed " << confirmed << ", in the file " << inFile);
        CHECK(inFile >= confirmed);
        CHECK(found.plan.validate(project->network(), {}).empty());
        CHECK((found.hardware.crossbar.rows == 32 || found.hardware.crossbar.rows == 64));
        next = std::max(inFile, confirmed) + 1;
    }
    CHECK(confirmedRounds > kRounds / 4);
}

}  // namespace
}  // namespace mho
