// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace mho {

/// Place of a ratio on a logarithmic slider from 1 to `groups`, 0..1; 0 when there is only one group.
double sliderPlace(double ratio, std::int64_t groups);

/// The ratio at a place (clamped to 0..1), of those that whole numbers of kept groups give: groups / kept.
double ratioAtPlace(double place, std::int64_t groups);

/// The next such ratio above (`up`) or below; ends at 1 and `groups`.
double nextRatio(double ratio, std::int64_t groups, bool up);

}  // namespace mho
