// SPDX-License-Identifier: GPL-3.0-or-later
// How layers are edited and ordered. What cells say: layer_table_cells.cpp.
#include "widgets/models/layer_table_model.h"

#include "core/compress/constraint.h"
#include "core/compress/quantizer.h"
#include "widgets/bridge/text.h"

#include <algorithm>
#include <numeric>

namespace mho {

LayerTableModel::LayerTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void LayerTableModel::setRows(std::vector<LayerRow> rows)
{
    const auto sameName = [](const LayerRow& a, const LayerRow& b) { return a.name == b.name; };
    const bool sameLayers = std::equal(rows.begin(), rows.end(), rows_.begin(), rows_.end(), sameName);
    if (!sameLayers) {
        beginResetModel();
        together_.clear();
    }
    rows_ = std::move(rows);
    total_ = totalRow(rows_);
    if (!sameLayers) {
        order_ = sorted();
        endResetModel();
    } else if (!rows_.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void LayerTableModel::showCoarse(const std::vector<CoarseLayer>& layers)
{
    for (const CoarseLayer& layer : layers) {
        rows_[layer.layer] = coarseRow(std::move(rows_[layer.layer]), layer.weightsKept);
    }
    total_ = totalRow(rows_);
    Q_EMIT dataChanged(index(0, column(Ratio)), index(rowCount() - 1, columnCount() - 1));
}

int LayerTableModel::layerAt(int row) const
{
    return row >= 0 && row < static_cast<int>(order_.size()) ? order_[static_cast<std::size_t>(row)] : -1;
}

int LayerTableModel::rowOf(int layer) const
{
    const auto found = std::find(order_.begin(), order_.end(), layer);
    return found == order_.end() ? -1 : static_cast<int>(found - order_.begin());
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

void LayerTableModel::showColumnChanged(int column)
{
    if (!rows_.empty()) {
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
    }
}

void LayerTableModel::setLocked(const std::set<std::string>& layers)
{
    std::set<QString> names;
    for (const std::string& layer : layers) {
        names.insert(toQString(layer));
    }
    if (names != locked_ && !rows_.empty()) {
        locked_ = std::move(names);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    } else {
        locked_ = std::move(names);
    }
}

bool LayerTableModel::isLocked(int layer) const
{
    return layer >= 0 && locked_.contains(rows_[static_cast<std::size_t>(layer)].name);
}

void LayerTableModel::setSensitivity(SensitivityCurves curves)
{
    curves_ = std::move(curves);
    showColumnChanged(Sensitivity);
}

const SensitivityCurve* LayerTableModel::curveOf(int layer) const
{
    const auto found = curves_.layers.find(rows_[static_cast<std::size_t>(layer)].name);
    return found == curves_.layers.end() ? nullptr : &found->second;
}

void LayerTableModel::setEditedTogether(std::vector<int> layers)
{
    std::sort(layers.begin(), layers.end());
    together_ = std::move(layers);
}

std::vector<int> LayerTableModel::editedWith(int layer) const
{
    return std::binary_search(together_.begin(), together_.end(), layer) ? together_ : std::vector<int>{layer};
}

QStringList LayerTableModel::names(const std::vector<int>& layers) const
{
    QStringList names;
    for (const int layer : layers) {
        names.append(rows_[static_cast<std::size_t>(layer)].name);
    }
    return names;
}

void LayerTableModel::editRatio(const QModelIndex& index, double ratio, int gesture)
{
    if (!(flags(index) & Qt::ItemIsEditable) || !isRatioColumn(index.column())) {
        return;
    }
    const auto kind = static_cast<std::size_t>(index.column() - FirstConstraint);
    const auto cellOf = [&](int layer) -> ConstraintCell& { return rows_[static_cast<std::size_t>(layer)].constraints[kind]; };
    const int edited = layerAt(index.row());
    const std::vector<int> layers = editedWith(edited);
    if (gesture == 0 || gesture != gesture_) {
        gesture_ = gesture;
        gestureStart_.clear();
        for (const int layer : layers) {
            gestureStart_[layer] = cellOf(layer).ratio;
        }
    }
    const double allowed = std::clamp(ratio, 1.0, static_cast<double>(cellOf(edited).groups));
    bool changed = false;
    for (const int layer : layers) {
        ConstraintCell& cell = cellOf(layer);
        const bool takes = !isLocked(layer) && allowed <= static_cast<double>(cell.groups);
        // One that cannot follow a drag so far goes back to where it was before.
        const auto start = gestureStart_.find(layer);
        const double shown = takes || start == gestureStart_.end() ? (takes ? allowed : cell.ratio) : start->second;
        changed = changed || shown != cell.ratio;
        cell.ratio = shown;
    }
    if (changed) {
        showColumnChanged(index.column());
        Q_EMIT ratioEdited(names(layers), toQString(constraints()[kind]->name()), allowed, gesture);
    }
}

void LayerTableModel::editLock(const std::vector<int>& layers)
{
    if (!layers.empty()) {
        const bool all = std::all_of(layers.begin(), layers.end(), [this](int layer) { return isLocked(layer); });
        Q_EMIT lockEdited(names(layers), !all);
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
    const int layer = layerAt(index.row());
    return index.column() == column(Levels) ? setLevels(layer, value.toString()) : setLevelBits(layer, value);
}

bool LayerTableModel::setLevelBits(int edited, const QVariant& value)
{
    bool number = false;
    const int bits = value.toInt(&number);
    const auto takes = [bits](const LayerRow& row) {
        return bits == 0 || (bits >= row.leastLevelBits && bits <= row.mostLevelBits);
    };
    const LayerRow& asked = rows_[static_cast<std::size_t>(edited)];
    if (!number || !takes(asked)) {
        Q_EMIT refused(tr("%1 takes levels \"%2\" of %3 to %4 bit, or 0 for float weights")
                           .arg(asked.name, asked.levels)
                           .arg(asked.leastLevelBits)
                           .arg(asked.mostLevelBits));
        return false;
    }
    const std::vector<int> layers = editedWith(edited);
    bool changed = false;
    for (const int layer : layers) {
        LayerRow& row = rows_[static_cast<std::size_t>(layer)];
        if (!isLocked(layer) && takes(row) && row.levelBits != bits) {
            row.levelBits = bits;
            changed = true;
        }
    }
    if (changed) {
        showColumnChanged(column(LevelBits));
        Q_EMIT levelBitsEdited(names(layers), bits);
    }
    return changed;
}

bool LayerTableModel::setLevels(int edited, const QString& quantizer)
{
    const std::vector<int> layers = editedWith(edited);
    const Quantizer& taken = findQuantizer(quantizer.toStdString());
    bool changed = false;
    for (const int layer : layers) {
        LayerRow& row = rows_[static_cast<std::size_t>(layer)];
        if (!isLocked(layer) && row.levels != quantizer) {
            row.levels = quantizer;
            row.leastLevelBits = taken.leastBits();
            row.mostLevelBits = taken.mostBits();
            row.levelBits = row.levelBits == 0 ? 0 : std::clamp(row.levelBits, row.leastLevelBits, row.mostLevelBits);
            changed = true;
        }
    }
    if (changed) {
        showColumnChanged(column(LevelBits));
        showColumnChanged(column(Levels));
        Q_EMIT levelsEdited(names(layers), quantizer);
    }
    return changed;
}

std::vector<int> LayerTableModel::sorted() const
{
    std::vector<int> order(rows_.size());
    std::iota(order.begin(), order.end(), 0);
    if (sortColumn_ < 0) {
        return order;
    }
    // Equal layers stay in the order of the network, both ways.
    std::vector<double> values;
    for (const int layer : order) {
        values.push_back(sortValue(*this, layer, sortColumn_));
    }
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const double left = values[static_cast<std::size_t>(a)];
        const double right = values[static_cast<std::size_t>(b)];
        return sortOrder_ == Qt::AscendingOrder ? left < right : left > right;
    });
    return order;
}

void LayerTableModel::sort(int column, Qt::SortOrder order)
{
    sortColumn_ = column < columnCount() ? column : -1;
    sortOrder_ = order;
    resort();
}

void LayerTableModel::resort()
{
    std::vector<int> order = sorted();
    if (order == order_) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> layers;
    for (const QModelIndex& old : before) {
        layers.push_back(layerAt(old.row()));
    }
    order_ = std::move(order);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int layer = layers[static_cast<std::size_t>(i)];
        after.append(index(layer < 0 ? before[i].row() : rowOf(layer), before[i].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

int LayerTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || rows_.empty() ? 0 : static_cast<int>(rows_.size()) + 1;
}

int LayerTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstConstraint + constraintColumns() + TrailingColumns;
}

Qt::ItemFlags LayerTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const int layer = index.isValid() ? layerAt(index.row()) : -1;
    if (layer >= 0 && !isLocked(layer) && (isRatioColumn(index.column()) || index.column() == column(LevelBits) || index.column() == column(Levels))) {
        flags |= Qt::ItemIsEditable;
    }
    return flags;
}

}  // namespace mho
