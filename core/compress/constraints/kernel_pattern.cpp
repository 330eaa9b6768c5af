// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/base/phrasing.h"
#include "core/compress/constraints/list.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace mho {
namespace {

constexpr Pair kKernel{3, 3};
constexpr std::size_t kPositions = 9;

/// The kernel positions a pattern removes (position = y * 3 + x).
using Pattern = std::array<std::uint8_t, 4>;

/// The 13 patterns of YOLObile (arXiv 2009.05697, public code), in its order, which decides ties: the corners; one horizontal
/// pair of the top row with one of the bottom row (4); one vertical pair of the left column with one of the right column (4);
/// one 2 x 2 square in a corner (4). The library has all symmetries of the square.
constexpr std::array<Pattern, 13> kPatterns{{
    {0, 2, 6, 8},
    {0, 1, 7, 8},
    {0, 1, 6, 7},
    {0, 1, 3, 4},
    {2, 3, 5, 6},
    {0, 3, 5, 8},
    {1, 2, 6, 7},
    {1, 2, 7, 8},
    {3, 5, 6, 8},
    {0, 2, 3, 5},
    {4, 5, 7, 8},
    {3, 4, 6, 7},
    {1, 2, 4, 5},
}};

/// Index of the pattern whose removed weights have the least energy; of equal ones the first.
std::size_t nearestPattern(const float* kernel)
{
    std::array<double, kPositions> squares;
    for (std::size_t p = 0; p < kPositions; ++p) {
        const auto value = static_cast<double>(kernel[p]);
        squares[p] = value * value;
    }
    std::size_t best = 0;
    double least = 0.0;
    for (std::size_t i = 0; i < kPatterns.size(); ++i) {
        const Pattern& removed = kPatterns[i];
        const double energy = (squares[removed[0]] + squares[removed[1]]) + (squares[removed[2]] + squares[removed[3]]);
        const bool isBetter = i == 0 || energy < least;
        best = isBetter ? i : best;
        least = isBetter ? energy : least;
    }
    return best;
}

/// Every 3 x 3 kernel keeps the weights of one pattern of a library. Exact: kernels are independent of one another.
class KernelPattern final : public Constraint {
public:
    std::string_view name() const override { return "kernel-pattern"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Keeps 5 weights of each 3 x 3 kernel, in one of 13 patterns");
    }
    bool hasRatio() const override { return false; }
    double mostRatio(const LayerContext&, const ConstraintSpec&) const override { return 1.0; }

    LayerMask project(const LayerContext& context, const ConstraintSpec&, std::span<const float> weights) const override
    {
        const WeightLayer& layer = context.layer;
        assert(static_cast<std::int64_t>(weights.size()) == layer.weights() && layer.kernel == kKernel);
        LayerMask result = LayerMask::dense(layer.filters, layer.columns);
        result.elements.assign(weights.size(), 1);
        constexpr std::size_t kKernelsWorthAThread = 1U << 12U;
        parallelFor(weights.size() / kPositions, kKernelsWorthAThread, [&](std::size_t begin, std::size_t end) {
            for (std::size_t kernel = begin; kernel < end; ++kernel) {
                const std::size_t first = kernel * kPositions;
                for (const std::uint8_t position : kPatterns[nearestPattern(weights.data() + first)]) {
                    result.elements[first + position] = 0;
                }
            }
        });
        return result;
    }

    bool satisfied(const LayerContext&, const ConstraintSpec&, std::span<const float> weights) const override
    {
        for (std::size_t first = 0; first < weights.size(); first += kPositions) {
            if (std::none_of(kPatterns.begin(), kPatterns.end(), [&](const Pattern& removed) {
                    return std::all_of(removed.begin(), removed.end(),
                                       [&](std::uint8_t p) { return weights[first + p] == 0.0F; });
                })) {
                return false;
            }
        }
        return true;
    }

protected:
    std::vector<Phrase> refusals(const LayerContext& context, const ConstraintSpec&) const override
    {
        if (context.layer.convolution && context.layer.kernel == kKernel) {
            return {};
        }
        return {context.layer.convolution
                    ? phrase(MHO_TEXT("this kind is for convolutions of 3 x 3 kernels, and this layer's are %1 x %2; take it "
                                      "from this layer"),
                             context.layer.kernel.h, context.layer.kernel.w)
                    : Phrase(MHO_TEXT(
                          "this kind is for convolutions of 3 x 3 kernels, and this layer is none; take it from this layer"))};
    }
};

}  // namespace

const Constraint& kernelPatternConstraint()
{
    static const KernelPattern constraint;
    return constraint;
}

}  // namespace mho
