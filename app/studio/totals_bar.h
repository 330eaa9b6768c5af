// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/accuracy_service.h"
#include "widgets/bridge/preview_service.h"

#include <QWidget>

#include <array>

class QLabel;

namespace mho {

/// The network's totals, dense to compressed, for the status bar.
class TotalsBar : public QWidget {
    Q_OBJECT

public:
    explicit TotalsBar(QWidget* parent = nullptr);
    void show(const PreviewResult& preview);
    void showAccuracy(const PlanAccuracy& accuracy);

    QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    /// The last totals go first where the window is narrow.
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    enum Total { Ratio, Crossbars, Accuracy, Energy, Area, AdcBits, Power, Totals };
    std::array<QLabel*, Totals> labels_{};
};

}  // namespace mho
