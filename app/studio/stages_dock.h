// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

namespace mho {

class Session;
class StagesPanel;

/// How a run trains, stage by stage. An edit goes into the design at once; one that cannot be is told and changes nothing.
class StagesDock : public QDockWidget {
    Q_OBJECT

public:
    /// @param session outlives the dock
    StagesDock(Session* session, QWidget* parent);

    StagesPanel* panel() { return panel_; }

private:
    void refresh();

    Session* session_;
    StagesPanel* panel_;
};

}  // namespace mho
