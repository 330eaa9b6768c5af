// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>
#include <vector>

namespace mho {

/// Where values lie along an axis.
struct AxisScale {
    double low = 0.0;   ///< Value at the low end; above 0 where the axis is logarithmic.
    double high = 1.0;  ///< Value at the high end; above `low`.
    bool logarithmic = false;

    /// 0 at the low end, 1 at the high end, beyond them outside of 0..1. A logarithmic axis takes values above 0.
    double shareOf(double value) const;
    double valueAt(double share) const;
    bool operator==(const AxisScale&) const = default;
};

/// An axis for values of least..most (finite, least <= most), with a little room at both ends; no room below 0 where nothing is
/// below it. Equal values get an axis around them.
/// @param logarithmic least is above 0 then (asserted)
AxisScale fittingScale(double least, double most, bool logarithmic);

/// The same for values with a unit (as StudyMetric::unit): percent that are not above 100 get no room above it.
AxisScale fittingScale(double least, double most, bool logarithmic, std::string_view unit);

/// 1, 2 or 5 times a power of ten, at least `smallest` (> 0).
double niceStep(double smallest);

/// Round values within the axis, ascending: 1, 2 or 5 times powers of ten; on a logarithmic axis over more than a decade powers of ten,
/// with 2 and 5 where there is room.
/// @param most how many at most, >= 2  @param whole whole numbers only (counts, bits)
std::vector<double> axisTicks(const AxisScale& scale, int most, bool whole);

/// How an axis writes its numbers: value / factor, with the unit in the axis's title.
struct AxisUnit {
    double factor = 1.0;
    QString text;  ///< "µJ"; empty for counts.

    QString number(double value) const;
};

/// @param unit as StudyMetric::unit: "", "J", "W", "s", "1/s", "mm2", "%", "bits", "x"  @param largest magnitude on the axis
AxisUnit axisUnit(std::string_view unit, double largest);

/// A value with its unit as people read it: "1.67 µJ", "0.372 mm²", "14 710", "98.70 %", "17.69×", "5 bit".
QString metricText(double value, std::string_view unit);

}  // namespace mho
