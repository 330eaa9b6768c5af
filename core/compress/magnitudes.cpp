// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/magnitudes.h"

#include <bit>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace mho {
namespace {

/// Sorts finite numbers >= 0: their bit patterns are in the same order, so three passes of counting do.
void sortMagnitudes(std::vector<float>& values)
{
    constexpr unsigned kDigitBits = 11;
    constexpr std::uint32_t kDigits = 1U << kDigitBits;
    std::vector<float> other(values.size());
    for (unsigned shift = 0; shift < 32; shift += kDigitBits) {
        const auto digit = [shift](float value) { return (std::bit_cast<std::uint32_t>(value) >> shift) & (kDigits - 1); };
        std::vector<std::size_t> place(kDigits + 1, 0);
        for (const float value : values) {
            ++place[digit(value) + 1];
        }
        for (std::size_t i = 1; i < place.size(); ++i) {
            place[i] += place[i - 1];
        }
        for (const float value : values) {
            other[place[digit(value)]++] = value;
        }
        values.swap(other);
    }
}

}  // namespace

std::vector<float> sortedMagnitudes(std::span<const float> weights, std::span<const std::uint8_t> kept)
{
    assert(kept.empty() || kept.size() == weights.size());
    std::vector<float> magnitudes;
    magnitudes.reserve(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] != 0.0F && (kept.empty() || kept[i] != 0)) {
            magnitudes.push_back(std::abs(weights[i]));
        }
    }
    sortMagnitudes(magnitudes);
    return magnitudes;
}

}  // namespace mho
