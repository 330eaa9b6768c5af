// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/column_norms.h"
#include "core/compress/constraints/list.h"
#include "core/compress/group_constraint.h"

namespace mho {
namespace {

/// Columns of the weight matrix: one (input channel, kernel position) in all filters (S0, S1: filter-shape pruning).
class FilterShape final : public GroupConstraint {
public:
    std::string_view name() const override { return "filter-shape"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Keeps kernel positions of input channels in all filters alike (columns of the weight matrix)");
    }
    std::int64_t groups(const LayerContext& context, const ConstraintSpec&) const override { return context.layer.columns; }

    std::vector<std::uint32_t> groupOf(const LayerContext& context, const ConstraintSpec&) const override
    {
        return numberWeights(context.layer, [](std::int64_t, std::int64_t column) { return column; });
    }

    std::vector<double> scores(const LayerContext& context, const ConstraintSpec&, std::span<const float> weights) const override
    {
        const WeightLayer& layer = context.layer;
        return squaredColumnNorms(layer.filters, layer.columns, weights);
    }

    LayerMask mask(const LayerContext& context, const ConstraintSpec&, const std::vector<std::uint8_t>& keptGroups) const override
    {
        const WeightLayer& layer = context.layer;
        LayerMask result = LayerMask::dense(layer.filters, layer.columns);
        result.columns = keptGroups;
        return result;
    }
};

}  // namespace

const Constraint& filterShapeConstraint()
{
    static const FilterShape constraint;
    return constraint;
}

}  // namespace mho
