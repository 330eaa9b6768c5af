// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QAction;
class QCheckBox;

namespace mho {

class ComparePanel;
class DesignPoints;
class Session;

/// Design points side by side: scatter, parallel coordinates and table, and what can be done with the points.
class CompareDock : public QDockWidget {
    Q_OBJECT

public:
    /// @param session outlives the dock
    CompareDock(Session* session, QWidget* parent);

    ComparePanel* panel() { return panel_; }
    DesignPoints* points() { return points_; }
    QCheckBox* studiesBox() { return studies_; }
    /// Off while no project is open; it works while the dock is hidden.
    QAction* keepAction() { return keep_; }
    /// These need a selection: one design point of the project, some of them, one point of any kind.
    QAction* renameAction() { return rename_; }
    QAction* deleteAction() { return delete_; }
    QAction* loadAction() { return load_; }

private:
    QWidget* makeContent();
    void refresh();
    void showActions();
    void askForName();
    void askToDelete();
    std::vector<std::int64_t> selectedIds() const;

    Session* session_;
    DesignPoints* points_;
    ComparePanel* panel_;
    QAction* keep_;
    QAction* rename_;
    QAction* delete_;
    QAction* load_;
    QCheckBox* studies_;
};

}  // namespace mho
