// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/pareto.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace mho {

/// The worst value of each metric over all points: what a hypervolume is measured from where nothing else is given.
/// @param points at least one (asserted), each with one finite value per direction
MHO_API std::vector<double> worstPoint(std::span<const std::vector<double>> points, std::span<const Direction> directions);

/// Volume of the space that the points dominate, up to `reference` (Zitzler and Thiele, IEEE Trans. Evolutionary Computation 3,
/// 1999), in the product of the metrics' units. Exact, by slices (While et al., IEEE Trans. Evolutionary Computation 10, 2006);
/// points that are worse than the reference in any metric add nothing.
/// @param points, directions as paretoFront() (same Error)  @param reference one finite value per direction (asserted)
MHO_API double hypervolume(std::span<const std::vector<double>> points, std::span<const Direction> directions,
                           std::span<const double> reference);

/// The point of a front of two metrics where giving up any more of one buys least of the other: with each metric scaled to 0 (best of
/// the front) .. 1 (worst of it), the one farthest from the line through both ends, towards the ideal point (Das, Structural
/// Optimization 18, 1999). Equal distance: lower index.
/// @return index into `points`; none for other numbers of metrics, and where no point lies on that side of the line
MHO_API std::optional<std::size_t> kneePoint(std::span<const std::vector<double>> points, std::span<const Direction> directions);

}  // namespace mho
