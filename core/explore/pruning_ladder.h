// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/compress/plan.h"
#include "core/compress/target.h"
#include "core/network/weight_layer.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mho {

/// The ratios that one layer of a plan can be moved to, as whole steps: the higher the step, the more is kept, and at top()
/// no ratio prunes. What moves are the ratios above 1 of its constraints, and options named *_ratio of kinds without one; all
/// else stays at every step. One ratio by groups: a step is a group kept, ratio = groups / step. One of another kind: steps are
/// weights, ratio = weights / step. Several: their product is weights / step and each is its asked ratio to the same power, so
/// that their mix stays (ours; the sources move one ratio per layer).
class MHO_API PruningLadder {
public:
    /// @param asked valid for the layer on this target
    PruningLadder(const LayerPlan& asked, const WeightLayer& layer, const Target& target);

    /// False where no constraint has a ratio that prunes; then all steps are 1.
    bool movable() const { return !ratios_.empty(); }
    std::int64_t top() const { return top_; }
    std::int64_t asked() const { return askedStep_; }
    /// Smallest step whose ratios the constraints allow, at least 1 and at most asked().
    std::int64_t least() const { return least_; }
    /// The step of about this ratio: max(1, floor(top / ratio)), within least()..top().
    std::int64_t stepAt(double ratio) const;
    /// Kinds of the constraints that move, in the plan's order.
    std::vector<std::string> kinds() const;
    /// The layer's plan there: at asked() as it was asked, at top() without the constraints that move.
    /// @param step least()..top() (asserted)
    LayerPlan at(std::int64_t step) const;
    /// True when what a step keeps lies in what every higher one keeps: one constraint, by groups.
    bool nested() const { return nested_; }
    /// True when single weights go, wherever they lie: one constraint, each weight its own group. Step = weights kept.
    bool irregular() const { return irregular_; }

private:
    struct Ratio {
        std::size_t constraint = 0;  ///< Index in the plan.
        std::string option;          ///< Empty = the constraint's own ratio.
        double asked = 1.0;
    };
    LayerPlan moved(std::int64_t step) const;

    LayerPlan plan_;
    std::vector<Ratio> ratios_;  ///< That move.
    double logAsked_ = 0.0;      ///< Logarithm of their product as asked.
    std::int64_t top_ = 1;
    std::int64_t askedStep_ = 1;
    std::int64_t least_ = 1;
    bool nested_ = false;
    bool irregular_ = false;
};

}  // namespace mho
