// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/recipe_work.h"
#include "core/run/stages.h"

#include <QWidget>

#include <string_view>
#include <vector>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace mho {

/// Every field of the stages as a tree: a branch a stage, which says how many epochs it trains, with its fields. Holds no stages of
/// its own but what is shown: the owner answers an edit with setStages().
class StagesPanel : public QWidget {
    Q_OBJECT

public:
    explicit StagesPanel(QWidget* parent = nullptr);

    /// @param work what a run of them trains
    void setStages(const Stages& stages, const std::vector<StageWork>& work);
    /// Branches open as the next stages need it: they are another project's.
    void openAnew() { opened_ = false; }
    /// Why the last edit was not taken; empty = it was.
    void setProblem(const QString& text);

    QTreeWidget* tree() { return tree_; }
    QLabel* problemLabel() { return problem_; }
    /// The row of the field of that name ("retrain.epochs"); nullptr = none.
    QTreeWidgetItem* row(std::string_view field);

Q_SIGNALS:
    /// @param value as in a setting FIELD=VALUE (core/run/stage_settings.h)
    void edited(const QString& field, const QString& value);

private:
    void makeRows();
    void take(QTreeWidgetItem* item, int column);

    QTreeWidget* tree_;
    QLabel* problem_;
    std::vector<QTreeWidgetItem*> rows_;  ///< In the order of stageFields().
    bool showing_ = false;                ///< Items change because stages are shown, not edited.
    bool opened_ = false;                 ///< Branches were opened as the first stages need it.
};

}  // namespace mho
