// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraints/rows_and_columns.h"

#include "core/base/phrasing.h"
#include "core/compress/constraints/heaviest_part.h"

#include <algorithm>
#include <cassert>

namespace mho {

std::span<const ConstraintOption> RowsAndColumns::options() const
{
    constexpr double kMostRatio = 1e9;
    static const ConstraintOption all[] = {
        {"filter_ratio", MHO_TEXT("Filters / filters kept; 1 keeps all"), 1.0, 1.0, kMostRatio, false},
        {"shape_ratio", MHO_TEXT("Columns of the weight matrix / columns kept; 1 keeps all"), 1.0, 1.0, kMostRatio, false}};
    return all;
}

LayerMask RowsAndColumns::project(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const
{
    assert(static_cast<std::int64_t>(weights.size()) == context.layer.weights());
    return heaviestPart(context.layer, context.deadColumns, keptRows(context, spec), keptColumns(context, spec), weights);
}

bool RowsAndColumns::satisfied(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const
{
    const auto k = static_cast<std::size_t>(context.layer.columns);
    std::vector<std::uint8_t> columns(k, 0);
    std::int64_t rows = 0;
    for (std::size_t row = 0; row < weights.size() / k; ++row) {
        std::uint8_t any = 0;
        for (std::size_t j = 0; j < k; ++j) {
            const std::uint8_t used = weights[row * k + j] != 0.0F ? 1 : 0;
            any |= used;
            columns[j] |= used;
        }
        rows += any;
    }
    return rows <= keptRows(context, spec) &&
           std::count(columns.begin(), columns.end(), std::uint8_t{1}) <= keptColumns(context, spec);
}

std::vector<Phrase> RowsAndColumns::refusals(const LayerContext& context, const ConstraintSpec& spec) const
{
    std::vector<Phrase> messages;
    if (filterRatio(spec) > static_cast<double>(context.layer.filters)) {
        messages.push_back(phrase(MHO_TEXT("a filter_ratio of %1 would leave no filter; at most %2 can be asked for"),
                                  filterRatio(spec), context.layer.filters));
    }
    if (shapeRatio(spec) > static_cast<double>(context.layer.columns)) {
        messages.push_back(phrase(MHO_TEXT("a shape_ratio of %1 would leave no column; at most %2 can be asked for"),
                                  shapeRatio(spec), context.layer.columns));
    }
    return messages;
}

}  // namespace mho
