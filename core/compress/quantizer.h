// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/level_set.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mho {

/// A family of level sets and the rule that fits one to a layer's weights. Stateless; one object per kind.
class MHO_API Quantizer {
public:
    virtual ~Quantizer();
    virtual std::string_view name() const = 0;         ///< "device"
    virtual std::string_view description() const = 0;  ///< English, one line (MHO_TEXT).
    virtual int leastBits() const = 0;                 ///< Bits as a plan gives them, sign included.
    virtual int mostBits() const = 0;
    /// True: a level is a conductance of one cell, so bits - 1 must not exceed the cell's bits. False: a level is a whole
    /// number of steps, which can be cut into slices.
    virtual bool isAnalog() const { return false; }
    /// True: the scale follows the weights, and each projection fits it anew. False: fitted once, then fixed (S2's public code).
    virtual bool followsWeights() const { return false; }
    /// |w| at and above which a straight-through gradient is zero; 0 = nowhere (docs/methods.md, "Levels").
    virtual float gradientLimit() const { return 0.0F; }
    /// @param bits leastBits()..mostBits()  @param levelFloor g_min / g_max of the device, in [0, 1)
    /// Throws Error InvalidArgument for other bits.
    virtual LevelSet levels(int bits, double levelFloor) const = 0;
    /// The set with the scale (and zero) that suit these weights best by the kind's rule; scale 1 when no weight is kept.
    /// Pruned weights and zeros do not count.
    /// @param weights finite  @param kept empty = all, else one flag per weight
    virtual LayerLevels fit(int bits, double levelFloor, std::span<const float> weights,
                            std::span<const std::uint8_t> kept) const = 0;

protected:
    /// Throws Error InvalidArgument unless leastBits() <= bits <= mostBits().
    void checkBits(int bits) const;
};

/// All quantisers, in a fixed order (explicit list); the first, "device", is the default of a plan.
MHO_API const std::vector<const Quantizer*>& quantizers();
/// The quantiser of that name; throws Error NotFound that lists the names.
MHO_API const Quantizer& findQuantizer(std::string_view name);

}  // namespace mho
