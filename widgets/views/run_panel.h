// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/run/recipe_work.h"
#include "core/run/run_store.h"

#include <QWidget>

#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace mho {

class RunCharts;
class RunLog;
class RunQueue;

/// The main job as a person sees it: its stages with their epochs, progress, time left, curves, log, the runs that wait, and the
/// buttons that start, hold and end it.
class RunPanel : public QWidget {
    Q_OBJECT

public:
    explicit RunPanel(QWidget* parent = nullptr);

    /// @param resumable an unfinished run is kept in the project: Start becomes Resume
    void setIdle(bool resumable);
    void setRunning();
    /// The run is held, or goes on.
    void setPaused(bool paused);
    /// The stages that the run trains, or would.
    void setStages(const std::vector<StageWork>& stages);
    void setQueue(const std::vector<Recipe>& queue);
    RunLog* log() const { return log_; }
    RunQueue* queue() const { return queue_; }
    /// A verdict was given and the run is ending.
    void setEnding();
    void setProgress(const Progress& progress);
    void setMetrics(const std::vector<EpochMetric>& metrics);
    void addMetric(const EpochMetric& metric);
    /// One line under the buttons: the last result, or what happened.
    void setSummary(const QString& text);

Q_SIGNALS:
    void startRequested();
    void stopAndKeepRequested();
    void cancelRequested();
    void pauseRequested(bool pause);
    void queueRequested();
    /// A person wants to change how a run trains.
    void stagesRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showStages();

    QPushButton* start_;
    QPushButton* keep_;
    QPushButton* pause_;
    QPushButton* cancel_;
    QPushButton* enqueue_;
    QPushButton* edit_;
    QLabel* stages_;
    QProgressBar* bar_;
    QLabel* remaining_;
    QLabel* summary_;
    QTabWidget* tabs_;
    RunCharts* charts_;
    RunLog* log_;
    RunQueue* queue_;
    std::vector<StageWork> work_;
    QString stage_;  ///< That goes on; empty = none.
    QString remainingText_;
};

}  // namespace mho
