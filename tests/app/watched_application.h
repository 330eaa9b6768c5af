// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QByteArray>

namespace mho::test {

/// An application that times each event it hands out, from its first receiver to its return: while it lasts, the window stands
/// still. Time in which the thread could have gone on but other programs had its processor is not the program's and is taken
/// off (Linux, /proc/thread-self/schedstat; where that is not there, it counts). Nested event loops count as one event.
class WatchedApplication : public QApplication {
public:
    struct Call {
        double ownMs = 0.0;   ///< Without the time in which other programs had the processor.
        double wallMs = 0.0;
        QByteArray receiver;  ///< Class of the object.
        int event = 0;        ///< QEvent::Type
    };

    WatchedApplication(int& argc, char** argv);
    ~WatchedApplication() override;
    bool notify(QObject* receiver, QEvent* event) override;

    /// The longest since the last forget().
    const Call& worst() const { return worst_; }
    void forget() { worst_ = {}; }

private:
    double waitedMs() const;

    int schedule_ = -1;
    int depth_ = 0;
    Call worst_;
};

}  // namespace mho::test
