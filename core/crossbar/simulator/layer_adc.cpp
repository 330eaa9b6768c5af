// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/layer_adc.h"

#include "core/crossbar/layer_tiling.h"

#include <algorithm>
#include <bit>

namespace mho {
namespace {

SumRange widest(const std::vector<SumRange>& ranges)
{
    SumRange widest;
    for (const SumRange& range : ranges) {
        if (range.high - range.low > widest.high - widest.low) {
            widest = range;
        }
    }
    return widest;
}

}  // namespace

LayerLimits layerLimits(const CompressedLayer& layer, const MappedLayer& mapped, const Hardware& hardware,
                        const IntegerWeights& weights)
{
    const CrossbarOptions& crossbar = hardware.crossbar;
    const CellLayout layout = cellLayout(layer, hardware);
    const SignScheme& scheme = *layout.scheme;
    const int cellBits = hardware.device.cellBits;
    LayerLimits limits;
    limits.cellMaximum = weights.cellTable.empty() ? hardware.device.states() - 1 : weights.cellTable.back();
    const std::int64_t charge = mapped.columnCells * ((std::int64_t{1} << static_cast<unsigned>(crossbar.dacBits)) - 1);
    const std::int64_t top = charge * limits.cellMaximum;
    const bool reference = scheme.unitColumns() == 0 && scheme.inputCoefficient(layout.weightBits) != 0;
    for (int slice = 0; slice < layout.slices; ++slice) {
        SumRange range{.low = 0, .high = top};
        if (scheme.subtractsBeforeAdc()) {
            range.low = -top;
        } else if (reference) {
            const std::int64_t bias = -scheme.inputCoefficient(layout.weightBits);
            const std::int64_t digit =
                (bias >> static_cast<unsigned>((layout.slices - 1 - slice) * cellBits)) & (hardware.device.states() - 1);
            range = {.low = -charge * digit, .high = top - charge * digit};
        } else if (crossbar.adcRule == AdcRule::Flipped) {
            range.high = std::max(top / 2, charge);
        }
        limits.ranges.push_back(range);
    }
    limits.adcBits = mapped.adcBits;
    if (crossbar.adcBits == 0 && !weights.cellTable.empty() && mapped.columnCells > 0) {
        // The rule counts states; these cells hold larger integers.
        limits.adcBits =
            crossbar.adcRule == AdcRule::Isaac
                ? adcBits({.cells = mapped.columnCells, .rows = mapped.columnCells, .isSigned = scheme.subtractsBeforeAdc()},
                          crossbar, static_cast<int>(std::bit_width(static_cast<unsigned>(limits.cellMaximum))))
                : losslessBits(limits);
    }
    limits.adcBits = std::max(1, limits.adcBits);
    return limits;
}

int losslessBits(const LayerLimits& limits)
{
    return std::max(1, bitsFor(widest(limits.ranges)));
}

std::vector<Adc> losslessAdcs(const LayerLimits& limits)
{
    std::vector<Adc> adcs;
    for (const SumRange& range : limits.ranges) {
        adcs.push_back(makeAdc(AdcMode::Clip, losslessBits(limits), range, range));
    }
    return adcs;
}

std::vector<Adc> layerAdcs(const LayerLimits& limits, AdcMode mode, const std::optional<SumRange>& seen)
{
    std::vector<Adc> adcs;
    for (SumRange range : limits.ranges) {
        if (seen) {
            range = {.low = range.low < 0 ? seen->low : 0, .high = seen->high};
        }
        adcs.push_back(makeAdc(mode, limits.adcBits, range, seen ? *seen : widest(limits.ranges)));
    }
    return adcs;
}

}  // namespace mho
