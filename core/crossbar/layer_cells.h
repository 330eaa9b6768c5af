// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/layer_blocks.h"
#include "core/crossbar/mapped_network.h"

#include <span>

namespace mho {

/// Where one layer's weights lie on crossbars, prepared once for looking at many of its crossbars.
///
/// Conductance of a kept weight:
/// * levels in one slice: magnitude of its level * gMaxS; deviceLevels() with as many states as the cell has gives the
///   middle of each of the cell's intervals, with fewer the middle of wider intervals of the same range (S0 section 3.1);
/// * else the level's index, or without levels round(|w| / max|w kept| * (2^(baselineBits - 1) - 1)), is cut into digits of
///   cellBits, and digit c is the middle of the cell's interval c: gMinS + (c + 0.5) (gMaxS - gMinS) / states.
class MHO_API LayerCells {
public:
    /// The network must outlive the object; `layer` is an index of network.layers.
    LayerCells(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware);

    /// As crossbarCells(); a block the layer does not have is an array without programmed cells.
    CrossbarCells at(const CrossbarAddress& address) const;

private:
    double conductanceS(float weight, int slice) const;

    const CompressedLayer& layer_;
    Hardware hardware_;
    LayerBlocks blocks_;
    std::span<const float> weights_;
    int bits_ = 0;
    int slices_ = 1;
    double largest_ = 0.0;  ///< Largest kept magnitude; only where the layer has no levels.
};

}  // namespace mho
