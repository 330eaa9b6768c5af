// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/level_set.h"
#include "core/network/mask.h"
#include "core/network/network.h"
#include "core/network/weight_layer.h"

#include <memory>
#include <optional>
#include <vector>

namespace mho {

struct CompressedLayer {
    WeightLayer layer;
    LayerMask mask;
    std::optional<LayerLevels> levels;  ///< Missing = the layer keeps float weights.
};

/// A network with the masks and levels of a plan: what Preview and Run both give. Masks are held; weights and level codes
/// are made when asked for, layer by layer.
struct MHO_API CompressedNetwork {
    std::shared_ptr<const Network> network;  ///< For a run's result: its trained weights. May lack values (zoo, no data).
    std::vector<CompressedLayer> layers;     ///< All weight layers in node order.

    /// Weights after mask and levels, n*k row-major; the network must have weights.
    std::vector<float> weights(std::size_t layer) const;
    /// Signed level codes: 0 = pruned or at the level zero, +-(index + 1) otherwise; the layer must have levels, the network weights.
    std::vector<std::int16_t> levelCodes(std::size_t layer) const;

    struct Counts {
        std::int64_t weights = 0;
        std::int64_t kept = 0;
    };
    /// Weights and weights kept (layerCounts()), over all weight layers or over convolutions alone.
    Counts counts(bool convolutionsOnly = false) const;
    /// weights / weights kept; over convolution layers or over all weight layers.
    double ratioConvolution() const;
    double ratioAll() const;
};

/// The network as it is: full masks, no levels.
MHO_API CompressedNetwork uncompressed(std::shared_ptr<const Network> network);

}  // namespace mho
