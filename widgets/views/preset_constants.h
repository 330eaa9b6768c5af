// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/component_file.h"

#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace mho {

class ConstantTableModel;

/// What a preset is, what to know when reading its figures, and its constants with their sources. Folded away at first.
class PresetConstants : public QWidget {
    Q_OBJECT

public:
    explicit PresetConstants(QWidget* parent = nullptr);

    void setComponents(const ComponentFile& components);
    /// Nothing to show, and why: the file cannot be read, or is not read yet.
    void setNothing(const QString& reason);

    QToolButton* foldButton() { return fold_; }
    QTableView* table() { return table_; }

private:
    void showFold();

    QToolButton* fold_;
    QLabel* about_;
    QTableView* table_;
    ConstantTableModel* model_;
};

}  // namespace mho
