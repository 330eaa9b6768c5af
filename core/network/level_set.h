// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// The values a weight may take, in units of a layer's scale: +-magnitudes, symmetric about zero. Zero is no magnitude: a
/// pruned weight is zero by its mask; where zero is a value of its own, LayerLevels::zeroBelow says which weights take it.
struct MHO_API LevelSet {
    std::vector<float> magnitudes;  ///< Ascending, positive, at most 1; the largest conductance has magnitude <= 1.
    int bits = 0;                   ///< Bits a weight takes in cells, sign included; 5-bit device levels: 16 magnitudes.
    int storageBits = 0;  ///< Bits of a code in a memory, sign included; 0 = as `bits`. Powers of two store exponents.
    /// Above 0: whole-number levels, magnitude = multiple / steps. Cells hold the digits of the multiple, which is at most
    /// 2^(bits-1) - 1. 0: analog levels, a magnitude is the conductance of one cell in units of g_max.
    int steps = 0;

    /// Index of the nearest magnitude of |value|/scale; a value half-way goes to the lower index.
    std::uint16_t nearest(float value, float scale) const;
    /// The level's weight: sign(value) * magnitudes[nearest] * scale, 0 counts as positive.
    float quantize(float value, float scale) const;
    int bitsInMemory() const { return storageBits > 0 ? storageBits : bits; }
    bool isAnalog() const { return steps == 0; }
    /// Whole-number levels only: the multiple that magnitudes[index] is.
    std::int32_t multiple(std::size_t index) const;
    bool operator==(const LevelSet&) const = default;
};

/// One layer's levels and the scale that turns magnitudes into weights.
struct MHO_API LayerLevels {
    LevelSet set;
    float scale = 1.0F;  ///< Weight of magnitude 1; > 0.
    /// Weights with |w| < this take zero; 0 = the set has no zero. At most scale * magnitudes[0], so that a level stays one.
    float zeroBelow = 0.0F;

    bool hasZero() const { return zeroBelow > 0.0F; }
    /// Different weights a layer can hold: both signs of each magnitude, and zero where the set has it.
    std::int64_t codes() const { return 2 * static_cast<std::int64_t>(set.magnitudes.size()) + (hasZero() ? 1 : 0); }
    /// The weight that `value` becomes. A weight that lies on a level stays the same to the bit.
    float quantize(float value) const;
    /// Signed code: 0 = zero, else +-(index of the magnitude + 1).
    std::int16_t code(float value) const;
    bool operator==(const LayerLevels&) const = default;
};

}  // namespace mho
