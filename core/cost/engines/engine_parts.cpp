// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/engines/engine_parts.h"

#include "core/base/phrasing.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace mho {
namespace {

/// Input lines 0..size-1 that a kernel axis reads for outputs first..first+count-1.
std::int64_t linesRead(std::int64_t first, std::int64_t count, std::int64_t stride, std::int64_t reach, std::int64_t pad,
                       std::int64_t size)
{
    const std::int64_t low = std::max<std::int64_t>(first * stride - pad, 0);
    const std::int64_t high = std::min((first + count - 1) * stride - pad + reach, size);
    return std::max<std::int64_t>(high - low, 0);
}

/// any[j] = 1 where a row first..first+count-1 keeps column j, else 0.
void keptInRows(const LayerMask& mask, std::int64_t first, std::int64_t count, std::vector<std::uint8_t>& any)
{
    std::fill(any.begin(), any.end(), std::uint8_t{0});
    for (std::int64_t row = first; row < first + count; ++row) {
        if (mask.rows[static_cast<std::size_t>(row)] == 0) {
            continue;
        }
        if (mask.elements.empty()) {
            std::fill(any.begin(), any.end(), std::uint8_t{1});
            break;
        }
        const std::uint8_t* element = mask.elements.data() + static_cast<std::size_t>(row) * any.size();
        for (std::size_t j = 0; j < any.size(); ++j) {
            any[j] = static_cast<std::uint8_t>(any[j] | element[j]);
        }
    }
    for (std::size_t j = 0; j < any.size(); ++j) {
        any[j] = static_cast<std::uint8_t>((any[j] != 0 ? 1U : 0U) & (mask.columns[j] != 0 ? 1U : 0U));
    }
}

}  // namespace

std::int64_t keptWeights(const LayerMask& mask)
{
    if (mask.elements.empty()) {
        return mask.keptWeights();
    }
    std::int64_t kept = 0;
    const std::size_t columns = mask.columns.size();
    for (std::size_t row = 0; row < mask.rows.size(); ++row) {
        if (mask.rows[row] == 0) {
            continue;
        }
        const std::uint8_t* element = mask.elements.data() + row * columns;
        std::uint32_t sum = 0;
        for (std::size_t j = 0; j < columns; ++j) {
            sum += (element[j] != 0 ? 1U : 0U) & (mask.columns[j] != 0 ? 1U : 0U);
        }
        kept += sum;
    }
    return kept;
}

double ConstantReader::real(const char* constant, const char* unit, double low, double high, bool lowAllowed)
{
    try {
        const double value = file_.value(constant, unit);
        if (!(value >= low && value <= high) || (!lowAllowed && value == low)) {
            problem(constant, phrase(MHO_TEXT("%1 %2 is not in %3%4..%5"), value, unit, lowAllowed ? "" : "above ", low, high));
        }
        return value;
    } catch (const Error& error) {
        problem(constant, fillTemplate(error.textTemplate(), error.arguments()));
        return low;
    }
}

double ConstantReader::positive(const char* constant, const char* unit)
{
    return real(constant, unit, 0.0, std::numeric_limits<double>::max(), false);
}

std::int64_t ConstantReader::whole(const char* constant, const char* unit, std::int64_t low, std::int64_t high)
{
    try {
        const double value = file_.value(constant, unit);
        if (!(value >= static_cast<double>(low) && value <= static_cast<double>(high)) || value != std::floor(value)) {
            problem(constant, phrase(MHO_TEXT("%1 is not a whole number in %2..%3"), value, low, high));
            return low;
        }
        return static_cast<std::int64_t>(value);
    } catch (const Error& error) {
        problem(constant, fillTemplate(error.textTemplate(), error.arguments()));
        return low;
    }
}

std::int64_t LoopBounds::rowsRead(std::int64_t first, std::int64_t count) const
{
    return linesRead(first, count, stride.h, (kernel.h - 1) * dilation.h + 1, pads.top, inH);
}

std::int64_t LoopBounds::columnsRead(std::int64_t first, std::int64_t count) const
{
    return linesRead(first, count, stride.w, (kernel.w - 1) * dilation.w + 1, pads.left, inW);
}

LoopBounds loopBounds(const CompressedNetwork& network, const CompressedLayer& layer)
{
    LoopBounds bounds;
    bounds.groups = layer.layer.groups;
    bounds.filters = layer.layer.filters / layer.layer.groups;
    bounds.channels = layer.layer.channels;
    const Node& node = network.network->nodes()[layer.layer.node];
    if (const auto* convolution = std::get_if<Convolution>(&node.operation)) {
        const Shape& in = network.network->shapeOf(node.inputs.front());
        const Shape& out = network.network->shapeOf(layer.layer.node);
        bounds.inH = in[1];
        bounds.inW = in[2];
        bounds.outH = out[1];
        bounds.outW = out[2];
        bounds.kernel = convolution->kernel;
        bounds.stride = convolution->stride;
        bounds.dilation = convolution->dilation;
        bounds.pads = convolution->pads;
    }
    return bounds;
}

BlockCounts blockCounts(const CompressedLayer& compressed, std::int64_t filters, std::int64_t channels)
{
    const WeightLayer& layer = compressed.layer;
    const LayerMask& mask = compressed.mask;
    const std::int64_t perGroup = layer.filters / layer.groups;
    BlockCounts counts;
    counts.filterBlocks = ceilDivide(perGroup, filters);
    counts.channelBlocks = ceilDivide(layer.channels, channels);
    const std::int64_t positions = layer.kernelPositions();
    // First the filters of a block together, column by column (plain loops over bytes, which the compiler makes wide), then
    // the channels.
    std::vector<std::uint8_t> any(static_cast<std::size_t>(layer.columns));
    std::vector<std::uint8_t> flags(static_cast<std::size_t>(positions));
    for (std::int64_t tile = 0; tile < layer.groups * counts.filterBlocks; ++tile) {
        const std::int64_t block = tile % counts.filterBlocks;
        const std::int64_t first = tile / counts.filterBlocks * perGroup + block * filters;
        keptInRows(mask, first, extent(block, filters, perGroup), any);
        for (std::int64_t part = 0; part < counts.channelBlocks; ++part) {
            std::fill(flags.begin(), flags.end(), std::uint8_t{0});
            const std::int64_t channelsHere = extent(part, channels, layer.channels);
            const std::uint8_t* column = any.data() + part * channels * positions;
            for (std::int64_t channel = 0; channel < channelsHere; ++channel) {
                for (std::uint8_t& flag : flags) {
                    flag = static_cast<std::uint8_t>(flag | *column++);
                }
            }
            const auto kept = static_cast<std::int32_t>(std::count(flags.begin(), flags.end(), std::uint8_t{1}));
            counts.anyDropped = counts.anyDropped || kept < positions;
            counts.kept.push_back(kept);
        }
    }
    return counts;
}

std::int64_t storedWeights(const LoopBounds& bounds, const BlockCounts& blocks, std::int64_t filters, std::int64_t channels)
{
    std::int64_t sum = 0;
    for (std::int64_t tile = 0; tile < bounds.groups * blocks.filterBlocks; ++tile) {
        const std::int64_t block = tile % blocks.filterBlocks;
        for (std::int64_t part = 0; part < blocks.channelBlocks; ++part) {
            sum += extent(block, filters, bounds.filters) * extent(part, channels, bounds.channels) *
                   blocks.at(tile / blocks.filterBlocks, block, part);
        }
    }
    return sum;
}

void checkResources(const std::vector<EngineResource>& resources, std::vector<Problem>& problems)
{
    for (const EngineResource& resource : resources) {
        if (resource.used > resource.available) {
            problems.push_back(
                {resource.name, phrase(MHO_TEXT("%1 are needed, there are %2; take smaller tiles or fewer lanes"),
                                       resource.used, resource.available)});
        }
    }
}

std::int64_t storedBits(const CompressedLayer& layer, std::int64_t stored, std::int64_t engineBits,
                        std::vector<Problem>& problems)
{
    if (!layer.levels) {
        return engineBits;
    }
    const LevelSet& levels = layer.levels->set;
    if (levels.bits > engineBits) {
        problems.push_back(
            {layer.layer.name, phrase(MHO_TEXT("its levels have %1 bits, the engine's weights %2; raise weights.bits"),
                                      levels.bits, engineBits)});
    }
    // Where the levels have no zero (S0), a pruned weight that is stored all the same needs a code of its own.
    const bool zeroAdded = !layer.levels->hasZero() && keptWeights(layer.mask) < stored;
    const auto codes = static_cast<std::uint64_t>(layer.levels->codes() + (zeroAdded ? 1 : 0));
    return static_cast<std::int64_t>(std::bit_width(codes - 1));
}

void MemoryAndPower::read(ConstantReader& constants)
{
    bitsPerS = 8.0 * constants.positive("memory.bandwidth", "B/s") * constants.real("memory.efficiency", "1", 0.0, 1.0, false);
    memoryJPerBit = constants.real("memory.energy_per_bit", "J", 0.0, 1.0);
    staticW = constants.real("power.static", "W", 0.0, 1e6);
}

void MemoryAndPower::finish(EngineLayer& layer, bool overlapped) const
{
    layer.transferS = static_cast<double>(layer.movedBits) / bitsPerS;
    if (!(layer.latencyS > 0.0)) {
        layer.latencyS =
            layer.launchS + (overlapped ? std::max(layer.computeS, layer.transferS) : layer.computeS + layer.transferS);
    }
    layer.limit = layer.transferS > layer.computeS ? EngineLimit::Bandwidth : EngineLimit::Compute;
    if (layer.launchS > std::max(layer.computeS, layer.transferS)) {
        layer.limit = EngineLimit::Launch;
    }
    layer.staticJ = staticW * layer.latencyS;
    layer.memoryJ = memoryJPerBit * static_cast<double>(layer.movedBits);
}

}  // namespace mho
