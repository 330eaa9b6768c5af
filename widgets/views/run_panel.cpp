// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/run_panel.h"

#include "core/base/units.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/theme/theme.h"
#include "widgets/views/run_charts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace mho {
namespace {

constexpr int kBarSteps = 1000;

}  // namespace

RunPanel::RunPanel(QWidget* parent)
    : QWidget(parent),
      start_(new QPushButton(tr("Start"))),
      keep_(new QPushButton(tr("Stop and Keep"))),
      cancel_(new QPushButton(tr("Cancel"))),
      stages_(new QLabel),
      bar_(new QProgressBar),
      remaining_(new QLabel),
      summary_(new QLabel),
      charts_(new RunCharts)
{
    keep_->setToolTip(tr("End the run here as if it were finished and keep the result"));
    cancel_->setToolTip(tr("Stop now; the last checkpoint stays, so that the run can be resumed"));
    bar_->setRange(0, kBarSteps);
    bar_->setTextVisible(true);
    bar_->setMaximumHeight(fontMetrics().height() + 4);
    remaining_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("000 min 00 s left")));
    remaining_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    summary_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    stages_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    stages_->setTextFormat(Qt::RichText);

    auto* first = new QHBoxLayout;
    first->setSpacing(6);
    for (QPushButton* button : {start_, keep_, cancel_}) {
        first->addWidget(button);
    }
    first->addSpacing(8);
    first->addWidget(stages_, 1);
    auto* second = new QHBoxLayout;
    second->addWidget(bar_, 1);
    second->addWidget(remaining_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(4);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(summary_);
    layout->addWidget(charts_, 1);

    connect(start_, &QPushButton::clicked, this, &RunPanel::startRequested);
    connect(keep_, &QPushButton::clicked, this, &RunPanel::stopAndKeepRequested);
    connect(cancel_, &QPushButton::clicked, this, &RunPanel::cancelRequested);
    setIdle(false);
}

void RunPanel::showStage(const QString& stage)
{
    struct Named {
        QString id;
        QString name;
    };
    const QList<Named> all{{QStringLiteral("train"), tr("Train")},
                           {QStringLiteral("admm"), tr("Prune")},
                           {QStringLiteral("retrain"), tr("Retrain")},
                           {QStringLiteral("quantize"), tr("Quantise")},
                           {QStringLiteral("progressive"), tr("Progressive")},
                           {QStringLiteral("straight-through"), tr("Straight-Through")},
                           {QStringLiteral("finetune"), tr("Fine-tune")}};
    QStringList parts;
    for (const Named& one : all) {
        parts.append(
            one.id == stage
                ? QStringLiteral("<b style=\"color:%1\">%2</b>").arg(accentColour(palette()).name(), one.name)
                : QStringLiteral("<span style=\"color:%1\">%2</span>").arg(quietTextColour(palette()).name(), one.name));
    }
    stages_->setText(parts.join(QStringLiteral(" › ")));
}

void RunPanel::setIdle(bool resumable)
{
    start_->setText(resumable ? tr("Resume") : tr("Start"));
    start_->setToolTip(resumable ? tr("Go on with the unfinished run of this project")
                                 : tr("Train where there are no weights, then compress under this plan"));
    start_->setEnabled(true);
    keep_->setEnabled(false);
    cancel_->setEnabled(false);
    remaining_->clear();
    bar_->setValue(0);
    bar_->setFormat(QString());
    showStage({});
}

void RunPanel::setRunning()
{
    start_->setEnabled(false);
    keep_->setEnabled(true);
    cancel_->setEnabled(true);
    summary_->clear();
    bar_->setFormat(tr("%p %"));
    remaining_->setText(tr("starting"));
}

void RunPanel::setEnding()
{
    keep_->setEnabled(false);
    cancel_->setEnabled(false);
    remaining_->setText(tr("ending"));
}

void RunPanel::setProgress(const Progress& progress)
{
    showStage(toQString(progress.stage));
    bar_->setValue(qRound(progress.totalFraction * kBarSteps));
    if (cancel_->isEnabled() && progress.remainingS >= 0.0) {
        remaining_->setText(tr("%1 left").arg(inLanguage(durationText(progress.remainingS))));
    }
}

void RunPanel::setMetrics(const std::vector<EpochMetric>& metrics)
{
    charts_->setMetrics(metrics);
}

void RunPanel::addMetric(const EpochMetric& metric)
{
    charts_->add(metric);
}

void RunPanel::setSummary(const QString& text)
{
    summary_->setText(text);
}

}  // namespace mho
