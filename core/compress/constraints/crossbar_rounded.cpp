// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phrasing.h"
#include "core/compress/constraints/list.h"
#include "core/compress/constraints/rows_and_columns.h"

#include <algorithm>

namespace mho {
namespace {

/// Rows or columns kept: whole arrays of what the ratio allows. A side that is not pruned stays whole.
std::int64_t wholeArrays(std::int64_t all, double ratio, std::int64_t perArray)
{
    return ratio == 1.0 ? all : keptCount(all, ratio) / perArray * perArray;
}

/// Whether a ratio leaves less than one array holds, which no number of whole arrays can be.
bool leavesNoArray(std::int64_t all, double ratio, std::int64_t perArray)
{
    return ratio > 1.0 && ratio <= static_cast<double>(all) && keptCount(all, ratio) < perArray;
}

/// The largest ratio that leaves a whole array: 1 where one holds all.
double mostOf(std::int64_t all, std::int64_t perArray)
{
    return std::max(1.0, static_cast<double>(all) / static_cast<double>(perArray));
}

/// Filters and columns kept in multiples of what an array holds, as what is pruned of an array that stays in use saves
/// nothing (FORMS section III-A). The counts are upper bounds: constraints beside this one may take more. Constraints before
/// it do not change them, so usesTiling() is false although array sizes count.
class CrossbarRounded final : public RowsAndColumns {
public:
    std::string_view name() const override { return "crossbar-rounded"; }
    std::string_view description() const override
    {
        return MHO_TEXT("Keeps filters and columns of the weight matrix in multiples of the crossbar's sides (FORMS); locally optimal");
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
        const WeightLayer& layer = context.layer;
        const TilingOptions& tiling = context.tiling;
        if (leavesNoArray(layer.filters, filterRatio(spec), tiling.filtersPerBlock)) {
            messages.push_back(phrase(
                MHO_TEXT("a filter_ratio of %1 would leave fewer filters than the %2 that an array holds; at most %3 can be asked for"),
                filterRatio(spec), tiling.filtersPerBlock, mostOf(layer.filters, tiling.filtersPerBlock)));
        }
        if (leavesNoArray(layer.columns, shapeRatio(spec), tiling.wordLines)) {
            messages.push_back(phrase(
                MHO_TEXT("a shape_ratio of %1 would leave fewer columns than the %2 that an array holds; at most %3 can be asked for"),
                shapeRatio(spec), tiling.wordLines, mostOf(layer.columns, tiling.wordLines)));
        }
        if (layer.groups > 1) {
            messages.emplace_back(
                "the groups of a grouped convolution share no array, so a number of filters of the layer fills none; "
                "use \"filter\", \"filter-shape\" or \"tile\"");
        }
        if (isCutByKernelPosition(layer, tiling)) {
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
