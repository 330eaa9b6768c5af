// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/latest_worker.h"
#include "widgets/bridge/law_band.h"
#include "widgets/models/cost_parts.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace mho {

class CostChart;

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
    void arrange();
    void refresh();
    /// Why there is no chart.
    void showReason(const QString& reason);
    CostQuantity quantity() const;
    CostSplit split() const;
    /// Has the band of the preview made, after the frame.
    void askBand();
    void showBand();
    /// Hides the words about the band where there is no room for them.
    void fitBand();

    std::shared_ptr<const PreviewResult> preview_;
    std::optional<LawBand> band_;  ///< Of preview_, once it is made.
    QComboBox* choice_;
    QComboBox* split_;
    QLabel* summary_;
    QLabel* bandText_;
    QStackedWidget* pages_;  ///< The chart, or the reason why there is none.
    QLabel* reason_;
    CostChart* chart_;
    LawBands bands_;       ///< The worker's.
    LatestWorker worker_;  ///< Last: ends before what it works on.
};

}  // namespace mho
