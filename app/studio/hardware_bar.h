// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/hardware.h"

#include <QToolBar>

class QComboBox;
class QLabel;
class QSpinBox;

namespace mho {

/// The knobs of the array: rows, columns, bits of a cell.
class HardwareBar : public QToolBar {
    Q_OBJECT

public:
    explicit HardwareBar(QWidget* parent = nullptr);
    void setHardware(const Hardware& hardware);

Q_SIGNALS:
    void hardwareEdited(const mho::Hardware& hardware);

private:
    void edit();

    Hardware hardware_;
    QComboBox* rows_;
    QComboBox* columns_;
    QSpinBox* cellBits_;
    QLabel* device_;
};

}  // namespace mho
