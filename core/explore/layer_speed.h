// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/cost/engines/engine.h"

#include <cstdint>
#include <memory>

namespace mho {

class SparseAccelerator;

/// A layer's weights as an engine stores them.
struct LayerStorage {
    std::int64_t weightBits = 0;
    std::int64_t indexBits = 0;  ///< Indices, bitmaps and scales.
    bool operator==(const LayerStorage&) const = default;
};

/// A layer at one ratio.
struct LayerAtRatio {
    std::int64_t kept = 0;  ///< Weights.
    double seconds = 0.0;   ///< As LayerSpeed has them.
    LayerStorage storage;
};

/// How long an engine works on one weight layer of a network, dense and pruned, for one inference.
/// On a sparse accelerator: the arithmetic alone, cycles / clock, dense on the dense accelerator of the same area, as its
/// break-even is defined (docs/engines.md). On all others: the layer's latency, dense on the same engine.
class MHO_API LayerSpeed {
public:
    /// @param engine must live as long as this
    LayerSpeed(std::shared_ptr<const Network> network, const Engine& engine);

    /// Seconds of the layer with nothing pruned; its mask does not count, its levels do.
    double denseS(const CompressedLayer& layer) const;
    /// Seconds of the layer with its mask, on the part that skips zeros.
    double prunedS(const CompressedLayer& layer) const;
    /// Seconds where no ratio prunes the layer: a sparse accelerator runs it on its faster part.
    double restS(const CompressedLayer& layer) const;
    /// Weights as stored with nothing pruned; its mask does not count.
    LayerStorage denseStorage(const CompressedLayer& layer) const;
    /// Weights as stored with this mask; on a sparse accelerator with indices.
    LayerStorage prunedStorage(const CompressedLayer& layer) const;
    /// On the part that restS takes: a dense accelerator stores every weight and no index.
    LayerStorage restStorage(const CompressedLayer& layer) const;
    /// True where only the number of irregularly placed weights counts, not where they lie: then irregularS gives the seconds.
    /// A mask made before training says nothing about where training leaves the zeros, and the sparse accelerator has a law
    /// for zeros at random places.
    bool countsIrregular() const { return sparse_ != nullptr; }
    double irregularS(const WeightLayer& layer, std::int64_t kept) const;

private:
    EngineLayer price(const CompressedLayer& layer) const;

    std::shared_ptr<const Network> network_;
    const Engine& engine_;
    const SparseAccelerator* sparse_;  ///< nullptr = another kind.
};

}  // namespace mho
