// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/array_weights.h"
#include "core/compress/constraints/list.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <numeric>

namespace mho {
namespace {

/// The largest of some values: all above `value`, and the first `equals` of those that equal it.
struct Cut {
    std::int32_t value = 0;
    std::int64_t equals = 0;
};

/// Where the `count` largest of `magnitudes`, bits of finite floats >= 0 (which are in the order of the floats), end. Bisects
/// the value: counting compares many at once and has no branch to guess, which sorting has. @param count 1..size
Cut cutLargest(std::span<const std::int32_t> magnitudes, std::int64_t count)
{
    std::int32_t low = magnitudes.front();
    std::int32_t most = low;
    for (const std::int32_t magnitude : magnitudes) {
        low = std::min(low, magnitude);
        most = std::max(most, magnitude);
    }
    // At least `count` values reach `low`, fewer reach `high`.
    std::int32_t high = most + 1;
    std::int64_t above = 0;
    while (high - low > 1) {
        const std::int32_t middle = low + (high - low) / 2;
        std::int32_t reach = 0;
        for (const std::int32_t magnitude : magnitudes) {
            reach += magnitude >= middle ? 1 : 0;
        }
        if (reach == count) {
            return {middle - 1, 0};
        }
        (reach > count ? low : high) = middle;
        above = reach > count ? above : reach;
    }
    return {low, count - above};
}

/// At most `non_zeros` weights in each physical crossbar column (TinyADC, as FORMS, section II-A, tells it): of one filter, on
/// the word lines of one array, wherever they stand. The columns are independent, so each keeps its largest absolute values,
/// and the projection (ours) is exact; the lower column of the weight matrix stays among equals. A column with fewer word lines
/// than `non_zeros` keeps all.
class ColumnProportional final : public Constraint {
public:
    std::string_view name() const override { return "column-proportional"; }
    std::string_view description() const override
    {
        return MHO_TEXT(
            "Keeps at most so many weights in each physical crossbar column, so that smaller ADCs read it (TinyADC)");
    }
    std::span<const ConstraintOption> options() const override
    {
        // Arrays have at most 4096 word lines (hardware.h). The default is ours: of 128 word lines, with 1-bit DACs and 2-bit
        // cells, it takes two bits off the dense column's nine.
        static const ConstraintOption all[] = {
            {"non_zeros", MHO_TEXT("Most non-zero weights of a filter in one array"), 32.0, 1.0, 4096.0, true}};
        return all;
    }
    bool usesTiling() const override { return true; }
    bool hasRatio() const override { return false; }
    double mostRatio(const LayerContext&, const ConstraintSpec&) const override { return 1.0; }

    LayerMask project(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const override
    {
        assert(static_cast<std::int64_t>(weights.size()) == context.layer.weights());
        const std::int64_t most = wholeOption(spec, "non_zeros");
        const auto k = static_cast<std::size_t>(context.layer.columns);
        LayerMask mask = emptyElements(context.layer);
        const ArrayWeights arrays(context);
        arrays.forEachColumn([&](std::int64_t filter, std::span<const std::int64_t> piece) {
            const float* values = weights.data() + static_cast<std::size_t>(filter) * k;
            std::uint8_t* kept = mask.elements.data() + static_cast<std::size_t>(filter) * k;
            thread_local std::vector<std::int32_t> scratch;
            scratch.resize(std::max(scratch.size(), piece.size()));
            std::int32_t* const magnitudes = scratch.data();
            std::int32_t* end = magnitudes;
            arrays.forEachWeight(filter, piece,
                                 [&](std::size_t column) { *end++ = std::bit_cast<std::int32_t>(std::abs(values[column])); });
            if (end - magnitudes <= most) {
                arrays.forEachWeight(filter, piece, [&](std::size_t column) { kept[column] = 1; });
                return;
            }
            const Cut cut = cutLargest({magnitudes, end}, most);
            const std::int32_t* next = magnitudes;
            arrays.forEachWeight(filter, piece, [&](std::size_t column) { kept[column] = *next++ > cut.value ? 1 : 0; });
            if (cut.equals > 0) {
                std::int64_t equals = cut.equals;
                next = magnitudes;
                arrays.forEachWeight(filter, piece, [&](std::size_t column) {
                    if (*next++ == cut.value && equals-- > 0) {
                        kept[column] = 1;
                    }
                });
            }
        });
        return mask;
    }

    bool satisfied(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const override
    {
        const std::int64_t most = wholeOption(spec, "non_zeros");
        const auto k = static_cast<std::size_t>(context.layer.columns);
        const ArrayWeights arrays(context);
        std::vector<std::int64_t> counted(static_cast<std::size_t>(context.layer.filters), 0);
        std::vector<std::uint8_t> full(counted.size(), 0);
        arrays.forEachColumn([&](std::int64_t filter, std::span<const std::int64_t> piece) {
            const auto row = static_cast<std::size_t>(filter);
            std::int64_t count = 0;
            arrays.forEachWeight(filter, piece,
                                 [&](std::size_t column) { count += weights[row * k + column] != 0.0F ? 1 : 0; });
            counted[row] += count;
            full[row] |= count > most ? 1 : 0;
        });
        return std::count(full.begin(), full.end(), std::uint8_t{0}) == static_cast<std::ptrdiff_t>(full.size()) &&
               std::accumulate(counted.begin(), counted.end(), std::int64_t{0}) == nonZeros(weights);
    }
};

}  // namespace

const Constraint& columnProportionalConstraint()
{
    static const ColumnProportional constraint;
    return constraint;
}

}  // namespace mho
