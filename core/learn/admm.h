// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/constraint.h"
#include "core/compress/plan.h"
#include "core/learn/learner.h"
#include "core/network/level_set.h"
#include "core/network/mask.h"
#include "core/network/weight_layer.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace mho {

/// How far the weights are from the sets after an update, over all terms.
struct AdmmResiduals {
    double primal = 0.0;  ///< ||W - Z||_F / ||W||_F
    double dual = 0.0;    ///< ||Z(k+1) - Z(k)||_F / ||Z(k+1)||_F
};

/// The copies and scaled duals of all constraints of a plan, and the two steps between W-steps (methods.md 1.1; S0 eq 1-4,
/// S1 eq 1-7): Z = Proj(W + U), U += W - Z. Each sparsity constraint and each layer's levels have a copy and a dual of
/// their own. Levels have no zero, so their set is: a level where the newest sparsity copies keep the weight, zero
/// elsewhere; without this the two sets would pull pruned weights apart.
class MHO_API Admm {
public:
    /// @param levelFloor g_min / g_max of the device
    /// @param fixedMasks per weight layer, or empty: weights already pruned for good; sparsity constraints are then left out
    /// @param poll called between layers, at most some tens of milliseconds apart; may throw to leave, then the object is void
    Admm(std::vector<WeightLayer> layers, const Plan& plan, double levelFloor, std::vector<std::optional<LayerMask>> fixedMasks,
         std::function<void()> poll = [] {});

    /// Z = Proj(W), U = 0; searches each layer's level scale, which then stays fixed (methods.md 4.2).
    void start(const LearnSession& session);
    /// One projection and dual update.
    AdmmResiduals update(const LearnSession& session);
    /// rho/2 ||W - (Z - U)||^2 per term.
    std::vector<Penalty> penalties(double rho) const;
    /// Masks of the hard projection of the present weights; existing fixed masks stay.
    std::vector<LayerMask> masks(const LearnSession& session) const;

    /// Copies and duals, then one tensor of all level scales: everything a checkpoint needs.
    std::vector<Tensor> state() const;
    /// Takes up what state() gave; throws Error BadFormat when it does not fit.
    void restore(const std::vector<Tensor>& state);
    bool empty() const { return terms_.empty(); }

private:
    struct Term {
        std::size_t layer = 0;
        const Constraint* constraint = nullptr;  ///< nullptr: the layer's levels.
        double ratio = 1.0;
        LayerLevels levels;
        std::vector<float> copy;
        std::vector<float> dual;
    };

    std::vector<float> projected(const Term& term, std::vector<float> point, const LayerMask& kept) const;
    LayerMask keptBySparsity(std::size_t layer, const std::vector<float>& weights, bool withDuals) const;

    std::vector<WeightLayer> layers_;
    std::vector<std::optional<LayerMask>> fixedMasks_;
    std::vector<Term> terms_;
    std::function<void()> poll_;
};

}  // namespace mho
