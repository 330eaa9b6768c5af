// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/mask.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace mho {

constexpr std::size_t kNoPattern = std::numeric_limits<std::size_t>::max();

/// The mask whose rows each keep one of some patterns of columns. Row and column flags alone where these can say it.
/// @param columns k  @param patternOfRow n indices of patterns; kNoPattern = nothing stays  @param patterns k flags each
LayerMask maskOfPatterns(std::size_t columns, std::span<const std::size_t> patternOfRow,
                         std::span<const std::uint8_t> patterns);

}  // namespace mho
