// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/weight_layer.h"

#include <cstdint>
#include <vector>

namespace mho {

/// Groups in a grid: the rows of the weight matrix are cut into bands, and in every band the columns fall into the same groups.
/// The number of a group is band * perBand + groupOfColumn.
struct GroupGrid {
    std::vector<std::int64_t> bandEnds;        ///< Ascending; the last one is n.
    std::vector<std::uint32_t> groupOfColumn;  ///< k numbers below perBand.
    std::int64_t perBand = 0;
    /// Columns side by side that scores sum first: of one group and one input channel. Divides k.
    std::int64_t run = 1;
};

/// Bands of `rows` filters; the last band of each group of a grouped convolution may be smaller: filters of different groups
/// see different channels, so no band holds both.
std::vector<std::int64_t> cutIntoBands(const WeightLayer& layer, std::int64_t rows);

}  // namespace mho
