// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/latest_worker.h"
#include "widgets/bridge/law_band.h"
#include "widgets/models/cost_parts.h"

#include <QWidget>

class QBarCategoryAxis;
class QComboBox;
class QHorizontalStackedBarSeries;
class QLabel;
class QLineSeries;
class QStackedWidget;
class QValueAxis;

namespace mho {

class ThemedChartView;

/// Dense against compressed, stacked by component or layer: energy, power or area, with the band over all ADC laws; why, where
/// the hardware preset does not give it.
class CostView : public QWidget {
    Q_OBJECT

public:
    explicit CostView(QWidget* parent = nullptr);
    void show(const std::shared_ptr<const PreviewResult>& preview);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    CostQuantity quantity() const;
    CostSplit split() const;
    /// Has the band of the preview made, after the frame.
    void askBand();
    void showBand();
    /// Hides the words about the band where there is no room for them.
    void fitBand();

    std::shared_ptr<const PreviewResult> preview_;
    std::optional<LawBand> band_;  ///< Of preview_, once it is made.
    double unit_ = 1.0;            ///< What the axis counts in.
    QComboBox* choice_;
    QComboBox* split_;
    QLabel* summary_;
    QLabel* bandText_;
    QStackedWidget* pages_;  ///< The chart, or the reason why there is none.
    QLabel* reason_;
    ThemedChartView* chart_;
    QHorizontalStackedBarSeries* bars_;
    QBarCategoryAxis* cases_;
    QValueAxis* values_;
    QValueAxis* places_;  ///< Of the bands: a case's bar lies at its number, from 0.
    QLineSeries* denseBand_;
    QLineSeries* compressedBand_;
    LawBands bands_;       ///< The worker's.
    LatestWorker worker_;  ///< Last: ends before what it works on.
};

}  // namespace mho
