// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/session.h"
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
}

}  // namespace
}  // namespace mho
