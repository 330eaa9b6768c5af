// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/engines/engine.h"
#include "core/cost/engines/engine_parts.h"

namespace mho {

/// Options of the PE array; in a data file the names in quotes.
struct PeArrayOptions {
    std::int64_t filterLanes = 1;       ///< Tm, "pe.filter_lanes", 1..4096.
    std::int64_t channelLanes = 1;      ///< Tn, "pe.channel_lanes", 1..4096.
    double clockHz = 0.0;               ///< "pe.clock".
    std::int64_t weightBits = 2;        ///< "weights.bits", 1..32; ternary 2.
    std::int64_t scaleBits = 32;        ///< "weights.scale_bits", a layer's scale, 0..64.
    std::int64_t activationBits = 8;    ///< "activations.bits", 1..32.
    std::int64_t accumulatorBits = 24;  ///< "accumulator.bits", 1..64.
    std::int64_t bufferBits = 0;        ///< "device.buffer", on-chip memory for a group's weights and the partial sums.
    double arithmeticJ = 0.0;           ///< "add.energy": one addition or subtraction.
};

/// Groups of weights (Tm filters x Tn channels x the whole kernel), each one pass of the array; an all-zero group skips its
/// pass. After Yang, He, Fan (AAAI 2020): PE-wise structured pruning with ternary weights; that paper's array is not
/// described, so this one is ours. Formulas: docs/engines.md, "PE array".
class MHO_API PeArrayEngine : public Engine {
public:
    explicit PeArrayEngine(const ComponentFile& constants);

    const PeArrayOptions& options() const { return options_; }
    /// Passes of a layer: its groups in which a weight stays.
    std::int64_t passes(const CompressedLayer& layer) const;
    /// Weights in all-zero groups / weights, 0..1.
    double groupSparsity(const CompressedLayer& layer) const;

protected:
    void priceLayers(const CompressedNetwork& network, EngineReport& report, std::vector<Problem>& problems) const override;

private:
    PeArrayOptions options_;
    MemoryAndPower memory_;
};

}  // namespace mho
