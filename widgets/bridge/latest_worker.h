// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QObject>
#include <QThreadPool>

#include <functional>

namespace mho {

/// Does one job at a time off the window's thread; of jobs that wait only the newest is done, and a result that a newer
/// request has overtaken is dropped.
class LatestWorker : public QObject {
    Q_OBJECT

public:
    /// Runs on this object's thread with the job's result.
    using Delivery = std::function<void()>;
    /// Runs on the worker; gives back what is to be delivered. Must not throw.
    using Job = std::function<Delivery()>;

    /// How a worker stands to the other threads.
    enum class Manners {
        Prompt,    ///< As the window's thread: somebody waits for the result.
        GivesWay,  ///< What follows a design when it stands still; while it moves, the preview goes first.
    };

    explicit LatestWorker(Manners manners = Manners::Prompt, QObject* parent = nullptr);
    /// Waits for the job that runs; jobs that wait are dropped.
    ~LatestWorker() override;

    void post(Job job);
    /// Blocks until the newest job is done; its delivery still comes by the event loop.
    void finish();

private:
    void work();

    Manners manners_;
    QThreadPool pool_;
    QMutex mutex_;
    Job waiting_;
    quint64 newest_ = 0;
    bool working_ = false;
};

}  // namespace mho
