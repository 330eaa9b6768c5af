// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/axis_scale.h"

#include "core/base/units.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace mho {
namespace {

constexpr double kRoom = 0.05;  // of the span, at each end

std::vector<double> linearTicks(const AxisScale& scale, int most, bool whole)
{
    double step = niceStep((scale.high - scale.low) / most);
    if (whole) {
        step = std::max(1.0, step);
    }
    std::vector<double> ticks;
    // By whole multiples, so that no error adds up from tick to tick.
    const double slack = 1e-9 * (scale.high - scale.low) / step;
    for (double i = std::ceil(scale.low / step - slack); i * step <= scale.high + slack * step; i += 1.0) {
        ticks.push_back(i * step);
    }
    return ticks;
}

}  // namespace

double AxisScale::shareOf(double value) const
{
    return logarithmic ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
}

double AxisScale::valueAt(double share) const
{
    return logarithmic ? low * std::pow(high / low, share) : low + share * (high - low);
}

AxisScale fittingScale(double least, double most, bool logarithmic)
{
    assert(std::isfinite(least) && std::isfinite(most) && least <= most && (!logarithmic || least > 0.0));
    if (logarithmic) {
        const double room = least == most ? 1.5 : std::pow(most / least, kRoom);
        return {least / room, most * room, true};
    }
    // Values that differ by rounding alone are equal to the eye.
    const bool equal = most - least <= 1e-9 * std::max(std::abs(least), std::abs(most));
    const double half = std::abs(most) > 0.0 ? 0.1 * std::abs(most) : 1.0;
    const double room = equal ? half : kRoom * (most - least);
    return {least >= 0.0 ? std::max(0.0, least - room) : least - room, most + room, false};
}

AxisScale fittingScale(double least, double most, bool logarithmic, std::string_view unit)
{
    AxisScale scale = fittingScale(least, most, logarithmic);
    if (unit == "%" && most <= 100.0) {
        scale.high = std::min(scale.high, 100.0);
    }
    return scale;
}

double niceStep(double smallest)
{
    const double power = std::pow(10.0, std::floor(std::log10(smallest)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (power * factor >= smallest * 0.999) {
            return power * factor;
        }
    }
    return power * 10.0;
}

std::vector<double> axisTicks(const AxisScale& scale, int most, bool whole)
{
    assert(most >= 2);
    const double decades = scale.logarithmic ? std::log10(scale.high / scale.low) : 0.0;
    if (decades < 1.0) {
        return linearTicks(scale, most, whole);
    }
    const int stride = std::max(1, static_cast<int>(std::ceil(decades / most)));
    const bool between = 3.0 * decades <= most;
    std::vector<double> ticks;
    const int first = static_cast<int>(std::floor(std::log10(scale.low)));
    const int last = static_cast<int>(std::ceil(std::log10(scale.high)));
    for (int power = first; power <= last; ++power) {
        if (power % stride != 0) {
            continue;
        }
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double value = factor * std::pow(10.0, power);
            const bool shown = factor == 1.0 || between;
            if (shown && value >= scale.low * (1 - 1e-9) && value <= scale.high * (1 + 1e-9) && (!whole || value >= 1.0)) {
                ticks.push_back(value);
            }
        }
    }
    return ticks;
}

QString AxisUnit::number(double value) const
{
    const double shown = value / factor;
    const double rounded = std::round(shown);
    if (std::abs(shown) >= 1000.0 && std::abs(shown) < 1e15 && std::abs(shown - rounded) < 1e-6 * std::abs(shown)) {
        return toQString(countText(static_cast<std::int64_t>(rounded)));
    }
    return shortText(std::abs(shown) < 1e-12 ? 0.0 : shown, 4);
}

AxisUnit axisUnit(std::string_view unit, double largest)
{
    if (unit == "mm2") {
        // As areaText().
        return largest > 0.0 && largest < 0.01 ? AxisUnit{1e-6, QStringLiteral("µm²")} : AxisUnit{1.0, QStringLiteral("mm²")};
    }
    if (unit == "bits") {
        return {1.0, QCoreApplication::translate("AxisScale", "bit")};
    }
    if (unit == "x") {
        return {1.0, QStringLiteral("×")};
    }
    if (unit != "J" && unit != "W" && unit != "s") {
        return {1.0, toQString(unit)};
    }
    struct Prefix {
        double factor;
        const char* text;
    };
    constexpr Prefix kPrefixes[] = {{1e3, "k"}, {1.0, ""}, {1e-3, "m"}, {1e-6, "µ"}, {1e-9, "n"}, {1e-12, "p"}, {1e-15, "f"}};
    for (const Prefix& prefix : kPrefixes) {
        if (largest >= prefix.factor) {
            return {prefix.factor, QString::fromUtf8(prefix.text) + toQString(unit)};
        }
    }
    return {1.0, toQString(unit)};
}

QString metricText(double value, std::string_view unit)
{
    if (unit == "mm2") {
        return inLanguage(areaText(value));
    }
    if (unit == "%") {
        return QStringLiteral("%1 %").arg(fixedText(value, 2));
    }
    if (unit == "x") {
        return QStringLiteral("%1×").arg(fixedText(value, 2));
    }
    if (unit == "bits") {
        return QCoreApplication::translate("AxisScale", "%n bit", nullptr, static_cast<int>(std::lround(value)));
    }
    if (unit == "1/s") {
        return value >= 1000.0 ? QStringLiteral("%1 /s").arg(toQString(countText(std::llround(value))))
                               : QStringLiteral("%1 /s").arg(shortText(value, 3));
    }
    if (unit.empty()) {
        return value == std::round(value) && std::abs(value) < 1e15 ? toQString(countText(std::llround(value)))
                                                                    : shortText(value, 4);
    }
    return inLanguage(quantityText(value, unit));
}

}  // namespace mho
