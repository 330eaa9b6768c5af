// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/accuracy_service.h"
#include "widgets/bridge/coarse_preview.h"
#include "widgets/bridge/preview_service.h"

#include <QWidget>

#include <array>

class QLabel;
class QToolButton;

namespace mho {

/// The network's totals, dense to compressed, for the status bar.
class TotalsBar : public QWidget {
    Q_OBJECT

public:
    explicit TotalsBar(QWidget* parent = nullptr);
    void show(const PreviewResult& preview);
    /// What is likely of the totals until the next show(): the ratios.
    void showCoarse(const PreviewResult& last, const std::vector<CoarseLayer>& layers);
    void showAccuracy(const PlanAccuracy& accuracy);

    QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    /// Where the window is narrow the last totals go first, into the menu of a button.
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    enum Total { Ratio, Crossbars, Accuracy, Energy, Area, AdcBits, Power, Totals };
    std::array<QLabel*, Totals> labels_{};
    QToolButton* more_;
};

}  // namespace mho
