// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/session.h"
#include "core/explore/study_metrics.h"
#include "core/learn/learner.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>
#include <iostream>

namespace mho {
namespace {

constexpr int kRunMs = 300'000;  // many times what it takes, for sanitizers and busy machines

bool hasLearner()
{
    try {
        learner();
        return true;
    } catch (const Error& error) {
        std::cout << "skipped: " << error.what() << '\n';
        return false;
    }
}

TEST_CASE("A run is cancelled, resumed from the file in another session, and ended with its result kept")
{
    if (!hasLearner()) {
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

}  // namespace
}  // namespace mho
