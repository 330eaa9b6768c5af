// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/run_charts.h"

#include "widgets/bridge/quantity_text.h"
#include "widgets/theme/theme.h"
#include "widgets/views/empty_state.h"
#include "widgets/views/themed_chart_view.h"

#include <QCategoryAxis>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QLegend>
#include <QLineSeries>
#include <QStackedLayout>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

namespace mho {
namespace {

/// Whole-number ticks from 0 to at least `count`.
void fitCounts(QValueAxis& axis, double count)
{
    const double most = std::max(count, 8.0);
    const double tick = most <= 12 ? 2.0 : most <= 40 ? 5.0 : most <= 120 ? 20.0 : std::ceil(most / 500.0) * 100.0;
    axis.setRange(0.0, std::ceil(most / tick) * tick);
    axis.setTickInterval(tick);
}

/// Decades as powers of ten; what a logarithmic axis of Qt Charts writes at them is nothing in some languages.
/// @param lowest, highest exponents, lowest < highest
void fitDecades(QCategoryAxis& axis, int lowest, int highest)
{
    const QStringList old = axis.categoriesLabels();
    for (const QString& label : old) {
        axis.remove(label);
    }
    axis.setStartValue(lowest - 1);
    const int stride = highest - lowest > 4 ? 2 : 1;
    for (int power = lowest + (highest - lowest) % stride; power <= highest; power += stride) {
        axis.append(shortText(std::pow(10.0, power), 3), power);
    }
    axis.setRange(lowest, highest);
}

}  // namespace

RunCharts::RunCharts(QWidget* parent)
    : QWidget(parent),
      pages_(new QStackedLayout(this)),
      accuracyChart_(new ThemedChartView),
      residualChart_(new ThemedChartView),
      accuracy_(new QLineSeries),
      loss_(new QLineSeries),
      primal_(new QLineSeries),
      dual_(new QLineSeries),
      accuracyEpochs_(new QValueAxis),
      percent_(new QValueAxis),
      nats_(new QCategoryAxis),
      residualEpochs_(new QValueAxis),
      residual_(new QCategoryAxis)
{
    accuracyEpochs_->setTitleText(tr("epoch of the run"));
    residualEpochs_->setTitleText(tr("ADMM round"));
    for (QValueAxis* axis : {accuracyEpochs_, residualEpochs_}) {
        axis->setLabelFormat(QStringLiteral("%.0f"));
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setTickAnchor(0.0);
    }
    percent_->setTitleText(tr("top-1 (%)"));
    percent_->setLabelFormat(QStringLiteral("%.0f"));
    percent_->setTickCount(3);
    nats_->setTitleText(tr("loss (nats)"));
    residual_->setTitleText(tr("relative residual"));
    for (QCategoryAxis* axis : {nats_, residual_}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    }

    const auto fill = [](ThemedChartView* view, const QList<QLineSeries*>& series, QAbstractAxis* x, QAbstractAxis* y) {
        QChart* chart = view->chart();
        chart->addAxis(x, Qt::AlignBottom);
        chart->addAxis(y, Qt::AlignLeft);
        for (QLineSeries* line : series) {
            chart->addSeries(line);
            line->attachAxis(x);
            line->attachAxis(y);
            line->setPointsVisible(true);
        }
        chart->legend()->setAlignment(Qt::AlignTop);
        view->restyle();
    };
    fill(accuracyChart_, {accuracy_}, accuracyEpochs_, percent_);
    accuracyChart_->chart()->addAxis(nats_, Qt::AlignRight);
    accuracyChart_->chart()->addSeries(loss_);
    loss_->attachAxis(accuracyEpochs_);
    loss_->attachAxis(nats_);
    loss_->setPointsVisible(true);
    nats_->setGridLineVisible(false);  // those of the percents are enough
    accuracyChart_->restyle();
    fill(residualChart_, {primal_, dual_}, residualEpochs_, residual_);
    accuracyChart_->setAccessibleName(tr("Training accuracy and loss by epoch"));
    residualChart_->setAccessibleName(tr("Residuals by ADMM round"));
    residualChart_->setFigureCommand({QStringLiteral("convergence")});
    for (ThemedChartView* view : {accuracyChart_, residualChart_}) {
        connect(view, &ThemedChartView::themeChanged, this, &RunCharts::colour);
    }

    auto* charts = new QWidget;
    auto* layout = new QHBoxLayout(charts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(accuracyChart_);
    layout->addWidget(residualChart_);
    QLabel* hint = emptyStateLabel(tr("The curves of a run show here.\nChoose Run ▸ Start to train and compress this network."));
    pages_->setContentsMargins(0, 0, 0, 0);
    pages_->addWidget(charts);
    pages_->addWidget(hint);
    nameLines();
    colour();
    redraw();
}

void RunCharts::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    nameLines();
}

void RunCharts::nameLines()
{
    struct Line {
        QLineSeries* series;
        QString name;
        QString brief;  ///< Where a legend has no room for both names; its chart tells the rest.
    };
    const auto name = [this](const ThemedChartView& view, const std::array<Line, 2>& lines) {
        const QFontMetrics metrics(view.chart()->legend()->font());
        int wide = 0;
        for (const Line& line : lines) {
            wide += metrics.horizontalAdvance(line.name) + 3 * metrics.height();  // with its marker and margins
        }
        for (const Line& line : lines) {
            line.series->setName(wide <= width() / 2 ? line.name : line.brief);
        }
    };
    name(*accuracyChart_, {{{accuracy_, tr("training accuracy"), tr("accuracy")}, {loss_, tr("training loss"), tr("loss")}}});
    name(*residualChart_, {{{primal_, tr("primal residual"), tr("primal")}, {dual_, tr("dual residual"), tr("dual")}}});
}

void RunCharts::setMetrics(const std::vector<EpochMetric>& metrics)
{
    metrics_ = metrics;
    redraw();
}

void RunCharts::add(const EpochMetric& metric)
{
    metrics_.push_back(metric);
    redraw();
}

void RunCharts::redraw()
{
    pages_->setCurrentIndex(metrics_.empty() ? 1 : 0);
    QList<QPointF> accuracy;
    QList<QPointF> loss;
    QList<QPointF> primal;
    QList<QPointF> dual;
    double lowest = 100.0;
    double rounds = 0.0;
    double smallest = 2e-2;
    double leastLoss = 1.0;
    double mostLoss = 1.0;
    for (std::size_t i = 0; i < metrics_.size(); ++i) {
        const auto epoch = static_cast<double>(i + 1);
        const EpochMetric& metric = metrics_[i];
        if (metric.trainAccuracyPercent >= 0.0) {
            accuracy.append({epoch, metric.trainAccuracyPercent});
            lowest = std::min(lowest, metric.trainAccuracyPercent);
        }
        // The axes have logarithms, and zero has none; what is exactly zero is left out.
        if (metric.loss > 0.0) {
            loss.append({epoch, std::log10(metric.loss)});
            leastLoss = std::min(leastLoss, metric.loss);
            mostLoss = std::max(mostLoss, metric.loss);
        }
        const bool round = metric.primalResidual >= 0.0 || metric.dualResidual >= 0.0;
        rounds += round ? 1.0 : 0.0;
        if (metric.primalResidual > 0.0) {
            primal.append({rounds, std::log10(metric.primalResidual)});
            smallest = std::min(smallest, metric.primalResidual);
        }
        if (metric.dualResidual > 0.0) {
            dual.append({rounds, std::log10(metric.dualResidual)});
            smallest = std::min(smallest, metric.dualResidual);
        }
    }
    accuracy_->replace(accuracy);
    loss_->replace(loss);
    primal_->replace(primal);
    dual_->replace(dual);
    fitCounts(*accuracyEpochs_, static_cast<double>(metrics_.size()));
    fitCounts(*residualEpochs_, rounds);
    percent_->setRange(accuracy.isEmpty() ? 0.0 : std::floor(std::min(lowest, 99.0) / 10.0) * 10.0, 100.0);
    fitDecades(*nats_, std::min(-1, static_cast<int>(std::floor(std::log10(leastLoss)))), static_cast<int>(std::ceil(std::log10(mostLoss))));
    fitDecades(*residual_, static_cast<int>(std::floor(std::log10(smallest))), 0);
}

void RunCharts::colour()
{
    constexpr double kMarkerRadius = 2.5;  // what Qt Charts calls the size of a line's marker
    const auto paint = [](QLineSeries* line, const QColor& colour) {
        line->setPen(QPen(colour, 1.8));
        line->setMarkerSize(kMarkerRadius);
    };
    const QList<QColor> colours = seriesColours(residualChart_->palette());
    paint(accuracy_, accentColour(accuracyChart_->palette()));
    paint(loss_, seriesColours(accuracyChart_->palette()).at(3));
    loss_->setPen(QPen(loss_->pen().color(), 1.8, Qt::DashLine));
    paint(primal_, colours[2]);
    paint(dual_, colours[6]);
    dual_->setPen(QPen(colours[6], 1.8, Qt::DashLine));
}

}  // namespace mho
