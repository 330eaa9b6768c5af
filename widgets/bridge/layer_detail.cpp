// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/layer_detail.h"

#include "core/crossbar/layer_cells.h"

#include <algorithm>

namespace mho {
namespace {

constexpr std::size_t kBins = 64;

}  // namespace

ConductanceHistogram conductanceHistogram(const PreviewResult& preview, std::size_t layer)
{
    const Hardware& hardware = preview.mapped.hardware;
    const MappedLayer& mapped = preview.mapped.layers[layer];
    ConductanceHistogram histogram;
    histogram.highS = hardware.device.gMaxS;
    histogram.counts.assign(kBins, 0);
    const int states = hardware.device.states();
    const double interval = (hardware.device.gMaxS - hardware.device.gMinS) / states;
    for (int state = 0; state < states; ++state) {
        histogram.levelsS.push_back(hardware.device.gMinS + (state + 0.5) * interval);
    }
    const LayerCells layerCells(preview.compressed, layer, hardware);
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

float weightAt(const CompressedNetwork& network, std::size_t layer, std::int64_t row, std::int64_t column)
{
    const CompressedLayer& compressed = network.layers[layer];
    if (!compressed.mask.kept(row, column)) {
        return 0.0F;
    }
    const auto values = network.network->nodes()[compressed.layer.node].parameter("weight")->values();
    const float value = values[static_cast<std::size_t>(row * compressed.layer.columns + column)];
    return compressed.levels ? compressed.levels->quantize(value) : value;
}

}  // namespace mho
