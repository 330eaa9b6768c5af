// SPDX-License-Identifier: GPL-3.0-or-later
// Selection and order. Keys and mouse: layer_table_input.cpp; which columns show: layer_table_columns.cpp.
#include "widgets/views/layer_table.h"

#include "widgets/views/choice_delegate.h"
#include "widgets/views/lock_delegate.h"
#include "widgets/views/ratio_delegate.h"
#include "widgets/views/sparkline_delegate.h"
#include "widgets/views/table_message.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>

namespace mho {
namespace {

/// Rows stay where they are while a value is being turned; they are sorted anew once it has rested so long.
constexpr int kRestMs = 700;

}  // namespace

LayerTable::LayerTable(LayerTableModel* model, QWidget* parent)
    : QTableView(parent), model_(model), message_(new TableMessage(this))
{
    setModel(model);
    setAccessibleName(tr("Layers"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);  // Tab leads out of the table, arrows through it
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &LayerTable::showHeaderMenu);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int column) {
        // A header that holds its text may have no room for the mark of the order beside it.
        const bool text = column >= 0 && column != LayerTableModel::Lock;
        if (text && columnWidth(column) < horizontalHeader()->sectionSizeHint(column)) {
            setColumnWidth(column, horizontalHeader()->sectionSizeHint(column));
            fitSliders();
        }
    });
    for (int c = LayerTableModel::FirstConstraint; model_->isConstraintColumn(c); ++c) {
        if (model_->isRatioColumn(c)) {
            setItemDelegateForColumn(c, new RatioDelegate(this));
        }
    }
    setItemDelegateForColumn(LayerTableModel::Lock, new LockDelegate(this));
    setItemDelegateForColumn(LayerTableModel::Sensitivity, new SparklineDelegate(this));
    setItemDelegateForColumn(model_->column(LayerTableModel::LevelBits), new ChoiceDelegate(this));
    setItemDelegateForColumn(model_->column(LayerTableModel::Levels), new ChoiceDelegate(this));
    setItemDelegateForColumn(model_->column(LayerTableModel::Occupancy), new ShareDelegate(this));
    setItemDelegateForColumn(model_->column(LayerTableModel::EnergyShare), new ShareDelegate(this));
    makeActions();
    resort_.setSingleShot(true);
    resort_.setInterval(kRestMs);
    connect(&resort_, &QTimer::timeout, this, &LayerTable::resortAtRest);
    connect(model_, &QAbstractItemModel::modelReset, this, [this] {
        hideUnusedColumns();
        fitColumns();
        selectLayer(0);
    });
    connect(model_, &QAbstractItemModel::dataChanged, this, [this] {
        showNewConstraints();
        if (model_->isSorted()) {
            resort_.start();
        }
    });
    connect(model_, &LayerTableModel::refused, this, &LayerTable::say);
    connect(model_, &QAbstractItemModel::layoutChanged, this, [this] { scrollTo(currentIndex()); });
    hideUnusedColumns();
    fitColumns();
}

int LayerTable::currentLayer() const
{
    return model_->layerAt(currentIndex().row());
}

void LayerTable::selectLayer(int layer)
{
    setCurrentIndex(model_->index(model_->rowOf(layer), 0));
}

std::vector<int> LayerTable::selectedLayers() const
{
    std::vector<int> layers;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex& row : rows) {
        if (const int layer = model_->layerAt(row.row()); layer >= 0) {
            layers.push_back(layer);
        }
    }
    std::sort(layers.begin(), layers.end());
    return layers;
}

void LayerTable::sortByCurrentColumn()
{
    const int column = currentIndex().column();
    QHeaderView* header = horizontalHeader();
    const bool same = header->sortIndicatorSection() == column;
    if (column < 0 || (same && header->sortIndicatorOrder() == Qt::DescendingOrder)) {
        header->setSortIndicator(-1, Qt::AscendingOrder);
    } else {
        header->setSortIndicator(column, same ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
}

void LayerTable::say(const QString& text)
{
    message_->say(text);
}

void LayerTable::resortAtRest()
{
    if (dragged_.isValid() || state() == EditingState) {
        resort_.start();
    } else {
        model_->resort();
    }
}

void LayerTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row()) {
        Q_EMIT layerSelected(currentLayer());
    }
}

void LayerTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    model_->setEditedTogether(selectedLayers());
    Q_EMIT selectedLayersChanged();
}

void LayerTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitColumns();
    }
}

void LayerTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitSliders();
}

}  // namespace mho
