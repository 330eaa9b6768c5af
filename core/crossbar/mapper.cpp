// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/mapped_network.h"
#include "core/crossbar/support.h"

#include <algorithm>
#include <bit>

namespace mho {
namespace {

std::int64_t ceilDivide(std::int64_t a, std::int64_t b)
{
    return (a + b - 1) / b;
}

/// Kept filters of each group; a plain convolution is one group.
std::vector<std::int64_t> filtersPerGroup(const WeightLayer& layer, const Support& support)
{
    std::vector<std::int64_t> counts(static_cast<std::size_t>(layer.groups), 0);
    const std::int64_t perGroup = layer.filters / layer.groups;
    for (const std::int64_t filter : support.filters) {
        ++counts[static_cast<std::size_t>(filter / perGroup)];
    }
    return counts;
}

}  // namespace

int adcBits(std::int64_t activeRows, int dacBits, int cellBits)
{
    if (activeRows <= 0) {
        return 0;
    }
    const auto levels = static_cast<std::uint64_t>(activeRows) * ((1ULL << static_cast<unsigned>(dacBits)) - 1) *
                        ((1ULL << static_cast<unsigned>(cellBits)) - 1);
    // ceil(log2(levels + 1)) is the number of bits that hold the value `levels`.
    return static_cast<int>(std::bit_width(levels));
}

MappedLayer mapLayer(const CompressedLayer& layer, const Hardware& hardware)
{
    const CrossbarOptions& crossbar = hardware.crossbar;
    const Support support = supportOf(layer.mask);
    const auto wordLines = static_cast<std::int64_t>(support.columns.size());
    MappedLayer mapped;
    mapped.name = layer.layer.name;
    mapped.weightsTotal = layer.layer.weights();
    mapped.weightsKept = layer.mask.keptWeights();
    mapped.weightBits = layer.levels ? layer.levels->set.bits : crossbar.baselineBits;
    mapped.slices = static_cast<int>(ceilDivide(mapped.weightBits - 1, hardware.device.cellBits));
    mapped.outputPositions = layer.layer.outputPositions;
    mapped.inputCycles = static_cast<int>(ceilDivide(crossbar.inputBits, crossbar.dacBits));
    mapped.filters = static_cast<std::int64_t>(support.filters.size());
    const std::int64_t arraysPerBlock = std::int64_t{mapped.slices} * mapped.signs;
    const std::int64_t rowBlocks = ceilDivide(wordLines, crossbar.rows);
    for (const std::int64_t filters : filtersPerGroup(layer.layer, support)) {
        if (filters == 0) {
            continue;
        }
        const std::int64_t columnBlocks = ceilDivide(filters, crossbar.columns);
        mapped.wordLines += wordLines;
        mapped.rowBlocks += rowBlocks;
        mapped.columnBlocks = std::max(mapped.columnBlocks, columnBlocks);
        mapped.crossbars += rowBlocks * columnBlocks * arraysPerBlock;
        mapped.wordLinesDriven += wordLines * columnBlocks * arraysPerBlock;
        mapped.bitLinesRead += filters * rowBlocks * arraysPerBlock;
    }
    mapped.programmedCells = mapped.weightsKept * mapped.slices;
    mapped.adcBits = adcBits(std::min(crossbar.rows, wordLines), crossbar.dacBits, hardware.device.cellBits);
    const std::int64_t steps = mapped.outputPositions * mapped.inputCycles;
    mapped.conversions = steps * mapped.bitLinesRead;
    mapped.rowDrives = steps * mapped.wordLinesDriven;
    mapped.arrayReads = steps * mapped.crossbars;
    mapped.macsPerInference = mapped.weightsKept * mapped.outputPositions;
    const std::int64_t cells = mapped.crossbars * crossbar.rows * crossbar.columns;
    mapped.occupancy = cells > 0 ? static_cast<double>(mapped.programmedCells) / static_cast<double>(cells) : 0.0;
    return mapped;
}

MappedNetwork mapNetwork(const CompressedNetwork& network, const Hardware& hardware)
{
    throwIfProblems(hardware.validate(), "hardware");
    MappedNetwork mapped;
    mapped.hardware = hardware;
    for (const CompressedLayer& layer : network.layers) {
        mapped.layers.push_back(mapLayer(layer, hardware));
        mapped.crossbars += mapped.layers.back().crossbars;
    }
    return mapped;
}

MappedNetwork mapDense(const Network& network, const Hardware& hardware)
{
    return mapNetwork(uncompressed(std::make_shared<const Network>(network)), hardware);
}

}  // namespace mho
