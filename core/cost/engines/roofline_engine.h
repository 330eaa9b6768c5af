// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/engines/engine.h"
#include "core/cost/engines/engine_parts.h"

namespace mho {

/// Options of the roofline; in a data file the names in quotes.
struct RooflineOptions {
    double peakOpsPerS = 0.0;        ///< "peak.rate", "op/s": multiplications and additions.
    double denseEfficiency = 1.0;    ///< "peak.efficiency", share of the peak that a dense kernel reaches, above 0..1.
    std::int64_t vectorLanes = 1;    ///< W, "vector.lanes", filters in a vector, 1..1024.
    std::int64_t kernelPixels = 1;   ///< u, "kernel.pixels", output pixels that share one decoded index, 1..1024.
    double decodeSteps = 0.0;        ///< h, "sparse.decode_steps", vector steps to decode one kept position of a block, 0..1e6.
    std::int64_t blockFilters = 1;   ///< f, "block.filters", 1..4096.
    std::int64_t blockChannels = 1;  ///< c, "block.channels", 1..4096.
    std::int64_t weightBits = 16;    ///< "weights.bits", 1..64.
    std::int64_t activationBits = 16;  ///< "activations.bits", 1..64.
    double launchS = 0.0;              ///< "launch.time": a layer's fixed cost, 0..1 s.
    double arithmeticJ = 0.0;          ///< "op.energy", on top of the active power.
};

/// A mobile CPU or GPU: latency = launch + max(operations / (peak * efficiency), bytes / bandwidth), with the efficiency of
/// block-sparse kernels (Mobile or FPGA?, ACM TECS 2022) as a function of the block. Formulas: docs/engines.md, "Roofline".
class MHO_API RooflineEngine : public Engine {
public:
    explicit RooflineEngine(const ComponentFile& constants);

    const RooflineOptions& options() const { return options_; }
    /// Vector steps per output pixel of a full block's kernel position that do useful work / all its steps, at `pixels`
    /// output pixels: (f c / W) / (ceil(f / W) c + h / min(u, pixels)); above 0..1.
    double blockEfficiency(std::int64_t filters, std::int64_t channels, std::int64_t pixels) const;
    /// Vector steps per output pixel of a layer: with the dense kernel, and with the block-sparse one.
    double denseSteps(const CompressedLayer& layer) const;
    double sparseSteps(const CompressedLayer& layer) const;

protected:
    void priceLayers(const CompressedNetwork& network, EngineReport& report, std::vector<Problem>& problems) const override;

private:
    double sparseSteps(const CompressedLayer& layer, const BlockCounts& blocks) const;

    RooflineOptions options_;
    MemoryAndPower memory_;
};

}  // namespace mho
