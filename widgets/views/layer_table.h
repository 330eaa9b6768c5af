// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/layer_table_model.h"

#include <QTableView>

#include <set>

class QMenu;

namespace mho {

/// The table of weight layers. Ratios are dragged in their cells (a drag is one edit), or changed by + and - or a number.
class LayerTable : public QTableView {
    Q_OBJECT

public:
    /// @param model outlives the view
    explicit LayerTable(LayerTableModel* model, QWidget* parent = nullptr);

    /// Weight layer of the current row; -1 on the total or when there is none.
    int currentLayer() const;
    void selectLayer(int layer);
    /// Hides the columns of constraint kinds that no layer uses, except those a person asked for.
    void hideUnusedConstraints();
    /// One check box per kind with a ratio, and per kind without one that a layer has: whether its column shows.
    void fillHeaderMenu(QMenu& menu);

Q_SIGNALS:
    void layerSelected(int layer);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void dragTo(double x);
    /// True when a layer has a constraint of this kind (index into constraints()).
    bool isUsed(int kind) const;
    void showHeaderMenu(const QPoint& position);
    void showNewConstraints();
    void fitColumns();
    void fitSliders();

    LayerTableModel* model_;
    QPersistentModelIndex dragged_;
    int gesture_ = 0;  ///< Of the drag or key that goes on.
    QList<int> askedFor_;
    std::set<int> used_;  ///< Kinds that a layer had when the rows last came.
};

}  // namespace mho
