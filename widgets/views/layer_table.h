// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/layer_table_model.h"

#include <QMap>
#include <QTableView>
#include <QTimer>
#include <QVariant>

#include <set>
#include <vector>

class QAction;
class QMenu;

namespace mho {

class TableMessage;

/// The table of weight layers. Ratios are dragged in their cells (a drag is one edit), or changed by + and - or a number; with
/// several rows selected an edit in one of them is one of all. What has no editor here, the name and constraints without a ratio, asks
/// for the layer's constraints by a double click, F2 or Enter. A click on the padlock, or Space on it, locks. A click on a header sorts, a
/// third one goes back to the order of the network.
class LayerTable : public QTableView {
    Q_OBJECT

public:
    /// @param model outlives the view
    explicit LayerTable(LayerTableModel* model, QWidget* parent = nullptr);

    /// Weight layer (index in the model's layers()) of the current row; -1 on the total or when there is none.
    int currentLayer() const;
    void selectLayer(int layer);
    /// Layers of the selected rows, ascending; without the total.
    std::vector<int> selectedLayers() const;

    /// By the column of the current cell: rising, then falling, then in the order of the network, as clicks on its header do.
    void sortByCurrentColumn();
    /// Locks the selected layers, or unlocks them where all are locked.
    void lockSelected();
    /// In the context menu; its menu has a check box per column (fillHeaderMenu()).
    QAction* columnsAction() { return columnsAction_; }

    /// Hides the columns of constraint kinds that no layer uses, except those a person asked for, and that of sensitivities
    /// where none are known.
    void hideUnusedColumns();
    /// One check box per column but the names: of constraints, those with a ratio, and those without one that a layer has; each
    /// has the column's name in columnChoices() as its data.
    void fillHeaderMenu(QMenu& menu);
    /// What a person chose to see, by column name ("shape", "constraint/filter"); for settings. A constraint that was hidden is
    /// not among them: a ratio that prunes must not stay out of sight.
    QVariantMap columnChoices() const { return choices_; }
    void setColumnChoices(const QVariantMap& choices);

    /// Gives every column the width that its header and what it holds need; sliders share the rest.
    void fitColumns();

    /// What the last edit could not change; empty = nothing. The text goes when the next edit begins.
    void say(const QString& text);
    TableMessage* message() { return message_; }

Q_SIGNALS:
    void layerSelected(int layer);
    void selectedLayersChanged();
    void columnsChosen();
    /// The constraints of the current layer are to be edited.
    void constraintsAsked();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index, const QEvent* event) const override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    // layer_table_input.cpp
    void makeActions();
    bool isSlider(const QModelIndex& index) const;
    bool asksForConstraints(const QModelIndex& index) const;
    bool sayIfLocked(const QModelIndex& index);
    void dragTo(double x);
    void stepRatio(const QModelIndex& index, bool up, bool goesOn);
    void lockFrom(int layer);
    void resortAtRest();

    // layer_table_columns.cpp
    QString columnName(int column) const;
    bool isOffered(int column) const;
    /// True when a layer has a constraint of this kind (index into constraints()).
    bool isUsed(int kind) const;
    void choose(int column, bool shown);
    void showHeaderMenu(const QPoint& position);
    void showNewConstraints();
    void fitSliders();

    LayerTableModel* model_;
    TableMessage* message_;
    QAction* columnsAction_ = nullptr;
    QPersistentModelIndex dragged_;
    int gesture_ = 0;  ///< Of the drag or key that goes on.
    QTimer resort_;
    QVariantMap choices_;
    std::set<int> used_;  ///< Kinds that a layer had when the rows last came.
    bool knewSensitivity_ = false;
};

}  // namespace mho
