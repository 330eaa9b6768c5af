// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/constraint.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace mho {

/// Groups of one layer ordered by score: everything a ratio needs, computed once per weights. Immutable.
struct GroupRanking {
    std::vector<double> scores;         ///< Per group; Euclidean: squared L2 norm.
    std::vector<std::uint32_t> order;   ///< Groups by falling score; equal scores: lower index first (the tie rule).
    std::vector<double> droppedEnergy;  ///< [g] = sum of scores of order[g..]; Euclidean: squared distance when g groups stay.
};

/// @param scores per group
MHO_API GroupRanking rankGroups(std::vector<double> scores);

/// The scores of one set of weights, for one set of dead columns after another.
class MHO_API LiveScores {
public:
    virtual ~LiveScores();
    /// scores() of the weights with those of dead columns at zero, to the bit.
    /// @param deadColumns k flags; input channels die whole, as DeadChannels::columns has them
    virtual std::vector<double> under(std::span<const std::uint8_t> deadColumns) const = 0;
};

/// A set "at most so many groups of the layer are not zero". Groups are disjoint; their nearest point keeps those of largest L2
/// norm, exact because the squared distance is the sum of the squared norms of dropped groups.
class MHO_API GroupConstraint : public Constraint {
public:
    const GroupConstraint* asGroups() const final { return this; }
    /// False where a ranking takes more memory than the weights, and project() is fast enough to follow a slider without one.
    virtual bool isWorthRanking() const { return true; }
    double mostRatio(const LayerContext& context, const ConstraintSpec& spec) const override;
    LayerMask project(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const override;
    bool satisfied(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const override;

    /// Number of groups of the dense layer, to which the ratio refers.
    virtual std::int64_t groups(const LayerContext& context, const ConstraintSpec& spec) const = 0;
    /// Group of each weight, n*k row-major, numbered from 0; kNoGroup = in none (such weights are dropped).
    virtual std::vector<std::uint32_t> groupOf(const LayerContext& context, const ConstraintSpec& spec) const = 0;
    /// Score per group that has one: squared L2 norm, summed in double, the same bits for any number of threads; the paper's
    /// score under ProjectionRule::Paper.
    virtual std::vector<double> scores(const LayerContext& context, const ConstraintSpec& spec,
                                       std::span<const float> weights) const = 0;
    /// The scores that follow dead columns without zeroed weights; nullptr where the kind knows no such way. Not for kinds over
    /// arrays, whose weights change with more than dead columns.
    /// @param weights n*k; must outlive the result
    virtual std::unique_ptr<LiveScores> liveScores(const LayerContext& context, const ConstraintSpec& spec,
                                                   std::span<const float> weights) const;
    /// The mask that keeps just these groups (one flag per score).
    virtual LayerMask mask(const LayerContext& context, const ConstraintSpec& spec,
                           const std::vector<std::uint8_t>& keptGroups) const = 0;

    std::int64_t keptGroups(const LayerContext& context, const ConstraintSpec& spec) const;
    /// keptGroups() of them stay.
    LayerMask projectRanked(const LayerContext& context, const ConstraintSpec& spec, const GroupRanking& ranking) const;

    static constexpr std::uint32_t kNoGroup = 0xffffffffU;
};

/// The group of each weight, where `group(row, column)` says it.
template <class Group>
std::vector<std::uint32_t> numberWeights(const WeightLayer& layer, Group group)
{
    std::vector<std::uint32_t> result;
    result.reserve(static_cast<std::size_t>(layer.weights()));
    for (std::int64_t row = 0; row < layer.filters; ++row) {
        for (std::int64_t column = 0; column < layer.columns; ++column) {
            result.push_back(static_cast<std::uint32_t>(group(row, column)));
        }
    }
    return result;
}

}  // namespace mho
