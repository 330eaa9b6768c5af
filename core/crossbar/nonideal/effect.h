// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/random.h"
#include "core/crossbar/nonideal/cell_array.h"
#include "core/crossbar/nonideal/non_idealities.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mho {

/// Mean and variance of sum over rows of input * conductance on one bit line; times the read voltage it is the current.
struct ColumnMoments {
    double meanS = 0.0;       ///< siemens
    double varianceS2 = 0.0;  ///< siemens squared
};

/// Which devices: each array of each run is made of its own.
struct ArrayKey {
    std::uint64_t seed = 0;
    std::uint64_t run = 0;
    std::uint64_t layer = 0;
    std::uint64_t block = 0;  ///< Index into Tiling::blocks.
    std::uint64_t piece = 0;  ///< Piece of that block's word lines.
    std::uint64_t array = 0;  ///< Slice and part within the tile.
};

/// One effect. Stateless; one object per effect. An effect changes conductances once per programmed array, but for read noise,
/// which changes sums at each read.
class MHO_API Effect {
public:
    virtual ~Effect();
    virtual std::string_view name() const = 0;         ///< "programming-variation"
    virtual std::string_view description() const = 0;  ///< English, one line (MHO_TEXT).
    virtual bool isOn(const NonIdealities& options) const = 0;
    /// Changes the conductances of an array. Every cell takes the same number of draws whatever its state and whatever other
    /// effects are on, so that two settings can be compared on the same devices.
    virtual void apply(CellArray& array, const NonIdealities& options, const Device& device, RandomStream& random) const = 0;
    /// Closed form of the sum of one bit line after this effect, over devices (over reads for read noise).
    /// @param before the array the effect finds
    /// @param inputs one per row, in units of the lowest input level; >= 0
    virtual ColumnMoments column(const CellArray& before, std::size_t line, std::span<const double> inputs,
                                 const NonIdealities& options, const Device& device) const = 0;
};

/// All effects in the order in which they change an array (explicit list).
MHO_API const std::vector<const Effect*>& effects();

/// Applies all effects that are on, in their order, each with a random stream of its own per array.
MHO_API void applyEffects(CellArray& array, const NonIdealities& options, const Device& device, const ArrayKey& key);

}  // namespace mho
