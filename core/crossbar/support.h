// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/compressed_network.h"

#include <cstdint>
#include <vector>

namespace mho {

/// Filters and weight-matrix columns of one group that hold at least one kept weight, ascending: what is put on crossbars.
struct GroupSupport {
    std::vector<std::int64_t> filters;
    std::vector<std::int64_t> columns;
};

/// The groups that keep a weight, in order; a plain layer is one group. A grouped convolution's matrix is block-diagonal:
/// each group reads other inputs, so groups share no crossbar. Rows and columns that an element-wise mask empties count as
/// empty too. O(n + groups * k) without element-wise part, O(n * k) with it.
std::vector<GroupSupport> supportOf(const CompressedLayer& layer);

}  // namespace mho
