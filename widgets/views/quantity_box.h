// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

namespace mho {

/// A field for a physical quantity in SI units, shown and typed with a prefix ("100 nS"). It holds a double exactly: what was
/// set and not edited is what is read. A step changes the second digit. Any finite number can be typed.
class QuantityBox : public QAbstractSpinBox {
    Q_OBJECT

public:
    /// @param unit "S"
    explicit QuantityBox(const QString& unit, QWidget* parent = nullptr);

    double value() const { return value_; }
    /// Shows the value; says nothing.
    void setValue(double value);

    void stepBy(int steps) override;
    QValidator::State validate(QString& text, int& position) const override;
    /// A text that is no quantity becomes the last value again.
    void fixup(QString& text) const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    /// A person typed or stepped to another value.
    void valueEdited(double value);

protected:
    StepEnabled stepEnabled() const override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void takeText();

    QString unit_;
    double value_ = 0.0;
};

}  // namespace mho
