// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/quick_levels.h"
#include "core/base/random.h"

#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <limits>

using namespace mho;

namespace {

/// Every interesting neighbourhood: around each level, around each middle of two levels, beyond the ends, and in between.
std::vector<float> probes(const LayerLevels& levels)
{
    std::vector<float> values{0.0F, -0.0F, levels.zeroBelow, std::numeric_limits<float>::infinity(), 1e-40F, 1e30F};
    const auto around = [&](float center) {
        float value = center;
        for (int i = 0; i < 4; ++i) {
            value = std::nextafter(value, 0.0F);
        }
        for (int i = 0; i < 9; ++i) {
            values.push_back(value);
            values.push_back(-value);
            value = std::nextafter(value, std::numeric_limits<float>::infinity());
        }
    };
    const std::vector<float>& magnitudes = levels.set.magnitudes;
    for (std::size_t i = 0; i < magnitudes.size(); ++i) {
        around(magnitudes[i] * levels.scale);
        if (i + 1 < magnitudes.size()) {
            around(0.5F * (magnitudes[i] + magnitudes[i + 1]) * levels.scale);
        }
    }
    RandomStream random({5});
    for (int i = 0; i < 2000; ++i) {
        values.push_back(levels.scale * static_cast<float>(1.5 * random.normal()));
        values.push_back(levels.scale * static_cast<float>(std::exp(8.0 * random.normal())));
    }
    return values;
}

}  // namespace

TEST_CASE("quick levels have the bits of LayerLevels::quantize and its codes")
{
    std::vector<LayerLevels> kinds;
    LevelSet uniform;
    for (int i = 0; i < 128; ++i) {
        uniform.magnitudes.push_back((static_cast<float>(i) + 0.5F) / 128.0F);
    }
    kinds.push_back({uniform, 0.37F, 0.0F});
    kinds.push_back({uniform, 3e-9F, 1e-10F});
    LevelSet powers;
    for (int i = 20; i >= 0; --i) {
        powers.magnitudes.push_back(std::ldexp(1.0F, -i));
    }
    kinds.push_back({powers, 0.73F, 0.001F});
    kinds.push_back({LevelSet{{1.0F}}, 0.2F, 0.1F});
    kinds.push_back({LevelSet{{0.1F, 1.0F}}, 1e-39F, 0.0F});
    for (const LayerLevels& levels : kinds) {
        const std::vector<float> in = probes(levels);
        std::vector<float> out(in.size());
        const QuickLevels quick(levels);
        quick.quantize(in, out);
        std::size_t different = 0;
        for (std::size_t i = 0; i < in.size(); ++i) {
            different += std::bit_cast<std::uint32_t>(out[i]) == std::bit_cast<std::uint32_t>(levels.quantize(in[i])) ? 0U : 1U;
            different += quick.code(in[i]) == levels.code(in[i]) ? 0U : 1U;
        }
        CHECK(different == 0);
    }
}

TEST_CASE("a NaN among the weights stays one")
{
    std::vector<float> values{1.0F, std::numeric_limits<float>::quiet_NaN()};
    QuickLevels({LevelSet{{0.5F, 1.0F}}, 1.0F, 0.0F}).quantize(values, values);
    CHECK(values[0] == 1.0F);
    CHECK(std::isnan(values[1]));
}
