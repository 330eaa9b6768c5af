// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

/// Whole rows of mask flags at a time: eight flags, each 0 or 1, in one machine word.
namespace mho::flags {

constexpr std::size_t kWord = sizeof(std::uint64_t);

inline std::uint64_t load(const std::uint8_t* at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, kWord);
    return word;
}

/// Number of i < count with a[i] and b[i] set.
inline std::int64_t countBoth(const std::uint8_t* a, const std::uint8_t* b, std::size_t count)
{
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    constexpr std::size_t kMostWords = 31;  // so that the bytes of a sum add up to less than 256
    std::int64_t total = 0;
    std::size_t i = 0;
    while (i + kWord <= count) {
        std::uint64_t sum = 0;
        for (std::size_t words = 0; words < kMostWords && i + kWord <= count; ++words, i += kWord) {
            sum += load(a + i) & load(b + i);
        }
        total += static_cast<std::int64_t>((sum * kOnes) >> 56U);
    }
    for (; i < count; ++i) {
        total += a[i] & b[i];
    }
    return total;
}

/// True when some a[i] and b[i] are set.
inline bool anyBoth(const std::uint8_t* a, const std::uint8_t* b, std::size_t count)
{
    std::size_t i = 0;
    for (; i + kWord <= count; i += kWord) {
        if ((load(a + i) & load(b + i)) != 0) {
            return true;
        }
    }
    for (; i < count; ++i) {
        if ((a[i] & b[i]) != 0) {
            return true;
        }
    }
    return false;
}

/// into[i] |= a[i] & b[i]; true when any a[i] & b[i] is set.
inline bool addBoth(std::uint8_t* into, const std::uint8_t* a, const std::uint8_t* b, std::size_t count)
{
    std::uint64_t any = 0;
    std::size_t i = 0;
    for (; i + kWord <= count; i += kWord) {
        const std::uint64_t both = load(a + i) & load(b + i);
        const std::uint64_t sum = load(into + i) | both;
        std::memcpy(into + i, &sum, kWord);
        any |= both;
    }
    for (; i < count; ++i) {
        const auto both = static_cast<std::uint8_t>(a[i] & b[i]);
        into[i] = static_cast<std::uint8_t>(into[i] | both);
        any |= both;
    }
    return any != 0;
}

}  // namespace mho::flags
