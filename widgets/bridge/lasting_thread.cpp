// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/lasting_thread.h"

#include <QSemaphore>
#include <QThreadPool>

namespace mho {

QThreadPool& withLastingThread(QThreadPool& pool)
{
    pool.setMaxThreadCount(1);
    pool.setExpiryTimeout(-1);
    pool.start([] {});
    return pool;
}

void finishAll(QThreadPool& pool)
{
    QSemaphore done;
    pool.start([&done] { done.release(); });
    done.acquire();
}

}  // namespace mho
