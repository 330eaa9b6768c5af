// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/coarse_preview.h"
#include "widgets/bridge/latest_worker.h"
#include "widgets/views/crossbar_maps.h"
#include "widgets/views/heat_map_widget.h"
#include "widgets/views/network_crossbars.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QStackedLayout;
class QToolButton;

namespace mho {

class ColourBar;
class NumberBox;

/// The crossbars of the selected layer (all of them by occupancy, or one cell by cell), or those of the whole network; on
/// demand with those of the uncompressed network left of a divider, each array at its place in the grid that both share.
class CrossbarView : public QWidget {
    Q_OBJECT

public:
    explicit CrossbarView(QWidget* parent = nullptr);

    /// @param layer -1 = none selected
    void show(const std::shared_ptr<const PreviewResult>& preview, int layer);
    /// What is likely of the occupancies of these layers until the next show(); nothing where something else is shown.
    void showCoarse(const std::vector<CoarseLayer>& layers);
    /// The crossbar is opened here, and has an outline among those of the network.
    void openCrossbar(const CrossbarAddress& address);
    void showAllCrossbars();
    const std::optional<CrossbarAddress>& openedCrossbar() const { return opened_; }
    void showNetwork(bool network);
    bool showsNetwork() const;
    void setCompare(bool compare);
    bool compares() const;
    /// What the cells of an opened crossbar are coloured by: any but the occupancy.
    void setQuantity(CellQuantity quantity);
    CellQuantity quantity() const;
    /// Of occupancies and of all that cells and arrays are coloured by.
    void setColourMap(ColourMap colours);
    /// The figure as it is shown, for a journal's column. Throws Error NotFound where none is shown, and as exportFigure().
    void exportTo(const QString& path);
    HeatMapWidget* heatMap() { return heatMap_; }
    NetworkCrossbars* network() { return network_; }

Q_SIGNALS:
    void exportRequested();
    /// A layer was chosen among those of the network.
    void layerChosen(int layer);
    /// A crossbar of the layer was opened; nothing = none is any more.
    void crossbarChosen(const std::optional<mho::CrossbarAddress>& address);

private:
    FloorLayer shapeShown() const;
    void refresh();
    void refreshLayer();
    void refreshCrossbar();
    void refreshCoarse();
    MapColours mapColours() const;
    void showMessage(const QString& text);
    void showReadout(const std::optional<HeatMapCell>& cell);
    void fillChoices();
    void refreshExport();
    void setOpened(const std::optional<CrossbarAddress>& address);

    std::shared_ptr<const PreviewResult> preview_;
    int layer_ = -1;
    ColourMap colours_ = ColourMap::Viridis;
    std::optional<CrossbarAddress> opened_;
    std::optional<CrossbarMap> crossbar_;
    std::optional<CrossbarMap> before_;  ///< Of the uncompressed network, while compared.
    /// The last exact occupancies without choices of colours, and of how many weights kept.
    HeatMap occupancies_;
    std::int64_t occupanciesOf_ = 0;
    std::optional<CoarseLayer> coarse_;  ///< Shown in place of them.
    QComboBox* scope_;
    QToolButton* back_;
    QComboBox* sign_;
    QComboBox* slice_;
    ColourBar* colourBar_;
    NumberBox* segment_;
    QToolButton* compare_;
    QToolButton* export_;
    QStackedLayout* pages_;
    HeatMapWidget* heatMap_;
    NetworkCrossbars* network_;
    QLabel* readout_;
    LatestWorker worker_;
};

}  // namespace mho
