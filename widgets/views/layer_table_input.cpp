// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/gesture.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/ratio_delegate.h"
#include "widgets/views/ratio_scale.h"
#include "widgets/views/table_menu.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace mho {

void LayerTable::makeActions()
{
    auto* columns = new QMenu(tr("Columns"), this);
    connect(columns, &QMenu::aboutToShow, this, [this, columns] {
        columns->clear();
        fillHeaderMenu(*columns);
    });
    columnsAction_ = columns->menuAction();
    addAction(columnsAction_);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    addTableMenu(*this);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex& index) {
        if (asksForConstraints(index)) {
            Q_EMIT constraintsAsked();
        }
    });
}

bool LayerTable::isSlider(const QModelIndex& index) const
{
    return index.isValid() && model_->isRatioColumn(index.column()) && model_->layerAt(index.row()) >= 0;
}

bool LayerTable::asksForConstraints(const QModelIndex& index) const
{
    const bool other = model_->isConstraintColumn(index.column()) && !model_->isRatioColumn(index.column());
    return index.isValid() && model_->layerAt(index.row()) >= 0 && (other || index.column() == LayerTableModel::Name);
}

bool LayerTable::sayIfLocked(const QModelIndex& index)
{
    const int layer = model_->layerAt(index.row());
    if (!model_->isLocked(layer)) {
        return false;
    }
    say(tr("%1 is locked. Unlock it first: Edit ▸ Lock or Unlock Layers.").arg(model_->layers()[static_cast<std::size_t>(layer)].name));
    return true;
}

QItemSelectionModel::SelectionFlags LayerTable::selectionCommand(const QModelIndex& index, const QEvent* event) const
{
    if (dragged_.isValid()) {
        return QItemSelectionModel::NoUpdate;  // a drag may end over another row
    }
    const bool mouse =
        event != nullptr && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease);
    // In a cell that edits, a press is an edit of all that is selected: it must not take the selection apart.
    if (mouse && index.isValid() && static_cast<const QMouseEvent*>(event)->modifiers() == Qt::NoModifier) {
        const bool edits = index.column() == LayerTableModel::Lock || model_->flags(index).testFlag(Qt::ItemIsEditable);
        if (edits && selectionModel()->isSelected(index)) {
            return QItemSelectionModel::NoUpdate;
        }
    }
    return QTableView::selectionCommand(index, event);
}

void LayerTable::mousePressEvent(QMouseEvent* event)
{
    say({});
    const QModelIndex index = indexAt(event->position().toPoint());
    QTableView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton || event->modifiers() != Qt::NoModifier || !index.isValid()) {
        return;
    }
    if (index.column() == LayerTableModel::Lock && model_->layerAt(index.row()) >= 0) {
        lockFrom(model_->layerAt(index.row()));
        return;
    }
    const QRectF bar = RatioDelegate::groove(visualRect(index), fontMetrics());
    if (isSlider(index) && event->position().x() <= bar.right() + 8 && !sayIfLocked(index)) {
        dragged_ = index;
        gesture_ = newGesture();
        dragTo(event->position().x());
    }
}

void LayerTable::mouseMoveEvent(QMouseEvent* event)
{
    if (dragged_.isValid()) {
        dragTo(event->position().x());
        return;
    }
    QTableView::mouseMoveEvent(event);
}

void LayerTable::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    dragged_ = QModelIndex();
}

void LayerTable::dragTo(double x)
{
    const QRectF bar = RatioDelegate::groove(visualRect(dragged_), fontMetrics());
    const auto groups = dragged_.data(LayerTableModel::GroupsRole).toLongLong();
    model_->editRatio(dragged_, ratioAtPlace((x - bar.left()) / bar.width(), groups), gesture_);
}

void LayerTable::stepRatio(const QModelIndex& index, bool up, bool goesOn)
{
    // A key held down is one gesture, like a drag.
    gesture_ = goesOn ? gesture_ : newGesture();
    const double ratio = index.data(LayerTableModel::RatioRole).toDouble();
    model_->editRatio(index, nextRatio(ratio, index.data(LayerTableModel::GroupsRole).toLongLong(), up), gesture_);
}

void LayerTable::lockSelected()
{
    model_->editLock(selectedLayers());
}

void LayerTable::lockFrom(int layer)
{
    model_->editLock(model_->editedWith(layer));
}

void LayerTable::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex index = currentIndex();
    const bool up = event->key() == Qt::Key_Plus;
    if (isSlider(index) && (up || event->key() == Qt::Key_Minus)) {
        if (!event->isAutoRepeat()) {
            say({});
        }
        if (!sayIfLocked(index)) {
            stepRatio(index, up, event->isAutoRepeat());
        }
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        say({});
    }
    const bool plain = event->modifiers() == Qt::NoModifier;
    const bool space = event->key() == Qt::Key_Space && index.isValid() && index.column() == LayerTableModel::Lock;
    if (plain && space) {
        lockSelected();
        return;
    }
    const bool opens = event->key() == Qt::Key_F2 || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (plain && opens && asksForConstraints(index)) {
        Q_EMIT constraintsAsked();
        return;
    }
    const bool editing = index.isValid() && (isSlider(index) || index.column() == model_->column(LayerTableModel::LevelBits) ||
                                              index.column() == model_->column(LayerTableModel::Levels));
    if (event->key() == Qt::Key_F2 && editing && sayIfLocked(index)) {
        return;
    }
    QTableView::keyPressEvent(event);
}

}  // namespace mho
