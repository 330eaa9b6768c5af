// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/crossbar_view.h"

#include "widgets/bridge/dense_preview.h"
#include "widgets/bridge/layer_detail.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/figure/export_figure.h"
#include "widgets/theme/icons.h"
#include "widgets/views/number_box.h"
#include "widgets/views/readout_label.h"
#include "widgets/views/wipe_handle.h"

#include <QCheckBox>
#include <QComboBox>
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
      quantity_(new QComboBox),
      segment_(new NumberBox(0.0, 1000.0, false)),
      compare_(new QCheckBox(tr("Compare"))),
      export_(new QToolButton),
      pages_(new QStackedLayout),
      heatMap_(new HeatMapWidget),
      network_(new NetworkCrossbars),
      readout_(new ReadoutLabel)
{
    scope_->addItems({tr("Layer"), tr("Network")});
    // In a narrow window words are cut, not the window.
    scope_->setMinimumWidth(70);
    for (QWidget* control : std::initializer_list<QWidget*>{sign_, slice_, quantity_, segment_}) {
        control->setMinimumWidth(54);
    }
    scope_->setAccessibleName(tr("Crossbars shown"));
    scope_->setToolTip(tr("Crossbars of the selected layer, or of the whole network"));
    back_->setText(tr("All Crossbars"));
    back_->setToolTip(tr("Back to the occupancy of all crossbars of the layer (Escape)"));
    export_->setText(tr("Export…"));  // said to screen readers; seen is the icon, which leaves room for the choices
    export_->setIcon(lineIcon(QStringLiteral("export")));
    export_->setToolTip(tr("Write this figure as SVG, PDF or PNG"));
    sign_->addItems({tr("Positive"), tr("Negative")});
    sign_->setAccessibleName(tr("Sign"));
    sign_->setToolTip(tr("The array of positive or of negative weights"));
    slice_->setAccessibleName(tr("Slice"));
    quantity_->addItems({tr("Conductance"), tr("Wire drop")});
    quantity_->setAccessibleName(tr("Colours show"));
    quantity_->setToolTip(
        tr("What a cell is coloured by: its conductance, or how much of the word line's voltage wires take from it "
           "when all word lines are on (exact nodal analysis)"));
    segment_->setAccessibleName(tr("Wire resistance a cell"));
    segment_->setToolTip(
        tr("Resistance of a wire from one cell to the next, of word and bit lines. NeuroSim V1.4 at 32 nm has 1.04 Ω "
           "and 3.13 Ω."));
    segment_->setSuffix(QStringLiteral(" Ω"));
    segment_->setValue(kSegmentOhm);
    compare_->setToolTip(
        tr("The crossbars before compression left of a divider, each where it lies in the dense mapping; drag it, or move "
           "it with Ctrl and the arrow keys"));
    compare_->setAccessibleName(tr("Compare with the dense network"));

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 6, 4);
    bar->setSpacing(6);
    for (QWidget* widget : std::initializer_list<QWidget*>{scope_, back_, sign_, slice_, quantity_, segment_, compare_}) {
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
    pageLayout->addWidget(heatMap_, 1);
    pageLayout->addWidget(readout_);
    pages_->addWidget(page);
    pages_->addWidget(network_);

    connect(back_, &QToolButton::clicked, this, &CrossbarView::showAllCrossbars);
    connect(export_, &QToolButton::clicked, this, &CrossbarView::exportRequested);
    connect(scope_, &QComboBox::activated, this, [this](int index) { showNetwork(index == 1); });
    connect(network_, &NetworkCrossbars::layerClicked, this, &CrossbarView::layerChosen);
    connect(network_, &NetworkCrossbars::messageChanged, this, [this] {
        fillChoices();
        refreshExport();
    });
    connect(compare_, &QCheckBox::toggled, this, [this](bool compare) {
        network_->setCompare(compare);
        show(preview_, layer_);
    });
    connect(segment_, &NumberBox::valueChanged, network_, &NetworkCrossbars::setSegmentOhm);
    connect(heatMap_, &HeatMapWidget::cellHovered, this, &CrossbarView::showReadout);
    connect(heatMap_, &HeatMapWidget::leaveRequested, this, &CrossbarView::showAllCrossbars);
    connect(heatMap_, &HeatMapWidget::cellActivated, this, [this](const HeatMapCell& cell) {
        if (!opened_) {
            openCrossbar(cell.row, cell.column);
        }
    });
    network_->setSegmentOhm(segment_->value());
    const auto choose = [this] {
        if (opened_) {
            opened_->sign = std::max(0, sign_->currentIndex());
            opened_->slice = std::max(0, slice_->currentIndex());
            refresh();
        }
    };
    connect(sign_, &QComboBox::activated, this, choose);
    connect(slice_, &QComboBox::activated, this, choose);
    connect(quantity_, &QComboBox::activated, this, choose);
    connect(segment_, &NumberBox::valueChanged, this, choose);
    show(nullptr, -1);
}

void CrossbarView::show(const std::shared_ptr<const PreviewResult>& preview, int layer)
{
    preview_ = preview;
    if (layer != layer_ || !preview_) {
        opened_.reset();
        occupancies_ = {};
    }
    layer_ = layer;
    if (preview_ && layer_ >= 0 && opened_) {
        // The opened crossbar may be gone under the new plan.
        const FloorLayer shape = shapeShown();
        if (opened_->rowBlock >= shape.rowBlocks || opened_->columnBlock >= shape.columnBlocks) {
            opened_.reset();
        } else {
            opened_->slice = std::min(opened_->slice, shape.slices - 1);
            opened_->sign = std::min(opened_->sign, shape.signs - 1);
        }
    }
    refresh();
}

void CrossbarView::showCoarse(const CoarseLayer& layer)
{
    if (showsNetwork() || opened_ || compares() || static_cast<int>(layer.layer) != layer_ || occupancies_.empty() ||
        occupanciesOf_ == 0) {
        return;
    }
    worker_.post([]() -> LatestWorker::Delivery { return [] {}; });  // overtakes a map of an older plan
    heatMap_->setMap(coarseMap(occupancies_, static_cast<double>(layer.weightsKept) / static_cast<double>(occupanciesOf_)));
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

bool CrossbarView::showsWireDrop() const
{
    return quantity_->currentIndex() == 1;
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
    const bool noWeights = opened_ && preview_ && !preview_->usesWeights;
    export_->setEnabled(preview_ && (showsNetwork() ? network_->message().isEmpty() : layer_ >= 0 && !noWeights));
}

void CrossbarView::openCrossbar(std::int64_t rowBlock, std::int64_t columnBlock)
{
    opened_ = CrossbarAddress{rowBlock, columnBlock, 0, 0};
    refresh();
}

void CrossbarView::showAllCrossbars()
{
    if (opened_) {
        opened_.reset();
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
    quantity_->setVisible(oneLayer && opened_);
    segment_->setVisible(oneLayer ? opened_ && showsWireDrop() : network_->quantity() == CellQuantity::WireDrop);
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
    if (opened_ && !preview_->usesWeights) {
        showMessage(
            tr("Not trained yet: without weights there are no conductances to show.\n"
               "Choose Run ▸ Start to train and compress this network."));
        return;
    }
    if (opened_) {
        refreshCrossbar();
    } else {
        refreshLayer();
    }
}

void CrossbarView::refreshLayer()
{
    const bool compare = compares();
    worker_.post([this, preview = preview_, layer = static_cast<std::size_t>(layer_), shape = shapeShown(),
                  compare]() -> LatestWorker::Delivery {
        HeatMap map = occupancyMap(*preview, layer, shape.rowBlocks, shape.columnBlocks);
        HeatMap before;
        if (compare) {
            map.title = tr("%1 · dense left of the divider").arg(map.title);
            before = occupancyMap(*densePreview(*preview), layer, shape.rowBlocks, shape.columnBlocks);
        }
        const std::int64_t kept = preview->mapped.layers[layer].weightsKept;
        return [this, map = std::move(map), before = std::move(before), compare, kept]() mutable {
            occupancies_ = map;
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
                  ohm = showsWireDrop() ? std::optional(segment_->value()) : std::nullopt]() -> LatestWorker::Delivery {
        const auto mapOf = [&](const PreviewResult& shown) -> std::optional<CrossbarMap> {
            if (!shapeOf(shown.mapped.layers[layer]).holds(address)) {
                return std::nullopt;
            }
            return ohm ? wireDropMap(shown, layer, address, *ohm) : crossbarMap(shown, layer, address);
        };
        try {
            std::optional<CrossbarMap> crossbar = mapOf(*preview);
            std::optional<CrossbarMap> before = compare ? mapOf(*densePreview(*preview)) : std::nullopt;
            if (compare) {
                const CrossbarMap like = crossbar ? *crossbar : before ? *before : crossbarMap(*preview, layer, {});
                crossbar = crossbar ? crossbar : noCrossbarMap(like, address);
                before = before ? before : noCrossbarMap(like, address);
                // Both halves have one scale.
                crossbar->map.high = before->map.high = std::max(crossbar->map.high, before->map.high);
                crossbar->map.title = tr("%1 · dense left of the divider").arg(crossbar->map.title);
            }
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

void CrossbarView::showMessage(const QString& text)
{
    worker_.post([]() -> LatestWorker::Delivery { return [] {}; });  // overtakes a map under way
    heatMap_->setMessage(text);
}

QString CrossbarView::weightText(const CrossbarMap& map, const HeatMapCell& cell) const
{
    const std::int64_t column = map.weightColumn[static_cast<std::size_t>(cell.row)];
    const std::int64_t filter = map.filter[static_cast<std::size_t>(cell.column)];
    if (column < 0 || filter < 0 || !map.exists || !preview_->usesWeights) {
        return {};
    }
    const float weight = weightAt(preview_->compressed, static_cast<std::size_t>(layer_), filter, column);
    return QStringLiteral(" · ") + tr("weight %1").arg(shortText(static_cast<double>(weight), 4));
}

void CrossbarView::showReadout(const std::optional<HeatMapCell>& cell)
{
    const bool before = cell && heatMap_->showsBefore(*cell);
    if (cell && crossbar_) {
        const CrossbarMap& map = before && before_ ? *before_ : *crossbar_;
        readout_->setText(QStringLiteral("%1 · %2%3").arg(toQString(preview_->mapped.layers[static_cast<std::size_t>(layer_)].name),
                                                          cellReadout(map, *cell), before ? QString() : weightText(map, *cell)));
    } else if (cell && !opened_) {
        readout_->setText(occupancyReadout(before ? *heatMap_->before() : heatMap_->map(), *cell));
    } else {
        readout_->setText(opened_ || heatMap_->map().empty() ? QString() : tr("Double click or zoom in to open a crossbar"));
    }
    heatMap_->setAccessibleDescription(readout_->text());
}

void CrossbarView::exportTo(const QString& path) const
{
    if (showsNetwork()) {
        exportFigure(path, QSizeF(180, 112), tr("Crossbars of the whole network"),
                     [this](QPainter& painter, const QRectF& area) {
                         network_->map()->paintOnPaper(painter, area.adjusted(6, 6, -6, -6));
                     });
        return;
    }
    exportFigure(path, QSizeF(88, 70), heatMap_->map().title,
                 [this](QPainter& painter, const QRectF& area) { heatMap_->paintOnPaper(painter, area); });
}

}  // namespace mho
