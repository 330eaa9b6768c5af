// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/run_dock.h"

#include "app/studio/commands.h"
#include "app/studio/session.h"
#include "widgets/bridge/text.h"
#include "widgets/views/run_log.h"
#include "widgets/views/run_panel.h"
#include "widgets/views/run_queue.h"
#include "widgets/views/run_words.h"

#include <QAction>

namespace mho {

RunDock::RunDock(Session* session, const Commands& commands, QWidget* parent)
    : QDockWidget(tr("Run"), parent), session_(session), commands_(commands), panel_(new RunPanel)
{
    setObjectName(QStringLiteral("run"));
    setWidget(panel_);
    const auto does = [this](auto signal, const char* id) {
        connect(panel_, signal, commands_.action(QString::fromLatin1(id)), &QAction::trigger);
    };
    does(&RunPanel::startRequested, "run.start");
    does(&RunPanel::stopAndKeepRequested, "run.keep");
    does(&RunPanel::cancelRequested, "run.cancel");
    does(&RunPanel::queueRequested, "run.queue");
    does(&RunPanel::stagesRequested, "run.stages");
    for (const char* id : {"run.keep", "run.cancel"}) {
        connect(commands_.action(QString::fromLatin1(id)), &QAction::triggered, panel_, &RunPanel::setEnding);
    }
    connect(panel_, &RunPanel::pauseRequested, session_->runService(), &RunService::setPaused);
    connectQueue();
    connectRun();
    connect(session_, &Session::loaded, this, [this] {
        panel_->log()->clear();
        panel_->setSummary(session_->resultSummary());
        showIdle();
    });
    connect(session_, &Session::closed, this, &RunDock::showIdle);
    connect(session_, &Session::designChanged, this, [this] { panel_->setStages(session_->runStages()); });
    connect(session_, &Session::queueChanged, this, [this] { panel_->setQueue(session_->queue()); });
    connect(session_, &Session::runStarted, this, [this] {
        panel_->log()->add(tr("Run started: %1").arg(planWords(session_->runRecipe())));
        showRunning();
    });
    connect(session_, &Session::runEnded, this, [this](const QString& summary) {
        panel_->log()->add(summary);
        panel_->setSummary(summary);
        showIdle();
    });
    if (session_->runService()->running()) {
        showRunning();
    } else {
        showIdle();
    }
}

void RunDock::connectQueue()
{
    const RunQueue* queue = panel_->queue();
    QAction* start = commands_.action(QStringLiteral("run.start-queued"));
    QAction* remove = commands_.action(QStringLiteral("run.drop-queued"));
    connect(queue, &RunQueue::startAsked, start, &QAction::trigger);
    connect(queue, &RunQueue::removeAsked, remove, &QAction::trigger);
    connect(remove, &QAction::triggered, this, [this, queue] { session_->dropQueued(static_cast<std::size_t>(queue->selected())); });
    const auto enable = [this, queue, start, remove] {
        start->setEnabled(session_->isOpen() && queue->canStart());
        remove->setEnabled(session_->isOpen() && queue->canRemove());
    };
    connect(queue, &RunQueue::changed, this, enable);
    connect(session_, &Session::closed, this, enable);
    enable();
}

void RunDock::connectRun()
{
    RunService* run = session_->runService();
    connect(run, &RunService::progressed, panel_, &RunPanel::setProgress);
    connect(session_, &Session::epochDone, this, [this](const EpochMetric& metric) {
        panel_->addMetric(metric);
        panel_->log()->add(epochText(metric));
    });
    connect(run, &RunService::logged, this, [this](const QString& line) {
        panel_->setSummary(line);
        panel_->log()->add(line);
    });
    connect(run, &RunService::pauseChanged, this, [this](bool paused) {
        panel_->setPaused(paused);
        panel_->log()->add(paused ? tr("Paused") : tr("Goes on"));
    });
}

void RunDock::showIdle()
{
    panel_->setIdle(session_->resumable());
    panel_->setMetrics(session_->metrics());
    panel_->setStages(session_->runStages());
    panel_->setQueue(session_->queue());
}

void RunDock::showRunning()
{
    panel_->setMetrics(session_->metrics());
    panel_->setStages(session_->runStages());
    panel_->setQueue(session_->queue());
    panel_->setRunning();
    panel_->setPaused(session_->runService()->paused());
}

}  // namespace mho
