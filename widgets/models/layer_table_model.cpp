// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/layer_table_model.h"

#include "core/base/units.h"
#include "core/compress/constraint.h"
#include "widgets/bridge/cost_words.h"
#include "widgets/bridge/text.h"

#include <QFont>

#include <algorithm>
#include <cmath>

namespace mho {

LayerTableModel::LayerTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void LayerTableModel::setRows(std::vector<LayerRow> rows)
{
    const bool sameShape = rows.size() == rows_.size();
    if (!sameShape) {
        beginResetModel();
    }
    rows_ = std::move(rows);
    total_ = totalRow(rows_);
    if (!sameShape) {
        endResetModel();
    } else if (!rows_.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int LayerTableModel::constraintColumns() const
{
    return static_cast<int>(constraints().size());
}

bool LayerTableModel::isConstraintColumn(int column) const
{
    return column >= FirstConstraint && column < FirstConstraint + constraintColumns();
}

bool LayerTableModel::isRatioColumn(int column) const
{
    return isConstraintColumn(column) && constraints()[static_cast<std::size_t>(column - FirstConstraint)]->hasRatio();
}

void LayerTableModel::editRatio(const QModelIndex& index, double ratio, int gesture)
{
    if (!(flags(index) & Qt::ItemIsEditable) || !isRatioColumn(index.column())) {
        return;
    }
    LayerRow& row = rows_[static_cast<std::size_t>(index.row())];
    const auto kind = static_cast<std::size_t>(index.column() - FirstConstraint);
    ConstraintCell& cell = row.constraints[kind];
    const double allowed = std::clamp(ratio, 1.0, static_cast<double>(cell.groups));
    if (allowed == cell.ratio) {
        return;
    }
    cell.ratio = allowed;
    Q_EMIT dataChanged(index, index);
    Q_EMIT ratioEdited(row.name, toQString(constraints()[kind]->name()), allowed, gesture);
}

int LayerTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || rows_.empty() ? 0 : static_cast<int>(rows_.size()) + 1;
}

int LayerTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstConstraint + constraintColumns() + TrailingColumns;
}

QString LayerTableModel::text(const LayerRow& row, int trailing, bool total) const
{
    const double keptPercent =
        row.weights > 0 ? 100.0 * static_cast<double>(row.weightsKept) / static_cast<double>(row.weights) : 0.0;
    switch (trailing) {
        case LevelBits:
            return total ? QString() : row.levelBits == 0 ? tr("float") : tr("%n bit", nullptr, row.levelBits);
        case Ratio:
            return row.weightsKept > 0 ? QStringLiteral("%1×").arg(
                                             static_cast<double>(row.weights) / static_cast<double>(row.weightsKept), 0, 'f', 2)
                                       : QString();
        case Kept:
            return QStringLiteral("%1 (%2 %)").arg(toQString(countText(row.weightsKept))).arg(keptPercent, 0, 'f', 1);
        case Crossbars:
            return QStringLiteral("%1 / %2").arg(toQString(countText(row.crossbars)), toQString(countText(row.crossbarsDense)));
        case Occupancy:
            return QStringLiteral("%1 %").arg(row.occupancyPercent, 0, 'f', 1);
        case AdcBits:
            return total ? QString() : tr("%n bit", nullptr, row.adcBits);
        case EnergyShare:
            return row.energyUnknown.isEmpty() ? QStringLiteral("%1 %").arg(row.energySharePercent, 0, 'f', 1) : notKnownText();
        default:
            return {};
    }
}

QVariant LayerTableModel::toolTip(const LayerRow& row, const QModelIndex& index) const
{
    if (isConstraintColumn(index.column()) && !row.constraints.empty()) {
        const auto kind = static_cast<std::size_t>(index.column() - FirstConstraint);
        const ConstraintCell& cell = row.constraints[kind];
        if (!isRatioColumn(index.column())) {
            return cell.inPlan ? tr("This kind has no ratio; its options are set in the constraint editor.") : QVariant();
        }
        const auto kept = static_cast<qint64>(std::floor(static_cast<double>(cell.groups) / cell.ratio + 1e-9));
        return tr("%1 of %2 groups are kept. Drag, press + or −, or press F2 and type a ratio.")
            .arg(std::max<qint64>(1, kept))
            .arg(cell.groups);
    }
    if (index.column() == column(LevelBits) && row.levelBits != 0) {
        return tr("Levels \"%1\" of %2 to %3 bit").arg(row.levels).arg(row.leastLevelBits).arg(row.mostLevelBits);
    }
    if (index.column() == column(EnergyShare)) {
        return row.energyUnknown.isEmpty() ? tr("%1 per inference").arg(toQString(quantityText(row.energyJ, "J")))
                                           : row.energyUnknown;
    }
    return {};
}

QVariant LayerTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const bool total = index.row() == static_cast<int>(rows_.size());
    const LayerRow& row = total ? total_ : rows_[static_cast<std::size_t>(index.row())];
    const int trailing = index.column() - FirstConstraint - constraintColumns();
    if (isConstraintColumn(index.column())) {
        if (total) {
            return {};
        }
        const ConstraintCell& cell = row.constraints[static_cast<std::size_t>(index.column() - FirstConstraint)];
        if (!isRatioColumn(index.column())) {
            return role == Qt::DisplayRole && cell.inPlan ? QVariant(cell.options.isEmpty() ? tr("yes") : cell.options)
                   : role == Qt::ToolTipRole              ? toolTip(row, index)
                                                          : QVariant();
        }
        switch (role) {
            case Qt::DisplayRole:
                return QStringLiteral("%1×").arg(cell.ratio, 0, 'f', 2);
            case Qt::EditRole:
            case RatioRole:
                return cell.ratio;
            case GroupsRole:
                return QVariant::fromValue<qint64>(cell.groups);
            case Qt::ToolTipRole:
                return toolTip(row, index);
            default:
                return {};
        }
    }
    switch (role) {
        case Qt::DisplayRole:
            return index.column() == Name    ? (total ? tr("Total") : row.name)
                   : index.column() == Shape ? row.shape
                                             : text(row, trailing, total);
        case Qt::EditRole:
            return trailing == LevelBits ? QVariant(row.levelBits) : QVariant(data(index, Qt::DisplayRole));
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(
                Qt::Alignment(index.column() == Name ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter));
        case Qt::FontRole: {
            QFont font;
            font.setBold(true);
            return total ? QVariant(font) : QVariant();
        }
        case Qt::ToolTipRole:
            return toolTip(row, index);
        case ValueRole:
            return trailing == EnergyShare ? (row.energyUnknown.isEmpty() ? QVariant(row.energySharePercent) : QVariant())
                   : trailing == Occupancy ? QVariant(row.occupancyPercent)
                                           : QVariant();
        default:
            return {};
    }
}

bool LayerTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable)) {
        return false;
    }
    bool number = false;
    if (isRatioColumn(index.column())) {
        const double ratio = value.toDouble(&number);
        if (number) {
            editRatio(index, ratio, 0);
        }
        return number;
    }
    const int bits = value.toInt(&number);
    LayerRow& row = rows_[static_cast<std::size_t>(index.row())];
    if (!number || (bits != 0 && (bits < row.leastLevelBits || bits > row.mostLevelBits)) || bits == row.levelBits) {
        return false;
    }
    row.levelBits = bits;
    Q_EMIT dataChanged(index, index);
    Q_EMIT levelBitsEdited(row.name, bits);
    return true;
}

Qt::ItemFlags LayerTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool layer = index.isValid() && index.row() < static_cast<int>(rows_.size());
    if (layer && (isRatioColumn(index.column()) || index.column() == column(LevelBits))) {
        flags |= Qt::ItemIsEditable;
    }
    return flags;
}

QVariant LayerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return headerText(section);
    }
    if (role == Qt::ToolTipRole) {
        return headerTip(section);
    }
    if (role == Qt::TextAlignmentRole) {
        const bool left = section == Name || isConstraintColumn(section);
        return QVariant::fromValue(Qt::Alignment((left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    }
    return {};
}

QString LayerTableModel::headerText(int section) const
{
    if (isConstraintColumn(section)) {
        const QString kind = labelText(constraints()[static_cast<std::size_t>(section - FirstConstraint)]->name());
        return isRatioColumn(section) ? tr("%1 ratio").arg(kind) : kind;
    }
    switch (section < FirstConstraint ? section - FirstConstraint : section - FirstConstraint - constraintColumns()) {
        case Name - FirstConstraint:
            return tr("Layer");
        case Shape - FirstConstraint:
            return tr("Matrix");
        case LevelBits:
            return tr("Levels");
        case Ratio:
            return tr("Ratio");
        case Kept:
            return tr("Weights kept");
        case Crossbars:
            return tr("Crossbars");
        case Occupancy:
            return tr("Occupancy");
        case AdcBits:
            return tr("ADC");
        case EnergyShare:
            return tr("Energy share");
        default:
            return {};
    }
}

QString LayerTableModel::headerTip(int section) const
{
    if (isConstraintColumn(section)) {
        return toQString(constraints()[static_cast<std::size_t>(section - FirstConstraint)]->description());
    }
    switch (section < FirstConstraint ? section - FirstConstraint : section - FirstConstraint - constraintColumns()) {
        case Shape - FirstConstraint:
            return tr("Filters × columns of the weight matrix; a column is one input channel at one kernel position");
        case LevelBits:
            return tr("Bits of the conductance levels, sign included; float = weights keep their values");
        case Ratio:
            return tr("Weights / weights kept by the mask");
        case Crossbars:
            return tr("Crossbars with this plan / crossbars of the dense network at its baseline bits");
        case Occupancy:
            return tr("Programmed cells / cells of the layer's crossbars");
        case AdcBits:
            return tr("Resolution the converters need for the word lines in use");
        case EnergyShare:
            return tr("Share of the energy of one inference");
        default:
            return {};
    }
}

}  // namespace mho
