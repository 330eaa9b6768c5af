// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/constants.h"

#include <QAbstractTableModel>

#include <vector>

namespace mho {

/// A component file's constants, to be read: name, value, unit, source.
class ConstantTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Value, Unit, Source, Columns };

    explicit ConstantTableModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setConstants(std::vector<Constant> constants);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Constant> constants_;
};

}  // namespace mho
