// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "widgets/bridge/gesture.h"

#include <QWidget>

#include <optional>

class QLabel;
class QMenu;
class QPushButton;

namespace mho {

class ConstraintList;
class ConstraintRow;
class LevelsChoice;
class PenaltyChoice;
class PlanMessage;

/// Edits what a plan asks of one layer: its constraints, its levels and its penalty. It keeps what was typed, valid or not; the
/// owner of the plan says whether the plan took it.
class ConstraintEditor : public QWidget {
    Q_OBJECT

public:
    explicit ConstraintEditor(QWidget* parent = nullptr);

    /// Shows a layer's entry of the plan; no value = no layer. What shows it already stays as it is, with the focus.
    void setPlan(const std::optional<LayerPlan>& plan);
    /// What is shown, with all that was typed.
    const std::optional<LayerPlan>& plan() const { return plan_; }
    /// How many other layers an edit also goes to.
    void setOthers(int layers);
    /// What is wrong with what is shown; empty = nothing.
    /// @param pending the plan does not have what is shown: it can be applied (when nothing is wrong) or discarded
    void setProblems(const QString& text, bool pending);
    QString problems() const;

    /// Gives the focus to the first field.
    void startEditing();

    QMenu* addMenu();
    LevelsChoice* levelsChoice() { return levels_; }
    PenaltyChoice* penaltyChoice() { return penalty_; }
    const QList<ConstraintRow*>& rows() const;
    QPushButton* applyToAllButton() { return applyToAll_; }
    QPushButton* applyButton();
    QPushButton* discardButton();

Q_SIGNALS:
    /// @param what names the edit (edit_words.h): "Add filter to conv2"; where it goes to other layers too, "%1" stands in
    /// place of the layer
    /// @param gesture the same number, above 0, for steps of one value that follow each other at once (a key held down)
    void edited(const mho::LayerPlan& plan, const QString& what, int gesture);
    void applyToAllAsked(const mho::LayerPlan& plan);
    void discardAsked();

private:
    void showTitle();
    void arrange();
    void setTabKey();
    void takeConstraints(const QString& what, bool ofValue);
    void takeLevels();
    void takePenalty();
    /// @param what names the edit, %1 = the layer
    void announce(const QString& what, int gesture);

    std::optional<LayerPlan> plan_;
    int others_ = 0;
    GestureClock gestures_;
    QLabel* title_;
    QWidget* body_;
    ConstraintList* list_;
    PlanMessage* message_;
    LevelsChoice* levels_;
    PenaltyChoice* penalty_;
    QPushButton* applyToAll_;
};

}  // namespace mho
