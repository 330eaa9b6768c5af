// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <cassert>
#include <cmath>
#include <numbers>
#include <utility>

namespace mho {
namespace {

std::uint64_t mix(std::uint64_t z)
{
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
}

constexpr std::uint64_t kGoldenGamma = 0x9e3779b97f4a7c15ULL;

}  // namespace

RandomStream::RandomStream(std::initializer_list<std::uint64_t> keys) : state_(kGoldenGamma)
{
    for (const std::uint64_t key : keys) {
        state_ = mix(state_ + kGoldenGamma) ^ mix(key + kGoldenGamma);
    }
}

std::uint64_t RandomStream::next()
{
    state_ += kGoldenGamma;
    return mix(state_);
}

double RandomStream::uniform()
{
    return static_cast<double>(next() >> 11U) * 0x1.0p-53;
}

double RandomStream::uniform(double low, double high)
{
    return low + (high - low) * uniform();
}

std::uint64_t RandomStream::below(std::uint64_t bound)
{
    assert(bound >= 1);
    // Values under the remainder would make small results likelier; they are drawn again.
    const std::uint64_t remainder = (~bound + 1) % bound;
    std::uint64_t value = next();
    while (value < remainder) {
        value = next();
    }
    return value % bound;
}

double RandomStream::normal()
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

std::vector<std::uint32_t> RandomStream::permutation(std::size_t count)
{
    std::vector<std::uint32_t> order(count);
    for (std::size_t i = 0; i < count; ++i) {
        order[i] = static_cast<std::uint32_t>(i);
    }
    for (std::size_t i = count; i > 1; --i) {
        std::swap(order[i - 1], order[below(i)]);
    }
    return order;
}

}  // namespace mho
