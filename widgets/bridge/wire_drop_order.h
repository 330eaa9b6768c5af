// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/crossbar_floor.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace mho {

/// An array of a network: its layer, and FloorLayer::indexOf() of its address.
using ArrayKey = std::pair<int, std::int64_t>;

/// Sorts arrays as they are to be solved: those in sight before the others, both from the middle of what is seen outwards. The
/// distance counts in rings, within which arrays come layer by layer: to prepare a layer takes about as long as to solve an
/// array.
/// @param shapes of the layers that the keys count by  @param floor where their arrays lie; it may have room for more
/// @param visible what is seen of the floor, in cells
void sortForSolving(std::vector<ArrayKey>& keys, const std::vector<FloorLayer>& shapes, const CrossbarFloor& floor,
                    const QRectF& visible);

}  // namespace mho
