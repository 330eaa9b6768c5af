// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/whole_box.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

constexpr double kMostTyped = 1e15;  // a double still tells neighbours apart

}  // namespace

WholeBox::WholeBox(std::int64_t least, std::int64_t most, QWidget* parent)
    : NumberBox(-kMostTyped, kMostTyped, true, parent), least_(least), most_(most)
{
    connect(this, &QDoubleSpinBox::valueChanged, this, &WholeBox::showUnit);
}

std::int64_t WholeBox::whole() const
{
    return std::llround(value());
}

void WholeBox::setWhole(std::int64_t value)
{
    setValue(static_cast<double>(value));
    showUnit();  // where signals are blocked, too
}

void WholeBox::setZeroText(const QString& text)
{
    zeroText_ = text;
    constexpr int kFrameAndArrows = 36;
    setMinimumWidth(std::max(minimumWidth(), fontMetrics().horizontalAdvance(text) + kFrameAndArrows));
    setSuffix(QString());  // shows the text anew
    showUnit();
}

void WholeBox::setUnit(const QString& unit)
{
    unit_ = unit;
    showUnit();
}

void WholeBox::showUnit()
{
    const bool words = value() == 0.0 && !zeroText_.isEmpty();
    const QString shown = words || unit_.isEmpty() ? QString() : QLatin1Char(' ') + unit_;
    if (shown != suffix()) {
        setSuffix(shown);
    }
}

QString WholeBox::textFromValue(double value) const
{
    return value == 0.0 && !zeroText_.isEmpty() ? zeroText_ : NumberBox::textFromValue(value);
}

double WholeBox::valueFromText(const QString& text) const
{
    return isZeroText(text) ? 0.0 : NumberBox::valueFromText(text);
}

QValidator::State WholeBox::validate(QString& text, int& position) const
{
    if (isZeroText(text)) {
        return QValidator::Acceptable;
    }
    // The words may be deleted letter by letter.
    const bool rest = !zeroText_.isEmpty() && (zeroText_.startsWith(text) || zeroText_.endsWith(text));
    return rest ? QValidator::Intermediate : NumberBox::validate(text, position);
}

void WholeBox::stepBy(int steps)
{
    // From outside the range a step leads to its nearer end.
    setWhole(std::clamp(whole() + steps, least_, most_));
}

QAbstractSpinBox::StepEnabled WholeBox::stepEnabled() const
{
    StepEnabled enabled = StepNone;
    enabled.setFlag(StepUpEnabled, !isReadOnly() && whole() < most_);
    enabled.setFlag(StepDownEnabled, !isReadOnly() && whole() > least_);
    return enabled;
}

}  // namespace mho
