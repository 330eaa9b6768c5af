// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

namespace mho {

class Commands;
class RunPanel;
class Session;

/// The run of the session's project: its buttons do the commands of the same name, its log tells what happened.
class RunDock : public QDockWidget {
    Q_OBJECT

public:
    RunDock(Session* session, const Commands& commands, QWidget* parent);

private:
    void connectQueue();
    void connectRun();
    void showIdle();
    void showRunning();

    Session* session_;
    const Commands& commands_;
    RunPanel* panel_;
};

}  // namespace mho
