// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/compare_table.h"

#include "widgets/models/compare_selection.h"
#include "widgets/views/table_menu.h"

#include <QCheckBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QTableView>

#include <numeric>

namespace mho {
namespace {

constexpr int kWidestColumn = 240;
constexpr int kWidestTitle = 210;

}  // namespace

CompareTable::CompareTable(CompareSelection* selection, QWidget* parent)
    : QWidget(parent),
      selection_(selection),
      model_(new CompareTableModel(this)),
      view_(new QTableView),
      differences_(new QCheckBox(tr("Differences only"))),
      selectedOnly_(new QCheckBox(tr("Selected only")))
{
    differences_->setToolTip(tr("Hides properties that all points shown have in common"));
    selectedOnly_->setToolTip(tr("Shows the points that are selected here or in the charts"));
    view_->setTabKeyNavigation(false);
    view_->setModel(model_);
    view_->setAccessibleName(tr("Properties of design points"));
    addTableMenu(*view_);
    view_->setSelectionBehavior(QAbstractItemView::SelectColumns);
    view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view_->setAlternatingRowColors(true);
    view_->setWordWrap(false);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->horizontalHeader()->setMaximumSectionSize(kWidestColumn);
    view_->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    view_->verticalHeader()->setMaximumWidth(kWidestTitle);
    view_->verticalHeader()->setTextElideMode(Qt::ElideRight);
    view_->verticalHeader()->setDefaultSectionSize(view_->fontMetrics().height() + 6);
    view_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto* boxes = new QHBoxLayout;
    boxes->setContentsMargins(6, 2, 6, 2);
    boxes->addWidget(differences_);
    boxes->addWidget(selectedOnly_);
    boxes->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(boxes);
    layout->addWidget(view_, 1);
    connect(differences_, &QCheckBox::toggled, this, [this](bool on) {
        model_->setDifferencesOnly(on);
        showSelection();
    });
    connect(selectedOnly_, &QCheckBox::toggled, this, &CompareTable::choosePoints);
    connect(selection_, &CompareSelection::changed, this, [this](const QObject* source) {
        if (source != this) {
            choosePoints();
        }
    });
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CompareTable::takeSelection);
    const auto chooseLayer = [this](const QModelIndex& index) {
        const QString layer = model_->layerOf(index.row());
        if (!showing_ && !layer.isEmpty()) {
            Q_EMIT layerChosen(layer);
        }
    };
    connect(view_, &QTableView::clicked, this, chooseLayer);
    connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [chooseLayer](const QModelIndex& current) {
        // A press on a column's header makes a cell of the first row the current one.
        if (QGuiApplication::mouseButtons() == Qt::NoButton) {
            chooseLayer(current);
        }
    });
    connect(view_, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { selection_->activate(model_->pointOf(index.column())); });
    connect(view_->horizontalHeader(), &QHeaderView::sectionDoubleClicked, this,
            [this](int column) { selection_->activate(model_->pointOf(column)); });
}

void CompareTable::setSet(const std::shared_ptr<const CompareSet>& set)
{
    showing_ = true;  // a reset takes the view's selection away, not the person's
    set_ = set;
    model_->setSet(set);
    showing_ = false;
    choosePoints();
    view_->resizeColumnsToContents();
}

void CompareTable::choosePoints()
{
    if (!set_) {
        return;
    }
    std::vector<int> points(set_->points.size());
    std::iota(points.begin(), points.end(), 0);
    if (selectedOnly_->isChecked() && !selection_->selected().empty()) {
        points = selection_->selected();
    }
    showing_ = true;
    model_->setPoints(std::move(points));
    showing_ = false;
    showSelection();
}

void CompareTable::showSelection()
{
    showing_ = true;
    QItemSelection wanted;
    int first = -1;
    for (const int point : selection_->selected()) {
        const int column = model_->columnOf(point);
        if (column >= 0 && model_->rowCount() > 0) {
            wanted.select(model_->index(0, column), model_->index(model_->rowCount() - 1, column));
            first = first < 0 ? column : first;
        }
    }
    view_->selectionModel()->select(wanted, QItemSelectionModel::ClearAndSelect);
    if (first >= 0) {
        view_->scrollTo(model_->index(std::max(0, view_->rowAt(0)), first));
    }
    showing_ = false;
}

void CompareTable::takeSelection()
{
    if (showing_) {
        return;
    }
    std::vector<int> points;
    const QModelIndexList columns = view_->selectionModel()->selectedColumns();
    for (const QModelIndex& index : columns) {
        points.push_back(model_->pointOf(index.column()));
    }
    selection_->select(std::move(points), this);
}

}  // namespace mho
