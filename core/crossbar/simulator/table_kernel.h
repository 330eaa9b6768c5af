// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

// Only plain types: the kernel's files are compiled for several processors, and an inline function they shared with other
// files could end up there in a form that this machine cannot run.
namespace mho {

struct TableCycle {
    int firstBit = 0;
    int width = 1;
    int shift = 0;  ///< Of the code in the accumulator.
    bool negative = false;
};

/// One conversion of a tile for all positions of a chunk and a run of input cycles.
struct TableJob {
    /// planes x groups x 4: cell values of four word lines, in digits of kPlaneBits bits, least significant plane first.
    const std::uint8_t* digits = nullptr;
    std::uint8_t* tables = nullptr;  ///< Scratch: planes x groups x 16 bytes, 64-byte aligned.
    int planes = 1;
    int groups = 0;
    int flushGroups = 1;  ///< Groups whose table entries add up to 255 at most.
    const int* readEnds = nullptr;
    const std::int8_t* readSigns = nullptr;  ///< nullptr = all +1
    int reads = 1;
    const std::uint8_t* nibbles = nullptr;  ///< TileInputs::nibbles
    std::size_t stride = 0;                 ///< Bytes of a row of nibbles; a multiple of 64.
    std::size_t positions = 0;
    const TableCycle* cycles = nullptr;
    int cycleCount = 0;
    /// cycles x reads x stride: sums of the inputs in the order of the nibbles' bytes, those of even bytes before those of odd
    /// ones; needed where inputFactor != 0.
    const std::uint16_t* inputSums = nullptr;
    int inputFactor = 0;    ///< Taken off the sum once per unit of input.
    bool isSigned = false;  ///< Sums may be below 0 (16-bit two's complement), else 0..65535.
    int sumLow = 0;         ///< Sums are clamped to sumLow..sumHigh ...
    int sumHigh = 0;
    const std::int32_t* codes = nullptr;  ///< ... and turned into codes[sum - sumLow]; nullptr = the sum is the code.
    /// stride entries: codes, shifted and added. Written, unless it is nullptr: then they are added to `sums`, each times
    /// 2^sumShift, or taken off.
    std::int32_t* accumulator = nullptr;
    std::int64_t* sums = nullptr;
    std::int64_t sumShift = 0;
    bool sumNegative = false;
    int smallest = 0;  ///< In and out: smallest and largest sum seen, and sums clamped.
    int largest = 0;
    std::int64_t clipped = 0;
};

inline constexpr int kPlaneBits = 6;  ///< Four digits of 6 bits add up to 252: one byte.

using TableKernel = void (*)(TableJob&);

void tableKernelBaseline(TableJob& job);
#if defined(MHO_KERNEL_VARIANTS)
void tableKernelV3(TableJob& job);  ///< x86-64-v3: AVX2
void tableKernelV4(TableJob& job);  ///< x86-64-v4: AVX-512
#endif

struct TableKernelChoice {
    std::string_view name;
    TableKernel run;
};

}  // namespace mho
