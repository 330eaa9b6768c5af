// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/constraint.h"

namespace mho {

/// A set "at most a rows and b columns of the weight matrix are not zero", options filter_ratio and shape_ratio. What a column
/// is worth depends on the rows that stay, so the nearest point is not found group by group (it is the heaviest a x b part of
/// a matrix, NP-hard). Found here: rows that are the best for the columns, and columns that are the best for the rows, the
/// lower index first among equals, so that no exchange of rows alone or of columns alone lies nearer. Rows and columns are
/// chosen in turn, once from rows chosen first and once from columns chosen first (the order of the public code of S0's
/// group); the nearer end is taken, that of rows first among equals. It is never farther than either order without turns.
class RowsAndColumns : public Constraint {
public:
    std::span<const ConstraintOption> options() const final;
    bool isExact() const final { return false; }
    bool hasRatio() const final { return false; }
    double mostRatio(const LayerContext&, const ConstraintSpec&) const final { return 1.0; }
    LayerMask project(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const final;
    bool satisfied(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const final;

protected:
    virtual std::int64_t keptRows(const LayerContext& context, const ConstraintSpec& spec) const = 0;
    virtual std::int64_t keptColumns(const LayerContext& context, const ConstraintSpec& spec) const = 0;
    /// Ratios that would leave less than one row or column.
    std::vector<Phrase> refusals(const LayerContext& context, const ConstraintSpec& spec) const override;

    double filterRatio(const ConstraintSpec& spec) const { return option(spec, "filter_ratio"); }
    double shapeRatio(const ConstraintSpec& spec) const { return option(spec, "shape_ratio"); }
};

}  // namespace mho
