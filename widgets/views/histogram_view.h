// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/latest_worker.h"
#include "widgets/bridge/layer_detail.h"

#include <QTimer>
#include <QWidget>

class QAreaSeries;
class QCheckBox;
class QLabel;
class QLineSeries;
class QScatterSeries;
class QStackedLayout;
class QValueAxis;

namespace mho {

class ThemedChartView;

/// Histogram of the conductances of the selected layer, its selected crossbar or the whole network, negative cells left of zero, with the device's
/// states marked on the axis.
class HistogramView : public QWidget {
    Q_OBJECT

public:
    explicit HistogramView(QWidget* parent = nullptr);

    /// @param layer -1 = none selected
    void show(const std::shared_ptr<const PreviewResult>& preview, int layer);
    /// Counts this crossbar of the layer alone; nothing = all.
    void setCrossbar(const std::optional<CrossbarAddress>& address);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void count();
    void showHistogram(const ConductanceHistogram& histogram, const QString& title, const QStringList& command);
    void showMessage(const QString& text);
    void colour();
    /// Round numbers below the axis, as many as have room.
    void fitTicks();

    QStackedLayout* pages_;
    QLabel* message_;
    QLabel* caption_;
    QCheckBox* whole_;
    ThemedChartView* chart_;
    QLineSeries* positiveOutline_;
    QLineSeries* negativeOutline_;
    QAreaSeries* positive_;
    QAreaSeries* negative_;
    QScatterSeries* levels_;
    QValueAxis* conductance_;
    QValueAxis* cells_;
    std::shared_ptr<const PreviewResult> preview_;
    int layer_ = -1;
    std::optional<CrossbarAddress> crossbar_;
    QTimer afterFrame_;  ///< Counting is long: the views that a drag is watched in come first.
    LatestWorker worker_{LatestWorker::Manners::GivesWay};
};

}  // namespace mho
