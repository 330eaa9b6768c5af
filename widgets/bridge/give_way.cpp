// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/give_way.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace mho {

void giveWay()
{
    // Qt's priorities do nothing to Linux' ordinary scheduling, where a thread can be nice to others instead.
#ifdef Q_OS_LINUX
    constexpr int kNice = 10;
    static_cast<void>(setpriority(PRIO_PROCESS, 0, kNice));  // 0 = the calling thread
#endif
}

}  // namespace mho
