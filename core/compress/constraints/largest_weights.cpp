// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/largest_weights.h"

#include "core/base/parallel.h"
#include "core/network/flags.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>
#include <functional>
#include <iterator>
#include <limits>
#include <mutex>
#include <optional>
#include <utility>

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

/// The search by digits: finds the magnitude of the last weight that stays, most significant digit first.
std::vector<std::uint8_t> keepByDigits(std::span<const float> weights, std::size_t count)
{
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

/// Magnitudes between which the last weight that stays lies, most likely.
struct Bracket {
    std::int32_t low;
    std::int32_t high;
};

/// The bracket of every so-manieth weight: 3.5 standard deviations of a sample's rank to either side.
Bracket bracket(std::span<const float> weights, std::size_t count)
{
    constexpr std::size_t kSample = 1U << 14U;
    constexpr std::size_t kMargin = 224;  // 3.5 * sqrt(kSample) / 2
    std::vector<std::int32_t> sample(kSample);
    for (std::size_t i = 0; i < kSample; ++i) {
        sample[i] = static_cast<std::int32_t>(magnitude(weights[weights.size() * i / kSample]));
    }
    const std::size_t rank = kSample * count / weights.size();
    const auto at = [&](std::size_t place) {
        const auto nth = sample.begin() + static_cast<std::ptrdiff_t>(place);
        std::nth_element(sample.begin(), nth, sample.end(), std::greater<>());
        return *nth;
    };
    return {rank + kMargin < kSample ? at(rank + kMargin) : 0,
            rank > kMargin ? at(rank - kMargin) : std::numeric_limits<std::int32_t>::max()};
}

/// What one thread finds in its range.
struct Found {
    std::size_t begin = 0;
    std::size_t above = 0;            ///< Weights above the bracket.
    std::vector<std::size_t> inside;  ///< Indices of those inside, ascending.
};

/// Sets the flags of the weights above the bracket.
Found compare(std::span<const float> weights, Bracket limits, std::size_t begin, std::size_t end,
              std::vector<std::uint8_t>& kept)
{
    Found found{begin, 0, {}};
    for (std::size_t i = begin; i < end; ++i) {
        const auto bits = static_cast<std::int32_t>(magnitude(weights[i]));
        kept[i] = static_cast<std::uint8_t>((bits > limits.high ? 1 : 0) + (bits >= limits.low ? 1 : 0));
    }
    // 0, 1 and 2 stand for below, inside and above. Few are inside, so eight at a time are looked at.
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    std::size_t i = begin;
    for (; i + flags::kWord <= end; i += flags::kWord) {
        const std::uint64_t word = flags::load(kept.data() + i);
        if ((word & kOnes) != 0) {
            for (std::size_t j = i; j < i + flags::kWord; ++j) {
                if (kept[j] == 1) {
                    found.inside.push_back(j);
                }
            }
        }
        const std::uint64_t above = (word >> 1U) & kOnes;
        found.above += static_cast<std::size_t>((above * kOnes) >> 56U);
        std::memcpy(kept.data() + i, &above, flags::kWord);
    }
    for (; i < end; ++i) {
        if (kept[i] == 1) {
            found.inside.push_back(i);
        }
        kept[i] = kept[i] == 2 ? 1 : 0;
        found.above += kept[i];
    }
    return found;
}

/// The search within a bracket; nothing where the last weight that stays is not inside.
std::optional<std::vector<std::uint8_t>> keepByBracket(std::span<const float> weights, std::size_t count)
{
    const Bracket limits = bracket(weights, count);
    std::vector<std::uint8_t> kept(weights.size());
    std::vector<Found> parts;
    std::mutex adding;
    parallelFor(weights.size(), kWeightsWorthAThread, [&](std::size_t begin, std::size_t end) {
        Found found = compare(weights, limits, begin, end, kept);
        const std::lock_guard lock(adding);
        parts.push_back(std::move(found));
    });
    std::sort(parts.begin(), parts.end(), [](const Found& a, const Found& b) { return a.begin < b.begin; });
    std::size_t above = 0;
    std::vector<std::uint32_t> inside;
    for (const Found& part : parts) {
        above += part.above;
        std::transform(part.inside.begin(), part.inside.end(), std::back_inserter(inside),
                       [&](std::size_t i) { return magnitude(weights[i]); });
    }
    if (above >= count || count - above > inside.size()) {
        return std::nullopt;
    }
    std::size_t wanted = count - above;
    const auto nth = inside.begin() + static_cast<std::ptrdiff_t>(wanted - 1);
    std::nth_element(inside.begin(), nth, inside.end(), std::greater<>());
    const std::uint32_t last = *nth;
    // What stands before the nth is not less, so what equals it there and at it are the equals that stay.
    auto equals = std::count(inside.begin(), nth + 1, last);
    for (const Found& part : parts) {
        for (const std::size_t i : part.inside) {
            const std::uint32_t bits = magnitude(weights[i]);
            kept[i] = bits > last || (bits == last && equals-- > 0) ? 1 : 0;
        }
    }
    return kept;
}

}  // namespace

std::vector<std::uint8_t> largestWeights(std::span<const float> weights, std::size_t count)
{
    assert(count >= 1 && count <= weights.size());
    constexpr std::size_t kWeightsWorthASample = 1U << 16U;
    if (weights.size() >= kWeightsWorthASample) {
        if (auto kept = keepByBracket(weights, count)) {
            return std::move(*kept);
        }
    }
    return keepByDigits(weights, count);
}

}  // namespace mho
