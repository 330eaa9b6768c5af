// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/run_charts.h"
#include "widgets/views/themed_chart_view.h"

#include <QCategoryAxis>
#include <QLegend>
#include <QLineSeries>

#include <catch2/catch.hpp>

#include <cmath>

namespace mho {
namespace {

EpochMetric epoch(const char* stage, double loss, double accuracy)
{
    EpochMetric metric;
    metric.stage = stage;
    metric.loss = loss;
    metric.trainAccuracyPercent = accuracy;
    return metric;
}

QLineSeries* series(const RunCharts& charts, const char* name)
{
    for (const ThemedChartView* view : charts.findChildren<ThemedChartView*>()) {
        for (QAbstractSeries* one : view->chart()->series()) {
            if (one->name() == QString::fromUtf8(name)) {
                return qobject_cast<QLineSeries*>(one);
            }
        }
    }
    return nullptr;
}

TEST_CASE("Legends name the lines in full where there is room, and in short where there is none")
{
    RunCharts charts;
    charts.add(epoch("train", 0.5, 90.0));
    charts.show();
    charts.resize(1600, 300);
    CHECK(series(charts, "training accuracy") != nullptr);
    CHECK(series(charts, "dual residual") != nullptr);
    charts.resize(300, 300);
    CHECK(series(charts, "accuracy") != nullptr);
    CHECK(series(charts, "dual") != nullptr);
    CHECK(series(charts, "training accuracy") == nullptr);
}

TEST_CASE("The charts of a run hold accuracy, loss and residuals of all its epochs, losses and residuals as logarithms")
{
    RunCharts charts;
    const auto* chart = charts.findChild<ThemedChartView*>();
    CHECK_FALSE(chart->isVisibleTo(&charts));  // words say what to do
    EpochMetric round;  // an ADMM update, no training
    round.stage = "admm";
    round.primalResidual = 0.1;
    round.dualResidual = 0.0;
    charts.setMetrics({epoch("train", 2.5, 40.0), epoch("train", 0.04, 98.0), round});
    charts.add(epoch("retrain", 0.0, 99.0));
    CHECK(chart->isVisibleTo(&charts));
    CHECK(series(charts, "training accuracy")->points() == QList<QPointF>{{1, 40.0}, {2, 98.0}, {4, 99.0}});
    const QList<QPointF> losses = series(charts, "training loss")->points();
    REQUIRE(losses.size() == 2);  // zero has no logarithm
    CHECK(losses[0].y() == Approx(std::log10(2.5)));
    CHECK(losses[1] == QPointF(2, std::log10(0.04)));
    CHECK(series(charts, "primal residual")->points() == QList<QPointF>{{1, -1.0}});
    CHECK(series(charts, "dual residual")->points().isEmpty());

    QCategoryAxis* decades = nullptr;
    for (QAbstractAxis* axis : series(charts, "training loss")->attachedAxes()) {
        decades = axis->orientation() == Qt::Vertical ? qobject_cast<QCategoryAxis*>(axis) : decades;
    }
    REQUIRE(decades != nullptr);
    CHECK(decades->min() == -2.0);
    CHECK(decades->max() == 1.0);
    CHECK(decades->categoriesLabels() ==
          QStringList{QStringLiteral("0.01"), QStringLiteral("0.1"), QStringLiteral("1"), QStringLiteral("10")});
    CHECK(decades->titleText() == QStringLiteral("loss (nats)"));
}

}  // namespace
}  // namespace mho
