// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"
#include "core/network/mask.h"
#include "core/network/tiling.h"
#include "core/network/weight_layer.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

class GroupConstraint;

/// How the nearest point is chosen. A kind whose paper scores groups otherwise offers Paper (docs/methods.md, "Constraints").
enum class ProjectionRule { Euclidean, Paper };

/// A sparsity constraint as a plan names it.
struct ConstraintSpec {
    std::string kind;    ///< Name in the registry, e.g. "filter-shape".
    double ratio = 1.0;  ///< Groups / groups kept (what a group is, the kind says), >= 1; 1 keeps all.
    std::map<std::string, double> options = {};  ///< By names of Constraint::options(); a missing one has its default.
    ProjectionRule rule = ProjectionRule::Euclidean;
    bool operator==(const ConstraintSpec&) const = default;
};

/// A number that a kind asks for besides the ratio.
struct ConstraintOption {
    std::string_view name;         ///< As in files: "filters", "non_zeros".
    std::string_view description;  ///< English, one line with the unit (MHO_TEXT).
    double standard = 0.0;
    double least = 0.0;
    double most = 0.0;
    bool whole = true;             ///< Whole numbers only.
};

/// Where a layer is projected: the layer, how the mapper cuts it into arrays, and what is mapped of it.
struct LayerContext {
    WeightLayer layer;
    TilingOptions tiling;
    LayerMask before;                       ///< What the constraints that stand before this one in the plan keep.
    std::vector<std::uint8_t> deadColumns;  ///< k flags of columns fed by zeros only (dead_channels.h); empty = none.

    /// The arrays as the mapper would cut them from `before`.
    Tiling tiled() const { return tileLayer(layer, before, deadColumns, tiling); }
};

/// The context of a layer that nothing is pruned from.
MHO_API LayerContext denseContext(const WeightLayer& layer, const TilingOptions& tiling);

/// A set the n*k weight matrix must lie in, and the Euclidean nearest point of it (docs/methods.md, "Constraints"). Every set
/// here is "some weights are zero", so a point is a mask. Stateless; one object per kind.
class MHO_API Constraint {
public:
    virtual ~Constraint();
    virtual std::string_view name() const = 0;         ///< "filter"
    virtual std::string_view description() const = 0;  ///< English, one line (MHO_TEXT).
    virtual std::span<const ConstraintOption> options() const { return {}; }
    virtual bool hasPaperRule() const { return false; }
    /// True when the set depends on how the mapper cuts the layer, so on the constraints before it.
    virtual bool usesTiling() const { return false; }
    /// False where the projection is only locally optimal: no single swap of a row or column lies nearer.
    virtual bool isExact() const { return true; }
    /// False where spec.ratio has no meaning and an option takes its place.
    virtual bool hasRatio() const { return true; }
    /// The ratio above which the layer would be empty; 1 where hasRatio() is false or the kind refuses the layer.
    virtual double mostRatio(const LayerContext& context, const ConstraintSpec& spec) const = 0;
    /// Mask of the nearest point of the set (by Paper: of the point its paper takes). Ties: the lower index stays. Weights of
    /// dead columns count as zero.
    /// @param spec valid on this layer (asserted)  @param weights n*k row-major, finite
    virtual LayerMask project(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const = 0;
    /// True when the matrix lies in the set, on the arrays that context.tiled() gives.
    virtual bool satisfied(const LayerContext& context, const ConstraintSpec& spec, std::span<const float> weights) const = 0;
    /// The sign each weight is bound to, n*k: 1, -1, or 0 where either is allowed; empty where no sign is bound.
    /// @param weights a point of the set
    virtual std::vector<std::int8_t> signs(const LayerContext& context, const ConstraintSpec& spec,
                                           std::span<const float> weights) const;
    /// This object where it keeps the groups of largest norm, else nullptr.
    virtual const GroupConstraint* asGroups() const { return nullptr; }

    /// Everything wrong with `spec` on this layer: ratio below 1 or above mostRatio(), unknown options or such out of range,
    /// a rule that the kind has not, and what the kind itself refuses (a block that does not divide); empty = fine.
    std::vector<Problem> validate(const LayerContext& context, const ConstraintSpec& spec) const;
    /// The option's value in `spec`, or its default; the name must be one of options() (asserted).
    double option(const ConstraintSpec& spec, std::string_view name) const;
    std::int64_t wholeOption(const ConstraintSpec& spec, std::string_view name) const;

protected:
    /// What the kind itself refuses; only called when options are in range. Messages only, the caller names the field.
    virtual std::vector<Phrase> refusals(const LayerContext& context, const ConstraintSpec& spec) const;
};

/// max(1, floor(all / ratio)), with slack for ratios such as 500/47 that are not exact in binary.
MHO_API std::int64_t keptCount(std::int64_t all, double ratio);

/// All constraints, in a fixed order (explicit list).
MHO_API const std::vector<const Constraint*>& constraints();
/// The constraint of that name; throws Error NotFound that lists the names.
MHO_API const Constraint& findConstraint(std::string_view name);

}  // namespace mho
