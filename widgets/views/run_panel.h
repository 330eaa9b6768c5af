// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/run/run_store.h"

#include <QWidget>

#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;

namespace mho {

class RunCharts;

/// The main job as a person sees it: stages, progress, time left, curves, and the buttons that start and end it.
class RunPanel : public QWidget {
    Q_OBJECT

public:
    explicit RunPanel(QWidget* parent = nullptr);

    /// @param resumable an unfinished run is kept in the project: Start becomes Resume
    void setIdle(bool resumable);
    void setRunning();
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

private:
    void showStage(const QString& stage);

    QPushButton* start_;
    QPushButton* keep_;
    QPushButton* cancel_;
    QLabel* stages_;
    QProgressBar* bar_;
    QLabel* remaining_;
    QLabel* summary_;
    RunCharts* charts_;
    QString stage_;
};

}  // namespace mho
