// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace mho {

/// What is wrong with an entry of a plan, and what can be done with one that the plan has not taken. Hidden while there is
/// nothing to say.
class PlanMessage : public QWidget {
    Q_OBJECT

public:
    explicit PlanMessage(QWidget* parent = nullptr);

    /// @param text one problem a line; empty = nothing is wrong
    /// @param pending the plan does not have the entry: it can be applied (when nothing is wrong) or discarded
    void setProblems(const QString& text, bool pending);
    /// The text that is shown.
    QString text() const;

    QPushButton* applyButton() { return apply_; }
    QPushButton* discardButton() { return discard_; }
    /// All that a person can reach, in the order of the tab key.
    QList<QWidget*> controls() const;

Q_SIGNALS:
    void applyAsked();
    void discardAsked();

private:
    QPlainTextEdit* text_;
    QPushButton* apply_;
    QPushButton* discard_;
};

}  // namespace mho
