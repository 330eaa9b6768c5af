// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/crossbar_view.h"

#include "widgets/bridge/dense_preview.h"
#include "widgets/bridge/text.h"
#include "widgets/theme/icons.h"
#include "widgets/views/colour_bar.h"
#include "widgets/views/number_box.h"
#include "widgets/views/readout_label.h"
#include "widgets/views/wipe_handle.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace mho {
namespace {

/// Ohm a wire segment: about that of a word line at 32 nm, 1.04 (NeuroSim V1.4, docs/nonidealities.md).
constexpr double kSegmentOhm = 1.0;

}  // namespace

CrossbarView::CrossbarView(QWidget* parent)
    : QWidget(parent),
      scope_(new QComboBox),
      back_(new QToolButton),
      sign_(new QComboBox),
      slice_(new QComboBox),
      colourBar_(new ColourBar({CellQuantity::Conductance, CellQuantity::Level, CellQuantity::Mask, CellQuantity::BitLineCells,
                                CellQuantity::WireDrop},
                               tr("What a cell is coloured by: its conductance or level, whether it is programmed, how many cells of its bit "
                                  "line are, or how much of the word line's voltage wires take from it when all word lines are on (exact "
                                  "nodal analysis)"),
                               tr("Own range"),
                               tr("Fixed: all that the hardware can hold, so that crossbars compare (of wire drop: up to the highest). "
                                  "Own: from the lowest to the highest value shown"))),
      segment_(new NumberBox(0.0, 1000.0, false)),
      compare_(new QToolButton),
      export_(new QToolButton),
      pages_(new QStackedLayout),
      heatMap_(new HeatMapWidget),
      network_(new NetworkCrossbars),
      readout_(new ReadoutLabel)
{
    scope_->addItems({tr("Layer"), tr("Network")});
    // In a narrow window words are cut, not the window.
    scope_->setMinimumWidth(70);
    for (QWidget* control : std::initializer_list<QWidget*>{sign_, slice_, segment_}) {
        control->setMinimumWidth(54);
    }
    scope_->setAccessibleName(tr("Crossbars shown"));
    scope_->setToolTip(tr("Crossbars of the selected layer, or of the whole network"));
    back_->setText(QStringLiteral("←"));
    back_->setAccessibleName(tr("All Crossbars"));
    back_->setToolTip(tr("Back to the occupancy of all crossbars of the layer (Escape)"));
    export_->setText(tr("Export…"));  // said to screen readers; seen is the icon, which leaves room for the choices
    export_->setIcon(lineIcon(QStringLiteral("export")));
    export_->setToolTip(tr("Write this figure as SVG, PDF or PNG"));
    sign_->addItems({QStringLiteral("+"), QStringLiteral("−")});
    sign_->setItemData(0, QCoreApplication::translate("CrossbarView", "positive weights"), Qt::AccessibleTextRole);
    sign_->setItemData(1, QCoreApplication::translate("CrossbarView", "negative weights"), Qt::AccessibleTextRole);
    sign_->setAccessibleName(tr("Sign"));
    sign_->setToolTip(tr("The array of positive or of negative weights"));
    slice_->setAccessibleName(tr("Slice"));
    segment_->setAccessibleName(tr("Wire resistance a cell"));
    segment_->setToolTip(
        tr("Resistance of a wire from one cell to the next, of word and bit lines. NeuroSim V1.4 at 32 nm has 1.04 Ω "
           "and 3.13 Ω."));
    segment_->setSuffix(QStringLiteral(" Ω"));
    segment_->setValue(kSegmentOhm);
    compare_->setCheckable(true);
    compare_->setIcon(lineIcon(QStringLiteral("wipe")));
    compare_->setToolTip(
        tr("The crossbars before compression left of a divider, each where it lies in the dense mapping; drag it, or move "
           "it with Ctrl and the arrow keys"));
    compare_->setAccessibleName(tr("Compare with the dense network"));

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 6, 4);
    bar->setSpacing(6);
    for (QWidget* widget : std::initializer_list<QWidget*>{scope_, back_, sign_, slice_, segment_, compare_}) {
        bar->addWidget(widget);
    }
    bar->addStretch(1);
    bar->addWidget(export_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addLayout(pages_, 1);
    auto* page = new QWidget;
    auto* pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->setSpacing(0);
    pageLayout->addWidget(colourBar_);
    pageLayout->addWidget(heatMap_, 1);
    pageLayout->addWidget(readout_);
    pages_->addWidget(page);
    pages_->addWidget(network_);

    connect(back_, &QToolButton::clicked, this, &CrossbarView::showAllCrossbars);
    connect(export_, &QToolButton::clicked, this, &CrossbarView::exportRequested);
    connect(scope_, &QComboBox::activated, this, [this](int index) { showNetwork(index == 1); });
    connect(network_, &NetworkCrossbars::layerClicked, this, [this](int layer) {
        setOpened(std::nullopt);
        Q_EMIT layerChosen(layer);
    });
    connect(network_->map(), &NetworkMap::arrayChosen, this, [this](int layer, const CrossbarAddress& address) {
        Q_EMIT layerChosen(layer);
        if (layer == layer_) {
            openCrossbar(address);
        }
    });
    connect(network_, &NetworkCrossbars::messageChanged, this, [this] {
        fillChoices();
        refreshExport();
    });
    connect(compare_, &QToolButton::toggled, this, [this](bool compare) {
        network_->setCompare(compare);
        show(preview_, layer_);
    });
    connect(segment_, &NumberBox::valueChanged, network_, &NetworkCrossbars::setSegmentOhm);
    connect(heatMap_, &HeatMapWidget::cellHovered, this, &CrossbarView::showReadout);
    connect(heatMap_, &HeatMapWidget::leaveRequested, this, &CrossbarView::showAllCrossbars);
    connect(heatMap_, &HeatMapWidget::cellActivated, this, [this](const HeatMapCell& cell) {
        if (!opened_) {
            openCrossbar({cell.row, cell.column, 0, 0});
        }
    });
    network_->setSegmentOhm(segment_->value());
    const auto choose = [this] {
        if (opened_) {
            setOpened(CrossbarAddress{opened_->rowBlock, opened_->columnBlock, std::max(0, slice_->currentIndex()),
                                      std::max(0, sign_->currentIndex())});
            refresh();
        }
    };
    connect(sign_, &QComboBox::activated, this, choose);
    connect(slice_, &QComboBox::activated, this, choose);
    connect(colourBar_, &ColourBar::changed, this, &CrossbarView::refresh);
    connect(segment_, &NumberBox::valueChanged, this, choose);
    show(nullptr, -1);
}

void CrossbarView::show(const std::shared_ptr<const PreviewResult>& preview, int layer)
{
    preview_ = preview;
    coarse_.reset();
    std::optional<CrossbarAddress> opened = opened_;
    if (layer != layer_ || !preview_) {
        opened.reset();
        occupancies_ = {};
    }
    layer_ = layer;
    if (preview_ && layer_ >= 0 && opened) {
        // The opened crossbar may be gone under the new plan.
        const FloorLayer shape = shapeShown();
        if (opened->rowBlock >= shape.rowBlocks || opened->columnBlock >= shape.columnBlocks) {
            opened.reset();
        } else {
            opened->slice = std::min(opened->slice, shape.slices - 1);
            opened->sign = std::min(opened->sign, shape.signs - 1);
        }
    }
    setOpened(opened);
    refresh();
}

void CrossbarView::setOpened(const std::optional<CrossbarAddress>& address)
{
    if (opened_ == address) {
        return;
    }
    opened_ = address;
    network_->map()->setSelectedArray(address);
    Q_EMIT crossbarChosen(address);
}

void CrossbarView::showCoarse(const std::vector<CoarseLayer>& layers)
{
    if (showsNetwork()) {
        network_->map()->showCoarse(layers);
        return;
    }
    const auto own = std::find_if(layers.begin(), layers.end(),
                                  [this](const CoarseLayer& layer) { return static_cast<int>(layer.layer) == layer_; });
    if (own == layers.end() || opened_ || compares() || occupancies_.empty() || occupanciesOf_ == 0) {
        return;
    }
    coarse_ = *own;
    worker_.post([]() -> LatestWorker::Delivery { return [] {}; });  // overtakes a map of an older plan
    refreshCoarse();
}

void CrossbarView::refreshCoarse()
{
    HeatMap map = coarseMap(occupancies_, static_cast<double>(coarse_->weightsKept) / static_cast<double>(occupanciesOf_));
    colourMaps(map, nullptr, mapColours());
    heatMap_->setMap(std::move(map));
}

/// Of the selected layer's arrays: the design's, and while compared the uncompressed network's too.
FloorLayer CrossbarView::shapeShown() const
{
    const auto layer = static_cast<std::size_t>(layer_);
    const FloorLayer own = shapeOf(preview_->mapped.layers[layer]);
    return compares() ? joined(own, shapeOf(preview_->mappedDense.layers[layer])) : own;
}

bool CrossbarView::compares() const
{
    return compare_->isChecked();
}

void CrossbarView::setCompare(bool compare)
{
    compare_->setChecked(compare);
}

CellQuantity CrossbarView::quantity() const
{
    return colourBar_->quantity();
}

void CrossbarView::setQuantity(CellQuantity quantity)
{
    colourBar_->setQuantity(quantity);
}

bool CrossbarView::showsNetwork() const
{
    return pages_->currentIndex() == 1;
}

void CrossbarView::showNetwork(bool network)
{
    scope_->setCurrentIndex(network ? 1 : 0);
    pages_->setCurrentIndex(network ? 1 : 0);
    refresh();
}

void CrossbarView::refreshExport()
{
    const bool noWeights = opened_ && preview_ && !preview_->usesWeights && needsWeights(quantity());
    export_->setEnabled(preview_ && (showsNetwork() ? network_->message().isEmpty() : layer_ >= 0 && !noWeights));
}

void CrossbarView::setColourMap(ColourMap colours)
{
    colours_ = colours;
    network_->map()->setColourMap(colours);
    refresh();
}

void CrossbarView::openCrossbar(const CrossbarAddress& address)
{
    setOpened(address);
    refresh();
}

void CrossbarView::showAllCrossbars()
{
    if (opened_) {
        setOpened(std::nullopt);
        refresh();
    }
}

void CrossbarView::fillChoices()
{
    const FloorLayer shape = preview_ && layer_ >= 0 ? shapeShown() : FloorLayer();
    if (slice_->count() != shape.slices) {
        slice_->clear();
        for (int i = 0; i < shape.slices; ++i) {
            slice_->addItem(tr("Slice %1 of %2").arg(i + 1).arg(shape.slices));
        }
    }
    const bool oneLayer = !showsNetwork();
    back_->setVisible(oneLayer && opened_.has_value());
    sign_->setVisible(oneLayer && opened_ && shape.signs > 1);
    slice_->setVisible(oneLayer && opened_ && shape.slices > 1);
    colourBar_->offerQuantity(opened_.has_value());
    segment_->setVisible(oneLayer ? opened_ && quantity() == CellQuantity::WireDrop : network_->quantity() == CellQuantity::WireDrop);
    if (opened_) {
        sign_->setCurrentIndex(opened_->sign);
        slice_->setCurrentIndex(opened_->slice);
    }
}

void CrossbarView::refresh()
{
    fillChoices();
    refreshExport();
    if (showsNetwork()) {
        network_->show(preview_, layer_);
        return;
    }
    crossbar_.reset();
    before_.reset();
    if (!preview_ || layer_ < 0) {
        showMessage(tr("Select a layer to see its crossbars."));
        return;
    }
    if (opened_ && !preview_->usesWeights && needsWeights(quantity())) {
        showMessage(
            tr("Not trained yet: without weights there are no conductances to show.\n"
               "Choose Run ▸ Start to train and compress this network."));
        return;
    }
    if (opened_) {
        refreshCrossbar();
    } else if (coarse_) {
        refreshCoarse();
    } else {
        refreshLayer();
    }
}

void CrossbarView::refreshLayer()
{
    const bool compare = compares();
    worker_.post([this, preview = preview_, layer = static_cast<std::size_t>(layer_), shape = shapeShown(),
                  compare, colours = mapColours()]() -> LatestWorker::Delivery {
        HeatMap map = occupancyMap(*preview, layer, shape.rowBlocks, shape.columnBlocks);
        HeatMap before;
        if (compare) {
            map.title = tr("%1 · dense left of the divider").arg(map.title);
            before = occupancyMap(*densePreview(*preview), layer, shape.rowBlocks, shape.columnBlocks);
        }
        HeatMap plain = map;
        colourMaps(map, compare ? &before : nullptr, colours);
        const std::int64_t kept = preview->mapped.layers[layer].weightsKept;
        return [this, map = std::move(map), plain = std::move(plain), before = std::move(before), compare, kept]() mutable {
            occupancies_ = std::move(plain);
            occupanciesOf_ = kept;
            heatMap_->setMap(std::move(map));
            if (compare) {
                heatMap_->setBefore(std::move(before), {});
            }
        };
    });
}

void CrossbarView::refreshCrossbar()
{
    worker_.post([this, preview = preview_, layer = static_cast<std::size_t>(layer_), address = *opened_, compare = compares(),
                  quantity = quantity(), ohm = segment_->value(), colours = mapColours()]() -> LatestWorker::Delivery {
        const auto mapOf = [&](const std::shared_ptr<const PreviewResult>& shown) -> std::optional<CrossbarMap> {
            if (!shapeOf(shown->mapped.layers[layer]).holds(address)) {
                return std::nullopt;
            }
            return crossbarMap(shown, layer, address, quantity, ohm);
        };
        try {
            std::optional<CrossbarMap> crossbar = mapOf(preview);
            std::optional<CrossbarMap> before = compare ? mapOf(densePreview(*preview)) : std::nullopt;
            if (compare) {
                const CrossbarMap like = crossbar ? *crossbar : before ? *before : crossbarMap(preview, layer, {}, quantity, ohm);
                crossbar = crossbar ? crossbar : noCrossbarMap(like, address);
                before = before ? before : noCrossbarMap(like, address);
                crossbar->map.title = tr("%1 · dense left of the divider").arg(crossbar->map.title);
            }
            colourMaps(crossbar->map, before ? &before->map : nullptr, colours);
            return [this, crossbar, before] {
                crossbar_ = crossbar;
                before_ = before;
                heatMap_->setMap(crossbar->map);
                if (before) {
                    heatMap_->setBefore(before->map, {});
                }
            };
        } catch (const Error& error) {
            return [this, text = errorText(error)] { heatMap_->setMessage(text); };
        }
    });
}

MapColours CrossbarView::mapColours() const
{
    return {colours_, colourBar_->ownRange(), colourBar_->logarithmic()};
}

void CrossbarView::showMessage(const QString& text)
{
    worker_.post([]() -> LatestWorker::Delivery { return [] {}; });  // overtakes a map under way
    heatMap_->setMessage(text);
}

void CrossbarView::showReadout(const std::optional<HeatMapCell>& cell)
{
    const bool before = cell && heatMap_->showsBefore(*cell);
    if (cell && crossbar_) {
        readout_->setText(cellReadout(before && before_ ? *before_ : *crossbar_, *cell));
    } else if (cell && !opened_) {
        readout_->setText(occupancyReadout(before ? *heatMap_->before() : heatMap_->map(), *cell));
    } else {
        readout_->setText(opened_ || heatMap_->map().empty() ? QString() : tr("Double click or zoom in to open a crossbar"));
    }
    heatMap_->setAccessibleDescription(readout_->text());
}

void CrossbarView::exportTo(const QString& path)
{
    if (const auto figure = showsNetwork() ? network_->map()->figure() : heatMap_->figure()) {
        saveFigure(*this, path, *figure);
        return;
    }
    throw Error(ErrorCode::NotFound, MHO_TEXT("The crossbar panel shows no figure that could be written; select a layer with crossbars"), {},
                path.toStdString());
}

}  // namespace mho
