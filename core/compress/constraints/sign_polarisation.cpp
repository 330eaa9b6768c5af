// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phrasing.h"
#include "core/compress/constraints/array_weights.h"
#include "core/compress/constraints/list.h"

#include <cassert>
#include <numeric>

namespace mho {
namespace {

/// The weights of one sign in each fragment: `rows` neighbouring word lines of one filter in one array, counted from the
/// array's first (FORMS equation 2), the same lines in the same order as the sign scheme "fragment-sign" reads at once. The
/// projection zeroes one sign: the one of less energy, exact because fragments are independent; by ProjectionRule::Paper the
/// one that the sum of the fragment's weights has not. Positive stays where both are alike.
class SignPolarisation final : public Constraint {
public:
    std::string_view name() const override { return "sign-polarisation"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Keeps one sign in each fragment of a crossbar column, so that one array holds both signs (FORMS)");
    }
    std::span<const ConstraintOption> options() const override
    {
        // FORMS studies 4, 8 and 16 rows; 8 is the one its hardware table prices. Arrays have at most 4096 word lines.
        static const ConstraintOption all[] = {
            {"rows", MHO_TEXT("Word lines of a fragment; a multiple of those the hardware reads at once, or a whole column"), 8.0,
             1.0, 4096.0, true}};
        return all;
    }
    bool hasPaperRule() const override { return true; }
    bool usesTiling() const override { return true; }
    bool hasRatio() const override { return false; }
    double mostRatio(const LayerContext&, const ConstraintSpec&) const override { return 1.0; }

    LayerMask project(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const override
    {
        assert(static_cast<std::int64_t>(weights.size()) == context.layer.weights());
        LayerMask mask = emptyElements(context.layer);
        const ArrayWeights arrays(context);
        forEachFragment(arrays, spec, [&](std::int64_t filter, std::span<const std::int64_t> fragment) {
            const std::size_t first = static_cast<std::size_t>(filter) * mask.columns.size();
            const bool negative = isNegative(arrays, spec.rule, filter, fragment, weights.data() + first);
            const float sign = negative ? -1.0F : 1.0F;
            arrays.forEachWeight(filter, fragment, [&](std::size_t column) {
                mask.elements[first + column] = weights[first + column] * sign < 0.0F ? 0 : 1;
            });
        });
        return mask;
    }

    bool satisfied(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const override
    {
        const auto k = static_cast<std::size_t>(context.layer.columns);
        const ArrayWeights arrays(context);
        std::vector<std::int64_t> counted(static_cast<std::size_t>(context.layer.filters), 0);
        std::vector<std::uint8_t> mixed(counted.size(), 0);
        forEachFragment(arrays, spec, [&](std::int64_t filter, std::span<const std::int64_t> fragment) {
            const auto row = static_cast<std::size_t>(filter);
            std::int64_t positive = 0;
            std::int64_t negative = 0;
            arrays.forEachWeight(filter, fragment, [&](std::size_t column) {
                positive += weights[row * k + column] > 0.0F ? 1 : 0;
                negative += weights[row * k + column] < 0.0F ? 1 : 0;
            });
            counted[row] += positive + negative;
            mixed[row] |= positive > 0 && negative > 0 ? 1 : 0;
        });
        return std::count(mixed.begin(), mixed.end(), std::uint8_t{0}) == static_cast<std::ptrdiff_t>(mixed.size()) &&
               std::accumulate(counted.begin(), counted.end(), std::int64_t{0}) == nonZeros(weights);
    }

    /// A fragment of zeros is bound to the positive sign, as the sum's rule has it: its weights must not part later.
    std::vector<std::int8_t> signs(const LayerContext& context, const ConstraintSpec& spec,
                                   std::span<const float> weights) const override
    {
        std::vector<std::int8_t> result(weights.size(), 0);
        const auto k = static_cast<std::size_t>(context.layer.columns);
        const ArrayWeights arrays(context);
        forEachFragment(arrays, spec, [&](std::int64_t filter, std::span<const std::int64_t> fragment) {
            const std::size_t first = static_cast<std::size_t>(filter) * k;
            std::int8_t sign = 1;
            arrays.forEachWeight(filter, fragment,
                                 [&](std::size_t column) { sign = weights[first + column] < 0.0F ? std::int8_t{-1} : sign; });
            arrays.forEachWeight(filter, fragment, [&](std::size_t column) { result[first + column] = sign; });
        });
        return result;
    }

protected:
    /// What is read at once must lie in one fragment. Hardware of other sign schemes takes any signs, so any fragments too.
    std::vector<Phrase> refusals(const LayerContext& context, const ConstraintSpec& spec) const override
    {
        const std::int64_t rows = wholeOption(spec, "rows");
        const std::int64_t atOnce = context.tiling.fragmentRows;
        const bool wholeColumns = rows >= context.tiling.wordLines;
        if (atOnce == 0 || wholeColumns || rows % atOnce == 0) {
            return {};
        }
        return {phrase(MHO_TEXT("fragments of %1 word lines may leave both signs on %2 lines that the hardware reads at once "
                                "(crossbar.fragment_rows); give \"rows\" a multiple of %3, or at least the %4 of an array"),
                       rows, atOnce, atOnce, context.tiling.wordLines)};
    }

private:
    /// body(filter, word lines) for each fragment of each physical column.
    template <class Body>
    void forEachFragment(const ArrayWeights& arrays, const ConstraintSpec& spec, Body body) const
    {
        const auto rows = static_cast<std::size_t>(wholeOption(spec, "rows"));
        arrays.forEachColumn([&](std::int64_t filter, std::span<const std::int64_t> piece) {
            for (std::size_t begin = 0; begin < piece.size(); begin += rows) {
                body(filter, piece.subspan(begin, std::min(rows, piece.size() - begin)));
            }
        });
    }

    static bool isNegative(const ArrayWeights& arrays, ProjectionRule rule, std::int64_t filter,
                           std::span<const std::int64_t> fragment, const float* values)
    {
        // Both sums run in the same order, so that fragments of equal halves tie.
        double positive = 0.0;
        double negative = 0.0;
        arrays.forEachWeight(filter, fragment, [&](std::size_t column) {
            const auto value = static_cast<double>(values[column]);
            const double up = std::max(value, 0.0);
            const double down = std::max(-value, 0.0);
            positive += rule == ProjectionRule::Paper ? up : up * up;
            negative += rule == ProjectionRule::Paper ? down : down * down;
        });
        return negative > positive;
    }
};

}  // namespace

const Constraint& signPolarisationConstraint()
{
    static const SignPolarisation constraint;
    return constraint;
}

}  // namespace mho
