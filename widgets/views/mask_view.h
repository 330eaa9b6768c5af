// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/latest_worker.h"
#include "widgets/views/heat_map_widget.h"
#include "widgets/views/mask_maps.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace mho {

/// The mask of the selected layer, as its weight matrix or kernel by kernel; kept or not, or the weights; on demand with the
/// dense layer left of a divider.
class MaskView : public QWidget {
    Q_OBJECT

public:
    explicit MaskView(QWidget* parent = nullptr);

    /// @param layer -1 = none selected
    void show(const std::shared_ptr<const PreviewResult>& preview, int layer);
    /// Shows the weights on this crossbar of the layer alone; nothing = all.
    void setCrossbar(const std::optional<CrossbarAddress>& address);
    /// Of what is kept; weights have colours of their own, as they have a sign.
    void setColourMap(ColourMap colours);
    void setOptions(MaskForm form, bool values, bool compare);
    HeatMapWidget* heatMap() { return heatMap_; }
    QString readout() const;

private:
    void refresh();
    void showReadout(const std::optional<HeatMapCell>& cell);
    void showMessage(const QString& text);

    std::shared_ptr<const PreviewResult> preview_;
    int layer_ = -1;
    std::optional<CrossbarAddress> crossbar_;
    ColourMap colourMap_ = ColourMap::Viridis;
    std::shared_ptr<const PreviewResult> shown_;  ///< What the map is made of.
    std::size_t shownLayer_ = 0;
    MaskForm shownForm_ = MaskForm::WeightMatrix;
    QComboBox* form_;
    QComboBox* colours_;
    QCheckBox* compare_;
    HeatMapWidget* heatMap_;
    QLabel* readout_;
    LatestWorker worker_{LatestWorker::Manners::GivesWay};
};

}  // namespace mho
