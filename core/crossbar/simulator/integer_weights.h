// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/hardware.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace mho {

/// Magnitudes as whole multiples of one unit, e.g. device levels 0.1 + (i + 0.5) 0.9 / 16 = (41 + 18 i) / 320.
struct RationalGrid {
    std::vector<std::int32_t> multiples;  ///< One per magnitude, ascending, >= 1.
    double unit = 0.0;                    ///< magnitude = multiple * unit, to the rounding of float32.
};

inline constexpr std::int32_t kMostMultiple = 8191;

/// Whole-number levels: their multiples. Analog levels: the smallest multiples that give all magnitudes; nothing where there
/// are none up to kMostMultiple.
MHO_API std::optional<RationalGrid> rationalGrid(const LevelSet& set);

/// A layer's weights as the integers its cells hold.
struct IntegerWeights {
    std::vector<std::int32_t> values;  ///< n*k row-major; weight = value * unit; pruned weights are 0.
    double unit = 1.0;                 ///< > 0
    int bits = 0;                      ///< Sign included. Without a cell table |value| <= 2^(bits-1) - 1.
    /// With CellLayout::levelsInCells: |value| of each cell state, ascending; the state is the level's index.
    /// Empty: cells hold the digits of the sign scheme's code.
    std::vector<std::int32_t> cellTable;
    /// True: the levels are no whole multiples of one unit that this layout can hold, so the weights were rounded once more.
    bool requantised = false;
    double largestError = 0.0;  ///< Largest |weight - value * unit|: of a float layer the rounding to `bits`.
};

/// @param weights n*k weights of the layer after mask and levels (CompressedNetwork::weights)
/// Without levels: unit = max|w| / (2^(b-1) - 1), symmetric, nearest, b = crossbar.baselineBits.
MHO_API IntegerWeights integerWeights(const CompressedLayer& layer, const std::vector<float>& weights,
                                      const Hardware& hardware);

}  // namespace mho
