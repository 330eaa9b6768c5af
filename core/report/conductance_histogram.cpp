// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/conductance_histogram.h"

#include "core/crossbar/layer_cells.h"

#include <algorithm>

namespace mho {
namespace {

constexpr std::size_t kBins = 64;

}  // namespace

ConductanceHistogram conductanceHistogram(const CompressedNetwork& network, const MappedNetwork& mappedNetwork, std::size_t layer)
{
    const Hardware& hardware = mappedNetwork.hardware;
    const MappedLayer& mapped = mappedNetwork.layers[layer];
    ConductanceHistogram histogram;
    histogram.highS = hardware.device.gMaxS;
    histogram.counts.assign(kBins, 0);
    for (int state = 0; state < hardware.device.states(); ++state) {
        histogram.levelsS.push_back(hardware.device.conductanceS(state));
    }
    const LayerCells layerCells(network, layer, hardware);
    for (std::int64_t rowBlock = 0; rowBlock < mapped.rowBlocks; ++rowBlock) {
        for (std::int64_t columnBlock = 0; columnBlock < mapped.columnBlocks; ++columnBlock) {
            for (int slice = 0; slice < mapped.sliceArrays; ++slice) {
                for (int sign = 0; sign < mapped.signArrays; ++sign) {
                    const CrossbarCells cells = layerCells.at({rowBlock, columnBlock, slice, sign});
                    for (const float conductance : cells.conductanceS) {
                        if (conductance > 0.0F) {
                            const auto bin = static_cast<std::size_t>(conductance / histogram.highS * kBins);
                            ++histogram.counts[std::min(bin, kBins - 1)];
                            ++histogram.programmed;
                        }
                    }
                    histogram.cells += cells.rows * cells.columns;
                }
            }
        }
    }
    return histogram;
}

}  // namespace mho
