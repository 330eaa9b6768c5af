// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/list.h"
#include "core/compress/constraints/rows_and_columns.h"

#include <algorithm>

namespace mho {
namespace {

/// Rows or columns kept: whole arrays of what the ratio allows, at least one. A side that is not pruned, or that does not fill
/// one array, stays whole: there is no array to win.
std::int64_t wholeArrays(std::int64_t all, double ratio, std::int64_t perArray)
{
    if (ratio == 1.0 || all < perArray) {
        return all;
    }
    return std::max(perArray, keptCount(all, ratio) / perArray * perArray);
}

/// Filters and columns kept in multiples of what an array holds, as what is pruned of an array that stays in use saves
/// nothing (FORMS section III-A). The counts are upper bounds: constraints beside this one may take more. Constraints before
/// it do not change them, so usesTiling() is false although array sizes count.
class CrossbarRounded final : public RowsAndColumns {
public:
    std::string_view name() const override { return "crossbar-rounded"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Keeps filters and columns of the weight matrix in multiples of the crossbar's sides (FORMS)");
    }

protected:
    std::int64_t keptRows(const LayerContext& context, const ConstraintSpec& spec) const override
    {
        return wholeArrays(context.layer.filters, filterRatio(spec), context.tiling.filtersPerBlock);
    }
    std::int64_t keptColumns(const LayerContext& context, const ConstraintSpec& spec) const override
    {
        return wholeArrays(context.layer.columns, shapeRatio(spec), context.tiling.wordLines);
    }
    std::vector<Phrase> refusals(const LayerContext& context, const ConstraintSpec& spec) const override
    {
        std::vector<Phrase> messages = RowsAndColumns::refusals(context, spec);
        if (context.layer.groups > 1) {
            messages.emplace_back(
                "the groups of a grouped convolution share no array, so a number of filters of the layer fills none; "
                "use \"filter\", \"filter-shape\" or \"tile\"");
        }
        if (isCutByKernelPosition(context.layer, context.tiling)) {
            messages.emplace_back(
                "arrays cut by kernel position are not filled by a number of columns of the layer; use \"channel\" or "
                "\"tile\", or the mapping \"gemm\"");
        }
        return messages;
    }
};

}  // namespace

const Constraint& crossbarRoundedConstraint()
{
    static const CrossbarRounded constraint;
    return constraint;
}

}  // namespace mho
