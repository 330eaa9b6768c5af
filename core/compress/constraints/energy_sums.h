// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/weight_layer.h"

#include <cstdint>
#include <span>
#include <vector>

namespace mho {

/// Sums of squares over parts of the rows and columns of a weight matrix, in double, in a fixed order: the same bits for any
/// number of threads.
class EnergySums {
public:
    using Flags = std::vector<std::uint8_t>;

    /// @param deadColumns k flags of columns that count as zero; empty = none  @param threads 0 = all cores
    EnergySums(const WeightLayer& layer, std::span<const std::uint8_t> deadColumns, std::span<const float> weights,
               unsigned threads);

    /// Per row, over the flagged columns.
    std::vector<double> rows(const Flags& columns) const;
    /// Per column, over the flagged rows.
    std::vector<double> columns(const Flags& rows) const;
    /// Turns rows(from) into rows(to), up to rounding, at the cost of what differs.
    void moveColumns(std::vector<double>& rowSums, const Flags& from, const Flags& to) const;
    /// Turns columns(from) into columns(to), up to rounding, at the cost of what differs.
    void moveRows(std::vector<double>& columnSums, const Flags& from, const Flags& to) const;

private:
    std::vector<std::size_t> live(const Flags& columns) const;
    void addColumns(std::vector<double>& rowSums, const std::vector<std::size_t>& columns, double sign) const;
    void addRows(std::vector<double>& columnSums, const std::vector<std::size_t>& rows, double sign) const;

    std::size_t n_;
    std::size_t k_;
    std::span<const float> weights_;
    std::span<const std::uint8_t> dead_;
    unsigned threads_;
};

}  // namespace mho
