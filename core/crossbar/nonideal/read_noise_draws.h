// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/crossbar/nonideal/analog_kernel.h"
#include "core/crossbar/nonideal/effect.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace mho {

/// Devices and tile whose reads are drawn.
struct NoiseKey {
    ArrayKey tile;
};

/// The normal numbers of one block of conversions. Kernels differ in how many lanes they work on at a time, so each 16 lanes
/// have a stream of their own per output position, from which cycles and reads draw in their order.
class NoiseDraws {
public:
    /// @param block which kAnalogLanes conversions of the tile
    /// @param firstPosition TileInputs::firstPosition
    NoiseDraws(const NoiseKey& key, std::size_t block, std::uint64_t firstPosition);

    /// AnalogJob::addNoise; `context` is a NoiseDraws, Real float or double.
    template <typename Real>
    static void add(void* context, std::size_t position, int lane, int count, void* sums, const void* variances);

private:
    static constexpr std::size_t kGroup = 16;
    static constexpr std::size_t kGroups = kAnalogLanes / kGroup;
    struct Group {
        std::size_t position = 0;
        std::optional<RandomStream> stream;
    };

    NoiseKey key_;
    std::size_t block_;
    std::uint64_t firstPosition_;
    std::array<Group, kGroups> groups_;
};

/// Two independent standard normal numbers by Box-Muller in float32 on two 32-bit uniform ones: |z| < 6.77.
std::array<float, 2> normalPair(RandomStream& random);

}  // namespace mho
