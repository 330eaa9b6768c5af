// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/level_set.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace mho {

std::uint16_t LevelSet::nearest(float value, float scale) const
{
    assert(!magnitudes.empty() && scale > 0.0F);
    const float magnitude = std::abs(value) / scale;
    const auto above = std::lower_bound(magnitudes.begin(), magnitudes.end(), magnitude);
    if (above == magnitudes.begin()) {
        return 0;
    }
    const auto index = static_cast<std::uint16_t>(above - magnitudes.begin());
    if (above == magnitudes.end()) {
        return static_cast<std::uint16_t>(index - 1);
    }
    // A value half-way goes to the lower index.
    return magnitude - magnitudes[index - 1U] <= *above - magnitude ? static_cast<std::uint16_t>(index - 1) : index;
}

float LevelSet::quantize(float value, float scale) const
{
    return std::copysign(magnitudes[nearest(value, scale)] * scale, value == 0.0F ? 1.0F : value);
}

std::int32_t LevelSet::multiple(std::size_t index) const
{
    assert(!isAnalog());
    return static_cast<std::int32_t>(std::lround(static_cast<double>(magnitudes[index]) * steps));
}

float LayerLevels::quantize(float value) const
{
    return std::abs(value) < zeroBelow ? 0.0F : set.quantize(value, scale);
}

std::int16_t LayerLevels::code(float value) const
{
    if (std::abs(value) < zeroBelow) {
        return 0;
    }
    const int index = set.nearest(value, scale) + 1;
    return static_cast<std::int16_t>(value < 0.0F ? -index : index);
}

}  // namespace mho
