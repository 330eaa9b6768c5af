// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/preview_service.h"

#include <QWidget>

class QBarCategoryAxis;
class QComboBox;
class QHorizontalStackedBarSeries;
class QLabel;
class QValueAxis;

namespace mho {

class ThemedChartView;

/// Dense against compressed, stacked by component: energy, power or area.
class CostView : public QWidget {
    Q_OBJECT

public:
    enum Quantity { Energy, Power, Area };

    explicit CostView(QWidget* parent = nullptr);
    void show(const std::shared_ptr<const PreviewResult>& preview);

private:
    void refresh();
    Quantity quantity() const;

    std::shared_ptr<const PreviewResult> preview_;
    QComboBox* choice_;
    QLabel* summary_;
    ThemedChartView* chart_;
    QHorizontalStackedBarSeries* bars_;
    QBarCategoryAxis* cases_;
    QValueAxis* values_;
};

}  // namespace mho
