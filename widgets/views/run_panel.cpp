// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/run_panel.h"

#include "core/base/units.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"
#include "widgets/views/run_charts.h"
#include "widgets/views/run_log.h"
#include "widgets/views/run_queue.h"
#include "widgets/views/run_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

namespace mho {
namespace {

constexpr int kBarSteps = 1000;
constexpr int kIconButtonPx = 32;

}  // namespace

RunPanel::RunPanel(QWidget* parent)
    : QWidget(parent),
      start_(new QPushButton(tr("Start"))),
      keep_(new QPushButton(tr("Stop and Keep"))),
      pause_(new QPushButton),
      cancel_(new QPushButton(tr("Cancel"))),
      enqueue_(new QPushButton),
      edit_(new QPushButton),
      stages_(new QLabel),
      bar_(new QProgressBar),
      remaining_(new QLabel),
      summary_(new QLabel),
      tabs_(new QTabWidget),
      charts_(new RunCharts),
      log_(new RunLog),
      queue_(new RunQueue)
{
    keep_->setToolTip(tr("End the run here as if it were finished and keep the result"));
    cancel_->setToolTip(tr("Stop now; the last checkpoint stays, so that the run can be resumed"));
    pause_->setToolTip(tr("Hold the run where it is; it goes on from there at once"));
    pause_->setCheckable(true);
    pause_->setIcon(lineIcon(QStringLiteral("pause")));
    enqueue_->setIcon(lineIcon(QStringLiteral("queue")));
    enqueue_->setAccessibleName(tr("Add to Queue"));
    enqueue_->setToolTip(tr("A run of the present design, after those that go on and wait"));
    edit_->setIcon(lineIcon(QStringLiteral("stages")));
    edit_->setAccessibleName(tr("Stages"));
    edit_->setToolTip(tr("How the next run trains: epochs, rates and penalties of each stage"));
    bar_->setAccessibleName(tr("Progress of the run"));
    bar_->setRange(0, kBarSteps);
    bar_->setTextVisible(true);
    bar_->setMaximumHeight(fontMetrics().height() + 4);
    remaining_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("000 min 00 s left")));
    remaining_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    summary_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    summary_->setWordWrap(true);
    stages_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    stages_->setTextFormat(Qt::RichText);
    stages_->setWordWrap(true);

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
    // Icons alone: the panel stands beside others on small screens.
    for (QPushButton* button : {pause_, enqueue_, edit_}) {
        button->setFixedSize(kIconButtonPx, fontMetrics().height() + 4);  // no higher than the bar beside
        second->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    layout->setSpacing(2);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(summary_);
    tabs_->setDocumentMode(true);
    tabs_->addTab(charts_, tr("Curves"));
    tabs_->addTab(log_, tr("Log"));
    tabs_->addTab(queue_, tr("Queue"));
    layout->addWidget(tabs_, 1);

    connect(start_, &QPushButton::clicked, this, &RunPanel::startRequested);
    connect(keep_, &QPushButton::clicked, this, &RunPanel::stopAndKeepRequested);
    connect(cancel_, &QPushButton::clicked, this, &RunPanel::cancelRequested);
    connect(pause_, &QPushButton::toggled, this, &RunPanel::pauseRequested);
    connect(enqueue_, &QPushButton::clicked, this, &RunPanel::queueRequested);
    connect(edit_, &QPushButton::clicked, this, &RunPanel::stagesRequested);
    setIdle(false);
}

void RunPanel::setPaused(bool paused)
{
    const QSignalBlocker blocked(pause_);
    pause_->setChecked(paused);
    pause_->setAccessibleName(paused ? tr("Go On") : tr("Pause"));
    remaining_->setText(paused ? tr("paused") : remainingText_);
}

void RunPanel::setQueue(const std::vector<Recipe>& queue)
{
    queue_->setRuns(queue);
    tabs_->setTabText(tabs_->indexOf(queue_), queue.empty() ? tr("Queue") : tr("Queue (%1)").arg(queue.size()));
}

void RunPanel::setStages(const std::vector<StageWork>& stages)
{
    work_ = stages;
    showStages();
}

void RunPanel::showStages()
{
    QStringList parts;
    QStringList plain;
    for (const StageWork& one : work_) {
        const bool now = toQString(one.stage) == stage_;
        const QString text = tr("%1 %2", "stage of a run, its epochs").arg(stageWord(toQString(one.stage))).arg(one.epochs);
        const QColor colour = now ? accentColour(palette()) : quietTextColour(palette());
        parts.append(QStringLiteral("<span style=\"color:%1\">%2</span>").arg(colour.name(), now ? QStringLiteral("<b>%1</b>").arg(text) : text));
        plain.append(now ? tr("%1 (now)").arg(text) : text);
    }
    stages_->setText(parts.join(QStringLiteral(" › ")));
    stages_->setToolTip(tr("Stages of the run and the epochs of each"));
    stages_->setAccessibleName(tr("Stages: %1").arg(plain.join(QStringLiteral(", "))));
}

void RunPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showStages();
    }
}

void RunPanel::setIdle(bool resumable)
{
    start_->setText(resumable ? tr("Resume") : tr("Start"));
    start_->setToolTip(resumable ? tr("Go on with the unfinished run of this project")
                                 : tr("Train where there are no weights, then compress under this plan"));
    start_->setEnabled(true);
    keep_->setEnabled(false);
    cancel_->setEnabled(false);
    pause_->setEnabled(false);
    setPaused(false);
    queue_->setStartable(!resumable);
    remaining_->clear();
    bar_->setValue(0);
    bar_->setFormat(QString());
    stage_.clear();
    showStages();
}

void RunPanel::setRunning()
{
    start_->setEnabled(false);
    keep_->setEnabled(true);
    cancel_->setEnabled(true);
    pause_->setEnabled(true);
    queue_->setStartable(false);
    remainingText_.clear();
    summary_->clear();
    bar_->setFormat(tr("%p %"));
    remaining_->setText(tr("starting"));
}

void RunPanel::setEnding()
{
    keep_->setEnabled(false);
    cancel_->setEnabled(false);
    pause_->setEnabled(false);
    remaining_->setText(tr("ending"));
}

void RunPanel::setProgress(const Progress& progress)
{
    if (const QString stage = toQString(progress.stage); stage != stage_) {
        stage_ = stage;
        showStages();
    }
    bar_->setValue(qRound(progress.totalFraction * kBarSteps));
    if (cancel_->isEnabled() && progress.remainingS >= 0.0) {
        remainingText_ = tr("%1 left").arg(inLanguage(durationText(progress.remainingS)));
        if (!pause_->isChecked()) {
            remaining_->setText(remainingText_);
        }
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
