// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/compare_table_model.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QTableView;

namespace mho {

class CompareSelection;

/// Points side by side: properties as rows. Selecting columns selects their points, and the other way round; a cell of a layer's
/// row chooses the layer too.
class CompareTable : public QWidget {
    Q_OBJECT

public:
    /// @param selection outlives the view
    explicit CompareTable(CompareSelection* selection, QWidget* parent = nullptr);

    void setSet(const std::shared_ptr<const CompareSet>& set);
    CompareTableModel* model() { return model_; }
    QTableView* view() { return view_; }
    QCheckBox* differencesBox() { return differences_; }
    QCheckBox* selectedBox() { return selectedOnly_; }

Q_SIGNALS:
    void layerChosen(const QString& layer);

private:
    void choosePoints();
    void showSelection();
    void takeSelection();

    CompareSelection* selection_;
    CompareTableModel* model_;
    QTableView* view_;
    QCheckBox* differences_;
    QCheckBox* selectedOnly_;
    std::shared_ptr<const CompareSet> set_;
    bool showing_ = false;  ///< The selection comes from elsewhere, not from a person's hand here.
};

}  // namespace mho
