// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cost/component_file.h"
#include "core/cost/engines/engine.h"

#include <cstdint>
#include <string>
#include <vector>

/// What the engines share; not for other rooms.
namespace mho {

constexpr std::int64_t ceilDivide(std::int64_t a, std::int64_t b)
{
    return (a + b - 1) / b;
}

/// Looks constants up and collects what is missing, in another unit or out of range, so that all is said at once.
class ConstantReader {
public:
    explicit ConstantReader(const ComponentFile& file) : file_(file) {}

    /// A number in low..high, `low` itself only when it is 0 or `lowAllowed`.
    double real(const char* constant, const char* unit, double low, double high, bool lowAllowed = true);
    /// Above 0.
    double positive(const char* constant, const char* unit);
    std::int64_t whole(const char* constant, const char* unit, std::int64_t low, std::int64_t high);
    bool flag(const char* constant) { return whole(constant, "1", 0, 1) != 0; }
    void problem(std::string field, Phrase message) { problems_.push_back({std::move(field), std::move(message)}); }
    /// Throws one Error that lists all problems.
    void finish() const { throwIfProblems(problems_, file_.name); }

private:
    const ComponentFile& file_;
    std::vector<Problem> problems_;
};

/// Loop bounds of a weight layer; a linear layer is a 1x1 convolution on one pixel. Counts are per group.
struct LoopBounds {
    std::int64_t groups = 1;
    std::int64_t filters = 0;   ///< M
    std::int64_t channels = 0;  ///< N
    std::int64_t outH = 1;      ///< R
    std::int64_t outW = 1;      ///< C
    std::int64_t inH = 1;
    std::int64_t inW = 1;
    Pair kernel;
    Pair stride;
    Pair dilation;
    Pads pads;

    std::int64_t kernelPositions() const { return kernel.h * kernel.w; }
    std::int64_t outputPositions() const { return outH * outW; }
    /// Input rows (columns) that output rows first..first+count-1 read, padding left out.
    std::int64_t rowsRead(std::int64_t first, std::int64_t count) const;
    std::int64_t columnsRead(std::int64_t first, std::int64_t count) const;
};
LoopBounds loopBounds(const CompressedNetwork& network, const CompressedLayer& layer);

/// LayerMask::keptWeights without a copy of the mask.
std::int64_t keptWeights(const LayerMask& mask);

/// Kernel positions that stay in each block of `filters` x `channels`: one that is zero for all filters and channels of the
/// block is dropped. Order: group, filter block, channel block; the last blocks may be smaller.
struct BlockCounts {
    std::int64_t filterBlocks = 0;  ///< Per group.
    std::int64_t channelBlocks = 0;
    std::vector<std::int32_t> kept;
    bool anyDropped = false;

    std::int32_t at(std::int64_t group, std::int64_t filterBlock, std::int64_t channelBlock) const
    {
        return kept[static_cast<std::size_t>((group * filterBlocks + filterBlock) * channelBlocks + channelBlock)];
    }
};
BlockCounts blockCounts(const CompressedLayer& layer, std::int64_t filters, std::int64_t channels);

/// Weights in the kept kernel positions of all blocks, pruned ones among them included.
std::int64_t storedWeights(const LoopBounds& bounds, const BlockCounts& blocks, std::int64_t filters, std::int64_t channels);

/// A problem for each resource of which more is used than there is.
void checkResources(const std::vector<EngineResource>& resources, std::vector<Problem>& problems);

/// Extent of block `index` of an axis of `length` cut in pieces of `size`.
constexpr std::int64_t extent(std::int64_t index, std::int64_t size, std::int64_t length)
{
    return length - index * size < size ? length - index * size : size;
}

/// Bits of one of `stored` weights: enough codes for the layer's levels (LevelSet::bitsInMemory) and, where pruned weights lie
/// among the stored ones, for zero; without levels the engine's bits. Levels whose values (LevelSet::bits) are wider than the
/// engine's weights are a problem.
std::int64_t storedBits(const CompressedLayer& layer, std::int64_t stored, std::int64_t engineBits,
                        std::vector<Problem>& problems);

/// Off-chip memory and power, the same constants in every engine file that has them.
struct MemoryAndPower {
    double bitsPerS = 0.0;  ///< Usable: memory.bandwidth * memory.efficiency.
    double staticW = 0.0;
    double memoryJPerBit = 0.0;

    void read(ConstantReader& constants);
    /// Sets transferS from movedBits, then limit, static and memory energy, and latencyS unless it is set already: launchS
    /// and the longer of arithmetic and transfers when they overlap, else both.
    void finish(EngineLayer& layer, bool overlapped) const;
};

}  // namespace mho
