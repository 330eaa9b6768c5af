// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/compress/plan.h"
#include "core/compress/target.h"
#include "core/cost/engines/engine.h"
#include "core/explore/layer_speed.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// What a plan's layers share: the weights they keep together, or the operations that these do in one inference.
enum class KeptBudget { Weights, Operations };

/// "weights", "operations".
MHO_API std::string_view keptBudgetName(KeptBudget budget);
/// Throws Error InvalidArgument that lists the names.
MHO_API KeptBudget keptBudgetOf(std::string_view name);

struct MHO_API BreakEvenOptions {
    KeptBudget budget = KeptBudget::Weights;
    /// Weights / weights kept above which no layer is pushed, >= 1; a layer asked for more stays as asked. None: as far as the
    /// constraints' groups allow, that is to a single one.
    std::optional<double> mostRatio;
    bool convolutionsFirst = false;  ///< Fully connected layers give only when all convolutions are at their largest ratio.
    double leastSpeedUp = 1.0;  ///< A layer pays when it gets at least this much faster than dense, >= 1 (S2: 1, not slower).

    std::vector<Problem> validate() const;
};

enum class BreakEvenDecision {
    AsAsked,    ///< It pays and keeps its ratio.
    Pushed,     ///< It pays and gives what others got back.
    LeftDense,  ///< Below its break-even: what its ratios pruned stays.
    NotMoved,   ///< The plan asks no ratio of it that could be moved.
};

struct MHO_API BreakEvenLayer {
    std::string layer;
    bool convolution = false;
    BreakEvenDecision decision = BreakEvenDecision::AsAsked;
    std::int64_t weights = 0;
    std::int64_t outputPositions = 1;
    LayerAtRatio dense;
    LayerAtRatio asked;
    LayerAtRatio now;
    /// Most weights kept from which on it pays, at least 1; none: it never does, or NotMoved. A layer that would have to lose
    /// all its weights never does (SparseAccelerator::breakEven counts 0 there).
    std::optional<std::int64_t> keptBreakEven;
    std::int64_t keptLeast = 0;                 ///< At its largest acceptable ratio.

    double ratio(const LayerAtRatio& at) const { return ratio(at.kept); }
    double ratio(std::int64_t kept) const { return static_cast<double>(weights) / static_cast<double>(kept); }
    double speedUp(const LayerAtRatio& at) const { return dense.seconds / at.seconds; }
    std::int64_t operations(std::int64_t kept) const { return 2 * kept * outputPositions; }
};

/// Sums over all weight layers.
struct BreakEvenTotals {
    std::int64_t kept = 0;        ///< Weights.
    std::int64_t operations = 0;  ///< Of kept weights, for one inference; a multiplication and an addition each.
    double seconds = 0.0;
    LayerStorage storage;
};

struct MHO_API BreakEvenPlan {
    Plan plan;  ///< Entries in the order of the asked plan.
    std::string network;
    std::string engine;
    std::string constantsSha256;  ///< Of the engine's data file.
    BreakEvenOptions options;
    std::vector<BreakEvenLayer> layers;  ///< All weight layers in node order.
    std::int64_t rounds = 0;             ///< Times the budget was shared until every pruned layer paid.
    bool masksAreGuesses = false;        ///< The network has no weights (Preview::usesWeights).

    /// @param which &BreakEvenLayer::dense, asked or now
    BreakEvenTotals totals(LayerAtRatio BreakEvenLayer::*which) const;
};

/// S2's break-even pruning. A layer's break-even is the smallest ratio from which on it is not slower than dense, however much
/// higher the ratio. Layers asked for less are left dense, and what they keep more the other pruned layers keep less, so that
/// the network keeps the same total, up to whole groups and never more; again until each pruned layer pays. Rules and sources:
/// docs/engines.md, "Break-even plans".
/// Break-evens are found by halving over a layer's steps (pruning_ladder.h): exact where the masks of higher ratios lie in
/// those of lower ones, which is so for a layer with one constraint by groups; for others a boundary, and what is decided goes
/// by the time of the very mask. With leastSpeedUp 1 and one constraint by groups a layer the new plan is never slower than the
/// asked one. A new plan asked again comes back as it is. Masks are those of Preview with the layer alone pruned, as one that
/// follows what other layers lose would make each layer's choice depend on all others'; weights that lie irregularly on a sparse
/// accelerator are only counted.
/// @param network with weights, or without (BreakEvenPlan::masksAreGuesses)
/// @throws Error InvalidArgument with all problems of options and plan or where the network does not fit the engine;
///         Infeasible, with what every layer can do, where the total cannot be kept
MHO_API BreakEvenPlan breakEvenPlan(const std::shared_ptr<const Network>& network, const Plan& asked, const Target& target,
                                    const Engine& engine, const BreakEvenOptions& options = {});

}  // namespace mho
