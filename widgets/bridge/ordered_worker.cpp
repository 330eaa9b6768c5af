// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/ordered_worker.h"

#include "widgets/bridge/lasting_thread.h"

namespace mho {

OrderedWorker::OrderedWorker(QObject* parent) : QObject(parent)
{
    withLastingThread(pool_);
}

OrderedWorker::~OrderedWorker()
{
    pool_.waitForDone();
}

void OrderedWorker::post(Job job)
{
    pool_.start([this, job = std::move(job)] {
        QMetaObject::invokeMethod(this, job(), Qt::QueuedConnection);
    });
}

void OrderedWorker::finish()
{
    finishAll(pool_);
}

}  // namespace mho
