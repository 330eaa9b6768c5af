// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/quantity_box.h"

#include "widgets/bridge/quantity_text.h"

#include <QLineEdit>
#include <QWheelEvent>

#include <cmath>

namespace mho {

QuantityBox::QuantityBox(const QString& unit, QWidget* parent) : QAbstractSpinBox(parent), unit_(unit)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 12);
    connect(this, &QAbstractSpinBox::editingFinished, this, &QuantityBox::takeText);
    setValue(0.0);
}

void QuantityBox::setValue(double value)
{
    value_ = value;
    lineEdit()->setText(exactQuantityText(value, unit_));
}

void QuantityBox::stepBy(int steps)
{
    takeText();
    if (!(value_ > 0.0)) {
        return;
    }
    // In whole tenths of the leading digit's unit; below 1.0 comes 0.99.
    const int exponent = static_cast<int>(std::floor(std::log10(value_) + 1e-9)) - 1;
    double tenths = std::round(value_ / std::pow(10.0, exponent)) + steps;
    constexpr double kFirst = 10.0;
    constexpr double kBelow = 99.0;
    const bool belowDecade = tenths < kFirst;
    tenths = belowDecade ? kBelow + 1.0 + (tenths - kFirst) : tenths;
    const QString text = QStringLiteral("%1e%2").arg(tenths, 0, 'f', 0).arg(belowDecade ? exponent - 1 : exponent);
    if (const auto next = readQuantity(text, unit_); next && *next > 0.0) {
        setValue(*next);
        lineEdit()->selectAll();
        Q_EMIT valueEdited(value_);
    }
}

QValidator::State QuantityBox::validate(QString& text, int& /*position*/) const
{
    return readQuantity(text, unit_) ? QValidator::Acceptable : QValidator::Intermediate;
}

void QuantityBox::fixup(QString& text) const
{
    text = exactQuantityText(value_, unit_);
}

QSize QuantityBox::sizeHint() const
{
    QSize size = QAbstractSpinBox::sizeHint();
    size.setWidth(minimumWidth());
    return size;
}

QAbstractSpinBox::StepEnabled QuantityBox::stepEnabled() const
{
    return isReadOnly() || !(value_ > 0.0) ? StepNone : StepUpEnabled | StepDownEnabled;
}

void QuantityBox::wheelEvent(QWheelEvent* event)
{
    if (hasFocus()) {
        QAbstractSpinBox::wheelEvent(event);
    } else {
        event->ignore();
    }
}

void QuantityBox::takeText()
{
    const auto typed = readQuantity(lineEdit()->text(), unit_);
    if (!typed || *typed == value_) {
        setValue(value_);
        return;
    }
    setValue(*typed);
    Q_EMIT valueEdited(value_);
}

}  // namespace mho
