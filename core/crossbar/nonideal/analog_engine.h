// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/hardware.h"
#include "core/crossbar/nonideal/analog_kernel.h"
#include "core/crossbar/nonideal/cell_array.h"
#include "core/crossbar/nonideal/non_idealities.h"
#include "core/crossbar/simulator/tile_engine.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace mho {

/// Which devices a network is programmed into: every run takes new ones.
struct DeviceSample {
    std::uint64_t seed = 0;
    std::uint64_t run = 0;
};

/// Arrays of real devices: each cell has its conductance after all effects, each conversion its read noise. In units of a
/// cell's step a programmed cell counts value + (g - nominal g) / step, one that is not programmed (g - reference) / step,
/// where the reference is 0 or, with NonIdealities::referenceHasOffCells, its nominal leak. The ADC rounds and clips the sum as
/// in the exact simulator, its range is the one chosen for ideal cells. Without effects the result is that of exactEngines(),
/// bit by bit.
///
/// Read noise is drawn for the sum of a conversion: normal, variance sum of input^2 (sigma g / step)^2 over its cells, those of
/// a subtracted line included. Draws depend on sample, layer, tile, conversion, output position, cycle and read only.
class MHO_API AnalogEngines final : public TileEngineFactory {
public:
    /// Network and hardware must outlive the object.
    /// Throws Error InvalidArgument with all problems of the options, and where measured device levels are asked for a layer
    /// whose level set has another number of levels than the device has states.
    AnalogEngines(const CompressedNetwork& network, const Hardware& hardware, const NonIdealities& options,
                  const DeviceSample& sample);
    /// With a kernel of analogKernels(), so that tests can compare them.
    AnalogEngines(const CompressedNetwork& network, const Hardware& hardware, const NonIdealities& options,
                  const DeviceSample& sample, const AnalogKernelChoice& kernel);

    std::unique_ptr<TileEngine> make(const TileIdentity& tile, const TileCells& cells,
                                     const LayerConversion& conversion) const override;

private:
    struct LayerScale {
        CellScale scale;
        std::vector<std::int32_t> values;  ///< Of each state.
    };

    const Hardware& hardware_;
    NonIdealities options_;
    DeviceSample sample_;
    AnalogKernel kernel_;
    std::vector<LayerScale> scales_;  ///< Per layer.
};

/// The kernels this machine can run, the fastest last.
MHO_API const std::vector<AnalogKernelChoice>& analogKernels();

}  // namespace mho
