// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace mho::test {

/// numpy.random.default_rng(seed) for a seed of 32 bits: SeedSequence (numpy/random/bit_generator.pyx), PCG64 XSL-RR
/// (M. O'Neill, "PCG", HMC-CS-2014-0905) and 53-bit doubles, so that published results on its matrices can be checked.
class NumpyRandom {
public:
    explicit NumpyRandom(std::uint32_t seed)
    {
        const std::array<std::uint64_t, 4> words = seedWords(seed);
        increment_ = (wide(words[2], words[3]) << 1U) | 1U;
        step();
        state_ += wide(words[0], words[1]);
        step();
    }

    std::uint64_t raw()
    {
        step();
        const auto high = static_cast<std::uint64_t>(state_ >> 64U);
        return std::rotr(high ^ static_cast<std::uint64_t>(state_), static_cast<int>(high >> 58U));
    }

    double uniform(double low, double high) { return low + (high - low) * (static_cast<double>(raw() >> 11U) * 0x1p-53); }

    std::vector<double> uniform(double low, double high, std::size_t count)
    {
        std::vector<double> values(count);
        for (double& value : values) {
            value = uniform(low, high);
        }
        return values;
    }

private:
    __extension__ using Wide = unsigned __int128;

    static Wide wide(std::uint64_t high, std::uint64_t low) { return (Wide{high} << 64U) | low; }
    void step() { state_ = state_ * wide(2549297995355413924U, 4865540595714422341U) + increment_; }

    static std::array<std::uint64_t, 4> seedWords(std::uint32_t seed)
    {
        std::uint32_t constant = 0x43b0d7e5U;
        const auto hash = [&constant](std::uint32_t value, std::uint32_t multiplier) {
            value ^= constant;
            constant *= multiplier;
            value *= constant;
            return value ^ (value >> 16U);
        };
        constexpr std::uint32_t kMultiplierA = 0x931e8875U;
        std::array<std::uint32_t, 4> pool{};
        for (std::size_t i = 0; i < pool.size(); ++i) {
            pool[i] = hash(i == 0 ? seed : 0U, kMultiplierA);
        }
        for (std::size_t from = 0; from < pool.size(); ++from) {
            for (std::size_t to = 0; to < pool.size(); ++to) {
                if (from != to) {
                    const std::uint32_t mixed = 0xca01f9ddU * pool[to] - 0x4973f715U * hash(pool[from], kMultiplierA);
                    pool[to] = mixed ^ (mixed >> 16U);
                }
            }
        }
        constant = 0x8b51f9ddU;
        std::array<std::uint64_t, 4> words{};
        for (std::size_t i = 0; i < 2 * words.size(); ++i) {
            words[i / 2] |= std::uint64_t{hash(pool[i % pool.size()], 0x58f38dedU)} << (32U * (i % 2));
        }
        return words;
    }

    Wide state_ = 0;
    Wide increment_ = 0;
};

}  // namespace mho::test
