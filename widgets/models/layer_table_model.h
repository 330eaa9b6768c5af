// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/layer_row.h"

#include <QAbstractTableModel>

namespace mho {

/// Weight layers with what the plan makes of them; the last row is the total. Ratios and level bits are editable: an edit
/// shows at once and is announced by a signal, the owner of the plan sends new rows when they are computed.
class LayerTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// Columns before and after those of the constraints.
    enum LeadingColumn { Name, Shape, FirstConstraint };
    enum TrailingColumn { LevelBits, Ratio, Kept, Crossbars, Occupancy, AdcBits, EnergyShare, TrailingColumns };
    enum Role { RatioRole = Qt::UserRole, GroupsRole, ValueRole };

    explicit LayerTableModel(QObject* parent = nullptr);

    void setRows(std::vector<LayerRow> rows);
    const std::vector<LayerRow>& layers() const { return rows_; }
    int constraintColumns() const;
    bool isConstraintColumn(int column) const;
    /// A constraint column whose kind has a ratio: a slider. The others only tell what the plan has.
    bool isRatioColumn(int column) const;
    int column(TrailingColumn column) const { return FirstConstraint + constraintColumns() + column; }
    /// @param gesture edits of one drag carry one number above 0; 0 = an edit of its own
    void editRatio(const QModelIndex& index, double ratio, int gesture);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void ratioEdited(const QString& layer, const QString& kind, double ratio, int gesture);
    void levelBitsEdited(const QString& layer, int bits);

private:
    QString text(const LayerRow& row, int trailing, bool total) const;
    QVariant toolTip(const LayerRow& row, const QModelIndex& index) const;
    QString headerText(int section) const;
    QString headerTip(int section) const;

    std::vector<LayerRow> rows_;
    LayerRow total_;
};

}  // namespace mho
