// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/compare_set.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace mho {

/// Properties as rows, points as columns.
class CompareTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit CompareTableModel(QObject* parent = nullptr);

    /// Shows all points of the set. @param set never null
    void setSet(std::shared_ptr<const CompareSet> set);
    /// @param points indices into the set's points, in the order of the columns
    void setPoints(std::vector<int> points);
    /// Hides rows in which all columns say the same; all rows stay where there is one column.
    void setDifferencesOnly(bool only);
    bool differencesOnly() const { return differencesOnly_; }
    /// The point whose design is in the editor: its title is underlined, and says so. -1 = none.
    void setPresent(int point);
    /// Index into the set's points; -1 for no such column.
    int pointOf(int column) const;
    /// Column of a point; -1 where it is not shown.
    int columnOf(int point) const;

    /// The layer that a row is about; empty = none.
    QString layerOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool differs(const CompareProperty& property) const;
    void chooseRows();

    std::shared_ptr<const CompareSet> set_;
    std::vector<int> points_;
    struct Row {
        std::size_t property = 0;  ///< Index into the set's properties.
        bool differs = false;
    };
    std::vector<Row> rows_;
    bool differencesOnly_ = false;
    int present_ = -1;
};

}  // namespace mho
