// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run.h"

#include <QElapsedTimer>
#include <QObject>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

class QThread;

namespace mho {

/// Does one run on its own thread. Progress reaches the window at most 20 times a second; all signals come on the thread
/// of this object.
class RunService : public QObject {
    Q_OBJECT

public:
    /// Runs on the service's thread; may throw.
    using Job = std::function<RunResult(const RunCallbacks&)>;

    explicit RunService(QObject* parent = nullptr);
    /// Aborts and waits.
    ~RunService() override;

    /// Nothing may be running.
    void start(Job job);
    bool running() const { return thread_ != nullptr; }
    /// Asks the run to end: Abort (the checkpoint stays) or StopAndKeep. Returns at once.
    void ask(Verdict verdict);
    /// Holds the run at its next report of progress, or lets it go on; what it holds in memory stays. A verdict ends a pause.
    void setPaused(bool paused);
    bool paused() const { return paused_; }
    /// Asks and waits for the thread to end; its last signals still come by the event loop.
    void askAndWait(Verdict verdict);

Q_SIGNALS:
    void progressed(const mho::Progress& progress);
    void epochDone(const mho::EpochMetric& metric);
    void logged(const QString& line);
    void pauseChanged(bool paused);
    void finished(const std::shared_ptr<const mho::RunResult>& result);
    void failed(const QString& text);
    /// After finished or failed: another run may start.
    void ended();

private:
    void work(const Job& job);
    Verdict report(const Progress& progress);
    void conclude(const std::function<void()>& tell);

    std::unique_ptr<QThread> thread_;
    std::atomic<Verdict> verdict_{Verdict::Continue};
    std::atomic<bool> paused_{false};
    std::mutex mutex_;                 ///< With `changed_`, of verdict and pause.
    std::condition_variable changed_;
    QElapsedTimer sinceReport_;  ///< Touched by the run's thread only.
};

}  // namespace mho
