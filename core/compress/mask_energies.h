// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/mask.h"

#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// Squared weights of a layer that its mask keeps, summed per column and per filter.
struct Energies {
    std::vector<double> columns;
    std::vector<double> filters;
    std::int64_t keptColumns = 0;  ///< That keep a weight which counts.
    std::int64_t keptFilters = 0;

    double meanColumn() const;  ///< Over the kept ones; 0 when there are none.
    double meanFilter() const;
};

/// @param weights n*k
/// @param deadColumns k flags (dead_channels.h): weights of these columns do not count
Energies energiesOf(std::span<const float> weights, const LayerMask& mask, const std::vector<std::uint8_t>& deadColumns);

/// k / width flags: some filter keeps a weight in the channel's `width` columns.
std::vector<std::uint8_t> keptChannels(const LayerMask& mask, std::int64_t width);

/// Masks the flagged columns, but leaves each filter that may not be silenced the first column it needs to keep a weight.
/// @param silenceable n flags: the filter may lose its last weight, and with it its bias
/// @return true when the mask changed
bool dropColumns(LayerMask& mask, const std::vector<std::uint8_t>& columns, const std::vector<std::uint8_t>& silenceable);

}  // namespace mho
