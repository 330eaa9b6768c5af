// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace mho {

/// Text of a quantity in SI with prefix and three significant digits: (1.67e-12, "J") -> "1.67 pJ", (0, "W") -> "0 W".
/// Areas keep mm2: use areaText. C locale always.
MHO_API std::string quantityText(double value, std::string_view unit);

/// Text of an area given in square millimetres: "0.372 mm²", "285 µm²".
MHO_API std::string areaText(double areaMm2);

/// Text of a whole number with thin groups of three digits: 14710464 -> "14 710 464".
MHO_API std::string countText(std::int64_t count);

/// Text of a ratio: 17.694 -> "17.69x".
MHO_API std::string ratioText(double ratio);

/// Shortest text that reads back as exactly the same double (to_chars), for files.
MHO_API std::string exactText(double value);

/// Text of a duration in seconds: 65 -> "1 min 5 s", 0.02 -> "0.02 s".
MHO_API std::string durationText(double seconds);

}  // namespace mho
