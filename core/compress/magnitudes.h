// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// |w| of all kept weights but zeros, ascending.
/// @param weights finite  @param kept empty = all, else one flag per weight
MHO_API std::vector<float> sortedMagnitudes(std::span<const float> weights, std::span<const std::uint8_t> kept);

}  // namespace mho
