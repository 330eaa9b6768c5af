// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/engines/engine.h"
#include "core/cost/engines/engine_parts.h"

namespace mho {

/// Options of the tiled loop engine; in a data file the names in quotes.
struct FpgaLoopOptions {
    std::int64_t filterLanes = 1;       ///< Tm, "engine.filter_lanes", 1..4096.
    std::int64_t channelLanes = 1;      ///< Tn, "engine.channel_lanes", 1..4096.
    std::int64_t pixelLanes = 1;        ///< Tp, "engine.pixel_lanes", 1..4096: output pixels at once; 1 = Zhang et al.
    std::int64_t tileHeight = 1;        ///< Tr, "engine.tile_height", output rows a tile, 1..4096.
    std::int64_t tileWidth = 1;         ///< Tc, "engine.tile_width", 1..4096.
    std::int64_t pipelineDepth = 0;     ///< "engine.pipeline_depth", cycles that a tile needs to fill the pipeline, 0..1024.
    bool doubleBuffered = true;         ///< "engine.double_buffered".
    double clockHz = 0.0;               ///< "engine.clock".
    std::int64_t weightBits = 8;        ///< "weights.bits", 1..32.
    std::int64_t activationBits = 8;    ///< "activations.bits", 1..32.
    std::int64_t accumulatorBits = 32;  ///< "accumulator.bits", 1..64.
    bool addOnly = false;               ///< "engine.add_only": binary or ternary weights in LUTs, no DSP.
    double arithmeticJ = 0.0;           ///< "mac.energy": one multiply-accumulate (addition when addOnly).
    double macsPerDsp4 = 1.0;           ///< "dsp.macs_4_bit": when weights and activations have at most 4 bits.
    double macsPerDsp8 = 1.0;           ///< "dsp.macs_8_bit": at most 8 bits.
    std::int64_t dsp = 0;               ///< "device.dsp", "device.bram36", "device.lut".
    std::int64_t bram = 0;
    std::int64_t lut = 0;
    double lutPerAdderBit = 1.0;  ///< "lut.per_adder_bit".
};

/// The loop nest of Zhang et al. (FPGA 2015, section 4) with a third unrolled loop over output pixels and with block-punched
/// weights (Mobile or FPGA?, ACM TECS 2022): a kernel position is skipped when it is zero for all Tm x Tn weights of the
/// tile. Formulas: docs/engines.md, "FPGA loop engine".
class MHO_API FpgaLoopEngine : public Engine {
public:
    explicit FpgaLoopEngine(const ComponentFile& constants);

    const FpgaLoopOptions& options() const { return options_; }
    /// DSP slices of the array: Tm Tn Tp multipliers, several to a slice when narrow, several slices each when wide.
    std::int64_t dspUsed() const;
    /// Multiply-accumulates at once.
    std::int64_t macs() const { return options_.filterLanes * options_.channelLanes * options_.pixelLanes; }

protected:
    void priceLayers(const CompressedNetwork& network, EngineReport& report, std::vector<Problem>& problems) const override;

private:
    void priceLayer(const LoopBounds& bounds, const BlockCounts& blocks, std::int64_t weightBits, EngineLayer& layer) const;
    std::int64_t bramUsed(const LoopBounds& bounds) const;

    FpgaLoopOptions options_;
    MemoryAndPower memory_;
};

}  // namespace mho
