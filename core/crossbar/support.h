// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/compressed_network.h"

#include <cstdint>
#include <vector>

namespace mho {

/// Filters and weight-matrix columns of a layer that hold at least one kept weight, in order: what is put on crossbars.
struct Support {
    std::vector<std::int64_t> filters;
    std::vector<std::int64_t> columns;
};

/// Rows and columns that an element-wise mask empties count as empty too.
Support supportOf(const LayerMask& mask);

}  // namespace mho
