// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/quick_levels.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>

namespace mho {
namespace {

constexpr std::uint32_t kCells = 1024;

/// Monotone in `magnitude`, so no threshold of a later cell lies below it. A NaN goes to the last cell.
std::uint32_t cellOf(float magnitude, float cellsPerUnit)
{
    const float cell = magnitude * cellsPerUnit;
    return cell < static_cast<float>(kCells) ? static_cast<std::uint32_t>(cell) : kCells - 1;
}

/// The least magnitude whose level lies above `level`. Patterns of positive floats are in the order of their values.
float thresholdAbove(const LayerLevels& levels, std::uint16_t level)
{
    std::uint32_t low = 0;
    std::uint32_t high = std::bit_cast<std::uint32_t>(std::numeric_limits<float>::infinity());
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (levels.set.nearest(std::bit_cast<float>(middle), levels.scale) > level) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return std::bit_cast<float>(high);
}

}  // namespace

QuickLevels::QuickLevels(const LayerLevels& levels) : zeroBelow_(levels.zeroBelow)
{
    const std::size_t count = levels.set.magnitudes.size();
    assert(count > 0 && count <= std::numeric_limits<std::uint16_t>::max());
    for (std::size_t i = 0; i < count; ++i) {
        values_.push_back(levels.set.magnitudes[i] * levels.scale);
        if (i + 1 < count) {
            thresholds_.push_back(thresholdAbove(levels, static_cast<std::uint16_t>(i)));
        }
    }
    // The cells end just above the last threshold; what lies beyond is in the last cell.
    const float top = thresholds_.empty() ? 0.0F : thresholds_.back();
    cellsPerUnit_ = top > 0.0F && std::isfinite(static_cast<float>(kCells) / top) ? static_cast<float>(kCells - 1) / top : 0.0F;
    std::size_t passed = 0;
    for (std::uint32_t cell = 0; cell < kCells; ++cell) {
        while (passed < thresholds_.size() && cellOf(thresholds_[passed], cellsPerUnit_) < cell) {
            ++passed;
        }
        first_.push_back(static_cast<std::uint16_t>(passed));
    }
    thresholds_.push_back(std::numeric_limits<float>::quiet_NaN());  // never reached: ends the search
}

std::size_t QuickLevels::index(float magnitude) const
{
    std::size_t i = first_[cellOf(magnitude, cellsPerUnit_)];
    while (magnitude >= thresholds_[i]) {
        ++i;
    }
    return i;
}

std::int16_t QuickLevels::code(float value) const
{
    const float magnitude = std::abs(value);
    if (magnitude < zeroBelow_) {
        return 0;
    }
    const auto code = static_cast<int>(index(magnitude)) + 1;
    return static_cast<std::int16_t>(value < 0.0F ? -code : code);
}

void QuickLevels::quantize(std::span<const float> in, std::span<float> out) const
{
    assert(in.size() == out.size());
    for (std::size_t i = 0; i < in.size(); ++i) {
        const float value = in[i];
        const float magnitude = std::abs(value);
        if (std::isnan(value)) {
            out[i] = value;
        } else if (magnitude < zeroBelow_) {
            out[i] = 0.0F;
        } else {
            out[i] = std::copysign(values_[index(magnitude)], value == 0.0F ? 1.0F : value);
        }
    }
}

}  // namespace mho
