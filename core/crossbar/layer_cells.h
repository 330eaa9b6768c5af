// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/layer_blocks.h"
#include "core/crossbar/mapped_network.h"

#include <span>

namespace mho {

/// Where one layer's weights lie on crossbars, prepared once for looking at many of its crossbars.
///
/// Conductance of a cell:
/// * levels in one slice, under a scheme in which zeros pass no current: magnitude of the weight's level * gMaxS;
///   deviceLevels() with as many states as the cell has gives the middle of each of the cell's intervals, with fewer the middle
///   of wider intervals of the same range (S0 section 3.1);
/// * else the weight becomes an integer (the level's index where zeros pass no current, or round(w / max|w kept| *
///   (2^(b-1) - 1))), the sign scheme turns that into codes, a code is cut into digits of cellBits, and digit c is
///   Device::conductanceS(c).
/// Where zeros pass no current a pruned weight, and the part of the other sign, is not programmed: 0 S.
class MHO_API LayerCells {
public:
    /// The network must outlive the object; `layer` is an index of network.layers.
    LayerCells(const CompressedNetwork& network, std::size_t layer, const Hardware& hardware);

    /// As crossbarCells(); a tile the layer does not have is an array without programmed cells.
    CrossbarCells at(const CrossbarAddress& address) const;

private:
    double conductanceS(float weight, bool kept, int slice, int part) const;

    const CompressedLayer& layer_;
    Hardware hardware_;
    CellLayout layout_;
    LayerBlocks blocks_;
    std::span<const float> weights_;
    double largest_ = 0.0;  ///< Largest kept magnitude.
};

}  // namespace mho
