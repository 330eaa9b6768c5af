// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_store.h"

#include <QWidget>

#include <vector>

class QCategoryAxis;
class QLineSeries;
class QStackedLayout;
class QValueAxis;

namespace mho {

class ThemedChartView;

/// Live curves of a run over all its epochs: training accuracy with the loss on a logarithmic axis beside it, and ADMM residuals on one.
class RunCharts : public QWidget {
    Q_OBJECT

public:
    explicit RunCharts(QWidget* parent = nullptr);
    void setMetrics(const std::vector<EpochMetric>& metrics);
    void add(const EpochMetric& metric);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void redraw();
    void nameLines();
    void colour();

    std::vector<EpochMetric> metrics_;
    QStackedLayout* pages_;  ///< The charts, and what to do while no run has an epoch.
    ThemedChartView* accuracyChart_;
    ThemedChartView* residualChart_;
    QLineSeries* accuracy_;
    QLineSeries* loss_;
    QLineSeries* primal_;
    QLineSeries* dual_;
    QValueAxis* accuracyEpochs_;
    QValueAxis* percent_;
    QCategoryAxis* nats_;
    QValueAxis* residualEpochs_;
    QCategoryAxis* residual_;
};

}  // namespace mho
