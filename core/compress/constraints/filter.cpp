// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/grid_scores.h"
#include "core/compress/constraints/list.h"

namespace mho {
namespace {

/// Rows of the weight matrix: whole filters (S0, S1: filter pruning).
class Filter final : public GroupConstraint {
public:
    std::string_view name() const override { return "filter"; }
    std::string_view description() const override { return MHO_TEXT("Keeps whole filters (rows of the weight matrix)"); }
    std::int64_t groups(const LayerContext& context, const ConstraintSpec&) const override { return context.layer.filters; }

    std::vector<std::uint32_t> groupOf(const LayerContext& context, const ConstraintSpec&) const override
    {
        return numberWeights(context.layer, [](std::int64_t row, std::int64_t) { return row; });
    }

    std::vector<double> scores(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const override
    {
        return gridScores(grid(context.layer), spec.rule, weights);
    }

    std::unique_ptr<LiveScores> liveScores(const LayerContext& context, const ConstraintSpec& spec,
                                           std::span<const float> weights) const override
    {
        return liveGridScores(grid(context.layer), spec.rule, weights);
    }

    LayerMask mask(const LayerContext& context, const ConstraintSpec&, const std::vector<std::uint8_t>& keptGroups) const override
    {
        const WeightLayer& layer = context.layer;
        LayerMask result = LayerMask::dense(layer.filters, layer.columns);
        result.rows = keptGroups;
        return result;
    }

private:
    /// A band per filter; kernels are summed first.
    static GroupGrid grid(const WeightLayer& layer)
    {
        return {cutIntoBands(layer, 1), std::vector<std::uint32_t>(static_cast<std::size_t>(layer.columns), 0U), 1,
                layer.kernelPositions()};
    }
};

}  // namespace

const Constraint& filterConstraint()
{
    static const Filter constraint;
    return constraint;
}

}  // namespace mho
