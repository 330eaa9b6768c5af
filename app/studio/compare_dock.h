// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

#include <cstdint>
#include <vector>

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
    /// Commands of the window. Keep and undo are the window's to switch; the others need a selection: one point, one design
    /// point of the project, some of them.
    struct Actions {
        QAction* keep;
        QAction* load;
        QAction* rename;
        QAction* remove;
        QAction* undo;
    };
    /// @param session, actions outlive the dock
    CompareDock(Session* session, const Actions& actions, QWidget* parent);

    ComparePanel* panel() { return panel_; }
    DesignPoints* points() { return points_; }
    QCheckBox* studiesBox() { return studies_; }
    /// Selects these points (indices) once those of the project are read.
    void selectOnceRead(std::vector<int> points) { selectNext_ = std::move(points); }

private:
    QWidget* makeContent();
    void showWords();
    void showPresent();
    void refresh();
    void showActions();
    void askForName();
    /// For a moment, in the window's status bar.
    void say(const QString& text);
    std::vector<std::int64_t> selectedIds() const;

    DesignPoints* points_;
    ComparePanel* panel_;
    Actions actions_;
    QCheckBox* studies_;
    std::vector<int> selectNext_;
};

}  // namespace mho
