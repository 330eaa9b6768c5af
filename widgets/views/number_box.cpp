// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/number_box.h"

#include <QWheelEvent>

namespace mho {

NumberBox::NumberBox(double least, double most, bool whole, QWidget* parent) : QDoubleSpinBox(parent)
{
    constexpr int kDecimals = 4;
    setDecimals(whole ? 0 : kDecimals);
    setRange(least, most);
    setKeyboardTracking(false);
    setFocusPolicy(Qt::StrongFocus);
    setStepType(whole ? DefaultStepType : AdaptiveDecimalStepType);
    // The width of the longest number that is allowed would be that of a billion.
    setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 12);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QString NumberBox::textFromValue(double value) const
{
    constexpr int kDigits = 14;
    QLocale numbers = locale();
    numbers.setNumberOptions(QLocale::OmitGroupSeparator);
    return numbers.toString(value, 'g', kDigits);
}

void NumberBox::wheelEvent(QWheelEvent* event)
{
    if (hasFocus()) {
        QDoubleSpinBox::wheelEvent(event);
    } else {
        event->ignore();
    }
}

}  // namespace mho
