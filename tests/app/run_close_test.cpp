// SPDX-License-Identifier: GPL-3.0-or-later
// Leaving the window while a run goes on, and coming back.
#include "app/studio/commands.h"
#include "app/studio/main_window.h"
#include "core/project/project.h"
#include "tests/app/has_learner.h"
#include "tests/app/own_settings.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <catch2/catch.hpp>

namespace mho {
namespace {

constexpr int kRunMs = 600'000;  // many times what it takes, for sanitizers and busy machines

/// Clicks a button of the next message, and keeps its text.
class Answer {
public:
    explicit Answer(QMessageBox::StandardButton button)
    {
        QObject::connect(&look_, &QTimer::timeout, [this, button] {
            if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
                text_ = box->text();
                look_.stop();
                box->button(button)->click();
            }
        });
        look_.start(10);
    }
    const QString& text() const { return text_; }

private:
    QTimer look_;
    QString text_;
};

QMessageBox* shownMessage(const QWidget& window)
{
    for (QMessageBox* box : window.findChildren<QMessageBox*>()) {
        if (box->isVisible()) {
            return box;
        }
    }
    return nullptr;
}

TEST_CASE("Closing while a run goes on asks and keeps the checkpoint; the next start offers to go on")
{
    if (!test::hasLearner()) {
        return;
    }
    const test::OwnSettings settings;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("left.mho"));
    {
        MainWindow window(false);
        Session& session = window.session();
        QSignalSpy loaded(&session, &Session::loaded);
        session.create(path, QStringLiteral(MHO_TEST_FILES "/tiny.json"));
        REQUIRE(loaded.wait(20'000));
        window.show();
        QSignalSpy epochDone(session.runService(), &RunService::epochDone);
        session.startRun(false);
        REQUIRE((epochDone.count() > 0 || epochDone.wait(kRunMs)));
        const Answer stay(QMessageBox::No);
        CHECK_FALSE(window.close());
        CHECK(stay.text().contains(QStringLiteral("Stop it?")));
        CHECK(window.isVisible());
        CHECK(session.runService()->running());
        const auto isOn = [&](const char* id) { return window.commands().action(QString::fromLatin1(id))->isEnabled(); };
        CHECK(isOn("run.cancel"));
        const Answer leave(QMessageBox::Yes);
        CHECK(window.close());
        CHECK(QTest::qWaitFor([&] { return !session.runService()->running(); }, 1000));
    }
    const auto epochsKept = Project::open(path.toStdString())->metrics().size();
    CHECK(Project::open(path.toStdString())->hasUnfinishedRun());
    CHECK(epochsKept > 0);

    MainWindow window(true);
    window.show();
    window.session().open(path);
    REQUIRE(QTest::qWaitFor([&] { return shownMessage(window) != nullptr; }, 20'000));
    QMessageBox* offer = shownMessage(window);
    CHECK(offer->text().contains(QStringLiteral("not finished")));
    QSignalSpy ended(&window.session(), &Session::runEnded);
    for (QAbstractButton* button : offer->buttons()) {
        if (offer->buttonRole(button) == QMessageBox::AcceptRole) {
            button->click();
        }
    }
    REQUIRE((ended.count() > 0 || ended.wait(kRunMs)));
    const auto project = Project::open(path.toStdString());
    CHECK_FALSE(project->hasUnfinishedRun());
    CHECK(project->resultJson().has_value());
    CHECK(project->metrics().size() > epochsKept);
}

TEST_CASE("A run that ends after its project was left is kept in that project's file, and the project that is open now shows nothing of it")
{
    if (!test::hasLearner()) {
        return;
    }
    const test::OwnSettings settings;
    const QTemporaryDir folder;
    const QString left = folder.filePath(QStringLiteral("left.mho"));
    const QString other = folder.filePath(QStringLiteral("other.mho"));
    MainWindow window(false);
    Session& session = window.session();
    QSignalSpy loaded(&session, &Session::loaded);
    session.create(other, QStringLiteral(MHO_TEST_FILES "/tiny.json"));
    REQUIRE(loaded.wait(20'000));
    session.create(left, QStringLiteral(MHO_TEST_FILES "/tiny.json"));
    REQUIRE(loaded.wait(20'000));
    QSignalSpy epochDone(session.runService(), &RunService::epochDone);
    session.startRun(false);
    REQUIRE((epochDone.count() > 0 || epochDone.wait(kRunMs)));

    session.runService()->setPaused(true);
    session.open(other);
    REQUIRE(loaded.wait(20'000));
    REQUIRE(session.runService()->running());
    const auto network = session.network();
    QSignalSpy ended(&session, &Session::runEnded);
    session.runService()->askAndWait(Verdict::StopAndKeep);
    REQUIRE((ended.count() > 0 || ended.wait(20'000)));

    CHECK(ended.front().front().toString().contains(QStringLiteral("project that was left")));
    CHECK(window.commands().action(QStringLiteral("run.start"))->isEnabled());
    CHECK(session.metrics().empty());
    CHECK(session.path() == other);
    CHECK(session.network() == network);
    CHECK(session.resultSummary().isEmpty());
    CHECK_FALSE(session.resumable());
    CHECK_FALSE(Project::open(other.toStdString())->resultJson().has_value());
    CHECK(Project::open(other.toStdString())->metrics().empty());
    const auto project = Project::open(left.toStdString());
    CHECK(project->resultJson().has_value());
    CHECK_FALSE(project->hasUnfinishedRun());
}

}  // namespace
}  // namespace mho
