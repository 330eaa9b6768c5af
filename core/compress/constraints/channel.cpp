// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/column_norms.h"
#include "core/compress/constraints/list.h"
#include "core/compress/group_constraint.h"

namespace mho {
namespace {

/// All kernel positions of an input channel in all filters are one group (S0 and S1 only draw it; the norm over all
/// its weights is ours).
class Channel final : public GroupConstraint {
public:
    std::string_view name() const override { return "channel"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Keeps whole input channels (all their kernel positions)");
    }
    std::int64_t groups(const LayerContext& context, const ConstraintSpec&) const override { return context.layer.channels; }

    std::vector<std::uint32_t> groupOf(const LayerContext& context, const ConstraintSpec&) const override
    {
        return numberWeights(context.layer, [&](std::int64_t, std::int64_t column) { return column / context.layer.kernelPositions(); });
    }

    std::vector<double> scores(const LayerContext& context, const ConstraintSpec&, std::span<const float> weights) const override
    {
        const WeightLayer& layer = context.layer;
        const std::vector<double> columns = squaredColumnNorms(layer.filters, layer.columns, weights);
        const auto positions = static_cast<std::size_t>(layer.kernelPositions());
        std::vector<double> norms(static_cast<std::size_t>(layer.channels));
        for (std::size_t column = 0; column < columns.size(); ++column) {
            norms[column / positions] += columns[column];
        }
        return norms;
    }

    LayerMask mask(const LayerContext& context, const ConstraintSpec&, const std::vector<std::uint8_t>& keptGroups) const override
    {
        const WeightLayer& layer = context.layer;
        LayerMask result = LayerMask::dense(layer.filters, layer.columns);
        const auto positions = static_cast<std::size_t>(layer.kernelPositions());
        for (std::size_t column = 0; column < result.columns.size(); ++column) {
            result.columns[column] = keptGroups[column / positions];
        }
        return result;
    }
};

}  // namespace

const Constraint& channelConstraint()
{
    static const Channel constraint;
    return constraint;
}

}  // namespace mho
