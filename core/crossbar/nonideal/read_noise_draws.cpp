// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/read_noise_draws.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mho {

NoiseDraws::NoiseDraws(const NoiseKey& key, std::size_t block, std::uint64_t firstPosition)
    : key_(key), block_(block), firstPosition_(firstPosition)
{
}

template <typename Real>
void NoiseDraws::add(void* context, std::size_t position, int lane, int count, void* sums, const void* variances)
{
    auto& self = *static_cast<NoiseDraws*>(context);
    auto* sum = static_cast<Real*>(sums);
    const auto* variance = static_cast<const Real*>(variances);
    const std::size_t end = static_cast<std::size_t>(lane + count) / kGroup;
    for (std::size_t index = static_cast<std::size_t>(lane) / kGroup; index < end; ++index, sum += kGroup, variance += kGroup) {
        // No input on, or no cell: every kernel sees that alike.
        if (std::none_of(variance, variance + kGroup, [](Real value) { return value > Real{0}; })) {
            continue;
        }
        Group& group = self.groups_[index];
        if (!group.stream || group.position != position) {
            const ArrayKey& tile = self.key_.tile;
            // A purpose beyond those of applyEffects() keeps these streams apart from the devices'.
            constexpr std::uint64_t kPurpose = 1U << 16U;
            group.stream.emplace({tile.seed, tile.run, tile.layer, tile.block, tile.piece, kPurpose,
                                  self.block_ * kGroups + index, self.firstPosition_ + position});
            group.position = position;
        }
        for (std::size_t i = 0; i < kGroup; i += 2) {
            const std::array<float, 2> z = normalPair(*group.stream);
            sum[i] += static_cast<Real>(z[0]) * std::sqrt(variance[i]);
            sum[i + 1] += static_cast<Real>(z[1]) * std::sqrt(variance[i + 1]);
        }
    }
}

template void NoiseDraws::add<float>(void*, std::size_t, int, int, void*, const void*);
template void NoiseDraws::add<double>(void*, std::size_t, int, int, void*, const void*);

std::array<float, 2> normalPair(RandomStream& random)
{
    constexpr float kUnit = 0x1.0p-32F;
    const std::uint64_t bits = random.next();
    const auto high = static_cast<std::uint32_t>(bits >> 32U);
    const auto low = static_cast<std::uint32_t>(bits);
    const float radius = std::sqrt(-2.0F * std::log((static_cast<float>(high) + 0.5F) * kUnit));
    const float angle = 2.0F * std::numbers::pi_v<float> * kUnit * static_cast<float>(low);
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

}  // namespace mho
