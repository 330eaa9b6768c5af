// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// The values a weight may take, in units of a layer's scale: +-magnitudes, symmetric about zero, no zero level
/// (S0 section 3.1). A pruned weight is zero by its mask, never by a level.
struct MHO_API LevelSet {
    std::vector<float> magnitudes;  ///< Ascending, positive, at most 1; the largest conductance has magnitude <= 1.
    int bits = 0;                   ///< Sign bit + log2(magnitudes); 5 bits = 32 levels = 16 magnitudes.

    /// Index of the nearest magnitude of |value|/scale; a value half-way goes to the lower index.
    std::uint16_t nearest(float value, float scale) const;
    /// The level's weight: sign(value) * magnitudes[nearest] * scale, 0 counts as positive.
    float quantize(float value, float scale) const;
};

/// One layer's levels and the scale that turns magnitudes into weights.
struct LayerLevels {
    LevelSet set;
    float scale = 1.0F;  ///< Weight of magnitude 1; > 0.
};

}  // namespace mho
