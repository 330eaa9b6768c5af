// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/layer_tiling.h"

#include <span>

namespace mho {

/// A layer's tiles by their place in the grid that CrossbarAddress counts: row blocks group after group, column blocks within
/// a group.
class LayerBlocks {
public:
    /// Indices into the weight matrix; filters of one tile and the columns on its word lines.
    struct Block {
        std::span<const std::int64_t> filters;
        std::span<const std::int64_t> columns;
    };

    /// The layer must outlive the object.
    LayerBlocks(const CompressedLayer& layer, const Hardware& hardware, std::span<const std::uint8_t> deadColumns);

    std::int64_t rowBlocks() const;
    std::int64_t columnBlocks() const;
    /// A tile the layer does not have is empty.
    Block at(std::int64_t rowBlock, std::int64_t columnBlock) const;
    /// Kept weights in a tile.
    std::int64_t keptWeights(std::int64_t rowBlock, std::int64_t columnBlock) const;

private:
    const LayerMask& mask_;
    Tiling tiling_;
    std::vector<std::int64_t> groupRowBlocks_;  ///< Of each group that has tiles, in order.
    std::vector<std::vector<const FilterBlock*>> groupBlocks_;
};

}  // namespace mho
