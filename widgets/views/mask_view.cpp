// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/mask_view.h"

#include "widgets/bridge/text.h"
#include "widgets/figure/crossbar_floor.h"
#include "widgets/views/readout_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace mho {

MaskView::MaskView(QWidget* parent)
    : QWidget(parent),
      form_(new QComboBox),
      colours_(new QComboBox),
      compare_(new QCheckBox(tr("Compare"))),
      heatMap_(new HeatMapWidget),
      readout_(new ReadoutLabel)
{
    form_->addItems({tr("Weight matrix"), tr("Kernels")});
    form_->setAccessibleName(tr("Layout of the weights"));
    form_->setToolTip(tr("Weight matrix: filters by columns, as on the crossbars. Kernels: filters by input channels"));
    colours_->addItems({tr("Mask"), tr("Weights")});
    colours_->setToolTip(tr("Mask: what is kept and what is pruned. Weights: the values of what is kept"));
    colours_->setAccessibleName(tr("Colour by"));
    compare_->setToolTip(
        tr("The layer before compression left of a divider; drag it, or move it with Ctrl and the arrow keys"));
    compare_->setAccessibleName(tr("Compare with the dense layer"));

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 6, 4);
    bar->setSpacing(6);
    for (QWidget* widget : std::initializer_list<QWidget*>{form_, colours_, compare_}) {
        bar->addWidget(widget);
    }
    bar->addStretch(1);
    // In a narrow window words are cut, not the window.
    form_->setMinimumWidth(70);
    colours_->setMinimumWidth(70);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(heatMap_, 1);
    layout->addWidget(readout_);

    connect(form_, &QComboBox::currentIndexChanged, this, &MaskView::refresh);
    connect(colours_, &QComboBox::currentIndexChanged, this, &MaskView::refresh);
    connect(compare_, &QCheckBox::toggled, this, &MaskView::refresh);
    connect(heatMap_, &HeatMapWidget::cellHovered, this, &MaskView::showReadout);
    connect(heatMap_, &HeatMapWidget::leaveRequested, heatMap_, &HeatMapWidget::showAll);
    refresh();
}

void MaskView::show(const std::shared_ptr<const PreviewResult>& preview, int layer)
{
    preview_ = preview;
    layer_ = layer;
    refresh();
}

void MaskView::setCrossbar(const std::optional<CrossbarAddress>& address)
{
    crossbar_ = address;
    refresh();
}

void MaskView::setColourMap(ColourMap colours)
{
    colourMap_ = colours;
    refresh();
}

void MaskView::setOptions(MaskForm form, bool values, bool compare)
{
    {
        const QSignalBlocker forms(form_);
        const QSignalBlocker colours(colours_);
        const QSignalBlocker comparing(compare_);
        form_->setCurrentIndex(form == MaskForm::Kernels ? 1 : 0);
        colours_->setCurrentIndex(values ? 1 : 0);
        compare_->setChecked(compare);
    }
    refresh();
}

QString MaskView::readout() const
{
    return readout_->text();
}

void MaskView::refresh()
{
    if (!preview_ || layer_ < 0) {
        showMessage(tr("Select a layer to see which of its weights stay."));
        return;
    }
    MaskMapOptions options{form_->currentIndex() == 1 ? MaskForm::Kernels : MaskForm::WeightMatrix, colours_->currentIndex() == 1};
    options.colours = colourMap_;
    // An opened crossbar may be the dense network's alone.
    if (crossbar_ && shapeOf(preview_->mapped.layers[static_cast<std::size_t>(layer_)]).holds(*crossbar_)) {
        options.crossbar = crossbar_;
    }
    if (options.values && !preview_->usesWeights) {
        showMessage(
            tr("Not trained yet: there are no weights to show.\n"
               "Choose Run ▸ Start to train and compress this network."));
        return;
    }
    const HeatMapStyle style = screenStyle(palette(), font());
    worker_.post([this, preview = preview_, layer = static_cast<std::size_t>(layer_), options, style,
                  compare = compare_->isChecked()]() -> LatestWorker::Delivery {
        struct Maps {
            HeatMap map;
            HeatMapImages images;
            HeatMap before;
            HeatMapImages beforeImages;
        };
        auto maps = std::make_shared<Maps>();
        try {
            maps->map = maskMap(preview, layer, options);
        } catch (const Error& error) {
            return [this, text = errorText(error)] { heatMap_->setMessage(text); };
        }
        maps->images = HeatMapImages(maps->map, emptyColour(maps->map, style).rgb());
        if (compare) {
            MaskMapOptions dense = options;
            dense.dense = true;
            dense.crossbar.reset();
            maps->before = maskMap(preview, layer, dense);
            maps->beforeImages = HeatMapImages(maps->before, emptyColour(maps->before, style).rgb());
        }
        return [this, maps, preview, layer, form = options.form, compare] {
            shown_ = preview;
            shownLayer_ = layer;
            shownForm_ = form;
            heatMap_->setMap(std::move(maps->map), std::move(maps->images));
            if (compare) {
                heatMap_->setBefore(std::move(maps->before), std::move(maps->beforeImages));
            }
        };
    });
}

void MaskView::showMessage(const QString& text)
{
    worker_.post([]() -> LatestWorker::Delivery { return [] {}; });  // overtakes a map under way
    shown_.reset();
    heatMap_->setMessage(text);
}

void MaskView::showReadout(const std::optional<HeatMapCell>& cell)
{
    const QString text = cell && shown_ ? maskReadout(*shown_, shownLayer_, shownForm_, *cell) : QString();
    readout_->setText(text);
    heatMap_->setAccessibleDescription(text);
}

}  // namespace mho
