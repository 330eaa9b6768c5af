// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/conductance_histogram.h"

#include "core/crossbar/layer_cells.h"

#include <algorithm>

namespace mho {
namespace {

constexpr std::size_t kBins = 64;

void count(const CompressedNetwork& network, const MappedNetwork& mapped, std::size_t layer, ConductanceHistogram& histogram)
{
    for (const LayerCells::Tally& tally : LayerCells(network, layer, mapped.hardware).tally()) {
        const std::size_t bin = std::min(static_cast<std::size_t>(tally.conductanceS / histogram.highS * kBins), kBins - 1);
        histogram.counts[bin] += tally.cells;
        histogram.negative[bin] += tally.negative ? tally.cells : 0;
        histogram.programmed += tally.cells;
    }
    const MappedLayer& tiles = mapped.layers[layer];
    histogram.cells += tiles.rowBlocks * tiles.columnBlocks * tiles.sliceArrays * tiles.signArrays * mapped.hardware.crossbar.rows *
                       mapped.hardware.crossbar.columns;
}

}  // namespace

ConductanceHistogram conductanceHistogram(const CompressedNetwork& network, const MappedNetwork& mapped, std::optional<std::size_t> layer)
{
    const Device& device = mapped.hardware.device;
    ConductanceHistogram histogram;
    histogram.highS = device.gMaxS;
    histogram.counts.assign(kBins, 0);
    histogram.negative.assign(kBins, 0);
    for (int state = 0; state < device.states(); ++state) {
        histogram.levelsS.push_back(device.conductanceS(state));
    }
    for (std::size_t i = layer.value_or(0); i < (layer ? *layer + 1 : mapped.layers.size()); ++i) {
        count(network, mapped, i, histogram);
    }
    return histogram;
}

}  // namespace mho
