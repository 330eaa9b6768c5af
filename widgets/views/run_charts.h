// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_store.h"

#include <QWidget>

#include <vector>

class QCategoryAxis;
class QLineSeries;
class QValueAxis;

namespace mho {

class ThemedChartView;

/// Live curves of a run over all its epochs: training accuracy, and ADMM residuals on a logarithmic axis.
class RunCharts : public QWidget {
    Q_OBJECT

public:
    explicit RunCharts(QWidget* parent = nullptr);
    void setMetrics(const std::vector<EpochMetric>& metrics);
    void add(const EpochMetric& metric);

private:
    void redraw();
    void colour();

    std::vector<EpochMetric> metrics_;
    ThemedChartView* accuracyChart_;
    ThemedChartView* residualChart_;
    QLineSeries* accuracy_;
    QLineSeries* primal_;
    QLineSeries* dual_;
    QValueAxis* accuracyEpochs_;
    QValueAxis* percent_;
    QValueAxis* residualEpochs_;
    QCategoryAxis* residual_;
};

}  // namespace mho
