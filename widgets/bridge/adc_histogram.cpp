// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/adc_histogram.h"

#include "widgets/bridge/array_cells.h"

#include <algorithm>

namespace mho {

namespace {

void count(const ArrayCells& cells, AdcHistogram& histogram)
{
    for (std::size_t line = 0; line < cells.filter.size() && cells.filter[line] >= 0; ++line) {
        ++histogram.bitLines[cells.bitLineCells[line]];
        ++histogram.inUse;
        histogram.most = std::max<std::int64_t>(histogram.most, cells.bitLineCells[line]);
    }
}

}  // namespace

AdcHistogram adcHistogram(const std::shared_ptr<const PreviewResult>& preview, std::size_t layer,
                          const std::optional<CrossbarAddress>& crossbar)
{
    const MappedLayer& mapped = preview->mapped.layers[layer];
    const LayerContent content(preview, layer);
    AdcHistogram histogram;
    histogram.layerCells = mapped.columnCells;
    histogram.layerBits = mapped.adcBits;
    histogram.bitLines.assign(static_cast<std::size_t>(content.adc().rowsAtOnce()) + 1, 0);
    for (std::int64_t cells = 0; cells <= content.adc().rowsAtOnce(); ++cells) {
        histogram.bits.push_back(content.adc().bits(cells));
    }
    if (crossbar) {
        count(content.array(*crossbar), histogram);
        return histogram;
    }
    for (std::int64_t rowBlock = 0; rowBlock < mapped.rowBlocks; ++rowBlock) {
        for (std::int64_t columnBlock = 0; columnBlock < mapped.columnBlocks; ++columnBlock) {
            for (int slice = 0; slice < mapped.sliceArrays; ++slice) {
                for (int sign = 0; sign < mapped.signArrays; ++sign) {
                    count(content.array({rowBlock, columnBlock, slice, sign}), histogram);
                }
            }
        }
    }
    return histogram;
}

}  // namespace mho
