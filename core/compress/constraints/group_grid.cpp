// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/group_grid.h"

#include <algorithm>

namespace mho {

std::vector<std::int64_t> cutIntoBands(const WeightLayer& layer, std::int64_t rows)
{
    std::vector<std::int64_t> ends;
    const std::int64_t perGroup = layer.filters / layer.groups;
    for (std::int64_t group = 0; group < layer.groups; ++group) {
        for (std::int64_t row = 0; row < perGroup; row += rows) {
            ends.push_back(group * perGroup + std::min(row + rows, perGroup));
        }
    }
    return ends;
}

}  // namespace mho
