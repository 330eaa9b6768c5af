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
    void setWhole(std::int64_t value);
    /// What 0 is shown as, in place of the number and its unit; 0 is typed as any number.
    void setZeroText(const QString& text);
    /// Behind every number.
    void setUnit(const QString& unit);

    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;
    void stepBy(int steps) override;

protected:
    StepEnabled stepEnabled() const override;

private:
    bool isZeroText(const QString& text) const { return !zeroText_.isEmpty() && text.trimmed() == zeroText_; }
    void showUnit();

    std::int64_t least_;
    std::int64_t most_;
    QString zeroText_;
    QString unit_;
};

}  // namespace mho
