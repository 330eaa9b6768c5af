// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"

#include <QElapsedTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace mho {

class ConstraintRow;
class LevelsChoice;

/// Edits what a plan asks of one layer: its constraints, one below the other, and its levels. It keeps what was typed, valid
/// or not; the owner of the plan says whether the plan took it.
class ConstraintEditor : public QWidget {
    Q_OBJECT

public:
    explicit ConstraintEditor(QWidget* parent = nullptr);

    /// Shows a layer's entry of the plan; no value = no layer. What shows it already stays as it is, with the focus.
    void setPlan(const std::optional<LayerPlan>& plan);
    /// What is shown, with all that was typed.
    const std::optional<LayerPlan>& plan() const { return plan_; }
    /// What is wrong with what is shown; empty = nothing.
    /// @param pending the plan does not have what is shown: it can be applied (when nothing is wrong) or discarded
    void setProblems(const QString& text, bool pending);
    QString problems() const;

    /// Gives the focus to the first field.
    void startEditing();

    QMenu* addMenu() { return addMenu_; }
    LevelsChoice* levelsChoice() { return levels_; }
    const QList<ConstraintRow*>& rows() const { return rows_; }
    QPushButton* applyToAllButton() { return applyToAll_; }
    QPushButton* applyButton() { return apply_; }
    QPushButton* discardButton() { return discard_; }

Q_SIGNALS:
    /// @param what names the edit: "Add filter to conv2"
    /// @param gesture the same number, above 0, for steps of one value that follow each other at once (a key held down)
    void edited(const mho::LayerPlan& plan, const QString& what, int gesture);
    void applyToAllAsked(const mho::LayerPlan& plan);
    void discardAsked();

private:
    void makeAddMenu();
    ConstraintRow* makeRow(const ConstraintSpec& spec);
    void dropRow(ConstraintRow* row);
    void addConstraint(const Constraint& kind);
    void removeRow(ConstraintRow* row);
    void moveRow(ConstraintRow* row, int by);
    void takeRow(ConstraintRow* row, const QString& what);
    void takeLevels();
    /// After rows came, went or moved: buttons, menu, tab order.
    void arrange();
    void announce(const QString& what, int gesture);

    std::optional<LayerPlan> plan_;
    QList<ConstraintRow*> rows_;
    QString lastWhat_;
    QElapsedTimer sinceLast_;
    int gesture_ = 0;
    QLabel* title_;
    QWidget* body_;
    QScrollArea* scroll_;
    QVBoxLayout* list_;
    QLabel* none_;
    QPushButton* add_;
    QMenu* addMenu_;
    LevelsChoice* levels_;
    QWidget* message_;
    QPlainTextEdit* text_;
    QPushButton* apply_;
    QPushButton* discard_;
    QPushButton* applyToAll_;
};

}  // namespace mho
