// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/pruning_ladder.h"

#include "core/compress/group_constraint.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace mho {

PruningLadder::PruningLadder(const LayerPlan& asked, const WeightLayer& layer, const Target& target) : plan_(asked)
{
    const LayerContext context = denseContext(layer, target.tiling(layer, weightBits(asked)));
    for (std::size_t i = 0; i < asked.constraints.size(); ++i) {
        const ConstraintSpec& spec = asked.constraints[i];
        const Constraint& constraint = findConstraint(spec.kind);
        if (constraint.hasRatio() && spec.ratio > 1.0) {
            ratios_.push_back({i, {}, spec.ratio});
        }
        for (const ConstraintOption& option : constraint.options()) {
            const double value = constraint.option(spec, option.name);
            if (!constraint.hasRatio() && option.name.ends_with("_ratio") && value > 1.0) {
                ratios_.push_back({i, std::string(option.name), value});
            }
        }
    }
    if (!movable()) {
        return;
    }
    const ConstraintSpec& first = asked.constraints[ratios_.front().constraint];
    const GroupConstraint* groups = ratios_.size() == 1 ? findConstraint(first.kind).asGroups() : nullptr;
    top_ = groups != nullptr ? groups->groups(context, first) : layer.weights();
    nested_ = groups != nullptr && asked.constraints.size() == 1;
    irregular_ = nested_ && top_ == layer.weights();
    for (const Ratio& ratio : ratios_) {
        logAsked_ += std::log(ratio.asked);
    }
    askedStep_ = keptCount(top_, ratios_.size() == 1 ? ratios_.front().asked : std::exp(logAsked_));
    if (askedStep_ == top_) {  // so near to 1 that no group goes
        ratios_.clear();
        top_ = askedStep_ = 1;
        nested_ = irregular_ = false;
        return;
    }
    // The higher the ratios, the less is allowed; what was asked is.
    std::int64_t refused = 0;
    least_ = askedStep_;
    while (least_ - refused > 1) {
        const std::int64_t middle = refused + (least_ - refused) / 2;
        const LayerPlan plan = moved(middle);
        const bool allowed = std::all_of(plan.constraints.begin(), plan.constraints.end(), [&](const ConstraintSpec& spec) {
            return findConstraint(spec.kind).validate(context, spec).empty();
        });
        (allowed ? least_ : refused) = middle;
    }
}

std::int64_t PruningLadder::stepAt(double ratio) const
{
    return std::clamp(keptCount(top_, ratio), least_, top_);
}

std::vector<std::string> PruningLadder::kinds() const
{
    std::vector<std::string> kinds;
    for (std::size_t i = 0; i < plan_.constraints.size(); ++i) {
        if (std::any_of(ratios_.begin(), ratios_.end(), [&](const Ratio& ratio) { return ratio.constraint == i; })) {
            kinds.push_back(plan_.constraints[i].kind);
        }
    }
    return kinds;
}

LayerPlan PruningLadder::at(std::int64_t step) const
{
    assert(step >= least_ && step <= top_);
    if (step == askedStep_) {
        return plan_;
    }
    if (step < top_) {
        return moved(step);
    }
    LayerPlan plan = plan_;
    plan.constraints.clear();
    for (std::size_t i = 0; i < plan_.constraints.size(); ++i) {
        if (std::none_of(ratios_.begin(), ratios_.end(), [&](const Ratio& ratio) { return ratio.constraint == i; })) {
            plan.constraints.push_back(plan_.constraints[i]);
        }
    }
    return plan;
}

LayerPlan PruningLadder::moved(std::int64_t step) const
{
    LayerPlan plan = plan_;
    const double product = static_cast<double>(top_) / static_cast<double>(step);
    for (const Ratio& ratio : ratios_) {
        const double value = ratios_.size() == 1 ? product : std::pow(ratio.asked, std::log(product) / logAsked_);
        ConstraintSpec& spec = plan.constraints[ratio.constraint];
        (ratio.option.empty() ? spec.ratio : spec.options[ratio.option]) = value;
    }
    return plan;
}

}  // namespace mho
