// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/constant_table_model.h"

#include "core/base/units.h"
#include "widgets/bridge/text.h"

namespace mho {

void ConstantTableModel::setConstants(std::vector<Constant> constants)
{
    beginResetModel();
    constants_ = std::move(constants);
    endResetModel();
}

int ConstantTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(constants_.size());
}

int ConstantTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant ConstantTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Constant& constant = constants_[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == Value) {
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole) {
        return QStringLiteral("%1 = %2 %3\n%4")
            .arg(toQString(constant.name), toQString(exactText(constant.value)), toQString(constant.unit),
                 toQString(constant.source));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
        case Name:
            return toQString(constant.name);
        case Value:
            return toQString(exactText(constant.value));
        case Unit:
            return toQString(constant.unit);
        default:
            return toQString(constant.source);
    }
}

QVariant ConstantTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
        case Name:
            return tr("Constant");
        case Value:
            return tr("Value");
        case Unit:
            return tr("Unit");
        default:
            return tr("Source");
    }
}

}  // namespace mho
