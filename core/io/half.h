// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>

namespace mho {

/// IEEE 754 binary16 and bfloat16 to and from float. Narrowing rounds to nearest, ties to even; what is too large becomes
/// infinity; a NaN stays a NaN.
MHO_API float floatFromHalf(std::uint16_t bits);
MHO_API std::uint16_t halfFromFloat(float value);
MHO_API float floatFromBfloat16(std::uint16_t bits);
MHO_API std::uint16_t bfloat16FromFloat(float value);

}  // namespace mho
