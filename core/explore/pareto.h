// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <span>
#include <vector>

namespace mho {

enum class Direction { Minimise, Maximise };

/// Indices, ascending, of the points that no other point dominates. A dominates B when A is at least as good in every
/// metric and better in one; so equal points do not dominate each other and duplicates of a front point all stay.
///
/// O(n log n) for one and two metrics, O(n * front * metrics) for more.
/// @param points each has one finite value per direction (Error InvalidArgument names the first that has not)
MHO_API std::vector<std::size_t> paretoFront(std::span<const std::vector<double>> points,
                                             std::span<const Direction> directions);

}  // namespace mho
