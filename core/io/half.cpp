// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/half.h"

#include <bit>
#include <cmath>

namespace mho {

float floatFromHalf(std::uint16_t bits)
{
    const int exponent = (bits >> 10) & 0x1f;
    const auto fraction = static_cast<float>(bits & 0x3ff);
    float magnitude = 0.0F;
    if (exponent == 0x1f) {
        magnitude = fraction == 0.0F ? INFINITY : NAN;
    } else if (exponent == 0) {
        magnitude = std::ldexp(fraction, -24);
    } else {
        magnitude = std::ldexp(fraction + 1024.0F, exponent - 25);
    }
    return (bits & 0x8000) != 0 ? -magnitude : magnitude;
}

std::uint16_t halfFromFloat(float value)
{
    const auto sign = static_cast<std::uint32_t>(std::signbit(value) ? 0x8000 : 0);
    const float magnitude = std::abs(value);
    if (std::isnan(value)) {
        return static_cast<std::uint16_t>(sign | 0x7e00U);
    }
    if (magnitude >= 65520.0F) {  // half-way between the largest half and 2^16
        return static_cast<std::uint16_t>(sign | 0x7c00U);
    }
    if (magnitude < 0x1p-14F) {  // subnormal: a multiple of 2^-24; nearbyint rounds ties to even
        return static_cast<std::uint16_t>(sign | static_cast<std::uint32_t>(std::nearbyint(magnitude * 0x1p24F)));
    }
    const int exponent = std::ilogb(magnitude);
    const auto mantissa = static_cast<std::uint32_t>(std::nearbyint(std::ldexp(magnitude, 10 - exponent)));
    // A mantissa rounded up to 2048 carries into the exponent by itself.
    return static_cast<std::uint16_t>(sign | ((static_cast<std::uint32_t>(exponent + 14) << 10U) + mantissa));
}

float floatFromBfloat16(std::uint16_t bits)
{
    return std::bit_cast<float>(std::uint32_t{bits} << 16U);
}

std::uint16_t bfloat16FromFloat(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if (std::isnan(value)) {
        return static_cast<std::uint16_t>((bits >> 16U) | 0x40U);
    }
    return static_cast<std::uint16_t>((bits + 0x7fffU + ((bits >> 16U) & 1U)) >> 16U);
}

}  // namespace mho
