// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/conductance_histogram.h"

#include "core/crossbar/layer_cells.h"

#include <algorithm>

namespace mho {
namespace {

constexpr std::size_t kBins = 64;

ConductanceHistogram emptyHistogram(const Device& device)
{
    ConductanceHistogram histogram;
    histogram.highS = device.gMaxS;
    histogram.counts.assign(kBins, 0);
    histogram.negative.assign(kBins, 0);
    for (int state = 0; state < device.states(); ++state) {
        histogram.levelsS.push_back(device.conductanceS(state));
    }
    return histogram;
}

void add(const std::vector<LayerCells::Tally>& tallies, ConductanceHistogram& histogram)
{
    for (const LayerCells::Tally& tally : tallies) {
        const std::size_t bin = std::min(static_cast<std::size_t>(tally.conductanceS / histogram.highS * kBins), kBins - 1);
        histogram.counts[bin] += tally.cells;
        histogram.negative[bin] += tally.negative ? tally.cells : 0;
        histogram.programmed += tally.cells;
    }
}

}  // namespace

ConductanceHistogram conductanceHistogram(const CompressedNetwork& network, const MappedNetwork& mapped, std::optional<std::size_t> layer)
{
    ConductanceHistogram histogram = emptyHistogram(mapped.hardware.device);
    const CrossbarOptions& crossbar = mapped.hardware.crossbar;
    for (std::size_t i = layer.value_or(0); i < (layer ? *layer + 1 : mapped.layers.size()); ++i) {
        add(LayerCells(network, i, mapped.hardware).tally(), histogram);
        const MappedLayer& tiles = mapped.layers[i];
        histogram.cells += tiles.rowBlocks * tiles.columnBlocks * tiles.sliceArrays * tiles.signArrays * crossbar.rows * crossbar.columns;
    }
    return histogram;
}

ConductanceHistogram conductanceHistogram(const CompressedNetwork& network, const MappedNetwork& mapped, std::size_t layer,
                                          const CrossbarAddress& crossbar)
{
    ConductanceHistogram histogram = emptyHistogram(mapped.hardware.device);
    add(LayerCells(network, layer, mapped.hardware).tally(crossbar), histogram);
    histogram.cells = mapped.hardware.crossbar.rows * mapped.hardware.crossbar.columns;
    return histogram;
}

}  // namespace mho
