// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/level_set.h"

#include <cstdint>
#include <span>

namespace mho {

/// The scale of least squared error of the kept weights against their nearest levels, for sets without zero. Zeros and pruned
/// weights are left out. 1 when no weight is kept.
///
/// Searched from mean|w| / M (no stationary scale lies below) to 1.1 max|w| / M, M the largest magnitude, in 1,024 steps; the
/// best 16 are refined by turns of assignment and exact least squares until nothing improves. ADMM-NN's public code scans
/// 0.9 ... 1.1 of max|w| in steps of 0.001 of it, once: what can be best of that range lies in this one.
/// Weights that all lie on levels of one scale give such a scale, so a second fit changes no weight.
/// @param weights finite  @param kept empty = all, else one flag per weight
MHO_API float searchScale(const LevelSet& set, std::span<const float> weights, std::span<const std::uint8_t> kept);

}  // namespace mho
