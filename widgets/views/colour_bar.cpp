// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/colour_bar.h"

#include "widgets/views/network_picture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>

namespace mho {

ColourBar::ColourBar(std::initializer_list<CellQuantity> quantities, const QString& quantityTip, const QString& ownRange,
                     const QString& rangeTip, QWidget* parent)
    : QWidget(parent), quantity_(new QComboBox), range_(new QComboBox), logarithmic_(new QCheckBox(tr("Log")))
{
    for (const CellQuantity quantity : quantities) {
        quantity_->addItem(quantityName(quantity), static_cast<int>(quantity));
    }
    quantity_->setAccessibleName(tr("Colour by"));
    quantity_->setToolTip(quantityTip);
    range_->addItems({tr("Fixed range"), ownRange});
    range_->setAccessibleName(tr("Range of the colours"));
    range_->setToolTip(rangeTip);
    logarithmic_->setAccessibleName(tr("Logarithmic colours"));
    logarithmic_->setToolTip(tr("Logarithmic colours, at most three decades"));

    auto* bar = new QHBoxLayout(this);
    bar->setContentsMargins(6, 0, 6, 4);
    bar->setSpacing(6);
    for (QWidget* widget : std::initializer_list<QWidget*>{quantity_, range_, logarithmic_}) {
        bar->addWidget(widget);
    }
    bar->addStretch(1);
    // In a narrow window words are cut, not the window.
    quantity_->setMinimumWidth(70);
    range_->setMinimumWidth(70);

    connect(quantity_, &QComboBox::currentIndexChanged, this, &ColourBar::refresh);
    connect(range_, &QComboBox::currentIndexChanged, this, &ColourBar::changed);
    connect(logarithmic_, &QCheckBox::toggled, this, &ColourBar::changed);
}

CellQuantity ColourBar::quantity() const
{
    return static_cast<CellQuantity>(quantity_->currentData().toInt());
}

void ColourBar::setQuantity(CellQuantity quantity)
{
    quantity_->setCurrentIndex(quantity_->findData(static_cast<int>(quantity)));
}

void ColourBar::offerQuantity(bool offered)
{
    quantity_->setVisible(offered);
    const bool scaled = !offered || quantity() != CellQuantity::Mask;
    range_->setEnabled(scaled);
    logarithmic_->setEnabled(scaled);
}

bool ColourBar::ownRange() const
{
    return range_->currentIndex() == 1;
}

bool ColourBar::logarithmic() const
{
    return logarithmic_->isChecked();
}

void ColourBar::refresh()
{
    offerQuantity(!quantity_->isHidden());
    Q_EMIT changed();
}

}  // namespace mho
