// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/crossbar_view.h"

#include "widgets/bridge/text.h"
#include "widgets/figure/export_figure.h"
#include "widgets/views/number_box.h"
#include "widgets/views/readout_label.h"

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
      export_(new QToolButton),
      pages_(new QStackedLayout),
      heatMap_(new HeatMapWidget),
      network_(new NetworkCrossbars),
      readout_(new ReadoutLabel)
{
    scope_->addItems({tr("Selected layer"), tr("Whole network")});
    for (QComboBox* box : {scope_, sign_, slice_, quantity_}) {
        box->setMinimumWidth(70);  // in a narrow window words are cut, not the window
    }
    scope_->setAccessibleName(tr("Crossbars shown"));
    back_->setText(tr("All Crossbars"));
    back_->setToolTip(tr("Back to the occupancy of all crossbars of the layer (Escape)"));
    export_->setText(tr("Export…"));
    export_->setToolTip(tr("Write this figure as SVG, PDF or PNG"));
    sign_->addItems({tr("Positive array"), tr("Negative array")});
    sign_->setAccessibleName(tr("Sign"));
    slice_->setAccessibleName(tr("Slice"));
    quantity_->addItems({tr("Conductance"), tr("Wire drop")});
    quantity_->setAccessibleName(tr("Colours show"));
    quantity_->setToolTip(tr("What a cell is coloured by: its conductance, or how much of the word line's voltage wires take from it "
                             "when all word lines are on (exact nodal analysis)"));
    segment_->setAccessibleName(tr("Wire resistance a cell"));
    segment_->setToolTip(tr("Resistance of a wire from one cell to the next, of word and bit lines. NeuroSim V1.4 at 32 nm has 1.04 Ω "
                            "and 3.13 Ω."));
    segment_->setSuffix(QStringLiteral(" Ω"));
    segment_->setValue(kSegmentOhm);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 6, 4);
    bar->setSpacing(6);
    for (QWidget* widget : std::initializer_list<QWidget*>{scope_, back_, sign_, slice_, quantity_, segment_}) {
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
    connect(network_, &NetworkCrossbars::messageChanged, this, &CrossbarView::refreshExport);
    connect(heatMap_, &HeatMapWidget::cellHovered, this, &CrossbarView::showReadout);
    connect(heatMap_, &HeatMapWidget::leaveRequested, this, &CrossbarView::showAllCrossbars);
    connect(heatMap_, &HeatMapWidget::cellActivated, this, [this](const HeatMapCell& cell) {
        if (!opened_) {
            openCrossbar(cell.row, cell.column);
        }
    });
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
    }
    layer_ = layer;
    if (preview_ && layer_ >= 0 && opened_) {
        // The opened crossbar may be gone under the new plan.
        const MappedLayer& mapped = preview_->mapped.layers[static_cast<std::size_t>(layer_)];
        if (opened_->rowBlock >= mapped.rowBlocks || opened_->columnBlock >= mapped.columnBlocks) {
            opened_.reset();
        } else {
            opened_->slice = std::min(opened_->slice, mapped.sliceArrays - 1);
            opened_->sign = std::min(opened_->sign, mapped.signArrays - 1);
        }
    }
    refresh();
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
    const MappedLayer* mapped = preview_ && layer_ >= 0 ? &preview_->mapped.layers[static_cast<std::size_t>(layer_)] : nullptr;
    const int slices = mapped != nullptr ? mapped->sliceArrays : 1;
    if (slice_->count() != slices) {
        slice_->clear();
        for (int i = 0; i < slices; ++i) {
            slice_->addItem(tr("Slice %1 of %2").arg(i + 1).arg(slices));
        }
    }
    const bool oneLayer = !showsNetwork();
    back_->setVisible(oneLayer && opened_.has_value());
    sign_->setVisible(oneLayer && opened_ && mapped != nullptr && mapped->signArrays > 1);
    slice_->setVisible(oneLayer && opened_ && slices > 1);
    quantity_->setVisible(oneLayer && opened_);
    segment_->setVisible(oneLayer && opened_ && showsWireDrop());
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
    worker_.post(
        [this, preview = preview_, layer = static_cast<std::size_t>(layer_), address = opened_,
         ohm = showsWireDrop() ? std::optional(segment_->value()) : std::nullopt]() -> LatestWorker::Delivery {
            try {
                if (!address) {
                    return [this, map = occupancyMap(*preview, layer)]() mutable { heatMap_->setMap(std::move(map)); };
                }
                return [this, crossbar = ohm ? wireDropMap(*preview, layer, *address, *ohm) : crossbarMap(*preview, layer, *address)] {
                    crossbar_ = crossbar;
                    heatMap_->setMap(crossbar.map);
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

void CrossbarView::showReadout(const std::optional<HeatMapCell>& cell)
{
    if (cell && crossbar_) {
        readout_->setText(cellReadout(*crossbar_, *cell));
    } else if (cell && !opened_) {
        readout_->setText(occupancyReadout(heatMap_->map(), *cell));
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
    const HeatMap& map = heatMap_->map();
    const QRectF visible = heatMap_->visiblePart();
    exportFigure(path, QSizeF(88, 70), map.title, [&](QPainter& painter, const QRectF& area) {
        const HeatMapStyle style = paperStyle(10);
        paintHeatMap(painter, area.adjusted(4, 4, -4, -4), map, HeatMapImages(map, emptyColour(map, style).rgb()), visible,
                     style);
    });
}

}  // namespace mho
