// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/largest_weights.h"
#include "core/compress/constraints/list.h"
#include "core/compress/group_constraint.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace mho {
namespace {

/// Each weight is a group: at most so many non-zeros, anywhere (S0 text, S2: irregular pruning).
class Unstructured final : public GroupConstraint {
public:
    std::string_view name() const override { return "unstructured"; }
    std::string_view description() const override { return MHO_TEXT("Keeps single weights, anywhere in the layer"); }
    bool isWorthRanking() const override { return false; }
    std::int64_t groups(const LayerContext& context, const ConstraintSpec&) const override { return context.layer.weights(); }

    std::vector<std::uint32_t> groupOf(const LayerContext& context, const ConstraintSpec&) const override
    {
        std::vector<std::uint32_t> result(static_cast<std::size_t>(context.layer.weights()));
        std::iota(result.begin(), result.end(), 0U);
        return result;
    }

    std::vector<double> scores(const LayerContext&, const ConstraintSpec&, std::span<const float> weights) const override
    {
        std::vector<double> squares(weights.size());
        std::transform(weights.begin(), weights.end(), squares.begin(), [](float weight) {
            const auto value = static_cast<double>(weight);
            return value * value;
        });
        return squares;
    }

    LayerMask mask(const LayerContext& context, const ConstraintSpec&,
                   const std::vector<std::uint8_t>& keptGroups) const override
    {
        return elementMask(context.layer, keptGroups);
    }

    LayerMask project(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const override
    {
        assert(static_cast<std::int64_t>(weights.size()) == context.layer.weights());
        const std::int64_t kept = keptGroups(context, spec);
        if (kept == context.layer.weights()) {
            return LayerMask::dense(context.layer.filters, context.layer.columns);
        }
        return elementMask(context.layer, largestWeights(weights, static_cast<std::size_t>(kept)));
    }

    bool satisfied(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const override
    {
        const auto zeros = std::count(weights.begin(), weights.end(), 0.0F);
        return static_cast<std::int64_t>(weights.size()) - zeros <= keptGroups(context, spec);
    }

private:
    static LayerMask elementMask(const WeightLayer& layer, std::vector<std::uint8_t> kept)
    {
        LayerMask result = LayerMask::dense(layer.filters, layer.columns);
        if (std::find(kept.begin(), kept.end(), std::uint8_t{0}) != kept.end()) {
            result.elements = std::move(kept);
        }
        return result;
    }
};

}  // namespace

const Constraint& unstructuredConstraint()
{
    static const Unstructured constraint;
    return constraint;
}

}  // namespace mho
