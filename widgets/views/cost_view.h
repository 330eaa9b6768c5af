// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/cost_words.h"
#include "widgets/bridge/preview_service.h"

#include <QWidget>

class QBarCategoryAxis;
class QComboBox;
class QHorizontalStackedBarSeries;
class QLabel;
class QStackedWidget;
class QValueAxis;

namespace mho {

class ThemedChartView;

/// Dense against compressed, stacked by component: energy, power or area; why, where the hardware preset does not give it.
class CostView : public QWidget {
    Q_OBJECT

public:
    explicit CostView(QWidget* parent = nullptr);
    void show(const std::shared_ptr<const PreviewResult>& preview);

private:
    void refresh();
    CostQuantity quantity() const;

    std::shared_ptr<const PreviewResult> preview_;
    QComboBox* choice_;
    QLabel* summary_;
    QStackedWidget* pages_;  ///< The chart, or the reason why there is none.
    QLabel* reason_;
    ThemedChartView* chart_;
    QHorizontalStackedBarSeries* bars_;
    QBarCategoryAxis* cases_;
    QValueAxis* values_;
};

}  // namespace mho
