// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <vector>

namespace mho {

/// Which weights of one layer's n x k weight matrix stay. A weight (i, j) stays when its row is kept, its column is kept
/// and, where `elements` is not empty, elements[i*k + j] is set. Flags are 0 or 1.
struct MHO_API LayerMask {
    std::vector<std::uint8_t> rows;      ///< n flags (filters)
    std::vector<std::uint8_t> columns;   ///< k flags
    std::vector<std::uint8_t> elements;  ///< empty = no element-wise part, else n*k flags

    static LayerMask dense(std::int64_t filters, std::int64_t columns);
    bool kept(std::int64_t row, std::int64_t column) const;
    std::int64_t keptRows() const;
    std::int64_t keptColumns() const;
    std::int64_t keptWeights() const;
    /// n*k flags, row-major, 1 = kept.
    std::vector<std::uint8_t> expanded() const;
    /// Both must be of one shape; keeps what both keep.
    LayerMask operator&(const LayerMask& other) const;
    bool operator==(const LayerMask&) const = default;
};

}  // namespace mho
