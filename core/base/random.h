// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace mho {

/// A random stream that is a pure function of its keys, so any step of a run can be redone without the steps before it.
///
/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014, "Fast splittable pseudorandom number generators"): passes BigCrush,
/// eight bytes of state, same numbers on every machine. Not for cryptography.
class MHO_API RandomStream {
public:
    /// @param keys e.g. {seed, purpose, epoch, image}; order matters
    explicit RandomStream(std::initializer_list<std::uint64_t> keys);

    std::uint64_t next();                          ///< Uniform over all 64-bit values.
    double uniform();                              ///< Uniform in [0, 1), 53 bits.
    double uniform(double low, double high);       ///< Uniform in [low, high).
    std::uint64_t below(std::uint64_t bound);      ///< Uniform in [0, bound), without bias; bound >= 1.
    double normal();                               ///< Standard normal (Box-Muller, one value a call).
    std::vector<std::uint32_t> permutation(std::size_t count);  ///< Fisher-Yates shuffle of 0..count-1.

private:
    std::uint64_t state_;
};

}  // namespace mho
