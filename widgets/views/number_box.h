// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace mho {

/// A field for a number that shows only the decimals it has, tells of a typed number once it is complete, and does not turn
/// when the wheel passes over it.
class NumberBox : public QDoubleSpinBox {
    Q_OBJECT

public:
    /// @param whole whole numbers only; else up to four decimals
    NumberBox(double least, double most, bool whole, QWidget* parent = nullptr);

    QString textFromValue(double value) const override;

protected:
    void wheelEvent(QWheelEvent* event) override;
};

}  // namespace mho
