// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace mho {

/// What is wrong, one problem a line; a line leads to its place by a click or Enter. Below it what can be done with an edit
/// that was not taken. Hidden while there is nothing to say.
class ProblemList : public QWidget {
    Q_OBJECT

public:
    explicit ProblemList(QWidget* parent = nullptr);

    /// @param pending what is shown is not applied: it can be discarded, and applied when nothing is wrong
    void setProblems(const QStringList& lines, bool pending);

    QListWidget* list() { return list_; }
    QPushButton* applyButton() { return apply_; }
    QPushButton* discardButton() { return discard_; }

Q_SIGNALS:
    /// A person wants to go where the problem of this line is.
    void jumpAsked(int line);
    void applyAsked();
    void discardAsked();

private:
    QLabel* title_;
    QListWidget* list_;
    QPushButton* apply_;
    QPushButton* discard_;
};

}  // namespace mho
