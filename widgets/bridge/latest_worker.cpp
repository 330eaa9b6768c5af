// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/latest_worker.h"

#include "widgets/bridge/give_way.h"
#include "widgets/bridge/lasting_thread.h"

#include <QMutexLocker>

namespace mho {

LatestWorker::LatestWorker(Manners manners, QObject* parent) : QObject(parent), manners_(manners)
{
    withLastingThread(pool_);
}

LatestWorker::~LatestWorker()
{
    {
        const QMutexLocker lock(&mutex_);
        waiting_ = nullptr;
    }
    pool_.waitForDone();
}

void LatestWorker::post(Job job)
{
    const QMutexLocker lock(&mutex_);
    waiting_ = std::move(job);
    ++newest_;
    if (!working_) {
        working_ = true;
        pool_.start([this] { work(); });
    }
}

void LatestWorker::finish()
{
    finishAll(pool_);
}

void LatestWorker::work()
{
    if (manners_ == Manners::GivesWay) {
        giveWay();
    }
    while (true) {
        Job job;
        quint64 number = 0;
        {
            const QMutexLocker lock(&mutex_);
            if (!waiting_) {
                working_ = false;
                return;
            }
            job = std::exchange(waiting_, nullptr);
            number = newest_;
        }
        Delivery delivery = job();
        QMetaObject::invokeMethod(
            this,
            [this, number, delivery = std::move(delivery)] {
                {
                    const QMutexLocker lock(&mutex_);
                    if (number != newest_) {
                        return;
                    }
                }
                delivery();
            },
            Qt::QueuedConnection);
    }
}

}  // namespace mho
