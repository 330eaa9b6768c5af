// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/compare_table_model.h"

#include <QFont>

#include <algorithm>
#include <numeric>

namespace mho {

CompareTableModel::CompareTableModel(QObject* parent) : QAbstractTableModel(parent), set_(std::make_shared<const CompareSet>()) {}

void CompareTableModel::setSet(std::shared_ptr<const CompareSet> set)
{
    beginResetModel();
    set_ = std::move(set);
    points_.resize(set_->points.size());
    std::iota(points_.begin(), points_.end(), 0);
    chooseRows();
    endResetModel();
}

void CompareTableModel::setPoints(std::vector<int> points)
{
    if (points == points_) {
        return;
    }
    beginResetModel();
    points_ = std::move(points);
    chooseRows();
    endResetModel();
}

void CompareTableModel::setDifferencesOnly(bool only)
{
    if (only == differencesOnly_) {
        return;
    }
    beginResetModel();
    differencesOnly_ = only;
    chooseRows();
    endResetModel();
}

void CompareTableModel::setPresent(int point)
{
    if (point != present_) {
        present_ = point;
        if (!points_.empty()) {
            Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        }
    }
}

int CompareTableModel::pointOf(int column) const
{
    return column >= 0 && column < static_cast<int>(points_.size()) ? points_[static_cast<std::size_t>(column)] : -1;
}

int CompareTableModel::columnOf(int point) const
{
    const auto found = std::find(points_.begin(), points_.end(), point);
    return found == points_.end() ? -1 : static_cast<int>(found - points_.begin());
}

QString CompareTableModel::layerOf(int row) const
{
    return row >= 0 && row < static_cast<int>(rows_.size()) ? set_->properties[rows_[static_cast<std::size_t>(row)].property].layer : QString();
}

bool CompareTableModel::differs(const CompareProperty& property) const
{
    return std::any_of(points_.begin(), points_.end(), [&](int point) {
        return property.cells[static_cast<std::size_t>(point)].exact != property.cells[static_cast<std::size_t>(points_.front())].exact;
    });
}

void CompareTableModel::chooseRows()
{
    rows_.clear();
    for (std::size_t i = 0; i < set_->properties.size(); ++i) {
        const auto& cells = set_->properties[i].cells;
        const bool said = std::any_of(points_.begin(), points_.end(), [&](int point) { return !cells[static_cast<std::size_t>(point)].text.isEmpty(); });
        const bool different = said && differs(set_->properties[i]);
        if (said && (!differencesOnly_ || points_.size() < 2 || different)) {
            rows_.push_back({i, different});
        }
    }
}

int CompareTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int CompareTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(points_.size());
}

QVariant CompareTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const CompareProperty& property = set_->properties[row.property];
    const CompareProperty::Cell& cell = property.cells[static_cast<std::size_t>(pointOf(index.column()))];
    switch (role) {
        case Qt::DisplayRole:
            return cell.text.isEmpty() ? QStringLiteral("–") : cell.text;
        case Qt::ToolTipRole:
            return cell.exact == cell.text ? QVariant() : QVariant(cell.exact);
        case Qt::FontRole: {
            // Not by colour alone: what differs is bold among rows that do not.
            QFont font;
            font.setBold(true);
            return !differencesOnly_ && row.differs ? QVariant(font) : QVariant();
        }
        default:
            return {};
    }
}

QVariant CompareTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= (orientation == Qt::Horizontal ? columnCount() : rowCount())) {
        return {};
    }
    if (orientation == Qt::Horizontal) {
        const QString& name = set_->points[static_cast<std::size_t>(pointOf(section))].name;
        const bool present = pointOf(section) == present_;
        switch (role) {
            case Qt::DisplayRole:
                return name;
            case Qt::ToolTipRole:
            case Qt::AccessibleTextRole:
                return present ? tr("%1: the design in the editor").arg(name) : name;
            case Qt::FontRole: {
                QFont font;
                font.setUnderline(true);
                return present ? QVariant(font) : QVariant();
            }
            default:
                return {};
        }
    }
    const CompareProperty& property = set_->properties[rows_[static_cast<std::size_t>(section)].property];
    switch (role) {
        case Qt::DisplayRole:
            return property.title;
        case Qt::ToolTipRole:
            return property.tip.isEmpty() ? property.title : QStringLiteral("%1: %2").arg(property.title, property.tip);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
        default:
            return {};
    }
}

}  // namespace mho
