// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/layer_table_model.h"

#include <QTableView>

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
    void showHeaderMenu(const QPoint& position);
    void fitColumns();
    void fitSliders();

    LayerTableModel* model_;
    QPersistentModelIndex dragged_;
    int gesture_ = 0;
    QList<int> askedFor_;
};

}  // namespace mho
