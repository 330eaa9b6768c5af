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
    MappedLayer mapped;
    mapped.name = layer.layer.name;
    mapped.weightsTotal = layer.layer.weights();
    mapped.weightsKept = layer.mask.keptWeights();
    mapped.weightBits = layer.levels ? layer.levels->set.bits : crossbar.baselineBits;
    mapped.slices = static_cast<int>(ceilDivide(mapped.weightBits - 1, hardware.device.cellBits));
    mapped.outputPositions = layer.layer.outputPositions;
    mapped.inputCycles = static_cast<int>(ceilDivide(crossbar.inputBits, crossbar.dacBits));
    const std::int64_t arraysPerBlock = std::int64_t{mapped.slices} * mapped.signs;
    std::int64_t mostRows = 0;
    for (const GroupSupport& group : supportOf(layer)) {
        const auto filters = static_cast<std::int64_t>(group.filters.size());
        const auto wordLines = static_cast<std::int64_t>(group.columns.size());
        const std::int64_t rowBlocks = ceilDivide(wordLines, crossbar.rows);
        const std::int64_t columnBlocks = ceilDivide(filters, crossbar.columns);
        mapped.filters += filters;
        mapped.wordLines += wordLines;
        mapped.rowBlocks += rowBlocks;
        mapped.columnBlocks = std::max(mapped.columnBlocks, columnBlocks);
        mapped.crossbars += rowBlocks * columnBlocks * arraysPerBlock;
        mapped.wordLinesDriven += wordLines * columnBlocks * arraysPerBlock;
        mapped.bitLinesRead += filters * rowBlocks * arraysPerBlock;
        mostRows = std::max(mostRows, std::min(crossbar.rows, wordLines));
    }
    mapped.programmedCells = mapped.weightsKept * mapped.slices;
    mapped.adcBits = adcBits(mostRows, crossbar.dacBits, hardware.device.cellBits);
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
