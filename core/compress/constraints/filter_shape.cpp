// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/compress/constraints/group_constraints.h"

namespace mho {
namespace {

/// Columns of the weight matrix: one (input channel, kernel position) in all filters (S0, S1: filter-shape pruning).
class FilterShape final : public Constraint {
public:
    std::string_view name() const override { return "filter-shape"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Keeps kernel positions of input channels in all filters alike (columns of the weight matrix)");
    }
    std::int64_t groups(const WeightLayer& layer) const override { return layer.columns; }

    std::vector<double> squaredNorms(const WeightLayer& layer, std::span<const float> weights) const override
    {
        return squaredColumnNorms(layer.filters, layer.columns, weights);
    }

    LayerMask mask(const WeightLayer& layer, const std::vector<std::uint8_t>& keptGroups) const override
    {
        LayerMask result = LayerMask::dense(layer.filters, layer.columns);
        result.columns = keptGroups;
        return result;
    }
};

}  // namespace

std::vector<double> squaredColumnNorms(std::int64_t rows, std::int64_t columns, std::span<const float> weights)
{
    const auto width = static_cast<std::size_t>(columns);
    std::vector<double> norms(width);
    const std::size_t columnsWorthAThread = 1 + (1U << 18U) / static_cast<std::size_t>(rows);
    parallelFor(width, columnsWorthAThread, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = 0; row < static_cast<std::size_t>(rows); ++row) {
            const float* values = weights.data() + row * width;
            for (std::size_t column = begin; column < end; ++column) {
                const auto value = static_cast<double>(values[column]);
                norms[column] += value * value;
            }
        }
    });
    return norms;
}

const Constraint& filterShapeConstraint()
{
    static const FilterShape constraint;
    return constraint;
}

}  // namespace mho
