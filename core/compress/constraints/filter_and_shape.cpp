// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/list.h"
#include "core/compress/constraints/rows_and_columns.h"

namespace mho {
namespace {

/// Filters and filter shapes together (S0, S1: structured pruning along both sides of the weight matrix).
class FilterAndShape final : public RowsAndColumns {
public:
    std::string_view name() const override { return "filter-and-shape"; }
    std::string_view description() const override
    {
        return MHO_TEXT(
            "Keeps whole filters and kernel positions of all filters, chosen together (rows and columns of the weight matrix); locally optimal");
    }

protected:
    std::int64_t keptRows(const LayerContext& context, const ConstraintSpec& spec) const override
    {
        return keptCount(context.layer.filters, filterRatio(spec));
    }
    std::int64_t keptColumns(const LayerContext& context, const ConstraintSpec& spec) const override
    {
        return keptCount(context.layer.columns, shapeRatio(spec));
    }
};

}  // namespace

const Constraint& filterAndShapeConstraint()
{
    static const FilterAndShape constraint;
    return constraint;
}

}  // namespace mho
