// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/hardware_bar.h"

#include "core/base/units.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace mho {
namespace {

QComboBox* sizeChoice(const QString& name)
{
    auto* box = new QComboBox;
    for (int size = 16; size <= 1024; size *= 2) {
        box->addItem(QString::number(size), size);
    }
    box->setAccessibleName(name);
    box->setToolTip(name);
    return box;
}

void choose(QComboBox* box, std::int64_t size)
{
    const QSignalBlocker quiet(box);
    const auto value = static_cast<int>(size);
    if (box->findData(value) < 0) {
        box->addItem(QString::number(value), value);  // a size that a recipe asks for
    }
    box->setCurrentIndex(box->findData(value));
}

}  // namespace

HardwareBar::HardwareBar(QWidget* parent)
    : QToolBar(tr("Hardware Bar"), parent),
      rows_(sizeChoice(tr("Word lines (rows) of a crossbar"))),
      columns_(sizeChoice(tr("Bit lines (columns) of a crossbar"))),
      cellBits_(new QSpinBox),
      device_(new QLabel)
{
    setObjectName(QStringLiteral("hardwareBar"));
    cellBits_->setRange(1, 8);
    cellBits_->setSuffix(tr(" bit"));
    cellBits_->setKeyboardTracking(false);
    cellBits_->setToolTip(tr("Bits a cell holds"));
    cellBits_->setAccessibleName(cellBits_->toolTip());
    const auto label = [this](const QString& text) {
        auto* widget = new QLabel(text);
        widget->setContentsMargins(8, 0, 4, 0);
        addWidget(widget);
    };
    label(tr("Crossbar"));
    addWidget(rows_);
    label(QStringLiteral("×"));
    addWidget(columns_);
    label(tr("Cell"));
    addWidget(cellBits_);
    device_->setContentsMargins(12, 0, 8, 0);
    device_->setForegroundRole(QPalette::PlaceholderText);
    addWidget(device_);
    setEnabled(false);
    connect(rows_, &QComboBox::activated, this, &HardwareBar::edit);
    connect(columns_, &QComboBox::activated, this, &HardwareBar::edit);
    connect(cellBits_, &QSpinBox::valueChanged, this, &HardwareBar::edit);
}

void HardwareBar::setHardware(const Hardware& hardware)
{
    hardware_ = hardware;
    choose(rows_, hardware.crossbar.rows);
    choose(columns_, hardware.crossbar.columns);
    const QSignalBlocker quiet(cellBits_);
    cellBits_->setValue(hardware.device.cellBits);
    device_->setText(tr("%1 to %2 · components: %3 · dense reference at %4 bit")
                         .arg(inLanguage(quantityText(hardware.device.gMinS, "S")),
                              inLanguage(quantityText(hardware.device.gMaxS, "S")), toQString(hardware.preset).toUpper())
                         .arg(hardware.crossbar.baselineBits));
    setEnabled(true);
}

void HardwareBar::edit()
{
    Hardware edited = hardware_;
    edited.crossbar.rows = rows_->currentData().toInt();
    edited.crossbar.columns = columns_->currentData().toInt();
    edited.device.cellBits = cellBits_->value();
    if (!(edited == hardware_)) {
        Q_EMIT hardwareEdited(edited);
    }
}

}  // namespace mho
