// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/compress/constraints/list.h"
#include "core/compress/group_constraint.h"

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

    std::vector<double> scores(const LayerContext& context, const ConstraintSpec&, std::span<const float> weights) const override
    {
        const WeightLayer& layer = context.layer;
        const auto columns = static_cast<std::size_t>(layer.columns);
        std::vector<double> norms(static_cast<std::size_t>(layer.filters));
        constexpr std::size_t kWeightsWorthAThread = 1U << 18U;
        parallelFor(norms.size(), 1 + kWeightsWorthAThread / columns, [&](std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row) {
                // Four partial sums let the additions overlap; their order is fixed.
                double sums[4] = {};
                const float* values = weights.data() + row * columns;
                std::size_t column = 0;
                for (; column + 4 <= columns; column += 4) {
                    for (std::size_t lane = 0; lane < 4; ++lane) {
                        const auto value = static_cast<double>(values[column + lane]);
                        sums[lane] += value * value;
                    }
                }
                for (; column < columns; ++column) {
                    const auto value = static_cast<double>(values[column]);
                    sums[0] += value * value;
                }
                norms[row] = (sums[0] + sums[1]) + (sums[2] + sums[3]);
            }
        });
        return norms;
    }

    LayerMask mask(const LayerContext& context, const ConstraintSpec&, const std::vector<std::uint8_t>& keptGroups) const override
    {
        const WeightLayer& layer = context.layer;
        LayerMask result = LayerMask::dense(layer.filters, layer.columns);
        result.rows = keptGroups;
        return result;
    }
};

}  // namespace

const Constraint& filterConstraint()
{
    static const Filter constraint;
    return constraint;
}

}  // namespace mho
