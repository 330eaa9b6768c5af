// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace mho {

/// Does jobs off the window's thread, one after the other in the order they came; none is dropped.
class OrderedWorker : public QObject {
    Q_OBJECT

public:
    /// Runs on this object's thread with the job's result.
    using Delivery = std::function<void()>;
    /// Runs on the worker; gives back what is to be delivered. Must not throw.
    using Job = std::function<Delivery()>;

    explicit OrderedWorker(QObject* parent = nullptr);
    /// Waits until all jobs are done; what they would deliver is dropped.
    ~OrderedWorker() override;

    void post(Job job);
    /// Blocks until all jobs are done; their deliveries still come by the event loop.
    void finish();

private:
    QThreadPool pool_;  ///< Of one thread: it takes jobs first in, first out.
};

}  // namespace mho
