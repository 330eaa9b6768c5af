// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// The values a weight may take, in units of a layer's scale: +-magnitudes, symmetric about zero. Zero is no magnitude: a
/// pruned weight is zero by its mask; where zero is a value of its own, LayerLevels::zeroBelow says which weights take it.
struct MHO_API LevelSet {
    std::vector<float> magnitudes;  ///< Ascending, positive, at most 1; the largest conductance has magnitude <= 1.
    int bits = 0;                   ///< Bits a weight takes in cells, sign included; 5-bit device levels: 16 magnitudes.
    int storageBits = 0;            ///< Bits of a code in a memory, sign included; 0 = as `bits`. Powers of two store exponents.

    /// Index of the nearest magnitude of |value|/scale; a value half-way goes to the lower index.
    std::uint16_t nearest(float value, float scale) const;
    /// The level's weight: sign(value) * magnitudes[nearest] * scale, 0 counts as positive.
    float quantize(float value, float scale) const;
    int bitsInMemory() const { return storageBits > 0 ? storageBits : bits; }
};

/// One layer's levels and the scale that turns magnitudes into weights.
struct MHO_API LayerLevels {
    LevelSet set;
    float scale = 1.0F;      ///< Weight of magnitude 1; > 0.
    float zeroBelow = 0.0F;  ///< Weights with |w| < this take zero; 0 = the set has no zero.

    /// The weight that `value` becomes.
    float quantize(float value) const;
    /// Signed code: 0 = zero, else +-(index of the magnitude + 1).
    std::int16_t code(float value) const;
};

}  // namespace mho
