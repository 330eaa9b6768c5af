// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/mask.h"
#include "core/network/weight_layer.h"

#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// `rows` rows and `columns` columns of the n*k weight matrix in whose crossings the sum of squares is locally largest: the
/// rows are the best for these columns and the columns the best for these rows (up to rounding of the sums), the lower index
/// first among equals. The better of two climbs, from rows and from columns chosen first. The same for any number of threads.
/// @param deadColumns k flags of columns that count as zero; empty = none  @param rows 1..n  @param columns 1..k
/// @param threads 0 = all cores
MHO_API LayerMask heaviestPart(const WeightLayer& layer, std::span<const std::uint8_t> deadColumns, std::int64_t rows,
                               std::int64_t columns, std::span<const float> weights, unsigned threads = 0);

}  // namespace mho
