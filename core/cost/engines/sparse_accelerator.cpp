// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/engines/sparse_accelerator.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mho {

std::optional<double> BreakEven::prunedPercent() const
{
    if (!mostKept) {
        return std::nullopt;
    }
    return 100.0 * (1.0 - static_cast<double>(*mostKept) / static_cast<double>(weights));
}

std::optional<double> BreakEven::ratio() const
{
    if (!mostKept || *mostKept == 0) {
        return std::nullopt;
    }
    return static_cast<double>(weights) / static_cast<double>(*mostKept);
}

double BreakEven::maskPrunedPercent() const
{
    return 100.0 * (1.0 - static_cast<double>(kept) / static_cast<double>(weights));
}

SparseAccelerator::SparseAccelerator(const ComponentFile& file) : Engine(file)
{
    ConstantReader constants(file);
    options_.densePes = constants.whole("dense.pes", "1", 1, 1 << 20);
    options_.macMm2 = constants.positive("pe.mac_area", "mm2");
    options_.bitMm2 = constants.real("pe.area_per_bit", "mm2", 0.0, 1.0);
    options_.bufferWeights = constants.whole("pe.buffer_weights", "1", 1, 1 << 20);
    options_.decoderMm2 = constants.real("sparse.decoder_area", "mm2", 0.0, 1e3);
    options_.indexBits = constants.whole("sparse.index_bits", "bit", 1, 16);
    options_.startCycles = constants.whole("sparse.start_cycles", "1", 0, 1024);
    options_.imbalance = constants.real("sparse.imbalance", "1", 0.0, 100.0);
    options_.weightBits = constants.whole("weights.bits", "bit", 1, 32);
    options_.activationBits = constants.whole("activations.bits", "bit", 1, 32);
    options_.clockHz = constants.positive("pe.clock", "Hz");
    options_.arithmeticJ = constants.real("mac.energy", "J", 0.0, 1.0);
    memory_.read(constants);
    constants.finish();
    sparsePes_ = static_cast<std::int64_t>(std::floor(static_cast<double>(options_.densePes) * densePeMm2() / sparsePeMm2()));
    if (sparsePes_ < 1) {
        throw Error(ErrorCode::BadFormat,
                    MHO_TEXT("No sparse PE of %1 mm2 fits into the area of %2 dense ones; raise dense.pes"),
                    {fmt::format("{:.3g}", sparsePeMm2()), fmt::format("{}", options_.densePes)}, file.name);
    }
}

double SparseAccelerator::densePeMm2() const
{
    return options_.macMm2 + static_cast<double>(options_.bufferWeights * options_.weightBits) * options_.bitMm2;
}

double SparseAccelerator::sparsePeMm2() const
{
    return densePeMm2() + static_cast<double>(options_.bufferWeights * options_.indexBits) * options_.bitMm2 +
           options_.decoderMm2;
}

std::int64_t SparseAccelerator::denseCycles(const WeightLayer& layer) const
{
    return ceilDivide(layer.filters * layer.outputPositions, options_.densePes) * layer.columns;
}

std::int64_t SparseAccelerator::sparseCycles(const WeightLayer& layer, std::int64_t kept) const
{
    const auto columns = static_cast<double>(layer.columns);
    const double density = static_cast<double>(kept) / static_cast<double>(layer.weights());
    const auto together = static_cast<double>(std::min(layer.filters, sparsePes_));
    // Largest of `together` binomial lengths: mean + sqrt(2 ln together) deviations, never more than all columns.
    const double slowest = columns * density + options_.imbalance * std::sqrt(2.0 * std::log(together) * columns * density *
                                                                              std::max(1.0 - density, 0.0));
    const std::int64_t length = std::min(static_cast<std::int64_t>(std::ceil(slowest)), layer.columns);
    return ceilDivide(layer.filters * layer.outputPositions, sparsePes_) * (length + options_.startCycles);
}

std::vector<std::int64_t> SparseAccelerator::entries(const CompressedLayer& compressed) const
{
    std::vector<std::int64_t> lengths;
    for (std::int64_t row = 0; row < compressed.layer.filters; ++row) {
        std::int64_t length = 0;
        std::int64_t next = 0;  // The column after the last entry.
        for (std::int64_t column = 0; column < compressed.layer.columns; ++column) {
            if (compressed.mask.kept(row, column)) {
                length += 1 + ((column - next) >> options_.indexBits);
                next = column + 1;
            }
        }
        lengths.push_back(length);
    }
    return lengths;
}

std::int64_t SparseAccelerator::cyclesOf(const CompressedLayer& compressed, std::vector<std::int64_t> lengths) const
{
    // The dot products pixel by pixel, filters within; S at a time, each round as long as its longest. A filter that keeps nothing
    // has no product: its map is a constant.
    std::erase(lengths, 0);
    const auto filters = static_cast<std::int64_t>(lengths.size());
    const std::int64_t products = filters * compressed.layer.outputPositions;
    std::int64_t cycles = 0;
    for (std::int64_t first = 0; first < products; first += sparsePes_) {
        const std::int64_t count = std::min({sparsePes_, products - first, filters});
        std::int64_t slowest = 0;
        for (std::int64_t i = 0; i < count; ++i) {
            slowest = std::max(slowest, lengths[static_cast<std::size_t>((first + i) % filters)]);
        }
        cycles += slowest + options_.startCycles;
    }
    return cycles;
}

std::int64_t SparseAccelerator::sparseCycles(const CompressedLayer& layer) const
{
    return cyclesOf(layer, entries(layer));
}

BreakEven SparseAccelerator::breakEven(const CompressedLayer& layer) const
{
    BreakEven result;
    result.layer = layer.layer.name;
    result.weights = layer.layer.weights();
    result.kept = keptWeights(layer.mask);
    result.denseCycles = denseCycles(layer.layer);
    result.sparseCycles = sparseCycles(layer);
    // sparseCycles(kept) never falls when kept grows, so halving finds the last that is not slower.
    std::int64_t low = -1;
    std::int64_t high = result.weights + 1;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (sparseCycles(layer.layer, middle) <= result.denseCycles ? low : high) = middle;
    }
    if (low >= 0) {
        result.mostKept = low;
    }
    return result;
}

void SparseAccelerator::priceLayers(const CompressedNetwork& network, EngineReport& report,
                                    std::vector<Problem>& problems) const
{
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const CompressedLayer& compressed = network.layers[i];
        const WeightLayer& l = compressed.layer;
        EngineLayer& layer = report.layers[i];
        const LoopBounds bounds = loopBounds(network, compressed);
        const std::vector<std::int64_t> lengths = entries(compressed);
        const std::int64_t stored = std::accumulate(lengths.begin(), lengths.end(), std::int64_t{0});
        layer.cycles = cyclesOf(compressed, lengths);
        layer.weightBits = stored * storedBits(compressed, stored, options_.weightBits, problems);
        layer.indexBits = stored * options_.indexBits;
        layer.executedOperations = 2 * stored * l.outputPositions;
        const std::int64_t inputs =
            l.groups * bounds.channels * bounds.rowsRead(0, bounds.outH) * bounds.columnsRead(0, bounds.outW);
        layer.movedBits =
            layer.weightBits + layer.indexBits + (inputs + l.filters * l.outputPositions) * options_.activationBits;
        layer.computeS = static_cast<double>(layer.cycles) / options_.clockHz;
        layer.arithmeticJ = static_cast<double>(stored * l.outputPositions) * options_.arithmeticJ;
        memory_.finish(layer, true);
    }
    report.resources = {{"PE", sparsePes_, sparsePes_}};
}

std::vector<BreakEven> breakEven(const SparseAccelerator& accelerator, const CompressedNetwork& network)
{
    std::vector<BreakEven> result;
    for (const CompressedLayer& layer : network.layers) {
        result.push_back(accelerator.breakEven(layer));
    }
    return result;
}

}  // namespace mho
