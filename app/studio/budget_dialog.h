// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/spread_budget.h"
#include "widgets/bridge/latest_worker.h"

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace mho {

class LayerTableModel;
class NumberBox;
class Session;

/// Spreads a ratio or a number of crossbars of the whole network over the layers that are not locked
/// (core/explore/spread_budget.h), shows what each layer would get, and makes it the plan as one undo step. It prices the
/// network that runs start from (denseNetwork()). Calculates anew, off the window's thread, whenever a field or the design
/// changes.
class BudgetDialog : public QDialog {
    Q_OBJECT

public:
    /// @param model gives the fields what the network keeps now; both outlive the dialog
    BudgetDialog(Session* session, const LayerTableModel* model, QWidget* parent);
    /// Stops the calculation.
    ~BudgetDialog() override;

    QComboBox* kindBox() { return kind_; }
    QComboBox* goalBox() { return goal_; }
    NumberBox* ratioBox() { return ratio_; }
    NumberBox* crossbarsBox() { return crossbars_; }
    QLabel* summary() { return summary_; }
    QTableWidget* table() { return table_; }
    QPushButton* applyButton() { return apply_; }

Q_SIGNALS:
    /// A result, or why there is none, shows.
    void calculated();

private:
    struct Known;

    void arrange();
    void fillFields(const LayerTableModel* model);
    BudgetRequest request() const;
    void ask();
    void calculate();
    void showResult(const SpreadBudget& spread);
    void refuse(const QString& text);
    void apply();

    Session* session_;
    QComboBox* kind_;
    QComboBox* goal_;
    NumberBox* ratio_;
    NumberBox* crossbars_;
    QLabel* summary_;
    QTableWidget* table_;
    QPushButton* apply_ = nullptr;
    QTimer rest_;
    std::optional<SpreadBudget> spread_;       ///< What is shown and can be applied.
    std::shared_ptr<std::atomic<bool>> stop_;  ///< Of the calculation that goes on.
    std::shared_ptr<Known> known_;             ///< Touched by the worker only.
    LatestWorker worker_;
};

/// Opens the dialog over the window, or raises it where it is open.
void showBudgetDialog(Session* session, const LayerTableModel* model, QWidget* window);

}  // namespace mho
