// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/latest_worker.h"

#include <QDockWidget>

#include <memory>

class QAction;
class QTreeWidget;

namespace mho {

class Project;
class Session;

/// What was done to the open project, newest last, each with the command line that does the same.
class JournalDock : public QDockWidget {
    Q_OBJECT

public:
    /// @param session outlives the dock  @param copyCommand calls copy()
    JournalDock(Session* session, QAction* copyCommand, QWidget* parent);

    QTreeWidget* list() { return list_; }
    /// Puts the lines of the selected acts on the clipboard, all of them where none is selected or the dock does not show; acts without
    /// one are left out.
    void copy();

private:
    void refresh();

    Session* session_;
    QTreeWidget* list_;
    std::weak_ptr<const Project> shown_;  ///< Whose acts are listed.
    LatestWorker worker_;
};

}  // namespace mho
