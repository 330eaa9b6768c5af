// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/heaviest_part.h"

#include "core/compress/constraints/energy_sums.h"
#include "core/compress/largest.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace mho {
namespace {

using Flags = std::vector<std::uint8_t>;

/// Gains below this share of the energy may be rounding of sums that were moved along; finish() looks at them with fresh sums.
constexpr double kLeastGain = 1e-12;

double sumOver(const std::vector<double>& sums, const Flags& flags)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        sum += flags[i] != 0 ? sums[i] : 0.0;
    }
    return sum;
}

struct Part {
    Flags rows;
    Flags columns;
    double energy = 0.0;
};

class Climber {
public:
    Climber(const WeightLayer& layer, std::span<const std::uint8_t> dead, std::int64_t rows, std::int64_t columns,
            std::span<const float> weights, unsigned threads)
        : sums_(layer, dead, weights, threads),
          rows_(static_cast<std::size_t>(rows)),
          columns_(static_cast<std::size_t>(columns)),
          allRows_(static_cast<std::size_t>(layer.filters), 1),
          allColumns_(static_cast<std::size_t>(layer.columns), 1)
    {
    }

    Part rowsFirst() const
    {
        Part part;
        part.rows = largest(sums_.rows(allColumns_), rows_);
        std::vector<double> columnSums = sums_.columns(part.rows);
        part.columns = largest(columnSums, columns_);
        return climb(std::move(part), sums_.rows(part.columns), std::move(columnSums));
    }

    Part columnsFirst() const
    {
        Part part;
        part.columns = largest(sums_.columns(allRows_), columns_);
        std::vector<double> rowSums = sums_.rows(part.columns);
        part.rows = largest(rowSums, rows_);
        return climb(std::move(part), std::move(rowSums), sums_.columns(part.rows));
    }

    /// Takes turns on with fresh sums. Each turn gains energy, or keeps it and moves to lower indices, so this ends.
    Part finish(Part part) const
    {
        part.energy = sumOver(sums_.columns(part.rows), part.columns);
        while (true) {
            Part next;
            next.rows = largest(sums_.rows(part.columns), rows_);
            const std::vector<double> columnSums = sums_.columns(next.rows);
            next.columns = largest(columnSums, columns_);
            next.energy = sumOver(columnSums, next.columns);
            // Flags with the earlier 1 are the greater ones.
            const bool better = std::tie(next.energy, next.rows, next.columns) > std::tie(part.energy, part.rows, part.columns);
            if (!better) {
                return part;
            }
            part = std::move(next);
        }
    }

private:
    /// Turns on sums that follow what entered and left. Each turn gains more than rounding may have lost, so this ends.
    Part climb(Part part, std::vector<double> rowSums, std::vector<double> columnSums) const
    {
        part.energy = sumOver(columnSums, part.columns);
        bool moved = true;
        while (moved) {
            moved = false;
            Flags rows = largest(rowSums, rows_);
            if (sumOver(rowSums, rows) - sumOver(rowSums, part.rows) > kLeastGain * part.energy) {
                sums_.moveRows(columnSums, part.rows, rows);
                part.rows = std::move(rows);
                moved = true;
            }
            Flags columns = largest(columnSums, columns_);
            if (sumOver(columnSums, columns) - sumOver(columnSums, part.columns) > kLeastGain * part.energy) {
                sums_.moveColumns(rowSums, part.columns, columns);
                part.columns = std::move(columns);
                moved = true;
            }
            part.energy = sumOver(columnSums, part.columns);
        }
        return part;
    }

    EnergySums sums_;
    std::size_t rows_;
    std::size_t columns_;
    Flags allRows_;
    Flags allColumns_;
};

}  // namespace

LayerMask heaviestPart(const WeightLayer& layer, std::span<const std::uint8_t> deadColumns, std::int64_t rows,
                       std::int64_t columns, std::span<const float> weights, unsigned threads)
{
    const Climber climber(layer, deadColumns, rows, columns, weights, threads);
    Part best = climber.rowsFirst();
    // With all rows or all columns kept, the rest is chosen by its own norms: exact from either start.
    if (rows < layer.filters && columns < layer.columns) {
        if (Part other = climber.columnsFirst(); other.energy > best.energy) {
            best = std::move(other);
        }
    }
    best = climber.finish(std::move(best));
    return {std::move(best.rows), std::move(best.columns), {}};
}

}  // namespace mho
