// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/watched_application.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QThread>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace mho::test {

WatchedApplication::WatchedApplication(int& argc, char** argv)
    : QApplication(argc, argv), schedule_(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC))
{
}

WatchedApplication::~WatchedApplication()
{
    if (schedule_ >= 0) {
        ::close(schedule_);
    }
}

/// Since the thread began: ready to run, and not running.
double WatchedApplication::waitedMs() const
{
    std::array<char, 96> text{};
    if (schedule_ < 0 || ::pread(schedule_, text.data(), text.size() - 1, 0) <= 0) {
        return 0.0;
    }
    // "RAN WAITED TIMES" in nanoseconds.
    char* rest = nullptr;
    std::strtoull(text.data(), &rest, 10);
    return static_cast<double>(std::strtoull(rest, nullptr, 10)) * 1e-6;
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event)
{
    if (depth_ > 0 || QThread::currentThread() != thread()) {
        return QApplication::notify(receiver, event);
    }
    const QByteArray name = receiver->metaObject()->className();
    const int type = event->type();
    const double waited = waitedMs();
    QElapsedTimer timer;
    timer.start();
    ++depth_;
    const bool taken = QApplication::notify(receiver, event);
    --depth_;
    const double wall = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
    if (wall > worst_.ownMs) {
        const double own = wall - (waitedMs() - waited);
        if (own > worst_.ownMs) {
            worst_ = {own, wall, name, type};
        }
    }
    return taken;
}

}  // namespace mho::test
