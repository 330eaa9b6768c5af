// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/level_set.h"

#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// LayerLevels::quantize() and code() for many weights: the same bits, by a look into a table instead of a search per weight.
class MHO_API QuickLevels {
public:
    /// Costs about as much as quantising ten thousand weights one by one.
    explicit QuickLevels(const LayerLevels& levels);

    /// out[i] = the level of in[i]; a NaN stays NaN, so that a diverged training shows. `out` may be `in`; of equal size
    /// (asserted).
    void quantize(std::span<const float> in, std::span<float> out) const;
    /// LayerLevels::code(); no NaN.
    std::int16_t code(float value) const;

private:
    std::size_t index(float magnitude) const;

    std::vector<float> thresholds_;     ///< [i] = least |w| that is nearer to level i + 1 than to level i; then a NaN.
    std::vector<float> values_;         ///< Level i as a weight.
    std::vector<std::uint16_t> first_;  ///< Per cell of |w|: number of thresholds in the cells before.
    float cellsPerUnit_ = 0.0F;
    float zeroBelow_ = 0.0F;
};

}  // namespace mho
