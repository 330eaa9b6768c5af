// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/number_box.h"

#include <cstdint>

namespace mho {

/// A field for a whole number whose steps stay in a range, while a number outside it can be typed: what is wrong with it is
/// then told in words, not by cutting what was typed.
class WholeBox : public NumberBox {
    Q_OBJECT

public:
    WholeBox(std::int64_t least, std::int64_t most, QWidget* parent = nullptr);

    std::int64_t whole() const;
    void setWhole(std::int64_t value) { setValue(static_cast<double>(value)); }
    /// What 0 is shown as, beside the number.
    void setZeroText(const QString& text) { zeroText_ = text; }

    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;
    void stepBy(int steps) override;

protected:
    StepEnabled stepEnabled() const override;

private:
    std::int64_t least_;
    std::int64_t most_;
    QString zeroText_;
};

}  // namespace mho
