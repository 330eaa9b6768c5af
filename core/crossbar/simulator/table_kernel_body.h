// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The kernel, for vectors of MHO_LANES bytes. Each of the files that include it is compiled for one kind of processor; all
// names are local to the file (see table_kernel.h).
#include "core/crossbar/simulator/table_kernel.h"

#if MHO_LANES > 16
#include <immintrin.h>
#endif

namespace {

constexpr int kLanes = MHO_LANES;
using U8 = std::uint8_t __attribute__((vector_size(kLanes)));
using U16 = std::uint16_t __attribute__((vector_size(kLanes)));
using S16 = std::int16_t __attribute__((vector_size(kLanes)));
using U32 = std::uint32_t __attribute__((vector_size(kLanes)));
using S32 = std::int32_t __attribute__((vector_size(kLanes)));
using Bytes16 = std::uint8_t __attribute__((vector_size(16)));
using Four32 = std::int32_t __attribute__((vector_size(16)));
using Four64 = std::int64_t __attribute__((vector_size(32)));

template <typename Vector>
inline Vector load(const void* from)
{
    Vector value;
    __builtin_memcpy(&value, from, sizeof value);
    return value;
}

/// One by one: an initialiser of the whole array becomes a slow string instruction.
template <typename Vector, int Count>
inline void clear(Vector (&vectors)[Count])
{
    for (int i = 0; i < Count; ++i) {
        vectors[i] = Vector{};
    }
}

/// table[index] for each byte of `index`, 0..15.
inline U8 lookUp(const std::uint8_t* table, U8 index)
{
#if MHO_LANES == 64
    // The unmasked form makes GCC 12 warn of an uninitialised value.
    const __m512i entries = _mm512_maskz_broadcast_i32x4(0xFFFF, _mm_load_si128(reinterpret_cast<const __m128i*>(table)));
    return reinterpret_cast<U8>(_mm512_shuffle_epi8(entries, reinterpret_cast<__m512i>(index)));
#elif MHO_LANES == 32
    const __m256i entries = _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(table)));
    return reinterpret_cast<U8>(_mm256_shuffle_epi8(entries, reinterpret_cast<__m256i>(index)));
#else
    U8 result;
    for (int i = 0; i < kLanes; ++i) {
        result[i] = table[index[i]];
    }
    return result;
#endif
}

/// Entry i of a group's table: the sum of those of its four values whose bit is set in i.
inline void buildTables(const mho::TableJob& job)
{
    constexpr Bytes16 bit0 = {0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255};
    constexpr Bytes16 bit1 = {0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255};
    constexpr Bytes16 bit2 = {0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0, 255, 255, 255, 255};
    constexpr Bytes16 bit3 = {0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255};
    const std::uint8_t* digit = job.digits;
    for (int i = 0; i < job.planes * job.groups; ++i, digit += 4) {
        const Bytes16 zero = {};
        const Bytes16 entries =
            ((zero + digit[0]) & bit0) + ((zero + digit[1]) & bit1) + ((zero + digit[2]) & bit2) + ((zero + digit[3]) & bit3);
        __builtin_memcpy(job.tables + static_cast<std::size_t>(i) * 16, &entries, 16);
    }
}

/// Sums of groups begin..end-1 of one input bit and one plane, even and odd positions apart.
template <int Blocks>
inline void addGroups(const mho::TableJob& job, const std::uint8_t* nibbles, const std::uint8_t* tables, int begin, int end,
                      U16 (&even)[Blocks], U16 (&odd)[Blocks])
{
    for (int from = begin; from < end; from += job.flushGroups) {
        const int to = from + job.flushGroups < end ? from + job.flushGroups : end;
        U8 bytes[Blocks];
        clear(bytes);
        for (int group = from; group < to; ++group) {
            const std::uint8_t* table = tables + static_cast<std::size_t>(group) * 16;
            const std::uint8_t* index = nibbles + static_cast<std::size_t>(group) * job.stride;
            for (int block = 0; block < Blocks; ++block) {
                bytes[block] += lookUp(table, load<U8>(index + block * kLanes));
            }
        }
        for (int block = 0; block < Blocks; ++block) {
            const U16 pairs = reinterpret_cast<U16>(bytes[block]);
            even[block] += pairs & 0xFF;
            odd[block] += pairs >> 8;
        }
    }
}

struct UnsignedSums {
    using Vector = U16;
    using Element = std::uint16_t;
    static constexpr bool kSigned = false;
};
struct SignedSums {
    using Vector = S16;
    using Element = std::int16_t;
    static constexpr bool kSigned = true;
};

template <typename Kind>
struct Seen {
    typename Kind::Vector smallest = {};
    typename Kind::Vector largest = {};
    U16 kept = {};  ///< Sums that were not clamped.
};

/// Clamps the sums (16-bit lanes), counts, and turns them into codes.
template <typename Kind>
inline U16 convert(const mho::TableJob& job, U16 sums, Seen<Kind>& seen)
{
    using Vector = typename Kind::Vector;
    using Element = typename Kind::Element;
    const Vector sum = reinterpret_cast<Vector>(sums);
    const Vector zero = {};
    const Vector low = zero + static_cast<Element>(job.sumLow);
    const Vector high = zero + static_cast<Element>(job.sumHigh);
    Vector clamped = sum < high ? sum : high;
    seen.largest = sum > seen.largest ? sum : seen.largest;
    if constexpr (Kind::kSigned) {
        clamped = clamped > low ? clamped : low;
        seen.smallest = sum < seen.smallest ? sum : seen.smallest;
    }
    seen.kept -= reinterpret_cast<U16>(clamped == sum);
    if (job.codes != nullptr) {
        for (int i = 0; i < kLanes / 2; ++i) {
            clamped[i] = static_cast<Element>(job.codes[static_cast<int>(clamped[i]) - job.sumLow]);
        }
    }
    return reinterpret_cast<U16>(clamped);
}

/// Four neighbouring positions: byte 4 i + k of a unit of 16 bytes holds position 4 k + i (kernelByte).
inline void writeFour(const mho::TableJob& job, std::size_t position, Four32 values)
{
    if (job.accumulator != nullptr) {
        __builtin_memcpy(job.accumulator + position, &values, sizeof values);
        return;
    }
    Four64 sums;
    __builtin_memcpy(&sums, job.sums + position, sizeof sums);
    const Four64 wide = __builtin_convertvector(values, Four64) << job.sumShift;
    sums = job.sumNegative ? sums - wide : sums + wide;
    __builtin_memcpy(job.sums + position, &sums, sizeof sums);
}

template <typename Kind, int Blocks>
inline void runBlocks(mho::TableJob& job, std::size_t first)
{
    S32 accumulators[Blocks][4] = {};
    Seen<Kind> seen;
    std::int64_t converted = 0;
    std::int64_t kept = 0;
    int pending = 0;
    const auto flushKept = [&] {
        for (int i = 0; i < kLanes / 2; ++i) {
            kept += seen.kept[i];
        }
        seen.kept = U16{};
        pending = 0;
    };
    for (int c = 0; c < job.cycleCount; ++c) {
        const mho::TableCycle& cycle = job.cycles[c];
        int begin = 0;
        for (int read = 0; read < job.reads; ++read) {
            const int end = job.readEnds[read];
            U16 even[Blocks];
            U16 odd[Blocks];
            clear(even);
            clear(odd);
            for (int bit = 0; bit < cycle.width; ++bit) {
                const std::uint8_t* nibbles =
                    job.nibbles + static_cast<std::size_t>((cycle.firstBit + bit) * job.groups) * job.stride + first;
                for (int plane = 0; plane < job.planes; ++plane) {
                    const std::uint8_t* tables = job.tables + static_cast<std::size_t>(plane * job.groups) * 16;
                    const int shift = bit + plane * mho::kPlaneBits;
                    if (shift == 0) {
                        addGroups<Blocks>(job, nibbles, tables, begin, end, even, odd);
                        continue;
                    }
                    U16 moreEven[Blocks];
                    U16 moreOdd[Blocks];
                    clear(moreEven);
                    clear(moreOdd);
                    addGroups<Blocks>(job, nibbles, tables, begin, end, moreEven, moreOdd);
                    // A vector in its own right: with the undefined behaviour sanitizer GCC 12 takes no cast scalar beside one.
                    const U16 factor = U16{} + std::uint16_t{1};
                    for (int block = 0; block < Blocks; ++block) {
                        even[block] += moreEven[block] * (factor << shift);
                        odd[block] += moreOdd[block] * (factor << shift);
                    }
                }
            }
            const bool negative = cycle.negative != (job.readSigns != nullptr && job.readSigns[read] < 0);
            for (int block = 0; block < Blocks; ++block) {
                if (job.inputFactor != 0) {
                    const std::uint16_t* sums = job.inputSums + static_cast<std::size_t>(c * job.reads + read) * job.stride +
                                                (first + static_cast<std::size_t>(block * kLanes)) / 2;
                    even[block] -= load<U16>(sums) * static_cast<std::uint16_t>(job.inputFactor);
                    odd[block] -= load<U16>(sums + job.stride / 2) * static_cast<std::uint16_t>(job.inputFactor);
                }
                const U16 evenCodes = convert<Kind>(job, even[block], seen);
                const U16 oddCodes = convert<Kind>(job, odd[block], seen);
                S32 parts[4];
                if constexpr (Kind::kSigned) {
                    parts[0] = (reinterpret_cast<S32>(evenCodes) << 16) >> 16;
                    parts[1] = (reinterpret_cast<S32>(oddCodes) << 16) >> 16;
                    parts[2] = reinterpret_cast<S32>(evenCodes) >> 16;
                    parts[3] = reinterpret_cast<S32>(oddCodes) >> 16;
                } else {
                    parts[0] = reinterpret_cast<S32>(reinterpret_cast<U32>(evenCodes) & 0xFFFFU);
                    parts[1] = reinterpret_cast<S32>(reinterpret_cast<U32>(oddCodes) & 0xFFFFU);
                    parts[2] = reinterpret_cast<S32>(reinterpret_cast<U32>(evenCodes) >> 16);
                    parts[3] = reinterpret_cast<S32>(reinterpret_cast<U32>(oddCodes) >> 16);
                }
                for (int k = 0; k < 4; ++k) {
                    const S32 shifted = parts[k] << cycle.shift;
                    accumulators[block][k] += negative ? -shifted : shifted;
                }
            }
            converted += Blocks * kLanes;
            // Two counts a block go into 16-bit lanes.
            pending += 2 * Blocks;
            if (pending > 60000) {
                flushKept();
            }
            begin = end;
        }
    }
    flushKept();
    job.clipped += converted - kept;
    for (int i = 0; i < kLanes / 2; ++i) {
        job.smallest = seen.smallest[i] < job.smallest ? seen.smallest[i] : job.smallest;
        job.largest = seen.largest[i] > job.largest ? seen.largest[i] : job.largest;
    }
    for (int block = 0; block < Blocks; ++block) {
        for (int k = 0; k < 4; ++k) {
            Four32 units[kLanes / 16];
            __builtin_memcpy(units, &accumulators[block][k], sizeof units);
            for (int unit = 0; unit < kLanes / 16; ++unit) {
                writeFour(job, first + static_cast<std::size_t>(block * kLanes + unit * 16 + k * 4), units[unit]);
            }
        }
    }
}

template <typename Kind>
inline void runJob(mho::TableJob& job)
{
    constexpr int kBlocks = kLanes >= 64 ? 2 : 4;
    buildTables(job);
    std::size_t first = 0;
    for (; first + kBlocks * kLanes <= job.positions; first += kBlocks * kLanes) {
        runBlocks<Kind, kBlocks>(job, first);
    }
    for (; first < job.positions; first += kLanes) {
        runBlocks<Kind, 1>(job, first);
    }
}

inline void runTableKernel(mho::TableJob& job)
{
    if (job.isSigned) {
        runJob<SignedSums>(job);
    } else {
        runJob<UnsignedSums>(job);
    }
}

}  // namespace
