// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/latest_worker.h"
#include "widgets/views/crossbar_maps.h"
#include "widgets/views/heat_map_widget.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QToolButton;

namespace mho {

/// The crossbars of the selected layer: all of them by occupancy, or one cell by cell.
class CrossbarView : public QWidget {
    Q_OBJECT

public:
    explicit CrossbarView(QWidget* parent = nullptr);

    /// @param layer -1 = none selected
    void show(const std::shared_ptr<const PreviewResult>& preview, int layer);
    void openCrossbar(std::int64_t rowBlock, std::int64_t columnBlock);
    void showAllCrossbars();
    /// The figure as it is shown, for a journal's column.
    void exportTo(const QString& path) const;
    HeatMapWidget* heatMap() { return heatMap_; }

Q_SIGNALS:
    void exportRequested();

private:
    void refresh();
    void showMessage(const QString& text);
    void showReadout(const std::optional<HeatMapCell>& cell);
    void fillChoices();

    std::shared_ptr<const PreviewResult> preview_;
    int layer_ = -1;
    std::optional<CrossbarAddress> opened_;
    std::optional<CrossbarMap> crossbar_;
    QToolButton* back_;
    QComboBox* sign_;
    QComboBox* slice_;
    QToolButton* export_;
    HeatMapWidget* heatMap_;
    QLabel* readout_;
    LatestWorker worker_;
};

}  // namespace mho
