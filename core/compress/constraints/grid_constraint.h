// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/constraints/group_grid.h"
#include "core/compress/group_constraint.h"

#include <optional>

namespace mho {

/// What is wrong with blocks of `size` where `all` must divide into them, naming the sizes that do; empty = they divide.
/// @param option its name  @param what "filters", ...
std::optional<Phrase> divisionRefusal(std::string_view option, std::int64_t size, std::int64_t all, std::string_view what);

/// A constraint whose groups lie in a grid. ProjectionRule::Paper, where a kind has it, scores a group by the sum of the L2
/// norms of its columns instead of the sum of their squares (YOLObile, arXiv 2009.05697, public code).
class GridConstraint : public GroupConstraint {
public:
    std::int64_t groups(const LayerContext& context, const ConstraintSpec& spec) const final;
    std::vector<std::uint32_t> groupOf(const LayerContext& context, const ConstraintSpec& spec) const final;
    std::vector<double> scores(const LayerContext& context, const ConstraintSpec& spec,
                               std::span<const float> weights) const final;
    std::unique_ptr<LiveScores> liveScores(const LayerContext& context, const ConstraintSpec& spec,
                                           std::span<const float> weights) const final;
    LayerMask mask(const LayerContext& context, const ConstraintSpec& spec,
                   const std::vector<std::uint8_t>& keptGroups) const final;

protected:
    virtual GroupGrid grid(const WeightLayer& layer, const ConstraintSpec& spec) const = 0;
};

}  // namespace mho
