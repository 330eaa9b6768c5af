// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/array_weights.h"
#include "core/compress/constraints/list.h"

#include <bit>
#include <cassert>
#include <functional>
#include <numeric>

namespace mho {
namespace {

constexpr std::uint32_t kLastColumn = 0xffffffffU;

/// At most `non_zeros` weights in each physical crossbar column (TinyADC; methods.md 5.2): of one filter, on the word lines of
/// one array, wherever they stand. The columns are independent, so each keeps its largest absolute values, and the projection
/// is exact; the lower column of the weight matrix stays among equals. A column with fewer word lines than `non_zeros` keeps
/// all.
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
        // Arrays have at most 4096 word lines (hardware.h). 32 of 128 is the middle of TinyADC's range: 7 ADC bits in place
        // of 9.
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
            // Magnitudes as whole numbers: the bits of a positive float are in its order. Below them the column, turned
            // around, so that no two keys are equal and the lower column is the greater one.
            thread_local std::vector<std::uint64_t> scratch;
            scratch.resize(std::max(scratch.size(), piece.size()));
            std::uint64_t* const keys = scratch.data();
            std::uint64_t* end = keys;
            arrays.forEachWeight(filter, piece, [&](std::size_t column) {
                constexpr std::uint32_t kMagnitude = 0x7fffffffU;
                const std::uint32_t bits = std::bit_cast<std::uint32_t>(values[column]) & kMagnitude;
                *end++ = std::uint64_t{bits} << 32U | (kLastColumn - static_cast<std::uint32_t>(column));
            });
            if (end - keys > most) {
                std::nth_element(keys, keys + most, end, std::greater<>());
                end = keys + most;
            }
            std::uint8_t* kept = mask.elements.data() + static_cast<std::size_t>(filter) * k;
            for (const std::uint64_t* key = keys; key != end; ++key) {
                kept[kLastColumn - static_cast<std::uint32_t>(*key & kLastColumn)] = 1;
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
