// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/ordered_worker.h"

namespace mho {

OrderedWorker::OrderedWorker(QObject* parent) : QObject(parent)
{
    pool_.setMaxThreadCount(1);
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
    pool_.waitForDone();
}

}  // namespace mho
