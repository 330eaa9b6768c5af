// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "core/compress/quantizer.h"
#include "core/learn/learner.h"
#include "core/network/level_set.h"
#include "core/network/mask.h"
#include "core/network/network.h"
#include "core/network/tensor.h"
#include "core/network/weight_layer.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mho {

/// How far one layer is from one of its sets after an update.
struct AdmmResidual {
    std::string layer;
    std::string set;        ///< Name of the constraint, or of the quantiser.
    double primal = 0.0;    ///< ||W - Z||_F / ||W||_F
    double dual = 0.0;      ///< ||Z(k+1) - Z(k)||_F / ||Z(k+1)||_F
    double distance = 0.0;  ///< ||W - Proj(W)||_F / ||W||_F: what a hard projection now would take away.
};

/// The same over all layers and sets, and one by one.
struct AdmmReport {
    double primal = 0.0;
    double dual = 0.0;
    std::vector<AdmmResidual> sets;
};

/// The copies and scaled duals of all constraints of a plan, and the two steps between W-steps (S0, equations 1-4; S1,
/// equations 1-7): Z = Proj(W + U), U += W - Z. Each sparsity constraint and each layer's levels have a copy and a dual of
/// their own. Levels without zero have the set: a level where the newest sparsity copies keep the weight, zero elsewhere;
/// without this the two sets would pull pruned weights apart.
class MHO_API Admm {
public:
    struct Options {
        bool sparsity = true;  ///< Constraints of the plan take part.
        bool levels = true;    ///< Levels of the plan take part.
        /// Per weight layer, or empty: weights already pruned for good; the layer's sparsity constraints are then left out.
        std::vector<std::optional<LayerMask>> fixedMasks;
        /// Called between projections, at most some tens of milliseconds apart; may throw to leave, then the object is void.
        std::function<void()> poll = [] {};
    };

    /// @param plan valid on this network, one entry per weight layer
    Admm(const Network& network, const Plan& plan, Target target, Options options);

    /// Z = Proj(W), U = 0; fits each layer's levels, which then stay fixed unless they follow the weights (docs/methods.md, "ADMM").
    void start(const LearnSession& session);
    /// One projection and dual update.
    AdmmReport update(const LearnSession& session);
    /// rho/2 ||W - (Z - U)||^2 per set, rho times the layer's factor. They share the memory of copies and duals.
    std::vector<Penalty> penalties(double rho) const;

    /// U = factor * U: where rho grows by f, 1/f keeps the unscaled duals rho U as they are (Boyd et al. 2011, section 3.4.1).
    void scaleDuals(double factor);

    /// Copies and duals, then one tensor of all levels' scales and one of their zeros: everything a checkpoint needs.
    std::vector<Tensor> state() const;
    /// Takes up what state() gave; throws Error BadFormat when it does not fit.
    void restore(const std::vector<Tensor>& state);
    bool empty() const { return terms_.empty(); }

private:
    struct Term {
        std::size_t layer = 0;
        std::size_t constraint = 0;              ///< Index into the layer's constraints; counts where quantizer is nullptr.
        const Quantizer* quantizer = nullptr;    ///< The layer's levels.
        LayerLevels levels;
        Tensor copy;  ///< n*k; shared with states that were given out.
        Tensor dual;
    };

    Term* sparsityTerm(std::size_t layer, std::size_t constraint);
    const LayerPlan& planOf(std::size_t layer) const { return *plan_.find(layers_[layer].name); }
    /// Projects each term at W (+ U); `took` gets term, W and projection.
    void project(const LearnSession& session, bool withDuals,
                 const std::function<void(Term&, std::span<const float>, std::vector<float>)>& took);
    std::vector<float> onLevels(Term& term, std::vector<float> values, const LayerMask& kept) const;

    const Network network_;
    std::vector<WeightLayer> layers_;
    Plan plan_;
    Target target_;
    Options options_;
    std::vector<Term> terms_;
};

}  // namespace mho
