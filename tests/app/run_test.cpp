// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/session.h"
#include "core/explore/study_metrics.h"
#include "core/project/journal_command.h"
#include "tests/app/has_learner.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

namespace mho {
namespace {

constexpr int kRunMs = 300'000;  // many times what it takes, for sanitizers and busy machines

TEST_CASE("A run is cancelled, resumed from the file in another session, and ended with its result kept")
{
    if (!test::hasLearner()) {
        return;
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("tiny.mho"));
    std::size_t epochs = 0;
    {
        Session session;
        QSignalSpy loaded(&session, &Session::loaded);
        session.create(path, QStringLiteral(MHO_TEST_FILES "/tiny.json"));
        REQUIRE(loaded.wait(10'000));
        QSignalSpy epochDone(session.runService(), &RunService::epochDone);
        QSignalSpy ended(&session, &Session::runEnded);
        session.startRun(false);
        REQUIRE(epochDone.wait(kRunMs));
        // The epoch shows a moment before its checkpoint is on disk; a run that is ended waits for that.
        QTest::qWait(500);
        session.endRun(Verdict::Abort);
        REQUIRE((ended.count() > 0 || ended.wait(kRunMs)));
        CHECK(session.resumable());
        CHECK_FALSE(session.trained());
        epochs = session.metrics().size();
    }
    Session session;
    QSignalSpy loaded(&session, &Session::loaded);
    session.open(path);
    REQUIRE(loaded.wait(10'000));
    REQUIRE(session.resumable());
    REQUIRE(session.metrics().size() == epochs);
    std::shared_ptr<const PreviewResult> preview;
    QObject::connect(&session, &Session::previewReady,
                     [&](const std::shared_ptr<const PreviewResult>& result) { preview = result; });
    QSignalSpy epochDone(session.runService(), &RunService::epochDone);
    QSignalSpy ended(&session, &Session::runEnded);
    session.startRun(true);
    REQUIRE(epochDone.wait(kRunMs));
    CHECK(session.metrics().size() == epochs + 1);
    session.endRun(Verdict::StopAndKeep);
    REQUIRE((ended.count() > 0 || ended.wait(kRunMs)));
    CHECK_FALSE(session.resumable());
    CHECK(session.trained());
    CHECK(session.resultSummary().contains(QStringLiteral("original")));
    session.flush();
    QStringList acts;
    QStringList lines;
    for (const JournalEntry& entry : Project::openToRead(path.toStdString())->journal()) {
        acts.append(QString::fromStdString(entry.command));
        lines.append(QString::fromStdString(commandLineOf(entry, "p.mho")));
    }
    const QString stoppedAt = QJsonDocument::fromJson(QByteArray::fromStdString(Project::openToRead(path.toStdString())->resultJson().value()))
                                  .object()[QLatin1String("stopped_at")]
                                  .toString();
    CHECK_FALSE(stoppedAt.isEmpty());
    // In the order in which they were asked for; the run's end is noted by its own thread.
    acts.removeAll(QStringLiteral("Finish run"));
    CHECK(acts == QStringList{QStringLiteral("Create project"), QStringLiteral("Start run"), QStringLiteral("Cancel run"), QStringLiteral("Resume run")});
    CHECK(lines[0] == QStringLiteral("mho plan new p.mho " MHO_TEST_FILES "/tiny.json"));
    const int threads = session.runRecipe().execution.threads;
    CHECK(threads > 0);
    CHECK(lines[1] == QStringLiteral("mho run --network p.mho --project p.mho --threads %1 --stop-at %2").arg(threads).arg(stoppedAt));
    CHECK(lines[2].isEmpty());
    CHECK(lines[3] == QStringLiteral("mho run --resume --project p.mho"));
    REQUIRE(QTest::qWaitFor([&] { return preview && preview->usesWeights; }, 10'000));
    // The preview of the plan on the final weights keeps what the run kept: half of conv1's filters.
    CHECK(preview->compressed.layers[0].mask.keptRows() == 10);
    CHECK(preview->plan == session.design().plan);

    // The run that was cancelled left no design point; the one that was kept is one, with what was measured.
    const std::vector<DesignPoint> points = Project::open(path.toStdString())->designPoints();
    REQUIRE(points.size() == 1);
    CHECK(points[0].name == "Run 1");
    CHECK(points[0].origin == DesignOrigin::Run);
    CHECK(points[0].stoppedEarly);
    CHECK(points[0].recipe == "tiny");
    CHECK(points[0].seed == 7);
    CHECK(points[0].plan == session.design().plan);
    CHECK(points[0].networkHash == networkHash(*session.network()));
    CHECK(points[0].accuracy.kind == AccuracyKind::Measured);
    REQUIRE(points[0].accuracy.percent);
    const std::string result = Project::open(path.toStdString())->resultJson().value();
    CHECK(points[0].accuracy.percent == studyMetric("accuracy").value(result, SweepMode::Run));
    CHECK(static_cast<double>(points[0].figures.crossbars) == studyMetric("crossbars").value(result, SweepMode::Run));
    CHECK(static_cast<double>(points[0].figures.weights) / static_cast<double>(points[0].figures.weightsKept) ==
          Approx(studyMetric("ratio").value(result, SweepMode::Run).value()));
    CHECK(points[0].figures.energyJ == studyMetric("energy").value(result, SweepMode::Run));
}

TEST_CASE("Queued runs start one after the other with the designs they were queued with, and wait where one was cancelled")
{
    if (!test::hasLearner()) {
        return;
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("queue.mho"));
    Session session;
    QSignalSpy loaded(&session, &Session::loaded);
    session.create(path, QStringLiteral(MHO_TEST_FILES "/tiny.json"));
    REQUIRE(loaded.wait(10'000));
    QSignalSpy started(&session, &Session::runStarted);
    QSignalSpy ended(&session, &Session::runEnded);
    QSignalSpy epochDone(session.runService(), &RunService::epochDone);
    const std::vector<StageWork> whole = session.runStages();
    REQUIRE(whole.size() == 5);
    CHECK(whole.front() == StageWork{"train", 2});

    session.queueRun();  // nothing goes on: it starts
    CHECK(session.queue().empty());
    REQUIRE(session.runService()->running());
    session.editRatio(QStringLiteral("conv1"), QStringLiteral("filter"), 4.0, 0);
    session.queueRun();
    session.editRatio(QStringLiteral("conv1"), QStringLiteral("filter"), 5.0, 0);
    session.queueRun();
    session.queueRun();
    session.dropQueued(2);
    session.editRatio(QStringLiteral("conv1"), QStringLiteral("filter"), 10.0, 0);
    REQUIRE(session.queue().size() == 2);
    session.flush();
    // Each run stands in the journal between the edits it has and those it has not.
    QStringList acts;
    for (const JournalEntry& entry : Project::openToRead(path.toStdString())->journal()) {
        acts.append(QString::fromStdString(entry.command));
    }
    const QString edit = QStringLiteral("Change filter Ratio of conv1");
    const QString queued = QStringLiteral("Queue run");
    CHECK(acts.mid(1) == QStringList{queued, edit, queued, edit, queued, queued, edit});
    // The run that was taken out again, the last of the four, has no line.
    std::vector<bool> lines;
    for (const JournalEntry& entry : Project::openToRead(path.toStdString())->journal()) {
        if (entry.command == kQueueRunCommand) {
            lines.push_back(!commandLineOf(entry, "p.mho").empty());
        }
    }
    CHECK(lines == std::vector<bool>{true, true, true, false});
    CHECK(Project::open(path.toStdString())->runQueue().size() == 2);

    REQUIRE((epochDone.count() > 0 || epochDone.wait(kRunMs)));
    session.endRun(Verdict::StopAndKeep);
    REQUIRE(QTest::qWaitFor([&] { return started.count() == 2; }, kRunMs));
    CHECK(session.queue().size() == 1);
    CHECK(session.runRecipe().plan.find("conv1")->constraints[0].ratio == 4.0);
    // Cancelled: the next one waits until it is asked for, and the unfinished one has to be ended first.
    const int before = epochDone.count();
    REQUIRE(QTest::qWaitFor([&] { return epochDone.count() > before; }, kRunMs));
    QTest::qWait(500);
    session.endRun(Verdict::Abort);
    REQUIRE(QTest::qWaitFor([&] { return ended.count() == 2; }, kRunMs));
    QTest::qWait(100);
    CHECK_FALSE(session.runService()->running());
    REQUIRE(session.resumable());
    session.startQueued();
    CHECK_FALSE(session.runService()->running());
    CHECK(session.queue().size() == 1);
    session.flush();

    // The queue is there in another session; the unfinished run is ended, then the one that waits starts by itself.
    Session later;
    QSignalSpy again(&later, &Session::loaded);
    later.open(path);
    REQUIRE(again.wait(10'000));
    REQUIRE(later.queue().size() == 1);
    QSignalSpy laterStarted(&later, &Session::runStarted);
    later.startRun(true);
    later.endRun(Verdict::StopAndKeep);
    REQUIRE(QTest::qWaitFor([&] { return laterStarted.count() == 2; }, kRunMs));
    CHECK(later.queue().empty());
    CHECK(later.runRecipe().plan.find("conv1")->constraints[0].ratio == 5.0);
    later.endRun(Verdict::Abort);
    // Each of the two that were stopped has its own step in its own line, the resumed one too, and only they.
    QStringList queuedLines;
    for (const JournalEntry& entry : Project::openToRead(path.toStdString())->journal()) {
        if (entry.command == kQueueRunCommand) {
            queuedLines.append(QString::fromStdString(commandLineOf(entry, "p.mho")));
        }
    }
    REQUIRE(queuedLines.size() == 4);
    CHECK(queuedLines[0].contains(QStringLiteral(" --stop-at ")));
    CHECK(queuedLines[1].contains(QStringLiteral(" --stop-at ")));
    CHECK_FALSE(queuedLines[2].contains(QStringLiteral(" --stop-at ")));
    CHECK(queuedLines[3].isEmpty());
    const std::vector<DesignPoint> points = Project::open(path.toStdString())->designPoints();
    REQUIRE(points.size() == 2);
    CHECK(points[0].plan.find("conv1")->constraints[0].ratio == 2.0);
    CHECK(points[1].plan.find("conv1")->constraints[0].ratio == 4.0);
}

}  // namespace
}  // namespace mho
