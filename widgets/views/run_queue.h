// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/recipe.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace mho {

/// The runs that wait, and the buttons that start the first or take one out.
class RunQueue : public QWidget {
    Q_OBJECT

public:
    explicit RunQueue(QWidget* parent = nullptr);
    void setRuns(const std::vector<Recipe>& runs);
    /// @param startable no run goes on or is unfinished
    void setStartable(bool startable);
    /// The first can be started; the selected one, selected(), can be taken out.
    bool canStart() const;
    bool canRemove() const { return selected() >= 0; }
    int selected() const;
    QListWidget* list() const { return list_; }
    QPushButton* startButton() const { return start_; }
    QPushButton* removeButton() const { return remove_; }

Q_SIGNALS:
    void startAsked();
    void removeAsked();
    /// canStart(), canRemove() or selected() may be another.
    void changed();

private:
    void update();

    QListWidget* list_;
    QLabel* empty_;
    QPushButton* start_;
    QPushButton* remove_;
    bool startable_ = false;
};

}  // namespace mho
