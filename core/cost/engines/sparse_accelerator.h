// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/engines/engine.h"
#include "core/cost/engines/engine_parts.h"

#include <optional>

namespace mho {

/// Options of the sparse accelerator; in a data file the names in quotes.
struct SparseAcceleratorOptions {
    std::int64_t densePes = 1;        ///< D, "dense.pes", PEs of the dense accelerator that sets the area, 1..2^20.
    double macMm2 = 0.0;              ///< "pe.mac_area".
    double bitMm2 = 0.0;              ///< "pe.area_per_bit" of the weight buffer.
    std::int64_t bufferWeights = 1;   ///< "pe.buffer_weights", weights that a PE holds, 1..2^20.
    double decoderMm2 = 0.0;          ///< "sparse.decoder_area".
    std::int64_t indexBits = 4;       ///< "sparse.index_bits", zeros before a weight, 1..16.
    std::int64_t startCycles = 0;     ///< "sparse.start_cycles", before each dot product, 0..1024.
    double imbalance = 1.0;           ///< "sparse.imbalance": 1 = random zeros, 0 = equal filters.
    std::int64_t weightBits = 8;      ///< "weights.bits", 1..32.
    std::int64_t activationBits = 8;  ///< "activations.bits", 1..32.
    double clockHz = 0.0;             ///< "pe.clock".
    double arithmeticJ = 0.0;         ///< "mac.energy".
};

/// One layer, dense against sparse accelerator of the same area.
struct MHO_API BreakEven {
    std::string layer;
    std::int64_t weights = 0;
    std::int64_t kept = 0;                 ///< By the layer's mask.
    std::int64_t denseCycles = 0;          ///< On the dense accelerator.
    std::int64_t sparseCycles = 0;         ///< Of this mask on the sparse one, zeros where they lie.
    std::optional<std::int64_t> mostKept;  ///< Most weights with which the sparse one is not slower; none: it never pays.

    double speedup() const { return static_cast<double>(denseCycles) / static_cast<double>(sparseCycles); }
    /// p*: share that must be pruned, in percent; none where it never pays.
    std::optional<double> prunedPercent() const;
    /// The same as a ratio, weights / most kept; none where all must go or it never pays.
    std::optional<double> ratio() const;
    double maskPrunedPercent() const;
    bool pays() const { return sparseCycles <= denseCycles; }
};

/// An accelerator for irregular sparsity: PEs that hold (weight, run of zeros) pairs of filters and skip zeros, as many as
/// fit into the area of a dense accelerator of D PEs (ADMM-NN, ASPLOS 2019: break-even pruning ratio; that paper's circuit
/// is not published, so this one is ours, with EIE's encoding). Formulas: docs/engines.md, "Sparse accelerator".
class MHO_API SparseAccelerator : public Engine {
public:
    explicit SparseAccelerator(const ComponentFile& constants);

    const SparseAcceleratorOptions& options() const { return options_; }
    double densePeMm2() const;
    double sparsePeMm2() const;
    /// S: sparse PEs in the area of D dense ones, at least 1 (a smaller area is refused when the constants are read).
    std::int64_t sparsePes() const { return sparsePes_; }

    std::int64_t denseCycles(const WeightLayer& layer) const;
    /// Cycles expected with `kept` weights, 0..n*k, at random places. Never falls when `kept` grows.
    std::int64_t sparseCycles(const WeightLayer& layer, std::int64_t kept) const;
    /// Cycles of a mask, exactly: its filters' lengths, fillers included.
    std::int64_t sparseCycles(const CompressedLayer& layer) const;
    /// Stored (weight, index) pairs per filter: kept weights and a filler for each full run of zeros before one.
    std::vector<std::int64_t> entries(const CompressedLayer& layer) const;

    BreakEven breakEven(const CompressedLayer& layer) const;

protected:
    void priceLayers(const CompressedNetwork& network, EngineReport& report, std::vector<Problem>& problems) const override;

private:
    std::int64_t cyclesOf(const CompressedLayer& layer, std::vector<std::int64_t> lengths) const;

    SparseAcceleratorOptions options_;
    std::int64_t sparsePes_ = 1;
    MemoryAndPower memory_;
};

/// The break-even of each weight layer.
MHO_API std::vector<BreakEven> breakEven(const SparseAccelerator& accelerator, const CompressedNetwork& network);

}  // namespace mho
