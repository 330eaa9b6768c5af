// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/layer_table.h"

#include "widgets/bridge/gesture.h"
#include "widgets/views/ratio_delegate.h"
#include "widgets/views/ratio_scale.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace mho {

LayerTable::LayerTable(LayerTableModel* model, QWidget* parent) : QTableView(parent), model_(model)
{
    setModel(model);
    setAccessibleName(tr("Layers"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setMouseTracking(true);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &LayerTable::showHeaderMenu);
    for (int c = LayerTableModel::FirstConstraint; model_->isConstraintColumn(c); ++c) {
        if (model_->isRatioColumn(c)) {
            setItemDelegateForColumn(c, new RatioDelegate(this));
        }
    }
    setItemDelegateForColumn(model_->column(LayerTableModel::Occupancy), new ShareDelegate(this));
    setItemDelegateForColumn(model_->column(LayerTableModel::EnergyShare), new ShareDelegate(this));
    connect(model_, &QAbstractItemModel::modelReset, this, [this] {
        hideUnusedConstraints();
        fitColumns();
        selectLayer(0);
    });
    connect(model_, &QAbstractItemModel::dataChanged, this, &LayerTable::showNewConstraints);
    fitColumns();
}

int LayerTable::currentLayer() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < static_cast<int>(model_->layers().size()) ? row : -1;
}

void LayerTable::selectLayer(int layer)
{
    setCurrentIndex(model_->index(layer, 0));
}

bool LayerTable::isUsed(int kind) const
{
    const auto uses = [kind](const LayerRow& row) { return row.constraints[static_cast<std::size_t>(kind)].inPlan; };
    return std::any_of(model_->layers().begin(), model_->layers().end(), uses);
}

void LayerTable::hideUnusedConstraints()
{
    for (int kind = 0; kind < model_->constraintColumns(); ++kind) {
        const bool used = isUsed(kind);
        setColumnHidden(LayerTableModel::FirstConstraint + kind, !used && !askedFor_.contains(kind));
        if (used) {
            used_.insert(kind);
        } else {
            used_.erase(kind);
        }
    }
}

void LayerTable::showNewConstraints()
{
    for (int kind = 0; kind < model_->constraintColumns(); ++kind) {
        if (!isUsed(kind)) {
            used_.erase(kind);
        } else if (used_.insert(kind).second) {
            setColumnHidden(LayerTableModel::FirstConstraint + kind, false);
            fitSliders();
        }
    }
}

void LayerTable::showHeaderMenu(const QPoint& position)
{
    QMenu menu;
    fillHeaderMenu(menu);
    menu.exec(horizontalHeader()->mapToGlobal(position));
}

void LayerTable::fillHeaderMenu(QMenu& menu)
{
    for (int kind = 0; kind < model_->constraintColumns(); ++kind) {
        const int column = LayerTableModel::FirstConstraint + kind;
        // Nothing can be set in the column of a kind without a ratio, so it is there to be seen where a layer has the kind.
        if (!model_->isRatioColumn(column) && !isUsed(kind) && isColumnHidden(column)) {
            continue;
        }
        QAction* action = menu.addAction(model_->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, kind, column](bool shown) {
            askedFor_.removeAll(kind);
            if (shown) {
                askedFor_.append(kind);
            }
            setColumnHidden(column, !shown);
            fitSliders();
        });
    }
}

void LayerTable::fitColumns()
{
    const auto characters = [this](int count) { return fontMetrics().horizontalAdvance(QLatin1Char('0')) * count + 16; };
    // Sliders take what the other columns leave.
    const auto fixed = [&](int column, int count) {
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Interactive);
        setColumnWidth(column, characters(count));
    };
    horizontalHeader()->setStretchLastSection(false);
    fixed(LayerTableModel::Name, 10);
    fixed(LayerTableModel::Shape, 11);
    fixed(model_->column(LayerTableModel::LevelBits), 7);
    fixed(model_->column(LayerTableModel::Ratio), 8);
    fixed(model_->column(LayerTableModel::Kept), 18);
    fixed(model_->column(LayerTableModel::Crossbars), 12);
    fixed(model_->column(LayerTableModel::Occupancy), 11);
    fixed(model_->column(LayerTableModel::AdcBits), 6);
    fixed(model_->column(LayerTableModel::EnergyShare), 13);
    horizontalHeader()->setMinimumSectionSize(characters(5));
    fitSliders();
}

void LayerTable::fitSliders()
{
    int taken = 0;
    int sliders = 0;
    for (int c = 0; c < model_->columnCount(); ++c) {
        const bool slider = model_->isConstraintColumn(c) && !isColumnHidden(c);
        sliders += slider ? 1 : 0;
        taken += model_->isConstraintColumn(c) || isColumnHidden(c) ? 0 : columnWidth(c);
    }
    // Narrower sliders cannot be aimed at, the table scrolls instead; longer ones are a detour for the eye.
    const int least = fontMetrics().horizontalAdvance(QLatin1Char('0')) * 20;
    const int each = sliders > 0 ? std::clamp((viewport()->width() - taken) / sliders, least, 2 * least) : least;
    for (int c = LayerTableModel::FirstConstraint; model_->isConstraintColumn(c); ++c) {
        if (!isColumnHidden(c)) {
            setColumnWidth(c, each);
        }
    }
}

void LayerTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitSliders();
}

void LayerTable::mousePressEvent(QMouseEvent* event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool slider =
        index.isValid() && model_->isConstraintColumn(index.column()) && model_->flags(index).testFlag(Qt::ItemIsEditable);
    if (event->button() == Qt::LeftButton && slider) {
        const QRectF bar = RatioDelegate::groove(visualRect(index), fontMetrics());
        if (event->position().x() <= bar.right() + 8) {
            dragged_ = index;
            gesture_ = newGesture();
            dragTo(event->position().x());
        }
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
    dragged_ = QModelIndex();
    QTableView::mouseReleaseEvent(event);
}

void LayerTable::dragTo(double x)
{
    const QRectF bar = RatioDelegate::groove(visualRect(dragged_), fontMetrics());
    const auto groups = dragged_.data(LayerTableModel::GroupsRole).toLongLong();
    model_->editRatio(dragged_, ratioAtPlace((x - bar.left()) / bar.width(), groups), gesture_);
}

void LayerTable::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex index = currentIndex();
    const bool up = event->key() == Qt::Key_Plus;
    if (index.isValid() && model_->isConstraintColumn(index.column()) && (up || event->key() == Qt::Key_Minus)) {
        const QVariant ratio = index.data(LayerTableModel::RatioRole);
        if (ratio.isValid()) {
            // A key held down is one gesture, like a drag.
            gesture_ = event->isAutoRepeat() ? gesture_ : newGesture();
            model_->editRatio(index, nextRatio(ratio.toDouble(), index.data(LayerTableModel::GroupsRole).toLongLong(), up),
                              gesture_);
        }
        return;
    }
    QTableView::keyPressEvent(event);
}

void LayerTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row()) {
        Q_EMIT layerSelected(currentLayer());
    }
}

void LayerTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitColumns();
    }
}

}  // namespace mho
