// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The kernel, for vectors of MHO_VECTOR_BYTES bytes. Each of the files that include it is compiled for one kind of processor;
// all names are local to the file (see analog_kernel.h).
#include "core/crossbar/nonideal/analog_kernel.h"

namespace {

constexpr int kVectors = 8;  ///< Sums kept in registers at a time.

struct Narrow {
    using Real = float;
    using Code = std::int32_t;
    using Reals = float __attribute__((vector_size(MHO_VECTOR_BYTES)));
    using Codes = std::int32_t __attribute__((vector_size(MHO_VECTOR_BYTES)));
    static constexpr bool kDivides = false;
};
struct Wide {
    using Real = double;
    using Code = std::int64_t;
    using Reals = double __attribute__((vector_size(MHO_VECTOR_BYTES)));
    using Codes = std::int64_t __attribute__((vector_size(MHO_VECTOR_BYTES)));
    static constexpr bool kDivides = true;
};

template <typename Kind>
struct Lanes {
    using Real = typename Kind::Real;
    using Code = typename Kind::Code;
    using Reals = typename Kind::Reals;
    using Codes = typename Kind::Codes;
    static constexpr int kWidth = MHO_VECTOR_BYTES / static_cast<int>(sizeof(Real));
    /// Vectors of one pass over the rows: all lanes of a block, or as many as registers hold.
    static constexpr int kVectorsPerPass = kVectors * kWidth < mho::kAnalogLanes ? kVectors : mho::kAnalogLanes / kWidth;
    static constexpr int kPerPass = kVectorsPerPass * kWidth;
};

template <typename Vector>
inline Vector load(const void* from)
{
    Vector value;
    __builtin_memcpy(&value, from, sizeof value);
    return value;
}

template <typename Vector>
inline void store(void* to, Vector value)
{
    __builtin_memcpy(to, &value, sizeof value);
}

/// Compilers turn "= {}" of such an array into a slow string instruction.
template <typename Vector, int Count>
inline void clear(Vector (&vectors)[Count])
{
#pragma GCC unroll 8
    for (int i = 0; i < Count; ++i) {
        vectors[i] = Vector{};
    }
}

/// Adds the table rows of all inputs whose bits `bit` and `other` are set.
template <typename Kind>
inline void addRows(const mho::AnalogJob& job, const typename Kind::Real* table, const mho::AnalogRead& read, int bit,
                    int other, std::size_t position, int lane,
                    typename Lanes<Kind>::Reals (&sums)[Lanes<Kind>::kVectorsPerPass])
{
    using L = Lanes<Kind>;
    const std::uint64_t* masks = job.masks + static_cast<std::size_t>(bit * job.words) * job.stride + position;
    const std::uint64_t* others = job.masks + static_cast<std::size_t>(other * job.words) * job.stride + position;
    for (int word = read.firstWord; word < read.lastWord; ++word) {
        const std::size_t offset = static_cast<std::size_t>(word) * job.stride;
        std::uint64_t mask = masks[offset] & others[offset];
        const typename Kind::Real* rows = table + static_cast<std::size_t>(job.wordSlots[word]) * mho::kAnalogLanes + lane;
        while (mask != 0) {
            const auto row = static_cast<std::size_t>(__builtin_ctzll(mask));
            mask &= mask - 1;
            const typename Kind::Real* values = rows + row * mho::kAnalogLanes;
#pragma GCC unroll 8
            for (int i = 0; i < L::kVectorsPerPass; ++i) {
                sums[i] += load<typename L::Reals>(values + i * L::kWidth);
            }
        }
    }
}

/// Sum over the rows of a read of input * value.
template <typename Kind>
inline void sumValues(const mho::AnalogJob& job, const mho::AnalogCycle& cycle, const mho::AnalogRead& read,
                      std::size_t position, int lane, typename Lanes<Kind>::Reals (&sums)[Lanes<Kind>::kVectorsPerPass])
{
    using L = Lanes<Kind>;
    const auto* values = static_cast<const typename Kind::Real*>(job.values);
    addRows<Kind>(job, values, read, cycle.firstBit, cycle.firstBit, position, lane, sums);
    for (int bit = 1; bit < cycle.width; ++bit) {
        typename L::Reals more[L::kVectorsPerPass];
        clear(more);
        addRows<Kind>(job, values, read, cycle.firstBit + bit, cycle.firstBit + bit, position, lane, more);
        for (int i = 0; i < L::kVectorsPerPass; ++i) {
            sums[i] += more[i] * static_cast<typename Kind::Real>(std::int64_t{1} << bit);
        }
    }
}

/// Sum of input^2 * variance; with input = sum of 2^b bit_b the square is the sum over b, c of 2^(b+c) bit_b bit_c.
template <typename Kind>
inline void sumVariances(const mho::AnalogJob& job, const mho::AnalogCycle& cycle, const mho::AnalogRead& read,
                         std::size_t position, int lane, typename Lanes<Kind>::Reals (&sums)[Lanes<Kind>::kVectorsPerPass])
{
    using L = Lanes<Kind>;
    const auto* variances = static_cast<const typename Kind::Real*>(job.variances);
    for (int bit = 0; bit < cycle.width; ++bit) {
        for (int other = bit; other < cycle.width; ++other) {
            typename L::Reals more[L::kVectorsPerPass];
            clear(more);
            addRows<Kind>(job, variances, read, cycle.firstBit + bit, cycle.firstBit + other, position, lane, more);
            const int doubled = bit == other ? 0 : 1;
            for (int i = 0; i < L::kVectorsPerPass; ++i) {
                sums[i] += more[i] * static_cast<typename Kind::Real>(std::int64_t{1} << (bit + other + doubled));
            }
        }
    }
}

template <typename Kind>
struct Seen {
    typename Lanes<Kind>::Reals smallest = {};
    typename Lanes<Kind>::Reals largest = {};
    typename Lanes<Kind>::Codes least = {};
    typename Lanes<Kind>::Codes most = {};
    typename Lanes<Kind>::Codes clipped = {};
};

/// What the ADC does, and what it saw. Conversion to integers truncates, so halves are added away from zero before.
template <typename Kind>
inline typename Lanes<Kind>::Codes convert(const mho::AnalogJob& job, typename Lanes<Kind>::Reals sum,
                                           typename Lanes<Kind>::Codes lowest, typename Lanes<Kind>::Codes highest,
                                           Seen<Kind>& seen)
{
    using Real = typename Kind::Real;
    using Code = typename Kind::Code;
    using Reals = typename Lanes<Kind>::Reals;
    using Codes = typename Lanes<Kind>::Codes;
    Reals quotient = sum;
    if constexpr (Kind::kDivides) {
        seen.smallest = sum < seen.smallest ? sum : seen.smallest;
        seen.largest = sum > seen.largest ? sum : seen.largest;
        quotient = sum * static_cast<Real>(job.stepDenominator) / static_cast<Real>(job.stepNumerator);
    }
    const Codes sign = reinterpret_cast<Codes>(quotient) & static_cast<Code>(Code{1} << (8 * sizeof(Code) - 1));
    const Codes half = reinterpret_cast<Codes>(Reals{} + static_cast<Real>(0.5)) | sign;
    const Codes code = __builtin_convertvector(quotient + reinterpret_cast<Reals>(half), Codes);
    if constexpr (!Kind::kDivides) {
        seen.least = code < seen.least ? code : seen.least;
        seen.most = code > seen.most ? code : seen.most;
    }
    Codes clamped = code < lowest ? lowest : code;
    clamped = clamped > highest ? highest : clamped;
    seen.clipped -= clamped != code;  // A true comparison is -1.
    return clamped;
}

inline bool anyInput(const mho::AnalogJob& job, const mho::AnalogCycle& cycle, const mho::AnalogRead& read,
                     std::size_t position)
{
    std::uint64_t any = 0;
    for (int bit = cycle.firstBit; bit < cycle.firstBit + cycle.width; ++bit) {
        for (int word = read.firstWord; word < read.lastWord; ++word) {
            any |= job.masks[static_cast<std::size_t>(bit * job.words + word) * job.stride + position];
        }
    }
    return any != 0;
}

template <typename Kind>
inline void runPass(mho::AnalogJob& job, int lane)
{
    using L = Lanes<Kind>;
    using Real = typename Kind::Real;
    using Code = typename Kind::Code;
    using Reals = typename L::Reals;
    using Codes = typename L::Codes;
    constexpr int kCount = L::kVectorsPerPass;
    Codes lowest[kCount];
    Codes highest[kCount];
    for (int i = 0; i < kCount; ++i) {
        for (int k = 0; k < L::kWidth; ++k) {
            lowest[i][k] = static_cast<Code>(job.lowest[lane + i * L::kWidth + k]);
            highest[i][k] = static_cast<Code>(job.highest[lane + i * L::kWidth + k]);
        }
    }
    Seen<Kind> seen;
    for (std::size_t position = 0; position < job.positions; ++position) {
        Codes totals[kCount];
        clear(totals);
        for (int c = 0; c < job.cycleCount; ++c) {
            const mho::AnalogCycle& cycle = job.cycles[c];
            for (int r = 0; r < job.readCount; ++r) {
                if (!anyInput(job, cycle, job.reads[r], position)) {
                    continue;  // No current: code 0, which every ADC has.
                }
                Reals sums[kCount];
                clear(sums);
                sumValues<Kind>(job, cycle, job.reads[r], position, lane, sums);
                if (job.variances != nullptr) {
                    Reals variances[kCount];
                    clear(variances);
                    sumVariances<Kind>(job, cycle, job.reads[r], position, lane, variances);
                    Real noisy[L::kPerPass];
                    Real spread[L::kPerPass];
                    __builtin_memcpy(noisy, sums, sizeof noisy);
                    __builtin_memcpy(spread, variances, sizeof spread);
                    job.addNoise(job.noiseContext, position, lane, L::kPerPass, noisy, spread);
                    __builtin_memcpy(sums, noisy, sizeof noisy);
                }
#pragma GCC unroll 8
                for (int i = 0; i < kCount; ++i) {
                    Codes codes = convert<Kind>(job, sums[i], lowest[i], highest[i], seen);
                    if (job.readSigns != nullptr) {
                        const std::int8_t* signs = job.readSigns + r * mho::kAnalogLanes + lane + i * L::kWidth;
                        for (int k = 0; k < L::kWidth; ++k) {
                            codes[k] = signs[k] < 0 ? -codes[k] : codes[k];
                        }
                    }
                    const Codes shifted = codes << static_cast<Code>(cycle.shift);
                    totals[i] += cycle.negative ? -shifted : shifted;
                }
            }
        }
        Code* out = static_cast<Code*>(job.totals) + position * mho::kAnalogLanes + lane;
        for (int i = 0; i < kCount; ++i) {
            store(out + i * L::kWidth, totals[i]);
        }
        // Counts go into 32-bit lanes: empty them after each position.
        for (int k = 0; k < L::kWidth; ++k) {
            job.clipped += static_cast<std::int64_t>(seen.clipped[k]);
        }
        seen.clipped = Codes{};
    }
    for (int k = 0; k < L::kWidth; ++k) {
        const auto low = Kind::kDivides ? static_cast<double>(seen.smallest[k]) : static_cast<double>(seen.least[k]);
        const auto high = Kind::kDivides ? static_cast<double>(seen.largest[k]) : static_cast<double>(seen.most[k]);
        job.smallest = low < job.smallest ? low : job.smallest;
        job.largest = high > job.largest ? high : job.largest;
    }
}

inline void runAnalogKernel(mho::AnalogJob& job)
{
    if (job.wide) {
        for (int lane = 0; lane < mho::kAnalogLanes; lane += Lanes<Wide>::kPerPass) {
            runPass<Wide>(job, lane);
        }
    } else {
        for (int lane = 0; lane < mho::kAnalogLanes; lane += Lanes<Narrow>::kPerPass) {
            runPass<Narrow>(job, lane);
        }
    }
}

}  // namespace
