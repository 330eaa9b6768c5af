// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/network_crossbars.h"

#include "core/base/units.h"
#include "widgets/bridge/text.h"
#include "widgets/views/colour_bar.h"
#include "widgets/views/empty_state.h"
#include "widgets/views/readout_label.h"

#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace mho {

NetworkCrossbars::NetworkCrossbars(QWidget* parent)
    : QWidget(parent),
      bar_(new ColourBar({CellQuantity::Occupancy, CellQuantity::Mask, CellQuantity::Conductance, CellQuantity::Level,
                          CellQuantity::BitLineCells, CellQuantity::WireDrop},
                         tr("What the colours mean"), tr("Range per layer"),
                         tr("Fixed: all that the hardware can hold (of wire drop: up to the highest of all layers), so that layers compare. Per "
                            "layer: "
                            "from the lowest to the highest value of each layer"))),
      pages_(new QStackedLayout),
      map_(new NetworkMap),
      message_(emptyStateLabel()),
      readout_(new ReadoutLabel)
{
    pages_->addWidget(map_);
    pages_->addWidget(message_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar_);
    layout->addLayout(pages_, 1);
    layout->addWidget(readout_);

    connect(bar_, &ColourBar::changed, this, &NetworkCrossbars::refresh);
    connect(map_, &NetworkMap::layerClicked, this, &NetworkCrossbars::layerClicked);
    connect(map_, &NetworkMap::cursorChanged, this, [this] { readout_->setText(readout()); });
    refresh();
}

CellQuantity NetworkCrossbars::quantity() const
{
    return bar_->quantity();
}

void NetworkCrossbars::setQuantity(CellQuantity quantity)
{
    bar_->setQuantity(quantity);
}

void NetworkCrossbars::show(const std::shared_ptr<const PreviewResult>& preview, int layer)
{
    preview_ = preview;
    map_->show(preview, layer);
    refresh();
}

QString NetworkCrossbars::message() const
{
    return pages_->currentIndex() == 1 ? message_->text() : QString();
}

QString NetworkCrossbars::readout() const
{
    const QString text = map_->readout();
    if (!text.isEmpty()) {
        return text;
    }
    const QString hint = tr("Wheel zooms, drag moves, a click selects the layer");
    const SolvedCount count = map_->solved();
    return count.complete() ? hint
                            : tr("Wire drop solved: %1 of %2 · %3")
                                  .arg(toQString(countText(count.solved)), toQString(countText(count.arrays)), hint);
}

void NetworkCrossbars::setSegmentOhm(double ohm)
{
    segmentOhm_ = ohm;
    map_->setSegmentOhm(ohm);
    refresh();
}

void NetworkCrossbars::setCompare(bool compare)
{
    map_->setCompare(compare);
    refresh();
}

QString NetworkCrossbars::messageNow() const
{
    if (!preview_) {
        return tr("Open a project to see its crossbars.");
    }
    const bool wires = quantity() == CellQuantity::WireDrop;
    if (needsWeights(quantity()) && !preview_->usesWeights) {
        return tr(
            "Not trained yet: without weights there are no conductances to show.\n"
            "Choose Run ▸ Start to train and compress this network.");
    }
    if (wires && !(segmentOhm_ > 0.0)) {
        return tr("Wires without resistance take no voltage.\nGive the resistance of a wire from one cell to the next above.");
    }
    const CrossbarOptions& crossbar = preview_->mapped.hardware.crossbar;
    if (wires && crossbar.rows * crossbar.columns > WireDropStore::kMostCells) {
        return tr("Crossbars of more than %1 cells are solved one at a time:\nopen one of the selected layer to see its wire "
                  "drop.")
            .arg(toQString(countText(WireDropStore::kMostCells)));
    }
    return {};
}

void NetworkCrossbars::refresh()
{
    map_->setColours(quantity(), bar_->ownRange(), bar_->logarithmic());
    const QString message = messageNow();
    message_->setText(message);
    pages_->setCurrentIndex(message.isEmpty() ? 0 : 1);
    readout_->setText(message.isEmpty() ? readout() : QString());
    Q_EMIT messageChanged();
}

}  // namespace mho
