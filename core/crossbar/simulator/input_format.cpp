// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/input_format.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace mho {

std::vector<InputCycle> InputFormat::cycles(int dacBits) const
{
    std::vector<InputCycle> result;
    const int magnitudeBits = isSigned ? bits - 1 : bits;
    for (int shift = 0; shift < magnitudeBits; shift += dacBits) {
        result.push_back({.shift = shift, .width = std::min(dacBits, magnitudeBits - shift)});
    }
    if (isSigned) {
        result.push_back({.shift = bits - 1, .width = 1, .negative = true});
    }
    return result;
}

void InputFormat::quantize(std::span<const float> values, std::uint16_t* out) const
{
    const auto inverse = static_cast<float>(1.0 / scale);
    const auto low = static_cast<float>(lowest());
    const auto high = static_cast<float>(highest());
    const auto mask = (1U << static_cast<unsigned>(bits)) - 1U;
    // Truncation of a value moved above 0 is floor; in double, since float32 has no room for 16 bits and a half behind them.
    const std::int32_t offset = isSigned ? 1 << (bits - 1) : 0;
    const double shift = static_cast<double>(offset) + 0.5;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float scaled = std::max(low, std::min(high, values[i] * inverse));
        const auto whole = static_cast<std::int32_t>(static_cast<double>(scaled) + shift) - offset;
        out[i] = static_cast<std::uint16_t>(static_cast<std::uint32_t>(whole) & mask);
    }
}

InputFormat inputFormatFor(double lowest, double largest, int bits, const std::string& layer)
{
    InputFormat format{.bits = bits, .isSigned = lowest < 0.0, .scale = 1.0};
    if (format.isSigned && bits < 2) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The layer's inputs can be negative, and 1 bit has no room for a sign; raise crossbar.input_bits"),
                    {}, layer);
    }
    if (largest > 0.0 && std::isfinite(largest)) {
        format.scale = largest / static_cast<double>(format.highest());
    }
    return format;
}

}  // namespace mho
