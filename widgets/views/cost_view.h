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

/// Dense against compressed, of the network stacked by component or layer, or of the selected layer by component: energy, power or area, with the band over all ADC laws; why, where
/// the hardware preset does not give it.
class CostView : public QWidget {
    Q_OBJECT

public:
    explicit CostView(QWidget* parent = nullptr);
    void show(const std::shared_ptr<const PreviewResult>& preview);
    /// The layer that is shown by itself on demand, and marked among the others; -1 = none.
    void setLayer(int layer);

Q_SIGNALS:
    /// The part of a layer was clicked.
    void layerChosen(int layer);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void refresh();
    /// Why there is no chart.
    void showReason(const QString& reason);
    CostQuantity quantity() const;
    CostSplit split() const;
    /// The costs that are shown: of the network, or of the selected layer.
    const CostItem& shownCost(const CostReport& report) const;
    /// Has the band of the preview made, after the frame.
    void askBand();
    void showBand();
    /// Hides the words about the band where there is no room for them.
    void fitBand();

    std::shared_ptr<const PreviewResult> preview_;
    int layer_ = -1;
    std::optional<LawBand> band_;  ///< Of preview_, once it is made.
    QComboBox* choice_;
    QComboBox* split_;
    QLabel* summary_;
    QLabel* bandText_;
    QStackedWidget* pages_;  ///< The chart, or the reason why there is none.
    QLabel* reason_;
    CostChart* chart_;
    LawBands bands_;       ///< The worker's.
    LatestWorker worker_{LatestWorker::Manners::GivesWay};  ///< Last: ends before what it works on.
};

}  // namespace mho
