// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// Only plain types: the kernel's files are compiled for several processors, and an inline function they shared with other
// files could end up there in a form that this machine cannot run.
namespace mho {

inline constexpr int kAnalogLanes = 64;  ///< Conversions of a block; entries of a row of every per-lane table below.

struct AnalogCycle {
    int firstBit = 0;
    int width = 1;
    int shift = 0;
    bool negative = false;
};

/// Word lines that are read at once: words firstWord..lastWord-1 of the masks.
struct AnalogRead {
    int firstWord = 0;
    int lastWord = 0;
};

/// All conversions of a block for some positions. "Real" is float and "Code" int32_t, or, where wide, double and int64_t: then
/// sums need more than 24 bits, codes more than 31, or the ADC's step is not 1.
/// The sum of a lane adds rows in rising order, one input bit after the other, on every processor: same result everywhere.
struct AnalogJob {
    bool wide = false;
    const void* values = nullptr;     ///< slots x kAnalogLanes Reals: cell values, in steps of a cell's state.
    const void* variances = nullptr;  ///< The same for the variance of a value at a read; nullptr = no read noise.
    const int* wordSlots = nullptr;   ///< Slot of bit 0 of each mask word; bit i stands for slot + i.
    /// bits x words x stride: which rows have an input bit set, per position.
    const std::uint64_t* masks = nullptr;
    int words = 0;
    std::size_t stride = 0;
    std::size_t positions = 0;
    const AnalogCycle* cycles = nullptr;
    int cycleCount = 0;
    const AnalogRead* reads = nullptr;
    int readCount = 0;
    const std::int8_t* readSigns = nullptr;  ///< reads x kAnalogLanes, +1 or -1; nullptr = all +1.
    const std::int64_t* lowest = nullptr;    ///< kAnalogLanes: first and last code.
    const std::int64_t* highest = nullptr;
    double stepNumerator = 1.0;  ///< Code = round(sum * denominator / numerator), halves away from zero.
    double stepDenominator = 1.0;
    void* totals = nullptr;  ///< positions x kAnalogLanes Codes, shifted and added. Written.
    double smallest = 0.0;   ///< In and out: smallest and largest sum seen, and codes clamped.
    double largest = 0.0;
    std::int64_t clipped = 0;
    /// Adds read noise to the sums (Reals) of `count` lanes from `lane` on, of the given variances. For each lane it is called
    /// in order of positions, cycles and reads; `count` differs between processors.
    void (*addNoise)(void* context, std::size_t position, int lane, int count, void* sums, const void* variances) = nullptr;
    void* noiseContext = nullptr;
};

using AnalogKernel = void (*)(AnalogJob&);

void analogKernelBaseline(AnalogJob& job);
#if defined(MHO_KERNEL_VARIANTS)
void analogKernelV3(AnalogJob& job);  ///< x86-64-v3: AVX2
void analogKernelV4(AnalogJob& job);  ///< x86-64-v4: AVX-512
#endif

struct AnalogKernelChoice {
    std::string_view name;
    AnalogKernel run;
};

}  // namespace mho
