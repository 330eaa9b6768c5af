// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/adc_histogram.h"

#include <QWidget>

class QAreaSeries;
class QCategoryAxis;
class QLabel;
class QLineSeries;
class QStackedLayout;
class QValueAxis;

namespace mho {

class ThemedChartView;

/// Histogram of the non-zeros of the bit lines of the selected layer or its selected crossbar, shaded by the ADC bits that they need, with the layer's ADC
/// marked.
class AdcView : public QWidget {
    Q_OBJECT

public:
    explicit AdcView(QWidget* parent = nullptr);

    /// @param layer -1 = none selected
    void show(const std::shared_ptr<const PreviewResult>& preview, int layer);
    /// Counts the bit lines of this crossbar of the layer alone; nothing = of all.
    void setCrossbar(const std::optional<CrossbarAddress>& address);
    QLabel* caption() { return caption_; }
    /// Of the upper axis, from the fewest bits; a band too narrow for its name has none.
    QStringList bandNames() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void showHistogram(const AdcHistogram& histogram, const QString& layer);
    void showBands(const AdcHistogram& histogram, std::int64_t shownCells);
    void showMessage(const QString& text);
    void colour();

    std::shared_ptr<const PreviewResult> preview_;
    int layer_ = -1;
    std::optional<CrossbarAddress> crossbar_;
    QStackedLayout* pages_;
    QLabel* message_;
    QLabel* caption_;
    ThemedChartView* chart_;
    QLineSeries* outline_;
    QAreaSeries* area_;
    QLineSeries* mark_;
    QValueAxis* cells_;
    QValueAxis* lines_;
    QCategoryAxis* bits_;
    LatestWorker worker_{LatestWorker::Manners::GivesWay};
};

}  // namespace mho
