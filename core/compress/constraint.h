// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"
#include "core/network/mask.h"
#include "core/network/weight_layer.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// A sparsity constraint as a plan names it.
struct ConstraintSpec {
    std::string kind;    ///< Name in the registry: "filter", "channel", "filter-shape".
    double ratio = 1.0;  ///< Groups / groups kept, >= 1; 1 keeps all.
    bool operator==(const ConstraintSpec&) const = default;
};

/// Groups of one layer ordered by norm: everything a ratio needs, computed once per weights. Immutable.
struct GroupRanking {
    std::vector<double> squaredNorms;   ///< Per group.
    std::vector<std::uint32_t> order;   ///< Groups by falling norm; equal norms: lower index first (the tie rule).
    std::vector<double> droppedEnergy;  ///< [g] = sum of squared norms of order[g..]: squared distance when g groups stay.
};

/// A set the weight matrix must lie in, and the Euclidean nearest point of it (methods.md 1.3).
/// All constraints here keep the groups of largest L2 norm, exact because squared distance is the sum of the squared
/// norms of dropped groups. Stateless; one object per kind.
class MHO_API Constraint {
public:
    virtual ~Constraint();
    virtual std::string_view name() const = 0;         ///< "filter"
    virtual std::string_view description() const = 0;  ///< English, one line (MHO_TEXT).
    /// Number of groups of this layer.
    virtual std::int64_t groups(const WeightLayer& layer) const = 0;
    /// Squared L2 norm per group of the n*k row-major matrix.
    virtual std::vector<double> squaredNorms(const WeightLayer& layer, std::span<const float> weights) const = 0;
    /// The mask that keeps just these groups (one flag per group).
    virtual LayerMask mask(const WeightLayer& layer, const std::vector<std::uint8_t>& keptGroups) const = 0;
    /// What is wrong with this ratio on this layer (below 1, or more than groups allow); empty = fine.
    std::vector<Problem> validate(const WeightLayer& layer, double ratio) const;
    /// Groups that stay: max(1, floor(groups / ratio)) (with rounding slack 1e-9).
    std::int64_t keptGroups(const WeightLayer& layer, double ratio) const;
    GroupRanking rank(const WeightLayer& layer, std::span<const float> weights) const;
    /// Mask of the nearest point of the set at this ratio.
    LayerMask project(const WeightLayer& layer, const GroupRanking& ranking, double ratio) const;
    /// True when the matrix lies in the set.
    bool satisfied(const WeightLayer& layer, std::span<const float> weights, double ratio) const;
};

/// All constraints, in a fixed order (explicit list).
MHO_API const std::vector<const Constraint*>& constraints();
/// The constraint of that name; throws Error NotFound that lists the names.
MHO_API const Constraint& findConstraint(std::string_view name);

}  // namespace mho
