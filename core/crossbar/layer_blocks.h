// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/hardware.h"
#include "core/crossbar/support.h"

#include <span>

namespace mho {

/// How a layer's support is cut into blocks of the array size. Row blocks of a grouped convolution count group after group.
class LayerBlocks {
public:
    /// Indices into the weight matrix, at most crossbar.columns filters and crossbar.rows columns.
    struct Block {
        std::span<const std::int64_t> filters;
        std::span<const std::int64_t> columns;
    };

    /// The layer must outlive the object.
    LayerBlocks(const CompressedLayer& layer, const CrossbarOptions& crossbar);

    const std::vector<GroupSupport>& groups() const { return groups_; }
    /// A block the layer does not have is empty.
    Block at(std::int64_t rowBlock, std::int64_t columnBlock) const;
    /// Kept weights in a block.
    std::int64_t keptWeights(std::int64_t rowBlock, std::int64_t columnBlock) const;

private:
    const LayerMask& mask_;
    std::int64_t rows_;
    std::int64_t columns_;
    std::vector<GroupSupport> groups_;
};

}  // namespace mho
