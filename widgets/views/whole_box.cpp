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
}

std::int64_t WholeBox::whole() const
{
    return std::llround(value());
}

QString WholeBox::textFromValue(double value) const
{
    const QString number = NumberBox::textFromValue(value);
    return value == 0.0 && !zeroText_.isEmpty() ? QStringLiteral("%1: %2").arg(number, zeroText_) : number;
}

double WholeBox::valueFromText(const QString& text) const
{
    return NumberBox::valueFromText(text.section(QLatin1Char(':'), 0, 0));
}

QValidator::State WholeBox::validate(QString& text, int& position) const
{
    if (!zeroText_.isEmpty() && text.contains(QLatin1Char(':'))) {
        bool isNumber = false;
        text.section(QLatin1Char(':'), 0, 0).trimmed().toLongLong(&isNumber);
        return isNumber ? QValidator::Acceptable : QValidator::Intermediate;
    }
    return NumberBox::validate(text, position);
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
