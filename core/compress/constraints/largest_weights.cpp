// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/largest_weights.h"

#include "core/base/parallel.h"

#include <array>
#include <bit>
#include <cassert>
#include <mutex>

namespace mho {
namespace {

constexpr std::size_t kWeightsWorthAThread = 1U << 17U;

/// Finite floats without their sign order as their bits do.
std::uint32_t magnitude(float weight)
{
    return std::bit_cast<std::uint32_t>(weight) & 0x7fffffffU;
}

/// Some bits of a magnitude, as one digit of a number.
struct Digit {
    unsigned shift;
    unsigned bits;
};

/// The 31 bits of a magnitude, most significant digit first.
constexpr std::array<Digit, 3> kDigits{{{20, 11}, {10, 10}, {0, 10}}};

/// How often each value of the digit comes among the weights whose higher bits are `prefix`.
std::vector<std::size_t> countDigits(std::span<const float> weights, Digit digit, std::uint32_t prefix)
{
    const std::size_t values = std::size_t{1} << digit.bits;
    std::vector<std::size_t> total(values, 0);
    std::mutex adding;
    parallelFor(weights.size(), kWeightsWorthAThread, [&](std::size_t begin, std::size_t end) {
        // Neighbouring weights often share a digit: counts of their own let the additions overlap.
        constexpr std::size_t kLanes = 4;
        std::vector<std::uint32_t> counts(kLanes * values, 0);
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t bits = magnitude(weights[i]);
            if (bits >> (digit.shift + digit.bits) == prefix) {
                ++counts[i % kLanes * values + ((bits >> digit.shift) & (values - 1))];
            }
        }
        const std::lock_guard lock(adding);  // whole numbers: the order of threads does not count
        for (std::size_t i = 0; i < counts.size(); ++i) {
            total[i % values] += counts[i];
        }
    });
    return total;
}

}  // namespace

std::vector<std::uint8_t> largestWeights(std::span<const float> weights, std::size_t count)
{
    assert(count >= 1 && count <= weights.size());
    // The magnitude of the last weight that stays, found digit by digit.
    std::uint32_t last = 0;
    std::size_t wanted = count;
    std::size_t equal = 0;
    for (const Digit digit : kDigits) {
        const std::vector<std::size_t> counts = countDigits(weights, digit, last);
        std::size_t value = counts.size() - 1;
        while (counts[value] < wanted) {
            wanted -= counts[value--];
        }
        last = last << digit.bits | static_cast<std::uint32_t>(value);
        equal = counts[value];
    }
    std::vector<std::uint8_t> kept(weights.size());
    parallelFor(weights.size(), kWeightsWorthAThread, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            kept[i] = magnitude(weights[i]) >= last ? 1 : 0;
        }
    });
    for (std::size_t i = weights.size(), surplus = equal - wanted; surplus > 0;) {
        if (magnitude(weights[--i]) == last) {
            kept[i] = 0;
            --surplus;
        }
    }
    return kept;
}

}  // namespace mho
