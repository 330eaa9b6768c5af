// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mho {

/// What a DAC converts in one cycle: bits shift..shift+width-1 of every input.
struct InputCycle {
    int shift = 0;
    int width = 1;
    bool negative = false;  ///< The sign bit of two's complement: this cycle's codes are subtracted.

    std::int64_t weight() const { return (negative ? -1 : 1) * (std::int64_t{1} << static_cast<unsigned>(shift)); }
    std::int64_t top() const { return (std::int64_t{1} << static_cast<unsigned>(width)) - 1; }  ///< Largest value it feeds.
};

/// How a layer's activations become whole numbers: q = clamp(round(x / scale)), fed bit by bit.
struct MHO_API InputFormat {
    int bits = 8;
    bool isSigned = false;  ///< Two's complement, |q| <= 2^(bits-1) - 1; else q = 0..2^bits - 1.
    double scale = 1.0;     ///< Activation of q = 1; > 0.

    std::int64_t lowest() const { return isSigned ? -highest() : 0; }
    std::int64_t highest() const { return (std::int64_t{1} << static_cast<unsigned>(isSigned ? bits - 1 : bits)) - 1; }
    /// Least significant first, dacBits at a time; a sign bit has a cycle of its own, since it counts negative.
    std::vector<InputCycle> cycles(int dacBits) const;
    /// Bit patterns of `bits` bits. round = floor(x / scale + 0.5); a value beyond the range takes its end.
    void quantize(std::span<const float> values, std::uint16_t* out) const;
    /// The number a bit pattern stands for.
    std::int32_t valueOf(std::uint16_t pattern) const
    {
        return isSigned && (pattern >> (bits - 1)) != 0 ? static_cast<std::int32_t>(pattern) - (1 << bits)
                                                        : static_cast<std::int32_t>(pattern);
    }
};

/// The format of a layer whose inputs lay between `lowest` and +-`largest` on calibration images: unsigned where lowest >= 0.
/// Throws Error InvalidArgument (where = layer) for signed inputs of 1 bit.
MHO_API InputFormat inputFormatFor(double lowest, double largest, int bits, const std::string& layer);

}  // namespace mho
