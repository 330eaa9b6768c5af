// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/coarse_preview.h"
#include "widgets/models/layer_row.h"
#include "widgets/models/sensitivity_curve.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <map>
#include <set>

namespace mho {

/// Weight layers with what the plan makes of them; the last row is the total, whatever the rows are sorted by. A layer is known
/// by its index in layers(), which is that of the network; its row is another thing. Ratios, levels and locks are edited:
/// an edit of a ratio or of levels shows at once; all are announced by a signal, and the owner of the plan sends what comes of
/// it.
class LayerTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// Columns before and after those of the constraints.
    enum LeadingColumn { Name, Lock, Shape, Sensitivity, FirstConstraint };
    enum TrailingColumn { LevelBits, Levels, Ratio, Kept, Crossbars, Occupancy, AdcBits, EnergyShare, TrailingColumns };
    /// Locked: bool. Curve: QPolygonF in the unit square; Mark: one point on it, or none (SensitivityCurves).
    /// Choices: what the cell can be set to, a QVariantList of Choice.
    enum Role { RatioRole = Qt::UserRole, GroupsRole, ValueRole, LockedRole, CurveRole, MarkRole, ChoicesRole };
    struct Choice {
        QString text;
        QVariant value;  ///< As Qt::EditRole has it.
        QString tip;
    };

    explicit LayerTableModel(QObject* parent = nullptr);

    void setRows(std::vector<LayerRow> rows);
    /// Shows what is likely of these layers until the next setRows(); ratios stay as they were edited.
    void showCoarse(const std::vector<CoarseLayer>& layers);
    /// In the order of the network.
    const std::vector<LayerRow>& layers() const { return rows_; }
    /// -1 for the total and for rows that are not there.
    int layerAt(int row) const;
    int rowOf(int layer) const;

    int constraintColumns() const;
    bool isConstraintColumn(int column) const;
    /// A constraint column whose kind has a ratio: a slider. The others only tell what the plan has.
    bool isRatioColumn(int column) const;
    int column(TrailingColumn column) const { return FirstConstraint + constraintColumns() + column; }

    /// By name; names of other layers do not count.
    void setLocked(const std::set<std::string>& layers);
    bool isLocked(int layer) const;
    void setSensitivity(SensitivityCurves curves);
    /// nullptr where nothing is known of the layer.
    const SensitivityCurve* curveOf(int layer) const;
    bool hasSensitivity() const { return !curves_.layers.empty(); }

    /// Layers that are edited together: an edit of one of them is announced for all, and shows in those that can take it.
    void setEditedTogether(std::vector<int> layers);
    /// The layers that an edit of this one goes to, ascending.
    std::vector<int> editedWith(int layer) const;
    /// @param ratio clamped to what the layer of `index` can have
    /// @param gesture edits of one drag carry one number above 0; 0 = an edit of its own
    void editRatio(const QModelIndex& index, double ratio, int gesture);
    /// Locks the layers, or unlocks them where all are locked.
    void editLock(const std::vector<int>& layers);

    /// By any column; -1 = the order of the network. Values that change later do not move rows until resort().
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    bool isSorted() const { return sortColumn_ >= 0; }
    void resort();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void ratioEdited(const QStringList& layers, const QString& kind, double ratio, int gesture);
    void levelBitsEdited(const QStringList& layers, int bits);
    /// @param quantizer its name
    void levelsEdited(const QStringList& layers, const QString& quantizer);
    void lockEdited(const QStringList& layers, bool locked);
    /// A value that the layer cannot have was not taken; why, for people.
    void refused(const QString& reason);

private:
    QStringList names(const std::vector<int>& layers) const;
    void showColumnChanged(int column);
    std::vector<int> sorted() const;
    QVariant constraintData(int layer, int column, int role) const;
    QVariant sensitivityData(int layer, int role) const;
    QVariantList choices(const LayerRow& row, int column) const;
    bool setLevelBits(int layer, const QVariant& value);
    bool setLevels(int layer, const QString& quantizer);
    QString text(const LayerRow& row, int column, bool total) const;
    QString toolTip(const LayerRow& row, int column) const;
    QString ratioTip(const ConstraintCell& cell) const;
    QString sensitivityTip(const SensitivityCurve& curve) const;
    QString headerText(int section) const;
    QString headerTip(int section) const;

    std::vector<LayerRow> rows_;
    LayerRow total_;
    std::vector<int> order_;  ///< Layer of each row.
    int sortColumn_ = -1;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
    std::set<QString> locked_;
    SensitivityCurves curves_;
    std::vector<int> together_;
    int gesture_ = 0;
    std::map<int, double> gestureStart_;  ///< Ratios before the gesture that goes on, by layer.
};

/// What rows are sorted by in a column, rising; layers that have no value there come first.
double sortValue(const LayerTableModel& model, int layer, int column);

}  // namespace mho
